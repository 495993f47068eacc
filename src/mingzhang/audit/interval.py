"""Interval 区间: what a printed figure may truly be, and whether printed figures fit each other. Exact, no floats."""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

Exact = int | Fraction
"""A number without rounding error: fen, whole things, or a ratio of them."""


class NoRatio(ZeroDivisionError):
    """A share of, or growth over, something that may be nothing."""


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from `low` to `high`, both included; None is an open end.

    The upper end of a rounded figure belongs to it: TOL-SUM counts it, and printers that round half to even, cut, or
    round a negative figure away from zero do reach it.
    """

    low: Exact | None
    high: Exact | None

    @staticmethod
    def around(value: Exact, spread: Exact) -> "Interval":
        """The true values behind a figure that stands for `value` give or take `spread`."""
        return Interval(value - spread, value + spread)

    @property
    def is_empty(self) -> bool:
        """Whether no value lies inside."""
        return self.low is not None and self.high is not None and self.low > self.high

    def __contains__(self, value: Exact) -> bool:
        """Whether the value lies inside."""
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)

    def __and__(self, other: "Interval") -> "Interval":
        """The values inside both."""
        lows = [end for end in (self.low, other.low) if end is not None]
        highs = [end for end in (self.high, other.high) if end is not None]
        return Interval(max(lows, default=None), min(highs, default=None))

    def widened(self, by: Exact) -> "Interval":
        """The values not farther than `by` from one inside."""
        return Interval(None if self.low is None else self.low - by, None if self.high is None else self.high + by)


EVERYTHING = Interval(None, None)


class Fit(Enum):
    """How well a printed percentage fits the printed figures it is made of (domain rule TOL-PCT)."""

    EXACT = "相符"
    ROUNDING = "四舍五入"
    LAST_PLACE = "末位"
    WRONG = "不符"


def size(value: Exact) -> Exact:
    """The value without its sign."""
    return value if value >= 0 else -value


def half_up(value: Exact, step: Exact) -> Exact:
    """The multiple of `step` nearest to the value, halves away from zero, as statements print."""
    steps = (2 * size(value) + step) // (2 * step)
    return steps * step if value >= 0 else -steps * step


def ratio(part: Interval, whole: Interval) -> Interval:
    """The ratios of any value of the one to any value of the other, both bounded."""
    return _extremes([(a, b) for a in _ends(part) for b in _ends(whole)], whole)


def growth(delta: Interval, current: Interval) -> Interval:
    """The rates Δ/(now − Δ), the base known only through what is printed (TOL-GROW)."""
    (least, most), (low, high) = _ends(delta), _ends(current)
    pairs = [(d, c - d) for d in (least, most) for c in (low, high)]
    return _extremes(pairs, Interval(low - most, high - least))


def fit(printed: Fraction, decimals: int, nominal: Exact, possible: Interval) -> Fit:
    """How a percentage printed with `decimals` fits the ratio: exactly, by rounding, by a unit of the last place, not.

    `printed` is in percent (66.35), `nominal` and `possible` are plain ratios (0.6634…).
    """
    place = Fraction(1, 10**decimals)
    if half_up(Fraction(nominal) * 100, place) == printed:
        return Fit.EXACT
    low, high = _ends(possible)
    envelope = Interval(low * 100, high * 100).widened(place / 2)
    if printed in envelope:
        return Fit.ROUNDING
    return Fit.LAST_PLACE if printed in envelope.widened(place) else Fit.WRONG


def fit_share(printed: Fraction, decimals: int, part: Interval, whole: Interval) -> Fit:
    """How a printed share fits part and whole; raises NoRatio when the whole may be nothing."""
    possible = ratio(part, whole)
    return fit(printed, decimals, _middle(part) / _middle(whole), possible)


def fit_growth(printed: Fraction, decimals: int, delta: Interval, current: Interval) -> Fit:
    """How a printed growth fits the change and this year's figure; raises NoRatio when the base may be nothing."""
    possible = growth(delta, current)
    return fit(printed, decimals, _middle(delta) / (_middle(current) - _middle(delta)), possible)


def fit_hundred(printed: list[Fraction], decimals: int) -> Fit:
    """Whether shares printed with `decimals` make 100: each may be off by half a unit of its last place."""
    gap = abs(sum(printed, Fraction(0)) - 100)
    if gap == 0:
        return Fit.EXACT
    return Fit.ROUNDING if gap <= len(printed) * Fraction(1, 2 * 10**decimals) else Fit.WRONG


def _ends(interval: Interval) -> tuple[Exact, Exact]:
    if interval.low is None or interval.high is None:
        raise ValueError("区间没有上下限")
    return interval.low, interval.high


def _middle(interval: Interval) -> Fraction:
    low, high = _ends(interval)
    return Fraction(low + high) / 2


def _extremes(pairs: list[tuple[Exact, Exact]], base: Interval) -> Interval:
    if 0 in base:
        raise NoRatio("基数可能为零，没有百分比可言")
    quotients = [Fraction(a) / b for a, b in pairs]
    return Interval(min(quotients), max(quotients))
