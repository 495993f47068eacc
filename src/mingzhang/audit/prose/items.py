"""Items 逐项: the text explains every item that was spent, and the items' budgets add up to the stated total."""

import re
from collections.abc import Iterator
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.prose.agree import shown, slack
from mingzhang.audit.prose.amounts import root_of
from mingzhang.audit.prose.budget import Culprit, amount_of, in_sum
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
_ITEMS: Final = ("T5", GENERAL_ITEMS, GENERAL)


def items_told(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Every row that is not nothing is told, by itself or with its class where the text stays there.

    The arguments are the statement and the topics of which the first that the document has is looked at.
    """
    text, figures = matter(grid, context)
    statement, *topics = rule.arguments
    topic = next((t for t in topics if any(spot.topic == t for spot in text.spots)), "")
    told = dict.fromkeys(a.row for _, a in _amounts(text, ACTUAL, statement, topic) if a.row != TOTAL)
    rows = _rows(figures, statement, max((len(code) for code in told), default=0))
    if not told or not rows:
        yield idle(rule, "没有逐项说明支出，或没有可对照的行")
        return
    words = re.sub(r"\s", "", "".join(spot.text for spot in text.spots if spot.topic == topic))
    missing = [row for row in rows if not _is_told(row, told)]
    unsure = [row for row in missing if (name := _name(row, statement, context)) and name in words]
    missing = [row for row in missing if row not in unsure]
    yield from (passed(rule) for row in rows if row not in missing and row not in unsure)
    yield from (open_(rule, f"没有读懂“{_name(row, statement, context)}”的说明") for row in unsure)
    if not missing:
        return
    strange = any(spot.is_doubtful for spot in text.spots if spot.topic == topic) or any(
        c.fact is None for _, c in text.claims(Naming, (topic,))
    )
    if strange or _WITHHELD.search(words) or len(missing) * 2 > len(rows):
        yield open_(rule, "有没读懂或略去的项目，不能断定是否逐项说明")
        return
    first = next(spot for spot in text.spots if spot.topic == topic)
    named = "、".join(f"{context.row(statement, r)} {figures.shown(Address(statement, r, _COLUMN))}" for r in missing)
    yield owed(rule, first, f"{first.where}没有说明{named}", "", named, f"{rule.id}:missing")


def item_budgets(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Σ 年初预算 of the items = the stated total, when every item states its own."""
    text, figures = matter(grid, context)
    planned = budgets(text, figures)
    yield _sum(rule, *planned, text, figures) if planned else idle(rule, "没有逐项写出年初预算，或没有写出合计")


def budgets(text: Text, figures: Figures) -> tuple[Said, list[Said]] | None:
    """The stated total of the budget and the items' own, when nothing is missing from them."""
    if any(spot.is_doubtful and spot.topic in _ITEMS for spot in text.spots):
        return None
    planned = {a.row: said for said, a in reversed(list(_amounts(text, BUDGET, *_ITEMS)))}
    spent = {a.row for _, a in _amounts(text, ACTUAL, *_ITEMS)} - {TOTAL}
    total = planned.pop(TOTAL, None)
    rows = _rows(figures, "T5", max((len(row) for row in planned), default=0))
    spent -= {row for row in spent if any(other.startswith(row) for other in planned)}
    if total is None or len(planned) < 2 or spent or any(not _is_told(row, planned) for row in rows):
        return None
    parts = [said for row, said in planned.items() if not any(o != row and o.startswith(row) for o in planned)]
    return (total, parts) if total.number and all(part.number for part in parts) else None


def wrong_budget(text: Text, figures: Figures) -> Culprit | None:
    """The budget because of which the items' budgets do not make the total, beyond rounding."""
    planned = budgets(text, figures)
    if planned is None:
        return None
    total, parts = planned
    gap = amount_of(total) - sum(amount_of(part) for part in parts)
    return in_sum(total, parts, text, figures) if abs(gap) > _slack(total, parts) else None


def sound_budgets(text: Text, figures: Figures) -> frozenset[Address]:
    """The budgets that their sum bears out: the total and every item of it; none when it does not hold."""
    planned = budgets(text, figures)
    if planned is None:
        return frozenset()
    total, parts = planned
    gap = amount_of(total) - sum(amount_of(part) for part in parts)
    holds = abs(gap) <= _slack(total, parts)
    return frozenset(said.fact for said in (total, *parts) if said.fact) if holds else frozenset()


def _slack(total: Said, parts: list[Said]) -> int:
    return slack(said.number for said in (*parts, total))


def _sum(rule: Rule, total: Said, parts: list[Said], text: Text, figures: Figures) -> Result:
    number = total.number
    gap = amount_of(total) - sum(amount_of(part) for part in parts)
    if number is None or gap == 0:
        return passed(rule)
    expected = shown(amount_of(total) - gap, number)
    note = f"年初预算合计写{total.digits}，各项年初预算之和{expected}，差{shown(abs(gap), number)}"
    if abs(gap) <= _slack(total, parts):
        return nearly(rule, total, f"{total.spot.where}{note}", expected)
    culprit = in_sum(total, parts, text, figures)
    if culprit.said.number is None:
        return passed(rule)
    expected = shown(culprit.right, culprit.said.number)
    where = (
        f"{culprit.said.spot.where}年初预算写{culprit.said.digits}，应为{expected}："
        if culprit.said is not total
        else ""
    )
    return broken(rule, culprit.said, f"{where}{total.spot.where}{note}", "", expected, root_of(culprit.said))


def _amounts(text: Text, phase: str, statement: str, *topics: str) -> Iterator[tuple[Said, Address]]:
    for said, claim in text.claims(Amount, topics):
        if claim.fact.statement == statement and claim.fact.column == _COLUMN and claim.fact.phase == phase:
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


def _name(row: str, statement: str, context: Context) -> str:
    return context.names.get((statement, row), "") or context.functions.name(row, context.year)
