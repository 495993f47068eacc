"""This year against last year: targets set too low, left as they were, far surpassed or missed twice."""

from fractions import Fraction

import pytest

from mingzhang.books.prior_evaluation import COLUMNS, PriorLine
from mingzhang.disclosure.appraisal import Achievement
from mingzhang.performance.trend import LOOSENED, LOWERED, MISSED_AGAIN, SURPASSED_AGAIN, UNCHANGED, prior_facts
from tests.performance.plans import Row, evaluated, project

OTHERS = {"乙": Row("效益", "≥1件", "1"), "丙": Row("满意度", "≥1件", "1")}


def line(target: str, actual: str, unit: str = "", **changes: object) -> PriorLine:
    values = dict(zip(COLUMNS, ("项目甲", "甲", "产出指标", "数量指标", "指标甲", target, actual, unit), strict=False))
    names = ("evaluation", "indicator", "first", "second", "name", "target", "actual", "unit")
    given = {**dict(zip(names, values.values(), strict=True)), "file": "prior_performance.csv", "line": 2, **changes}
    return PriorLine(**given)  # type: ignore[arg-type]


def against(target: str, actual: str, *lines: PriorLine) -> Achievement:
    found = evaluated(project({"甲": Row("产出", target, actual), **OTHERS}), lines)
    return found.performance.projects[0].achievements[0]


@pytest.mark.parametrize(
    ("target", "actual", "then", "reached", "flags"),
    [
        ("≥10000张", "12000", "≥9000张", "9500张", []),
        ("≥9000张", "12000", "≥8000张", "9500张", [LOWERED]),
        ("≥9000张", "14000", "≥9000张", "14000张", [UNCHANGED, SURPASSED_AGAIN]),
        ("≥9000张", "9000", "≥9000张", "14000张", [UNCHANGED]),
        ("≥9000张", "9100", "≥9000张", "9500张", [LOWERED]),
        ("≥15000张", "20000", "≥9000张", "14000张", [SURPASSED_AGAIN]),
        ("≥9000张", "8000", "≥9000张", "8500张", [MISSED_AGAIN]),
        ("≤5%", "4", "≤6%", "4.5%", [LOOSENED]),
        ("≤4%", "4", "≤6%", "4.5%", []),
        ("≥9000张", "9100", "完成制卡", "完成", []),
        ("≥9000张", "9100", "≥9000张", "9500张以上", []),
        ("≥9000张", "9100", "≥9000件", "9500件", []),
        ("90%~95%", "93", "90%~95%", "96%", []),
        ("10%~50%", "20", "10%~50%", "20%", []),
        ("≤5%", "10", "≤5%", "10%", [MISSED_AGAIN]),
        ("≥9500张", "9600", "≥9000张", "9500张", []),
        ("≤4.5%", "4", "≤5%", "4.5%", []),
        ("≥9000张", "9100", "9000张", "9500", [LOWERED]),
        ("≥9000张", "9100", "全年制卡量>9000张", "0.95万张", [LOWERED]),
    ],
)
def test_flags(target: str, actual: str, then: str, reached: str, flags: list[str]) -> None:
    assert list(against(target, actual, line(then, reached)).flags) == flags


def test_without_last_year_nothing_is_said() -> None:
    found = against("≥9000张", "9100")
    assert (found.prior, found.change, found.flags) == ("", None, ())


@pytest.mark.parametrize(
    ("target", "actual", "then", "change"),
    [
        ("≥1张", "120", "100张", "1/5"),
        ("≥1%", "84.8", "90%", "-26/5"),
        ("≥1张", "5", "0张", None),
        ("≥1张", "5", "完成", None),
    ],
)
def test_change_is_a_share_or_for_a_rate_points(target: str, actual: str, then: str, change: str | None) -> None:
    assert against(target, actual, line("≥1", then)).change == (Fraction(change) if change else None)


def test_last_years_value_and_target_are_facts_of_the_line_they_were_told_in() -> None:
    plan = project({"甲": Row("产出", "≥9000张", "9100"), **OTHERS})
    facts = evaluated(plan, [line("≥8000", "8500", "张")]).facts
    told = {str(address): fact.unit.state(fact.value) for address, fact in facts.items() if address.phase}
    assert told == {"P[m甲].完成值@上年": "8500张", "P[甲].目标值@上年": "8000张"}
    positions = {str(getattr(fact.trace, "position", "")) for address, fact in facts.items() if address.phase}
    assert positions == {"prior_performance.csv 第2行"}


def test_last_years_values_are_at_hand_before_anything_is_measured() -> None:
    plan = project({"甲": Row("产出", "≥9000张", "9100"), **OTHERS})
    lines = [line("≥8000", "8500", "张")]
    facts = evaluated(plan, lines).facts
    assert prior_facts(plan.indicators, lines) == {a: fact for a, fact in facts.items() if a.phase}
    assert prior_facts(plan.indicators, []) == {}


def test_lines_are_found_by_id_then_by_name_and_in_the_same_evaluation_first() -> None:
    by_name = line("≥1张", "1张", indicator="", name=" 指标 甲")
    elsewhere = line("≥1张", "2张", evaluation="整体")
    here = line("≥1张", "3张")
    assert against("≥1张", "1", by_name).prior == "1张"
    assert against("≥1张", "1", elsewhere).prior == "2张"
    assert against("≥1张", "1", elsewhere, by_name, here).prior == "3张"
    assert against("≥1张", "1", line("≥1张", "4张", indicator="别的")).prior == ""


def test_last_years_total() -> None:
    plan = project({"甲": Row("产出", "≥1张", "1"), **OTHERS})
    scored = line("≥1张", "1张", score=Fraction("48.5"))
    total = line("", "", indicator="", name="总分", score=Fraction("96.25"))
    assert evaluated(plan).performance.projects[0].prior_total is None
    assert evaluated(plan, [scored]).performance.projects[0].prior_total == Fraction("48.5")
    found = evaluated(plan, [scored, total])
    assert found.performance.projects[0].prior_total == Fraction("96.25")
    assert "E[项目甲].总分@上年" in map(str, found.facts)
