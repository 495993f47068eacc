"""Slip 笔误: how far one printed number is from another in digits, and what it was most likely meant to be."""

from fractions import Fraction
from math import ceil, floor
from typing import Final

from mingzhang.audit.interval import Exact, Interval, size
from mingzhang.audit.prose.agree import shown, step
from mingzhang.terms.printed import Printed

_MOST: Final = 2000
"""So many candidates are looked at; among more there is always one that looks alike."""


def distance(one: str, other: str) -> int:
    """How many digits must be changed, added, left out or swapped with the next to make one number of the other."""
    first, second = (_digits(text) for text in (one, other))
    rows = [list(range(len(second) + 1))]
    for i, digit in enumerate(first, 1):
        row = [i]
        for j, wanted in enumerate(second, 1):
            steps = [rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (digit != wanted)]
            if i > 1 and j > 1 and first[i - 2 : i] == second[j - 2 : j][::-1]:
                steps.append(rows[-2][j - 2] + 1)
            row.append(min(steps))
        rows.append(row)
    return rows[-1][-1]


def likeliest(number: Printed, low: Exact, high: Exact) -> tuple[int, int] | None:
    """The amount that rounds into limits and whose digits look most like those printed, and how many differ."""
    grain = step(number)
    half = Fraction(1, 2)
    first, last = ceil(Fraction(low) / grain - half), floor(Fraction(high) / grain + half)
    if not 0 <= last - first <= _MOST:
        return None
    middle = Fraction(low + high) / 2
    found = [
        (distance(shown(k * grain, number), number.text), size(k * grain - middle), k) for k in range(first, last + 1)
    ]
    differing, _, k = min(found)
    return k * grain, differing


def rate_differs(number: Printed, possible: Interval) -> int:
    """How many digits of a printed rate differ from the likeliest one that fits; `possible` is a plain ratio."""
    grain, low, high = 10**number.places, possible.low or 0, possible.high or 0
    first, last = ceil(Fraction(low) * 100 * grain) - 1, floor(Fraction(high) * 100 * grain) + 1
    steps = range(first, min(last, first + _MOST) + 1)
    return min((distance(f"{abs(k):0{number.places + 1}d}", number.text) for k in steps), default=_MOST)


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())
