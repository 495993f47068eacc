"""Supplement 补充资料: the figures outside the statements that the narrative states, and what they count."""

from dataclasses import dataclass
from functools import cache

from mingzhang.disclosure.address import Address
from mingzhang.standards.data_file import toml
from mingzhang.terms.unit import MONEY_UNITS, Unit, counting

STATEMENT = "S"
"""The letter that stands for 补充资料 in addresses."""


@dataclass(frozen=True, slots=True)
class SupplementItem:
    """One figure; `unit` is None for money. A `computed` one comes from the books, the others are handed in."""

    group: str
    name: str
    unit: Unit | None
    label: str
    computed: bool = False

    @property
    def address(self) -> Address:
        """Where the figure stands."""
        return Address(STATEMENT, self.group, self.name)


@cache
def supplement_items() -> tuple[SupplementItem, ...]:
    """All figures of 补充资料 in the order in which they are asked for."""
    return _items("group")


@cache
def stated_items() -> tuple[SupplementItem, ...]:
    """The figures that published texts state and nobody is asked for: totals, older classes, performance."""
    return _items("stated")


def _items(table: str) -> tuple[SupplementItem, ...]:
    return tuple(
        SupplementItem(group["name"], item["name"], _unit(item["unit"]), item["label"], item.get("computed", False))
        for group in toml("supplement.toml")[table]
        for item in group["items"]
    )


def supplement_units(money: Unit) -> dict[tuple[str, str], Unit]:
    """What each figure counts, by group and name; amounts are printed in the unit `money`."""
    return {(item.group, item.name): item.unit or money for item in supplement_items()}


def _unit(name: str) -> Unit | None:
    return None if name in MONEY_UNITS else counting(name)
