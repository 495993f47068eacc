"""Every rule keeps its word: its passing case passes, its failing case is found."""

from typing import Any

import pytest

from mingzhang.audit.case import figures, run_case
from mingzhang.audit.finding import Level
from mingzhang.audit.report import Report
from mingzhang.audit.rule import Case, Rule
from mingzhang.standards.codes import economic_codes, function_codes
from mingzhang.standards.rules import BrokenRule, all_rules, expected, groups, read_rule, rules
from mingzhang.workflows.reading import read_text

RULES = all_rules()


def tried(rule: Rule, case: Case) -> Report:
    """What a rule says of a case; its text goes through the real readers."""
    if not case.text:
        return run_case(rule, case, groups())
    document = read_text(case.text, facts=figures(case.figures))
    return run_case(rule, case, groups(), document, function_codes(), economic_codes())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_passes_its_passing_case_and_breaks_on_its_failing_case(rule: Rule) -> None:
    good, bad = (tried(rule, case) for case in (rule.passing, rule.failing))
    assert good.coverage.passed >= 1
    assert good.coverage.violated == 0, [f.message for f in good.findings]
    assert bad.coverage.violated >= 1, [r.note for r in bad.results]
    assert [f for f in bad.findings if f.rule == rule.id]
    assert bad.stops == (rule.severity.level is Level.ERROR)


def test_every_rule_says_where_it_comes_from_and_when_that_was_verified() -> None:
    assert [rule.id for rule in RULES if not (rule.reference and rule.verified_on and rule.label_en.isascii())] == []


def test_the_ninth_statement_is_expected_from_2020_on() -> None:
    assert "T9" not in expected(2019)
    assert "T9" in expected(2020)
    assert not [r.id for r in rules(2018) if r.id.startswith("T9")]


GOOD: dict[str, Any] = {
    "id": "Z1",
    "label": "试",
    "label_en": "try",
    "kind": "within",
    "severity": "low",
    "relation": "T1[a].金额 = 0",
    "reference": "试",
    "verified_on": None,
    "pass": {},
    "fail": {},
}


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"relation": "T1[a].金额 ="}, "这里应是数据项"),
        ({"severity": "grave"}, "grave"),
        ({"relation": None}, "只写一个"),
        ({"check": "codes_nested"}, "只写一个"),
        ({"relation": None, "check": "no_such"}, "没有名为 no_such 的检查"),
        ({"relation": "T2[*] ≡ T3[*]"}, "要一起写"),
        ({"severty": "low"}, "不认识 severty"),
    ],
)
def test_a_broken_rule_crashes_with_its_name_and_the_reason(change: dict[str, Any], complaint: str) -> None:
    assert read_rule(GOOD, "试").id == "Z1"
    with pytest.raises(BrokenRule, match="规则Z1") as broken:
        read_rule(GOOD | change, "试")
    assert complaint in str(broken.value)
