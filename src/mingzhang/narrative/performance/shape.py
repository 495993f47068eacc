"""Shape: the columns of an evaluation's table, as its framework prints them."""

from dataclasses import dataclass
from typing import Final

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.appraisal import Appraisal
from mingzhang.narrative.performance import named

WEIGHT: Final = "分值"
SCORE: Final = "得分"
DEDUCTION: Final = "扣分"
_USUAL: Final = (WEIGHT, SCORE)
_WORDS: Final = 5
"""Columns before the points: the three levels, target, value."""
_WIDTHS: Final = (5, 6, 10, 7, 7)
_POINTS: Final = 5
_REASON: Final = 11


@dataclass(frozen=True, slots=True)
class Shape:
    """`points` are the columns of points, `money` those of a line of money beside its label."""

    points: tuple[str, ...]
    money: tuple[str, ...]

    @property
    def width(self) -> int:
        """All columns: levels, target, value, points, reasons."""
        return _WORDS + len(self.points) + 1

    @property
    def widths(self) -> tuple[int, ...]:
        """Their shares of the width."""
        return (*_WIDTHS, *(_POINTS for _ in self.points), _REASON)

    @property
    def before_points(self) -> int:
        """How many columns stand before those of points."""
        return _WORDS


def shape_of(appraisal: Appraisal) -> Shape:
    """The columns that the framework of an appraisal prints; those of points usual elsewhere when it names none."""
    points = appraisal.columns or _USUAL
    opening = ("年初预算数",) if any(money.opening for money in appraisal.monies) else ()
    scored = any(money.weight is not None for money in appraisal.monies)
    marks = tuple(column for column in points if column != DEDUCTION) if scored else ()
    return Shape(points, (*opening, "预算数", "执行数", "执行率", *marks))


def deduction(evaluation: str, indicator: str) -> Address:
    """The points an indicator did not get, as a figure."""
    return named.of(evaluation, DEDUCTION, indicator)
