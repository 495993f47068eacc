"""Places 字符位置: where PDFium puts the characters of a page, in PDF's own coordinates."""

from array import array
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat

from mingzhang.reading.pdf import native


@dataclass(frozen=True, slots=True)
class Places:
    """Origins on the baseline and the four sides of the boxes, one of each for every character.

    Only the sides along the text are worth something: across it a box is as high as a font claims to be.
    """

    xs: Sequence[float]
    ys: Sequence[float]
    lefts: Sequence[float]
    tops: Sequence[float]
    rights: Sequence[float]
    bottoms: Sequence[float]

    def ends(self, quarter: int) -> Sequence[float]:
        """The sides at which text turned by so many quarters ends."""
        return (self.rights, self.tops, self.lefts, self.bottoms)[quarter]


def read_places(text_page: int, count: int) -> Places:
    """The places of the first `count` characters."""
    xs, ys = array("d", bytes(8 * count)), array("d", bytes(8 * count))
    x, y = xs.buffer_info()[0], ys.buffer_info()[0]
    steps = (range(x, x + 8 * count, 8), range(y, y + 8 * count, 8))
    _exhaust(map(native.char_origin, repeat(text_page), range(count), *steps))
    boxes = array("f", bytes(16 * count))
    start = boxes.buffer_info()[0]
    _exhaust(map(native.char_box, repeat(text_page), range(count), range(start, start + 16 * count, 16)))
    return Places(xs, ys, boxes[0::4], boxes[1::4], boxes[2::4], boxes[3::4])


def _exhaust(calls: Iterator[object]) -> None:
    deque(calls, maxlen=0)
