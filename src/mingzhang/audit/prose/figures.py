"""Figures 数: what is known of a figure that prose speaks of: its cell, the cells that print the same, its doubts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.interval import Exact, Interval
from mingzhang.disclosure.address import ACTUAL, Address
from mingzhang.disclosure.fact import UNREADABLE, Fact
from mingzhang.disclosure.trace import Computed
from mingzhang.terms.unit import WAN

CODED = frozenset({"T2", "T3", "T5", "T6", "T8", "T9"})
"""Statements that print only the rows with figures."""

_WHOLE: Final = frozenset({"决算数", "合计", "小计", "金额"})
"""Columns that say no more than their row."""

_OF: Final = {
    "T2": "收入",
    "T3": "支出",
    "T5": "一般公共预算财政拨款支出",
    "T8": "政府性基金",
    "T9": "国有资本经营预算",
}
"""What the total of a statement is the total of."""

SUPPLEMENT = "S"
"""What no statement prints at all."""


@dataclass(frozen=True)
class Figures:
    """The figures of one document for those who read its prose; `emptied` are statements somebody forgot to fill in.

    `told` is what prose itself says, in all places, of figures that no statement prints.
    """

    grid: Grid
    context: Context
    emptied: frozenset[str] = frozenset()
    told: Mapping[Address, tuple[Interval, ...]] = field(default_factory=dict)

    def cell(self, address: Address) -> Fact | None:
        """The figure at an address; nothing where a statement of codes has no such row."""
        table = self.grid.tables.get((address.statement, address.phase))
        if table is None:
            return None
        fact = table.rows.get(address.row, {}).get(address.column)
        missing = fact is None and address.row not in table.rows and address.row.isdigit()
        if missing and not address.phase and address.statement in CODED:
            return Fact(address, 0, WAN, Computed(()), 0, "")
        return fact

    def cells(self, address: Address) -> tuple[Fact, ...]:
        """The figure and every other cell that prints the very same one, the readable ones."""
        places = (address, *self.context.trust.twins.get(address, ()))
        every = (self.cell(a) for a in places if a.phase or a.statement not in self.emptied)
        return tuple(fact for fact in every if fact and fact.is_readable)

    def is_hidden(self, address: Address) -> bool:
        """Whether something stands in the cell that nobody can make out."""
        fact = self.cell(address)
        return fact is not None and fact.spread >= UNREADABLE

    def is_doubted(self, address: Address) -> bool:
        """Whether the figure itself may be the wrong one."""
        return address in self.context.trust.doubts

    def readings(self, address: Address) -> tuple[Interval, ...]:
        """What the figure may be: as each cell prints it, and as the relations would have it."""
        printed = [Interval.around(f.value, f.spread) for f in self.cells(address)]
        better = [Interval.around(v, 0) for v in self.context.trust.doubts.get(address, ())]
        return tuple(dict.fromkeys([*printed, *better, *self.told.get(address, ())]))

    def value(self, address: Address) -> Exact | None:
        """The figure as its own cell prints it; None when nobody knows."""
        found = self.cells(address)
        return found[0].value if found else None

    def shown(self, address: Address) -> str:
        """The digits of the figure as its own cell prints them, else as prose tells it."""
        if found := self.cells(address):
            return found[0].shown or found[0].unit.show(found[0].value)
        told = self.told.get(address, ())
        return WAN.show(int(((told[0].low or 0) + (told[0].high or 0)) / 2)) if told else "？"

    def is_stated_only(self, address: Address) -> bool:
        """Whether no statement prints it, so that it is known from prose alone: a budget, last year, a count."""
        return address.phase != ACTUAL or address.statement == SUPPLEMENT

    def is_missing(self, statement: str) -> bool:
        """Whether the document has no such statement, or none that could be read."""
        return (statement, ACTUAL) not in self.grid.tables

    def lack(self, address: Address) -> str:
        """Why nothing can be held against a figure, in words."""
        if address.statement in self.emptied:
            return f"{self.context.title(address.statement)}没有填数"
        return f"{'看不清' if self.is_hidden(address) else '没有找到'}“{self.name(address)}”"

    def name(self, address: Address) -> str:
        """The figure as people call it; one that no statement prints is not named by a statement."""
        if not self.is_stated_only(address):
            return self.context.place(address).strip()
        row = self.context.row(address.statement, address.row)
        if address.statement == SUPPLEMENT:
            return row if address.column in _WHOLE else f"{row}{address.column}"
        column = "" if address.column in _WHOLE else address.column
        return f"{_OF.get(address.statement, '') if row == '合计' else ''}{row}{column}的{address.phase or '本年'}数"
