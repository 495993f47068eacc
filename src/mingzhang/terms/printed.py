"""Printed 印出的数: a number as it stands in a text, with what it is a number of and how exactly it is given."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

_WIDE: Final = str.maketrans("０１２３４５６７８９．，％－＋（）：；", "0123456789.,%-+():;")
_UNITS: Final = (
    "个百分点", "亿元", "万元", "元", "亿", "万", "%", "人次", "批次", "台/套", "台(套)", "台套", "人", "个", "辆",
    "次", "批", "台", "项", "条", "家", "件", "年度", "年", "月", "日", "号", "分",
)  # fmt: skip
_NUMBER: Final = re.compile(
    r"(?<![\d.A-Za-z])(?<!\d,)(?P<sign>[-+]?)(?P<digits>\d{1,3}(?:,\s?\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<unit>\s*(?:" + "|".join(re.escape(unit) for unit in _UNITS) + r"))?"
)
_REMEMBERED: Final = 4096
"""A paragraph is asked for its numbers by reading, understanding and one check after the other."""
_SCALE: Final = {"元": 100, "万元": 1_000_000, "万": 1_000_000, "亿元": 10_000_000_000, "亿": 10_000_000_000}


@dataclass(frozen=True, slots=True)
class Printed:
    """A number in a text from `start` to `end` (its unit included).

    `value` is what the digits say, `places` their decimals, `unit` the word behind them: 万元, 元, %, 辆 …, or nothing.
    """

    text: str
    value: Fraction
    places: int
    unit: str
    start: int
    end: int

    @property
    def is_money(self) -> bool:
        """Whether an amount of money is meant: its unit says so."""
        return self.unit in _SCALE

    @property
    def is_rate(self) -> bool:
        """Whether a percentage is meant."""
        return self.unit == "%"

    @property
    def fen(self) -> int:
        """The amount in fen, rounded half up; an amount without unit counts as 万元."""
        scaled = self.value * _SCALE.get(self.unit, 1_000_000)
        return (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)

    @property
    def spread(self) -> int:
        """Half of the last printed place, in fen."""
        return int(Fraction(_SCALE.get(self.unit, 1_000_000), 2 * 10**self.places))


def plain(text: str) -> str:
    """The text with full-width digits and marks as plain ones; every character keeps its place."""
    return text.translate(_WIDE)


def numbers(text: str) -> Iterator[Printed]:
    """Every number of a text from left to right, years and ordinals included."""
    return iter(_numbers(text))


@lru_cache(_REMEMBERED)
def _numbers(text: str) -> tuple[Printed, ...]:
    return tuple(_found(text))


def _found(text: str) -> Iterator[Printed]:
    flat = plain(text)
    for found in _NUMBER.finditer(flat):
        digits = re.sub(r"[,\s]", "", found["digits"])
        value = Fraction(digits) * (-1 if found["sign"] == "-" else 1)
        places = len(digits.partition(".")[2])
        yield Printed(text[found.start() : found.end()], value, places, (found["unit"] or "").strip(), *found.span())


def number_of(text: str) -> Printed | None:
    """The number of a phrase that states one, such as 减少 13.94 万元; None when it states none."""
    return next(numbers(text), None)
