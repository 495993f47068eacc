"""Short texts of many regions: the clean ones are left in peace, what is wrong in the others is found."""

import tomllib
from pathlib import Path

import pytest

from mingzhang.audit.check import check
from mingzhang.audit.context import Context, names_of
from mingzhang.audit.finding import Finding, Level
from mingzhang.audit.words import CHECKS
from mingzhang.audit.words.passage import squeezed
from mingzhang.standards.codes import economic_codes, function_codes
from mingzhang.standards.rules import groups, rules
from mingzhang.workflows.reading import read_text

DATA = tomllib.loads(Path(__file__).with_name("snippets.toml").read_text(encoding="utf-8"))
RULES = {year: [r for r in rules(year) if r.check in CHECKS] for year in range(2016, 2026)}
PLACES = {"概况": ("职能", "构成"), "名词解释": ("名词解释",), "重点工作完成情况": ("重点工作完成",)}


def loud(body: str, year: int, section: str, text: str) -> list[Finding]:
    """The findings above info in a document that has this text in this section."""
    part = next((part for part, words in PLACES.items() if any(w in section for w in words)), "决算情况说明")
    front = (
        f"# {body}{year}年度部门决算\n# 第一部分 {body}概况\n# 第二部分 {body}{year}年度部门决算表\n# 第三部分 {part}\n"
    )
    document = read_text(front + ("" if part == "名词解释" else f"## {section}\n") + text)
    context = Context(
        year, groups(), names=names_of(document.statements), document=document,
        functions=function_codes(), economics=economic_codes(),
    )  # fmt: skip
    report = check(document.facts, RULES[year], context)
    return [f for f in report.findings if f.level is not Level.INFO]


@pytest.mark.parametrize("snippet", DATA["clean"], ids=lambda s: f"{s[2]}:{s[3][:12]}")
def test_nothing_is_held_against_a_clean_text(snippet: list[str]) -> None:
    body, year, section, text = snippet
    assert [(f.rule, f.printed, f.message) for f in loud(body, int(year), section, text)] == []


@pytest.mark.parametrize("snippet", DATA["faulty"], ids=lambda s: f"{s[0]}:{s[1]}")
def test_a_fault_is_found_where_it_stands_and_nothing_else(snippet: list[str]) -> None:
    rule, printed, body, year, section, text = snippet
    found = loud(body, int(year), section, text)
    assert [f.rule for f in found] == [rule], [(f.rule, f.message) for f in found]
    (finding,) = found
    assert squeezed(printed) in squeezed(finding.printed)
    assert squeezed(finding.printed) in squeezed(finding.quote)
    assert squeezed(finding.quote) in squeezed(f"{section}{text}")


def test_there_are_enough_of_both() -> None:
    assert len(DATA["clean"]) >= 60
    assert len(DATA["faulty"]) >= 60
