"""Items 逐项: the text explains every item that was spent, and the items' budgets add up to the stated total."""

import re
from collections.abc import Iterator
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.prose.agree import shown, step
from mingzhang.audit.prose.figures import Figures
from mingzhang.audit.prose.matter import matter
from mingzhang.audit.prose.outcome import broken, idle, nearly, open_, owed, passed
from mingzhang.audit.prose.said import Said, Text
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.address import ACTUAL, BUDGET, TOTAL, Address
from mingzhang.disclosure.claim import Amount, Naming
from mingzhang.disclosure.topic import GENERAL, GENERAL_ITEMS
from mingzhang.terms.classification import ancestors

_WITHHELD: Final = re.compile(r"[）)\s]略[。；]|略去|不再(?:一一)?列示|等支出。")
_COLUMN: Final = "小计"


def items_told(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Every row of T5 that is not nothing is explained, by itself or with its class where the text stays there."""
    text, figures = matter(grid, context)
    spots = [spot for spot in text.spots if spot.topic == GENERAL_ITEMS]
    spots = spots or [spot for spot in text.spots if spot.topic == GENERAL]
    told = dict.fromkeys(a.row for _, a in _amounts(text, ACTUAL) if a.row != TOTAL)
    rows = _rows(figures, "T5", max((len(code) for code in told), default=0))
    if not spots or not told or not rows:
        yield idle(rule, "没有逐项说明支出，或没有可对照的行")
        return
    words = re.sub(r"\s", "", "".join(spot.text for spot in spots))
    missing = [row for row in rows if not _is_told(row, told)]
    unsure = [row for row in missing if _name(row, context) and _name(row, context) in words]
    missing = [row for row in missing if row not in unsure]
    yield from (passed(rule) for row in rows if row not in missing and row not in unsure)
    yield from (open_(rule, f"没有读懂“{_name(row, context)}”的说明") for row in unsure)
    if not missing:
        return
    strange = any(c.fact is None for _, c in text.claims(Naming, (GENERAL_ITEMS, GENERAL)))
    if strange or _WITHHELD.search(words) or len(missing) * 2 > len(rows):
        yield open_(rule, "有没读懂或略去的项目，不能断定是否逐项说明")
        return
    named = "、".join(f"{context.row('T5', row)} {figures.shown(Address('T5', row, _COLUMN))}" for row in missing)
    note = f"{spots[0].where}没有说明{named}"
    yield owed(rule, spots, note, "", named, f"{rule.id}:missing")


def item_budgets(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Σ 年初预算 of the items = the stated total, when every item states its own."""
    text, figures = matter(grid, context)
    planned = {a.row: said for said, a in reversed(list(_amounts(text, BUDGET)))}
    spent = {a.row for _, a in _amounts(text, ACTUAL)} - {TOTAL}
    total = planned.pop(TOTAL, None)
    deepest = max((len(row) for row in planned), default=0)
    rows = _rows(figures, "T5", deepest)
    if total is None or len(planned) < 2 or spent - set(planned) or any(not _is_told(row, planned) for row in rows):
        yield idle(rule, "没有逐项写出年初预算，或没有写出合计")
        return
    parts = [said for row, said in planned.items() if not any(o != row and o.startswith(row) for o in planned)]
    yield _sum(rule, total, parts)


def _sum(rule: Rule, total: Said, parts: list[Said]) -> Result:
    number = total.number
    amounts = [said.claim.value for said in (*parts, total) if isinstance(said.claim, Amount)]
    if number is None or len(amounts) != len(parts) + 1:
        return idle(rule, "没有印出数字")
    gap = amounts[-1] - sum(amounts[:-1])
    slack = sum(step(said.number) for said in (*parts, total) if said.number) // 2
    expected = shown(sum(amounts[:-1]), number)
    note = f"{total.spot.where}年初预算合计写{total.digits}，各项年初预算之和{expected}，差{shown(abs(gap), number)}"
    if gap == 0:
        return passed(rule)
    return nearly(rule, total, note, expected) if abs(gap) <= slack else broken(rule, total, note, "", expected)


def _amounts(text: Text, phase: str) -> Iterator[tuple[Said, Address]]:
    for said, claim in text.claims(Amount, (GENERAL_ITEMS, GENERAL)):
        if claim.fact.statement == "T5" and claim.fact.column == _COLUMN and claim.fact.phase == phase:
            yield said, claim.fact


def _rows(figures: Figures, statement: str, digits: int) -> list[str]:
    """The deepest rows the text goes down to that are not nothing."""
    table = figures.grid.tables.get((statement, ACTUAL))
    rows = table.rows if table else {}
    return [
        row
        for row, cells in rows.items()
        if row.isdigit() and len(row) == digits and any(f.value and f.is_readable for f in cells.values())
    ]


def _is_told(row: str, told: dict[str, object] | dict[str, None] | dict[str, Said]) -> bool:
    if row in told:
        return True
    return any(up in told and not any(o != up and o.startswith(up) for o in told) for up in ancestors(row))


def _name(row: str, context: Context) -> str:
    return context.names.get(("T5", row), "") or context.functions.name(row, context.year)
