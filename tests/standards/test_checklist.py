"""The check table asks nothing that no rule answers, and every rule that accuses answers some line."""

from mingzhang.audit.rule import Kind, Severity
from mingzhang.standards.checklist import obligations
from mingzhang.standards.rules import all_rules

RULES = [rule for rule in all_rules() if rule.kind is not Kind.LEDGER]


def test_every_line_has_rules() -> None:
    for line in obligations():
        for name in line.rules:
            assert any(rule.id == name or rule.id.startswith(f"{name}.") for rule in RULES), name


def test_every_rule_that_accuses_has_a_line() -> None:
    accusing = [rule.id for rule in RULES if rule.severity is not Severity.INFO]
    assert [rule for rule in accusing if not any(line.covers(rule) for line in obligations())] == []
