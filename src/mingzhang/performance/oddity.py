"""Oddities 资金的疑问: lines of money that can be found and yet do not fit together; hints, for they may be right."""

from collections.abc import Iterator, Sequence

from mingzhang.books.plan import Line, Operand
from mingzhang.performance.funding import BUDGET, EXECUTED, Treasury
from mingzhang.performance.weights import Problem


def oddities(lines: Sequence[Line], treasury: Treasury) -> Iterator[Problem]:
    """Sources that do not make the total, nothing planned, more spent than planned. The first line is the total."""
    yield from _sources(BUDGET, [line.budget for line in lines], lines[0].label, treasury)
    yield from _sources(EXECUTED, [line.executed for line in lines], lines[0].label, treasury)
    for line in lines:
        yield from _spent(line, treasury)


def _sources(name: str, operands: Sequence[Operand], label: str, treasury: Treasury) -> Iterator[Problem]:
    """One source alone may be a part (其中); several are all there are."""
    total, *sources = map(treasury.amount, operands)
    if sum(sources) > total or (len(sources) > 1 and sum(sources) != total):
        parts, whole = treasury.unit.state(sum(sources)), treasury.unit.state(total)
        yield parts, f"各资金来源的{name}合计{parts}，与“{label}”的{whole}不同", "核对各行，第一行是总额"


def _spent(line: Line, treasury: Treasury) -> Iterator[Problem]:
    budget, executed = treasury.amount(line.budget), treasury.amount(line.executed)
    planned, spent = treasury.unit.state(budget), treasury.unit.state(executed)
    if budget <= 0 and executed:
        yield planned, f"“{line.label}”的预算数不大于零，算不出执行率", "核对预算数"
    elif executed > budget:
        mend = "预算数写调整后的全年预算数；确实超支的，说明原因"
        yield spent, f"“{line.label}”的执行数大于预算数{planned}", mend
