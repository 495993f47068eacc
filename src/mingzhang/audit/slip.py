"""Slip 笔误: whether a printed number is what a slip of the pen makes of another, and of which.

People swap neighbouring digits, lose the point or the sign, skip or double a digit, miss one digit, leave a cell
empty. Of several figures that could be wrong, the one that such a slip explains is far more plausible than the rest.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from mingzhang.audit.interval import Exact, half_up, size


class Kind(Enum):
    """How a number goes wrong, the most telling first."""

    SIGN = "正负号写错"
    SWAP = "相邻两位数字颠倒"
    SHIFT = "小数点错位"
    EMPTIED = "漏填"
    DROPPED = "漏一位数字"
    DOUBLED = "重复一位数字"
    DIGIT = "错一位数字"

    @property
    def is_strong(self) -> bool:
        """Whether few numbers are so related by chance; many are a digit apart."""
        return self in (Kind.SIGN, Kind.SWAP, Kind.SHIFT, Kind.EMPTIED)


_LOST_PLACES: Final = (10, 100)
"""A point farther off is another unit."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What went wrong, and the number that was meant."""

    kind: Kind
    meant: int


def slips(printed: int, wanted: Exact, tolerance: Exact) -> Slip | None:
    """The most telling slip from a number at most `tolerance` away from the wanted one to the printed one, if any.

    All in steps of the last printed place: 69.40 is 6940. EMPTIED is not among them: 0 stands for any number.
    """
    for kind, meant in _candidates(printed):
        near = min(meant, key=lambda number: size(number - wanted), default=printed)
        if near != printed and size(near - wanted) <= tolerance:
            return Slip(kind, near)
    return None


def _candidates(printed: int) -> Iterator[tuple[Kind, set[int]]]:
    sign, text = -1 if printed < 0 else 1, str(abs(printed))
    yield Kind.SIGN, {-printed}
    yield Kind.SWAP, {sign * number for number in _swapped(text)}
    yield Kind.SHIFT, {n for by in _LOST_PLACES for n in (printed * by, int(half_up(printed, by)) // by)}
    yield Kind.DROPPED, {sign * number for number in _added(text)}
    yield Kind.DOUBLED, {sign * number for number in _halved(text)}
    yield Kind.DIGIT, {sign * number for number in _changed(text)}


def _swapped(text: str) -> set[int]:
    return {int(text[:i] + text[i + 1] + text[i] + text[i + 2 :]) for i in range(len(text) - 1)}


def _added(text: str) -> set[int]:
    return {int(text[:i] + digit + text[i:]) for i in range(len(text) + 1) for digit in _DIGITS}


def _halved(text: str) -> set[int]:
    return {int(text[:i] + text[i + 1 :]) for i in range(len(text) - 1) if text[i] == text[i + 1]}


def _changed(text: str) -> set[int]:
    return {int(text[:i] + digit + text[i + 1 :]) for i in range(len(text)) for digit in _DIGITS}


_DIGITS: Final = "0123456789"
