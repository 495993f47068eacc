"""Write the list of rules in docs/rules.md from the data: `python tools/rules_page.py` (`make pages`)."""

from collections.abc import Iterable
from pathlib import Path

from mingzhang.audit.rule import Kind, Rule
from mingzhang.standards.rules import all_rules

PAGE = Path(__file__).parent.parent / "docs" / "rules.md"
BEGIN, END = "<!-- 以下由 make pages 写入 -->", "<!-- 以上由 make pages 写入 -->"

_KINDS = {
    Kind.WITHIN: "表内勾稽",
    Kind.ACROSS: "表间勾稽",
    Kind.STRUCTURE: "编码、名称、结构",
    Kind.NARRATIVE: "文字与文字、文字与表",
    Kind.PERFORMANCE: "绩效",
    Kind.CROSS_YEAR: "与上年文件",
    Kind.CROSS_DOCUMENT: "与其他文件",
    Kind.LEDGER: "账簿自查（编制时）",
}
_LEVELS = {"critical": "错误（严重）", "high": "错误", "medium": "警告", "low": "警告（轻）", "info": "提示"}


def page(text: str) -> str:
    """The page with the list between its marks written anew."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{listed(all_rules())}\n\n{END}{after}"


def listed(rules: Iterable[Rule]) -> str:
    """All rules, a table for each kind."""
    found = tuple(rules)
    parts = [f"共 {len(found)} 条。"]
    for kind, title in _KINDS.items():
        some = [rule for rule in found if rule.kind is kind]
        parts.append(f"### {title}（{len(some)} 条）\n\n{_table(some)}")
    return "\n\n".join(parts)


def _table(rules: Iterable[Rule]) -> str:
    head = ("| 编号 | 要求 | 级别 | 何时适用 | 依据 |", "| --- | --- | --- | --- | --- |")
    return "\n".join((*head, *map(_row, rules)))


def _row(rule: Rule) -> str:
    relations = "；".join(f"`{_cell(relation.text)}`" for relation in rule.relations)
    label = f"{_cell(rule.label)}<br>{relations}" if relations else _cell(rule.label)
    return f"| {rule.id} | {label} | {_LEVELS[rule.severity.value]} | {_applies(rule)} | {_cell(rule.reference)} |"


def _applies(rule: Rule) -> str:
    first, last = rule.span.first, rule.span.last
    years = "各年度" if first is None and last is None else f"{first or ''}—{last or ''} 年度"
    conditions = [f"`{_cell(relation.text)}` 时" for relation in rule.when]
    needs = [f"有 `{cell}`" for cell in rule.needs]
    bodies = [f"{rule.bodies}单位"] if rule.bodies else []
    return "；".join((years, *bodies, *needs, *conditions))


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "｜").split())


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
