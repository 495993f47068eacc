"""Places 字符位置: where PDFium puts the characters of a page, in PDF's own coordinates."""

from array import array
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from typing import Any, Final

from mingzhang.reading.pdf import native

_AT_ONCE: Final = 1024


@dataclass(frozen=True, slots=True)
class Places:
    """The four sides of the boxes of some characters of a page, which are known by their `numbers`.

    Along the text a box begins at the character's origin and is as wide as the character. Across it a box is as high as
    a font claims to be, so it says nothing by itself, but is the same for all characters of a font on one baseline.
    """

    numbers: Sequence[int]
    lefts: "array[float]"
    tops: "array[float]"
    rights: "array[float]"
    bottoms: "array[float]"

    def starts(self, quarter: int) -> "array[float]":
        """The sides at which text turned by so many quarters begins."""
        return (self.lefts, self.bottoms, self.rights, self.tops)[quarter]

    def ends(self, quarter: int) -> "array[float]":
        """The sides at which text turned by so many quarters ends."""
        return (self.rights, self.tops, self.lefts, self.bottoms)[quarter]

    def across(self, *, upright: bool = False) -> list[int]:
        """For each character a number that is the same where both sides across the text are, level or upright."""
        one, other = (self.lefts, self.rights) if upright else (self.tops, self.bottoms)
        pairs = array("f", bytes(8 * len(self.numbers)))
        pairs[0::2], pairs[1::2] = one, other
        return memoryview(pairs).cast("B").cast("Q").tolist()


def read_places(text_page: int, numbers: Sequence[int]) -> Places:
    """The places of the characters of these numbers."""
    about, (desk, starts), boxes = native.ready(text_page), _desk(), array("f")
    for first in range(0, len(numbers), _AT_ONCE):
        some = numbers[first : first + _AT_ONCE]
        deque(map(native.char_box, repeat(about), some, starts), maxlen=0)
        boxes += desk.rows(len(some))
    return Places(numbers, *(boxes[side::4] for side in range(4)))


@cache
def _desk() -> tuple[native.Rows, list[Any]]:
    """Room for some boxes that is kept, for to make its addresses ready takes a good part of the time of a call."""
    rows = native.Rows("f", _AT_ONCE, 4)
    return rows, list(rows.starts())


def origins_of(text_page: int, numbers: Sequence[int]) -> "list[array[float]]":
    """The abscissas and the ordinates of the origins of the characters of these numbers."""
    origins = native.Rows("d", len(numbers), 2)
    deque(map(native.char_origin, repeat(native.ready(text_page)), numbers, *origins.places()), maxlen=0)
    return origins.columns()
