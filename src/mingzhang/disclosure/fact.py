"""Fact 数据项: a value and everything needed to name, print and follow it."""

from collections.abc import Mapping
from dataclasses import dataclass

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.trace import Trace
from mingzhang.terms.unit import Unit


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure: `value` in fen (or whole things for a counting unit), printed in `unit`.

    `spread` is how far the true value may lie from `value`: 0 for a figure computed from books, half of the last
    printed place for one read from a document.
    """

    address: Address
    value: int
    unit: Unit
    trace: Trace
    spread: int = 0

    @property
    def shown(self) -> str:
        """The digits as printed, without the unit's name."""
        return self.unit.show(self.value)


Facts = Mapping[Address, Fact]


def value_of(facts: Facts, address: Address) -> int:
    """The value at an address; a figure that no form prints is zero."""
    fact = facts.get(address)
    return fact.value if fact else 0
