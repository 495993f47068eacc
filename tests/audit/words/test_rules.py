"""Every rule on words keeps its word on the small documents written beside it."""

import pytest

from mingzhang.audit.case import run_case, year_of
from mingzhang.audit.finding import Level
from mingzhang.audit.rule import Case, Rule
from mingzhang.audit.words import CHECKS
from mingzhang.standards.codes import economic_codes, function_codes
from mingzhang.standards.rules import all_rules, groups

from .written import written

RULES = [rule for rule in all_rules() if rule.check in CHECKS]


def audited(rule: Rule, case: Case):
    document = written(case.text, year_of(rule, case)) if case.text else None
    return run_case(rule, case, groups(), document, function_codes(), economic_codes())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_passes_its_passing_case_and_breaks_on_its_failing_case(rule: Rule) -> None:
    good, bad = audited(rule, rule.passing), audited(rule, rule.failing)
    assert good.coverage.violated == 0, [f.message for f in good.findings]
    assert good.coverage.passed >= 1
    found = [f for f in bad.findings if f.rule == rule.id]
    assert found, [r.note for r in bad.results]
    assert all(f.quote and (f.position or f.place == "封面") and (f.printed or f.expected) for f in found)
    assert bad.stops == (rule.severity.level is Level.ERROR)


def test_every_check_is_used_by_a_rule() -> None:
    assert set(CHECKS) == {rule.check for rule in RULES}
