"""Guess 缘由: how a wrong amount may have come about: a unit taken for another, a figure taken from elsewhere."""

from dataclasses import dataclass
from typing import Final

from mingzhang.audit.prose.figures import Figures
from mingzhang.disclosure.address import ACTUAL, Address
from mingzhang.disclosure.claim import Amount
from mingzhang.disclosure.fact import Fact
from mingzhang.terms.printed import Printed

TEN_THOUSAND: Final = 10_000
_MOST: Final = 2


@dataclass(frozen=True, slots=True)
class Slip:
    """The words that say it; `unit` is the right one when the digits are right and their unit is not."""

    note: str = ""
    unit: str = ""


def guess(claim: Amount, number: Printed, cells: tuple[Fact, ...], figures: Figures) -> Slip:
    """What is most likely behind a wrong amount."""
    for cell in cells:
        if _times(claim.value, number.spread, cell.value, cell.spread):
            return Slip("；数字相同，单位应为万元，相差一万倍", "万元")
        if _times(cell.value, cell.spread, claim.value, number.spread):
            return Slip("；数字相同，单位应为元，相差一万倍", "元")
    owners = _owners(claim, figures)
    return Slip(f"；该数是{'、'.join(owners)}" if owners else "")


def _times(small: int, small_spread: int, great: int, great_spread: int) -> bool:
    """Whether one is the other ten thousand times over."""
    gap = abs(small * TEN_THOUSAND - great)
    return bool(small) and gap <= max(small_spread * TEN_THOUSAND, great_spread)


def _owners(claim: Amount, figures: Figures) -> list[str]:
    """Whose figure it is instead, the likeliest first; nothing when too many print the same."""
    if not claim.value:
        return []
    found = [
        fact.address
        for (_, phase), table in figures.grid.tables.items()
        for row in table.rows.values()
        for fact in row.values()
        if phase == ACTUAL and fact.value == claim.value and fact.address != claim.fact
    ]
    best = [address for address in found if _alike(address, claim.fact)] or found
    return [f"“{figures.name(address)}”的数" for address in best[:_MOST]] if len(best) <= 2 * _MOST else []


def _alike(one: Address, other: Address) -> bool:
    return one.row == other.row and one.column == other.column
