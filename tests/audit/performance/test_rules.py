"""Every rule about performance holds its passing case and breaks its failing case, on grids made by hand."""

import pytest

from mingzhang.audit.case import run_case
from mingzhang.audit.report import Report
from mingzhang.audit.rule import Case, Kind, Rule
from mingzhang.standards.rules import all_rules, groups
from tests.audit.performance.hand import document

RULES = [rule for rule in all_rules() if rule.kind is Kind.PERFORMANCE]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_passes_its_passing_case_and_breaks_on_its_failing_case(rule: Rule) -> None:
    good, bad = run(rule, rule.passing), run(rule, rule.failing)
    assert good.coverage.violated == 0, [f.message for f in good.findings]
    assert good.coverage.passed >= 1, [(r.outcome, r.note) for r in good.results]
    assert bad.coverage.violated >= 1, [(r.outcome, r.note) for r in bad.results]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_finding_quotes_what_stands_there(rule: Rule) -> None:
    lines = rule.failing.text.splitlines()
    for finding in run(rule, rule.failing).findings:
        assert finding.position
        assert finding.position.line
        words = finding.quote.split("\t")
        assert all(any(word in line for line in lines) for word in words), finding.quote
        assert len(finding.quote) >= 6
        assert finding.place


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_silent_about_a_document_without_performance(rule: Rule) -> None:
    report = run(rule, Case(text="## 一、收入支出决算总体情况说明\n2021年度收、支总计193.13万元。"))
    assert report.coverage.violated == report.coverage.passed == 0


def run(rule: Rule, case: Case) -> Report:
    """What a rule says of a case."""
    return run_case(rule, case, groups(), document(case.text))
