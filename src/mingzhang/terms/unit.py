"""Unit 计量单位: what one printed number counts, and how many decimals it is printed with."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

_MONEY: Final = frozenset(("元", "千元", "万元", "万", "亿元", "亿", ""))
"""Names of units of money; other things are counted in larger units or in parts too (万条, %, 分)."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of display. `scale` is the inner whole numbers (fen, persons) in one of it."""

    name: str
    scale: int
    decimals: int

    @property
    def is_money(self) -> bool:
        """Whether the inner number is fen."""
        return self.scale > 1 and self.name in _MONEY

    @property
    def last_place(self) -> int:
        """The inner worth of one step of the last printed place: 10 000 fen for 万元 with two decimals."""
        return max(1, self.scale // int(10**self.decimals))

    def rounded(self, value: int) -> Decimal:
        """The value as this unit prints it: half up, away from zero, from the exact value."""
        exact = Decimal(value) / self.scale
        return exact.quantize(Decimal(1).scaleb(-self.decimals), ROUND_HALF_UP)

    def show(self, value: int, *, grouping: bool = False) -> str:
        """The printed digits, without the unit's name; a value that rounds to nothing has no sign."""
        number = self.rounded(value)
        number = abs(number) if number == 0 else number
        return f"{number:,f}" if grouping else f"{number:f}"

    def state(self, value: int, *, grouping: bool = False) -> str:
        """The printed digits followed by the unit's name."""
        return f"{self.show(value, grouping=grouping)}{self.name}"


PERCENT: Final = Unit("%", 100, 2)
POINTS: Final = Unit("分", 100, 2)
YUAN: Final = Unit("元", 100, 2)
WAN: Final = Unit("万元", 1_000_000, 2)
MONEY_UNITS: Final = {unit.name: unit for unit in (YUAN, WAN)}


def counting(name: str) -> Unit:
    """A unit of whole things: 人, 辆, 批次, 台（套）."""
    return Unit(name, 1, 0)


def unit_called(name: str) -> Unit:
    """The unit that a name alone stands for: money, a rate, points; any other is of whole things."""
    return MONEY_UNITS.get(name) or {PERCENT.name: PERCENT, POINTS.name: POINTS}.get(name) or counting(name)
