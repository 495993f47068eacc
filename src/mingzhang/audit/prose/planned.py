"""Planned 年初预算合计: the items' budgets add up to the stated total, of all funds or of the general budget."""

from collections.abc import Iterator
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.prose.agree import shown, slack
from mingzhang.audit.prose.amounts import root_of
from mingzhang.audit.prose.budget import Culprit, amount_of, in_sum
from mingzhang.audit.prose.figures import Figures
from mingzhang.audit.prose.items import is_told, rows_of
from mingzhang.audit.prose.matter import matter
from mingzhang.audit.prose.outcome import broken, idle, nearly, passed
from mingzhang.audit.prose.said import Said, Text
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.address import ACTUAL, BUDGET, TOTAL, Address
from mingzhang.disclosure.claim import Amount
from mingzhang.disclosure.topic import GENERAL, GENERAL_ITEMS

_SPENT: Final = ("小计", "合计")
_ITEMS: Final = (GENERAL_ITEMS, GENERAL)
_SCOPES: Final = (
    (Address("T4", "本年支出合计", "合计"), ("T5", "T8", "T9")),
    (Address("T5", TOTAL, "小计"), ("T5",)),
)
"""The totals of which budgets are told, and the statements whose rows are its items."""

Planned = tuple[Said, list[Said]]
"""The stated total of the budget and the items' own."""


def item_budgets(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Σ 年初预算 of the items = the stated total, when every item states its own."""
    text, figures = matter(grid, context)
    planned = budgets(text, figures)
    yield from (_sum(rule, total, parts, text, figures) for total, parts in planned)
    if not planned:
        yield idle(rule, "没有逐项写出年初预算，或没有写出合计")


def budgets(text: Text, figures: Figures) -> list[Planned]:
    """The budget of all funds and that of the general budget, each when nothing is missing from it."""
    if any(spot.is_doubtful and spot.topic in _ITEMS for spot in text.spots):
        return []
    told = {claim.fact: said for said, claim in reversed(list(text.claims(Amount, _ITEMS)))}
    found = (_planned(told, figures, whole, statements) for whole, statements in _SCOPES)
    return [planned for planned in found if planned]


def _planned(
    told: dict[Address, Said], figures: Figures, whole: Address, statements: tuple[str, ...]
) -> Planned | None:
    total, planned = told.get(whole.at(BUDGET)), _of(told, BUDGET, statements)
    rows = [r for s in statements for r in rows_of(figures, s, max((len(row) for row in planned), default=0))]
    spent = {row for row in _of(told, ACTUAL, statements) if not any(other.startswith(row) for other in planned)}
    if total is None or len(planned) <= 1 or spent or any(not is_told(row, planned) for row in rows):
        return None
    parts = [said for row, said in planned.items() if not any(o != row and o.startswith(row) for o in planned)]
    return (total, parts) if total.number and all(part.number for part in parts) else None


def _of(told: dict[Address, Said], phase: str, statements: tuple[str, ...]) -> dict[str, Said]:
    """What is told of the classified rows of some statements in a phase."""
    return {
        at.row: said
        for at, said in told.items()
        if at.phase == phase and at.statement in statements and at.row.isdigit() and at.column in _SPENT
    }


def wrong_budget(text: Text, figures: Figures) -> Culprit | None:
    """The budget because of which the items' budgets do not make the total, beyond rounding."""
    wrong = [planned for planned in budgets(text, figures) if abs(_gap(*planned)) > _slack(*planned)]
    return in_sum(*wrong[0], text, figures) if wrong else None


def sound_budgets(text: Text, figures: Figures) -> frozenset[Address]:
    """The budgets that a sum bears out: the total and every item of it; none when it does not hold."""
    sound = [planned for planned in budgets(text, figures) if abs(_gap(*planned)) <= _slack(*planned)]
    return frozenset(said.fact for total, parts in sound for said in (total, *parts) if said.fact)


def _gap(total: Said, parts: list[Said]) -> int:
    return amount_of(total) - sum(amount_of(part) for part in parts)


def _slack(total: Said, parts: list[Said]) -> int:
    return slack(said.number for said in (*parts, total))


def _sum(rule: Rule, total: Said, parts: list[Said], text: Text, figures: Figures) -> Result:
    number = total.number
    gap = _gap(total, parts)
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
