"""Target 目标值: what an indicator was to reach, and how far an actual value gets there."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Final

from mingzhang.terms.unit import Unit

_PLACES: Final = 6
"""The decimals of a target that are printed at most."""
_WHOLE: Final = Fraction(1)


class Operator(Enum):
    """How the actual value is held against the target, as tables print it."""

    MORE = ">"
    AT_LEAST = "≥"
    EQUAL = "="
    AT_MOST = "≤"
    LESS = "<"
    BETWEEN = "~"

    @property
    def is_reverse(self) -> bool:
        """Whether less is better 反向指标."""
        return self in (Operator.AT_MOST, Operator.LESS)


@dataclass(frozen=True, slots=True)
class Target:
    """A quantitative target 定量目标; `value` (and `upper`, for a range) are as the unit prints them: 95 for 95%."""

    operator: Operator
    value: Fraction
    unit: Unit
    upper: Fraction | None = None

    def is_met(self, actual: Fraction) -> bool:
        """Whether the actual value, exact and unrounded, keeps to the target."""
        match self.operator:
            case Operator.MORE:
                return actual > self.value
            case Operator.AT_LEAST:
                return actual >= self.value
            case Operator.EQUAL:
                return actual == self.value
            case Operator.AT_MOST:
                return actual <= self.value
            case Operator.LESS:
                return actual < self.value
            case Operator.BETWEEN:
                return self.value <= actual <= self._upper

    def reached(self, actual: Fraction) -> Fraction:
        """The share reached, 0 to 1 (财预〔2020〕10号): actual ÷ target, for a reverse target target ÷ actual."""
        if self.is_met(actual):
            return _WHOLE
        if self.operator.is_reverse or (self.operator in (Operator.EQUAL, Operator.BETWEEN) and actual > self._upper):
            return _share(self._upper, actual)
        return _share(actual, self.value)

    def ratio(self, actual: Fraction) -> Fraction | None:
        """Actual ÷ target, above 1 when more was done than asked for; None for a target of nothing."""
        return actual / self.value if self.value else None

    @property
    def _upper(self) -> Fraction:
        return self.value if self.upper is None else self.upper

    @property
    def text(self) -> str:
        """As a table prints it: ≥10000张, 90%~95%."""
        low = f"{_shown(self.value)}{self.unit.name}"
        if self.operator is Operator.BETWEEN:
            return f"{low}~{_shown(self._upper)}{self.unit.name}"
        return f"{self.operator.value}{low}"


@dataclass(frozen=True, slots=True)
class Aim:
    """A qualitative target 定性目标: words that nothing can be counted against."""

    text: str


class Attainment(Enum):
    """How a qualitative target was reached: three bands 达成程度, each with the share of points it may get."""

    REACHED = "达成年度指标"
    PARTLY = "部分达成年度指标并具有一定效果"
    MISSED = "未达成年度指标且效果较差"


def _share(part: Fraction, whole: Fraction) -> Fraction:
    return min(max(part / whole, Fraction(0)), _WHOLE) if whole > 0 else Fraction(0)


def _shown(value: Fraction) -> str:
    return f"{Decimal(value.numerator) / value.denominator:.{_PLACES}f}".rstrip("0").rstrip(".")
