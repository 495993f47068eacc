"""Fact 数据项: a value and everything needed to name, print and follow it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.trace import Stated, Trace
from mingzhang.terms.unit import Unit

UNREADABLE: Final = 10**18
"""The spread of a figure that could not be made out: no relation can be broken by it, and none is passed."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure: `value` in fen (or whole things for a counting unit), printed in `unit`.

    `spread` is how far the true value may lie from `value`: 0 for a figure computed from books, half of the last
    printed place for one read from a document, UNREADABLE where something stands that nobody can make out. `printed`
    is the text of a cell or phrase that was read (blank, 0, 0.00 and — stay apart); None for a figure that was made.
    """

    address: Address
    value: int
    unit: Unit
    trace: Trace
    spread: int = 0
    printed: str | None = None

    @property
    def shown(self) -> str:
        """The digits as printed, without the unit's name."""
        return self.unit.show(self.value) if self.printed is None else self.printed

    @property
    def position(self) -> Position | None:
        """Where it stands, for a figure that was read from a document."""
        return self.trace.position if isinstance(self.trace, Stated) else None

    @property
    def is_readable(self) -> bool:
        """Whether anything can be concluded from the value."""
        return self.spread < UNREADABLE


Facts = Mapping[Address, Fact]


def value_of(facts: Facts, address: Address) -> int:
    """The value at an address; a figure that no form prints is zero."""
    fact = facts.get(address)
    return fact.value if fact else 0
