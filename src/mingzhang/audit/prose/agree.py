"""Agree 相同: whether a printed number of prose is a figure, at the precision at which it is printed."""

from collections.abc import Iterable
from typing import Final

from mingzhang.audit.interval import Exact, half_up, size
from mingzhang.disclosure.fact import Fact
from mingzhang.terms.printed import Printed

ABOUT: Final = ("约", "近", "左右", "余", "多")
_SCALES: Final = {"元": 100, "万元": 1_000_000, "万": 1_000_000, "亿元": 10_000_000_000, "亿": 10_000_000_000}


def scale(number: Printed) -> int:
    """The fen in one of the number's unit; prose without a unit means 万元."""
    return _SCALES.get(number.unit, 1_000_000)


def step(number: Printed) -> int:
    """The worth in fen of one unit of its last printed place."""
    return max(1, scale(number) // int(10**number.places))


def slack(printed: Iterable[Printed | None]) -> int:
    """How far a sum of printed amounts may be off by rounding; what is printed as nothing is nothing."""
    return sum(step(number) for number in printed if number and number.value) // 2


def fact_step(fact: Fact) -> int:
    """The worth of one unit of the last place of a figure."""
    return 2 * fact.spread or fact.unit.last_place


def agrees(value: int, number: Printed, fact: Fact, *, about: bool = False) -> bool:
    """Whether prose that prints `number`, worth `value`, states the figure.

    At the same precision digit for digit; otherwise as far as the coarser of the two can tell. A printed nothing says
    that there is nothing.
    """
    mine, theirs = step(number), fact_step(fact)
    if value == 0:
        return size(fact.value) <= min(mine, theirs) // 2
    shown = half_up(fact.value, mine) if fact.spread == 0 else fact.value
    gap = size(value - shown)
    if about:
        return gap <= max(mine, theirs)
    return gap == 0 if mine == theirs else gap <= max(mine, theirs) // 2


def shown(value: Exact, number: Printed, places: int | None = None) -> str:
    """A value as prose would print it in the unit of `number`."""
    digits = number.places if places is None else places
    grain = int(10**digits)
    steps = int(half_up(value * grain, scale(number)) // scale(number))
    whole, rest = divmod(abs(steps), grain)
    sign = "-" if steps < 0 else ""
    return f"{sign}{whole}.{rest:0{digits}d}" if digits else f"{sign}{whole}"
