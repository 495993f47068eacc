"""Listing 列举: 主要包括 must name exactly the items of T6 that are not nothing."""

import re
from collections.abc import Iterator
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.prose.figures import Figures
from mingzhang.audit.prose.matter import matter
from mingzhang.audit.prose.outcome import amiss, open_, passed
from mingzhang.audit.prose.said import Said
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.address import ACTUAL, Address
from mingzhang.disclosure.claim import Listing

_STAFF: Final = ("301", "303")
"""工资福利支出 and 对个人和家庭的补助; every other class of T6 is 公用经费."""
_SPLIT: Final = re.compile(r"[、，,；;：:。]")
_WORTHLESS: Final = re.compile(r"支出|费用|费|（.*?）|\(.*?\)|\s")
_OPEN_END: Final = re.compile(r"等")
_DETAIL: Final = 5


def lists(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Each list of items of T6: none of them empty, none of the others left out unless it ends in 等."""
    text, figures = matter(grid, context)
    for said, claim in text.claims(Listing):
        mine = [a for a in claim.facts if a.statement == rule.arguments[0]]
        if not mine:
            continue
        if not figures.grid.has(rule.arguments[0]):
            yield open_(rule, f"没有找到{context.title(rule.arguments[0])}")
            continue
        yield _judge(rule, said, mine, figures, context)


def _judge(rule: Rule, said: Said, facts: list[Address], figures: Figures, context: Context) -> Result:
    empty = [a for a in facts if _is_nothing(a, figures)]
    absent = _absent(said, facts, figures, context)
    if not empty and not absent:
        return passed(rule)
    named = [_printed_name(said, a, facts, context) for a in empty]
    parts = []
    if named:
        parts.append(f"列了{'、'.join(named)}，表中该项为空或0")
    if absent:
        parts.append(f"没有列{'、'.join(f'{name} {shown}' for name, shown in absent)}")
    note = f"{said.spot.where}“主要包括”所列与{context.title(facts[0].statement)}不符：{'；'.join(parts)}"
    missing = "、".join(name for name, _ in absent)
    printed = named[0] if named else said.text.strip()[:_SHOWN]
    at = said.start + max(said.text.find(printed), 0)
    end = at + len(printed) if named else said.start + len(said.text)  # What is left out belongs somewhere in the list.
    return amiss(rule, said.spot, (at, end), note, printed, missing or "删去为空的项目")


_SHOWN: Final = 20


def _is_nothing(address: Address, figures: Figures) -> bool:
    cells = figures.cells(address)
    return bool(cells) and not figures.is_doubted(address) and all(c.unit.rounded(c.value) == 0 for c in cells)


def _absent(said: Said, facts: list[Address], figures: Figures, context: Context) -> list[tuple[str, str]]:
    """Rows that are not nothing and are not listed; none to be told when the list is open or too unlike the rows."""
    if said.text.rstrip("。；，").endswith("等") or _OPEN_END.match(said.text_after):
        return []
    table = figures.grid.tables.get((facts[0].statement, ACTUAL))
    staff = sum(a.row[:3] in _STAFF for a in facts) * 2 > len(facts)
    listed, squeezed = {a.row for a in facts}, _bare(said.text)
    found = []
    for row, cells in (table.rows if table else {}).items():
        fact = cells.get(facts[0].column)
        if fact is None or len(row) != _DETAIL or not row.isdigit() or row in listed or (row[:3] in _STAFF) != staff:
            continue
        name = context.names.get((facts[0].statement, row), "") or context.economics.name(row, context.year)
        told = not name or _bare(name) in squeezed
        if fact.is_readable and fact.unit.rounded(fact.value) != 0 and not told:
            found.append((name, fact.shown))
    return found if len(found) * 2 <= len(facts) + 1 else []


def _printed_name(said: Said, address: Address, facts: list[Address], context: Context) -> str:
    """The item as the list prints it."""
    names = [name.strip() for name in _SPLIT.split(said.text) if name.strip()]
    official = context.names.get((address.statement, address.row), "") or context.economics.name(
        address.row, context.year
    )
    same = next((n for n in names if official and _bare(n) == _bare(official)), "")
    if not same and len(names) == len(facts):
        same = names[facts.index(address)]
    return same or official or address.row


def _bare(name: str) -> str:
    return _WORTHLESS.sub("", name)
