"""The findings of the rules on words can be shown: with a place, a quote, what is printed and what should be."""

import pytest

from mingzhang.audit.case import run_case
from mingzhang.audit.rule import Rule
from mingzhang.audit.words import CHECKS
from mingzhang.standards.codes import economic_codes, function_codes
from mingzhang.standards.rules import all_rules, groups
from mingzhang.workflows.reading import read_text

RULES = [rule for rule in all_rules() if rule.check in CHECKS]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_finding_says_where_it_stands_and_what_is_printed(rule: Rule) -> None:
    document = read_text(rule.failing.text)
    report = run_case(rule, rule.failing, groups(), document, function_codes(), economic_codes())
    found = [f for f in report.findings if f.rule == rule.id]
    assert found
    assert all(f.quote and f.printed and (f.position or f.place == "封面") for f in found)


def test_every_check_is_used_by_a_rule() -> None:
    assert set(CHECKS) == {rule.check for rule in RULES}
