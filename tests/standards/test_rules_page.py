"""docs/rules.md lists the rules as they are in the data."""

from mingzhang.standards.rules import all_rules
from tools.rules_page import PAGE, listed, page


def test_the_page_is_up_to_date() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert page(text) == text, "规则变了：运行 make pages"


def test_every_rule_is_listed_with_level_and_reference() -> None:
    text = listed(all_rules())
    missing = [rule.id for rule in all_rules() if f"| {rule.id} |" not in text or rule.reference[:8] not in text]
    assert missing == []
