"""Percent 百分比: how a printed percentage fits the figures it is made of, in every way they can be read."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from mingzhang.audit.interval import Exact, Fit, Interval, NoRatio, fit_growth, fit_share, half_up
from mingzhang.terms.printed import Printed

_BEST = {Fit.EXACT: 0, Fit.ROUNDING: 1, Fit.LAST_PLACE: 2, Fit.WRONG: 3}


@dataclass(frozen=True, slots=True)
class Pair:
    """The two figures a percentage is made of: part and whole, or change and this year's figure."""

    first: Interval
    second: Interval


Measure = Callable[[Fraction, int, Interval, Interval], Fit]


def pairs(first: Iterable[Interval], second: Iterable[Interval]) -> Iterator[Pair]:
    """Every way to read both."""
    return (Pair(a, b) for a, b in product(first, tuple(second)))


def best(printed: Fraction, places: int, ways: Iterable[Pair], measure: Measure) -> Fit | None:
    """The best fit any reading gives; None when there is nothing that a percentage could be of."""
    found: Fit | None = None
    for way in ways:
        try:
            fit = measure(printed, places, way.first, way.second)
        except NoRatio:
            continue
        if fit is Fit.EXACT:
            return fit
        found = fit if found is None or _BEST[fit] < _BEST[found] else found
    return found


def share_of(printed: Fraction, places: int, ways: Iterable[Pair]) -> Fit | None:
    """The fit of a share."""
    return best(printed, places, ways, fit_share)


def growth_of(printed: Fraction, places: int, ways: Iterable[Pair]) -> Fit | None:
    """The fit of a rate of change."""
    return best(printed, places, ways, fit_growth)


def middle(interval: Interval) -> Fraction:
    """The figure as printed."""
    return Fraction((interval.low or 0) + (interval.high or 0)) / 2


def percent(ratio: Exact, number: Printed) -> str:
    """A ratio as it would be printed with the decimals of `number`."""
    return in_percent(Fraction(ratio) * 100, number.places)


def in_percent(value: Fraction, places: int) -> str:
    """A value in per cent with so many decimals."""
    steps = int(half_up(value * 10**places, 1))
    whole, rest = divmod(abs(steps), 10**places)
    tail = f".{rest:0{places}d}" if places else ""
    return f"{'-' if steps < 0 else ''}{whole}{tail}%"


def off_by_hundred(printed: Fraction, right: Fraction) -> str:
    """The words for a factor of 100 lost or won, when that is all that is wrong."""
    if right and abs(printed * 100 - right) * 200 <= abs(right):
        return "；漏乘100"
    if right and abs(printed - right * 100) * 200 <= abs(right * 100):
        return "；多乘了100"
    return ""
