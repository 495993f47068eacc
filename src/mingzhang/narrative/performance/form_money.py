"""The lines of money of an evaluation's table: what was planned, what was spent, which share of it."""

from collections.abc import Iterator
from typing import Final

from mingzhang.disclosure.appraisal import Appraisal, Money
from mingzhang.disclosure.table import TableCell
from mingzhang.narrative.context import Context
from mingzhang.narrative.performance import named
from mingzhang.narrative.performance.figures import points, rate, sum_of_money
from mingzhang.narrative.performance.grid import Row, head, label, number
from mingzhang.narrative.performance.shape import SCORE, WEIGHT, Shape

_HEADS: Final = {"预算数": "预算数（A）", "执行数": "执行数（B）", "执行率": "执行率（B/A）"}


def monies(c: Context, a: Appraisal, shape: Shape) -> Iterator[Row]:
    """The head of the money, then its lines, all beside one name that says the unit."""
    if not a.monies:
        return
    span = shape.width - 1 - len(shape.money)
    group = label(c.say("form.money", unit=c.unit.name), 1, len(a.monies) + 1)
    yield (group, head("资金来源", span), *(head(_HEADS.get(name, name)) for name in shape.money))
    for money in a.monies:
        yield (label(money.label, span), *(_cell(c, a, money, name) for name in shape.money))


def _cell(c: Context, a: Appraisal, money: Money, column: str) -> TableCell:
    sums = {"年初预算数": money.opening, "预算数": money.budget, "执行数": money.executed}
    if column in sums:
        address = sums[column]
        return number(sum_of_money(c, address)) if address else number("")
    address = named.of(a.id, column, money.label)
    if column == "执行率":
        return number(rate(c, address, money.rate))
    return number(points(c, address, {WEIGHT: money.weight, SCORE: money.score}[column], ""))
