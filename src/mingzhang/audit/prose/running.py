"""Running 机关运行经费: what it may be, beside the running costs that T6 prints, by what bodies stand behind it."""

from collections.abc import Iterator
from typing import Final

from mingzhang.audit.context import ADMINISTRATIVE, Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.prose.agree import agrees, shown
from mingzhang.audit.prose.matter import matter
from mingzhang.audit.prose.outcome import broken, open_, passed
from mingzhang.audit.prose.said import Said
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.address import ACTUAL, Address
from mingzhang.disclosure.claim import Amount
from mingzhang.disclosure.fact import Fact
from mingzhang.terms.printed import Printed

COST: Final = Address("S", "机关运行经费", "决算数")
RUNNING: Final = Address("T6", "公用经费合计", "决算数")


def running_cost(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """行政 and 参公 only: equal to 公用经费; with institutions: at most that."""
    text, figures = matter(grid, context)
    for said, claim in text.claims(Amount):
        if claim.fact == COST and claim.fact.phase == ACTUAL and said.number:
            cells = figures.cells(RUNNING)
            yield (
                _judge(rule, said, claim, said.number, cells, context) if cells else open_(rule, "没有找到公用经费合计")
            )


def _judge(rule: Rule, said: Said, claim: Amount, number: Printed, cells: tuple[Fact, ...], context: Context) -> Result:
    cell = cells[0]
    if any(agrees(claim.value, number, c) for c in cells):
        return passed(rule)
    only = context.bodies == ADMINISTRATIVE
    if claim.value < cell.value and not only:
        return passed(rule)
    must = "应等于" if only else "应不大于"
    note = f"{said.spot.where}机关运行经费写{said.digits}，{must}{context.place(cell.address)} {cell.shown}"
    return broken(rule, said, note, "", ("" if only else "不大于") + shown(cell.value, number, max(2, number.places)))
