"""Places 字符位置: where PDFium puts the characters of a page, in PDF's own coordinates."""

from array import array
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat

from mingzhang.reading.pdf import native


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
    boxes = native.Rows("f", len(numbers), 4)
    deque(map(native.char_box, repeat(native.ready(text_page)), numbers, boxes.starts()), maxlen=0)
    return Places(numbers, *boxes.columns())


def origins_of(text_page: int, numbers: Sequence[int]) -> "list[array[float]]":
    """The abscissas and the ordinates of the origins of the characters of these numbers."""
    origins = native.Rows("d", len(numbers), 2)
    deque(map(native.char_origin, repeat(native.ready(text_page)), numbers, *origins.places()), maxlen=0)
    return origins.columns()
