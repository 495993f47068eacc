"""Four outcomes, tolerances, years and forms, and the sentences people read."""

import time
from dataclasses import replace
from typing import Any

import pytest

from mingzhang.audit.case import figures
from mingzhang.audit.check import check
from mingzhang.audit.context import Context
from mingzhang.audit.finding import Finding, Level, Outcome
from mingzhang.audit.parser import parse, parse_cell
from mingzhang.audit.report import Coverage, Report
from mingzhang.audit.rule import Case, Kind, Rule, Severity, Tolerance
from mingzhang.standards.rules import expected, groups, rules
from mingzhang.terms.unit import YUAN
from tests.audit.documents import exact
from tests.audit.sample2021 import FIGURES

TITLES = {"T3": "表3 支出决算表", "T5": "表5 一般公共预算财政拨款支出决算表"}
NAMES = {("T5", "2080108"): "信息化建设", ("T3", "2080108"): "信息化建设"}


BARE = Rule("R", "某关系", "a relation", Kind.WITHIN, Severity.HIGH, "试", None, Case(), Case())
"""A rule that says nothing yet."""


def rule(relation: str, **changes: Any) -> Rule:
    """A rule for a test; its cases do not matter here."""
    return replace(BARE, relations=(parse(relation),), **changes)


def audit(printed: dict[str, str], *rules: Rule, **context: Any) -> Report:
    """What the rules say of a small document."""
    return check(figures(printed), rules, Context(2021, groups(), **context))


def loud(report: Report) -> list[Finding]:
    """The findings above info."""
    return [finding for finding in report.findings if finding.level is not Level.INFO]


SUM = "T1[支出总计].金额 = T1[本年支出合计].金额 + T1[结余分配].金额 + T1[年末结转和结余].金额"


@pytest.mark.parametrize(
    ("total", "outcome", "rounding"),
    [("6.00", Outcome.PASSED, False), ("6.02", Outcome.PASSED, True), ("6.03", Outcome.VIOLATED, False)],
)
def test_a_sum_of_three_may_be_off_by_two_units_of_the_last_place(total: str, outcome: Outcome, rounding: bool) -> None:
    parts = {"T1[本年支出合计].金额": "1.00", "T1[结余分配].金额": "2.00", "T1[年末结转和结余].金额": "3.00"}
    report = audit({"T1[支出总计].金额": total} | parts, rule(SUM))
    assert [(r.outcome, r.rounding) for r in report.results] == [(outcome, rounding)]
    assert bool(loud(report)) == (outcome is Outcome.VIOLATED)


@pytest.mark.parametrize(
    ("tolerance", "second", "level"),
    [
        (Tolerance.SAME, "128.13", None),
        (Tolerance.SAME, "128.14", Level.INFO),
        (Tolerance.SAME, "128.15", Level.ERROR),
        (Tolerance.EXACT, "128.14", Level.WARNING),
        (Tolerance.EXACT, "128.15", Level.ERROR),
    ],
)
def test_the_same_figure_twice(tolerance: Tolerance, second: str, level: Level | None) -> None:
    same = rule("T3[total].基本支出 = T5[total].基本支出", tolerance=tolerance)
    report = audit({"T3[total].基本支出": "128.13", "T5[total].基本支出": second}, same)
    assert [finding.level for finding in report.findings] == ([level] if level else [])


def test_figures_known_to_the_fen_must_agree_to_the_fen() -> None:
    values = {"T3[total].基本支出": 128_130_001, "T5[total].基本支出": 128_130_000}
    report = check(exact(values), [rule("T3[total].基本支出 = T5[total].基本支出")], Context(2021))
    (finding,) = report.findings
    assert "实际左右相差0.00万元（0.01元）" in finding.message
    assert "由128.13万元（1281300.01元）改为128.13万元（1281300.00元）" in finding.message


def test_a_figure_in_yuan_and_one_in_wan_agree_within_the_coarser() -> None:
    known = figures({"T3[total].基本支出": "128.13"}) | figures({"T5[total].基本支出": "1281349.99"}, YUAN)
    same = rule("T3[total].基本支出 = T5[total].基本支出", tolerance=Tolerance.SAME)
    assert check(known, [same], Context(2021)).coverage == Coverage(passed=1)


def test_an_expected_statement_that_is_missing_leaves_the_check_open_and_says_so() -> None:
    relation = rule("T3[total].本年支出合计 = T5[total].小计")
    report = audit({"T5[total].小计": "1.00"}, relation, expected=frozenset({"T3"}), titles=TITLES)
    assert report.coverage == Coverage(undetermined=1)
    assert report.findings[0].level is Level.INFO
    assert "没有找到表3 支出决算表" in report.findings[0].message
    assert audit({"T5[total].小计": "1.00"}, relation).coverage == Coverage(not_applicable=1)


def test_a_missing_figure_of_a_present_statement_leaves_the_check_open_and_names_it() -> None:
    cells = {"T5[208].小计": "1.00", "T5[208].基本支出": "1.00", "T5[210].项目支出": "0"}
    report = audit(cells, rule("T5[208].小计 = T5[208].基本支出 + T5[208].项目支出"))
    assert report.coverage == Coverage(undetermined=1)
    assert "没有找到“T5 208 项目支出”" in report.findings[0].message


def test_a_code_that_a_statement_does_not_print_is_nothing() -> None:
    relation = rule("T4[支出:*].一般公共预算财政拨款 = T5[*].小计")
    report = audit({"T4[教育支出].一般公共预算财政拨款": "9.00", "T5[208].小计": "0.00"}, relation)
    assert report.coverage.violated == 1
    assert "没有205这一行" in report.findings[0].message


def test_a_form_without_the_rows_makes_a_rule_not_applicable() -> None:
    needy = rule("T9[*].年初结转和结余 = 0", needs=(parse_cell("T9[*].年初结转和结余"),))
    assert audit({"T9[total].合计": "0"}, needy).coverage == Coverage(not_applicable=1)
    assert audit({}, needy, expected=frozenset({"T9"})).coverage == Coverage(undetermined=1)


def test_a_rule_for_administrative_bodies_asks_what_kind_of_body_it_is() -> None:
    own = rule("S[机关运行经费].决算数 = 0", bodies="事业")
    cell = {"S[机关运行经费].决算数": "1.00"}
    assert audit(cell, own, bodies="事业").coverage.violated == 1
    assert audit(cell, own, bodies="行政").coverage.not_applicable == 1
    assert audit(cell, own).coverage.undetermined == 1


def test_a_condition_switches_a_rule_off() -> None:
    conditional = rule("T1[a].金额 = T1[b].金额", when=(parse("T1[c].金额 = 0"),))
    cells = {"T1[a].金额": "1", "T1[b].金额": "2"}
    assert audit(cells | {"T1[c].金额": "0"}, conditional).coverage.violated == 1
    assert audit(cells | {"T1[c].金额": "5"}, conditional).coverage.not_applicable == 1


def test_a_finding_names_place_printed_value_right_value_difference_and_reasons() -> None:
    changed = {k: v for k, v in FIGURES.items() if k[:2] in ("T3", "T5")} | {"T5[2080108].项目支出": "66.00"}
    report = audit(changed, *rules(2021), titles=TITLES, names=NAMES)
    (finding,) = loud(report)
    assert finding.place == "表5 一般公共预算财政拨款支出决算表 2080108 信息化建设 项目支出"
    assert (finding.statement, finding.row, finding.column) == ("T5", "2080108", "项目支出")
    assert (finding.printed, finding.expected, finding.rule) == ("66.00", "65.00", "T5.1")
    reason = "①表5 2080108 信息化建设：小计 65.00 = 基本支出 0.00 + 项目支出 66.00，实际左右相差1.00万元"
    assert f"为66.00万元，应为65.00万元（多1.00万元）。依据：{reason}" in finding.message
    assert finding.root == "T5[2080108].项目支出"


def test_the_sample_has_nothing_above_info_and_is_covered() -> None:
    report = check(figures(FIGURES), rules(2021), Context(2021, groups(), expected(2021), bodies="事业"))
    assert loud(report) == []
    assert report.coverage.passed > 800
    assert report.coverage.undetermined == 0
    assert {f.rule for f in report.findings} == {"T2.2", "T3.2", "T5.2", "X17"}


def test_an_upper_limit_alone_gives_an_interval() -> None:
    report = audit({"T6[30217].决算数": "-1.00"}, rule("T6[*].决算数 >= 0"))
    assert report.findings[0].expected == "不小于0.00"


def test_a_breach_that_vanishes_with_the_located_figure_is_not_told_twice() -> None:
    changed = figures(FIGURES | {"T4[年末财政拨款结转和结余].合计": "9.00"})
    report = check(changed, rules(2021), Context(2021, groups(), expected(2021)))
    assert [f.root for f in loud(report)] == ["T4[年末财政拨款结转和结余].合计"]
    assert any(r.rule.id == "X13" and r.outcome is Outcome.VIOLATED for r in report.results)


def test_several_hundred_rules_are_quick() -> None:
    many = [rule(f"T5[*].小计 <= {n} × T3[*].本年支出合计") for n in range(1, 301)]
    facts = figures(FIGURES)
    started = time.process_time()
    report = check(facts, many, Context(2021, groups()))
    assert time.process_time() - started < 3.0
    assert report.coverage.passed == 300 * 15
