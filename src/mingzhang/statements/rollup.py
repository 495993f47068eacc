"""Roll-up 汇总: budgets handed in by 项 give those of 款, 类 and 合计 that nobody handed in."""

from collections.abc import Iterable, Iterator

from mingzhang.disclosure.address import ADJUSTED, BUDGET, TOTAL, Address
from mingzhang.disclosure.fact import Fact, Facts
from mingzhang.disclosure.trace import Computed, plus
from mingzhang.terms.classification import FUNCTION_LENGTHS

_PHASES = (BUDGET, ADJUSTED)


def rolled_up(facts: Facts) -> dict[Address, Fact]:
    """The budgets that follow from finer ones; what was handed in is never replaced."""
    known = {address: fact for address, fact in facts.items() if address.phase in _PHASES}
    found: dict[Address, Fact] = {}
    for length in (*reversed(FUNCTION_LENGTHS[:-1]), 0):
        for parent in dict.fromkeys(_parents(known, length)):
            if parent not in known:
                found[parent] = known[parent] = _sum(parent, known)
    return found


def _parents(known: Iterable[Address], length: int) -> Iterator[Address]:
    finer = next((n for n in FUNCTION_LENGTHS if n > length), 0)
    for address in known:
        if address.row.isdigit() and len(address.row) == finer:
            yield Address(address.statement, address.row[:length] or TOTAL, address.column, address.phase)


def _sum(parent: Address, known: Facts) -> Fact:
    prefix = "" if parent.row == TOTAL else parent.row
    length = next(n for n in FUNCTION_LENGTHS if n > len(prefix))
    parts = [a for a in known if _is_child(a, parent, prefix, length)]
    first = known[parts[0]]
    return Fact(parent, sum(known[a].value for a in parts), first.unit, Computed(plus(parts)))


def _is_child(address: Address, parent: Address, prefix: str, length: int) -> bool:
    same = (address.statement, address.column, address.phase) == (parent.statement, parent.column, parent.phase)
    return same and address.row.isdigit() and len(address.row) == length and address.row.startswith(prefix)
