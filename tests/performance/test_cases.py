"""The worked cases of cases.toml: what an evaluator works out by hand is what the program gives."""

import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from mingzhang.books.fault import Gravity
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.appraisal import Appraisal
from tests.performance.plans import Row, evaluated, project

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "cases.toml").read_text("utf-8"))["case"]


def appraisal(case: dict[str, Any]) -> Appraisal:
    rows = {
        str(number): Row(**{key: value for key, value in row.items() if key not in ("score", "state")})
        for number, row in enumerate(case["rows"], start=1)
    }
    framework = case.get("framework", "project")
    found = evaluated(project(rows, framework, case.get("budget", "100"), case.get("executed", "100")))
    assert not [fault for fault in found.faults if fault.gravity is Gravity.ERROR]
    return found.performance.projects[0]


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_worked_case(case: dict[str, Any]) -> None:
    found = appraisal(case)
    assert [str(float(one.score or 0)) for one in found.achievements] == [str(float(r["score"])) for r in case["rows"]]
    assert [one.state.value for one in found.achievements] == [row["state"] for row in case["rows"]]
    assert found.monies[0].score == Fraction(case["execution"])
    assert found.total == Fraction(case["total"])
    assert found.full == 100
    assert found.grade == case["grade"]


def test_every_figure_is_a_fact_that_says_the_same() -> None:
    rows = {"制卡": Row("产出", "≥3次", "2"), "效益": Row("效益", "≥99%", "99.5"), "满意": Row("满意度", "≥90%", "95")}
    found = evaluated(project(rows, executed="98.5"))
    shown = {str(address): fact.unit.state(fact.value) for address, fact in found.facts.items()}
    assert shown == {
        "P[制卡].目标值": "3次",
        "P[效益].目标值": "99.00%",
        "P[满意].目标值": "90.00%",
        "E[项目甲/年度资金总额].预算数": "100.00万元",
        "E[项目甲/年度资金总额].执行数": "98.50万元",
        "E[项目甲/年度资金总额].执行率": "98.50%",
        "E[项目甲/年度资金总额].分值": "10.00分",
        "E[项目甲/年度资金总额].得分": "9.85分",
        "E[项目甲/制卡].分值": "50.00分",
        "E[项目甲/制卡].得分": "33.33分",
        "E[项目甲/效益].分值": "30.00分",
        "E[项目甲/效益].得分": "30.00分",
        "E[项目甲/满意].分值": "10.00分",
        "E[项目甲/满意].得分": "10.00分",
        "E[项目甲/产出指标].分值": "50.00分",
        "E[项目甲/产出指标].得分": "33.33分",
        "E[项目甲/效益指标].分值": "30.00分",
        "E[项目甲/效益指标].得分": "30.00分",
        "E[项目甲/满意度指标].分值": "10.00分",
        "E[项目甲/满意度指标].得分": "10.00分",
        "E[项目甲].总分": "83.18分",
        "E[项目甲].分值": "100.00分",
    }
    assert all(Address.parse(str(address)) == address for address in found.facts)
