"""Number 数值: what one cell of a statement states in the unit of its table, and how exactly it states it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from mingzhang.books.raw import Raw
from mingzhang.books.value import LARGEST, BadValue, as_number
from mingzhang.reading.stated.words import unit_of_number
from mingzhang.terms.unit import Unit

_USUAL_DECIMALS: Final = 2


@dataclass(frozen=True, slots=True)
class Number:
    """What a cell states. `stored` tells a number of the spreadsheet, whose last zeros are lost, from digits typed."""

    number: Decimal | None
    unit: Unit
    stored: bool = False

    @property
    def fen(self) -> int:
        """The amount; a blank is nothing."""
        if self.number is None:
            return 0
        return int((self.number * self.unit.scale).quantize(Decimal(1), ROUND_HALF_UP))

    @property
    def decimals(self) -> int:
        """The decimals it is written with, without the last zeros."""
        exponent = self.number.normalize().as_tuple().exponent if self.number else 0
        return -exponent if isinstance(exponent, int) and exponent < 0 else 0

    def spread(self, *, exact: bool) -> int:
        """Half of the last place, in fen: how far the true value may lie from a figure that was rounded.

        A blank says that there is nothing, exactly. A stored number of an `exact` workbook says all there is to
        say; any other was rounded as statements are, to two decimals, even when its last zeros are lost.
        """
        if self.number is None or (self.stored and exact):
            return 0
        return self.unit.scale // int(Decimal(10) ** max(self.decimals, _USUAL_DECIMALS)) // 2


def read_number(cell: Raw, unit: Unit) -> Number:
    """The number of a cell; BadValue when it is none, or one in another unit than the table's."""
    if isinstance(cell, str) and (said := unit_of_number(cell)):
        if said != unit.name:
            raise BadValue(f"金额的单位与表上写的{unit.name}不一致", f"换算成{unit.name}，只写数字")
        cell = cell.strip().removesuffix(unit.name)
    number = as_number(cell)
    if number is not None and abs(number) * unit.scale >= LARGEST:
        raise BadValue("金额大得不合理", "核对金额和单位")
    return Number(number, unit, stored=not isinstance(cell, str))


def is_exact(numbers: Iterable[Number]) -> bool:
    """Whether a workbook stores what it knows instead of what it prints.

    An exact amount has more than two decimals of 万元 in 9,999 of 10,000 cases, a rounded one in none. When most of
    the numbers have more, those with two are exact as well, and so are the zeros.
    """
    stored = [number for number in numbers if number.stored and number.number]
    return 2 * sum(number.decimals > _USUAL_DECIMALS for number in stored) > len(stored)
