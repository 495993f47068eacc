"""Styles 字符样式: how the characters of a page run and how high they are, asked once for all that look alike."""

import math
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import repeat
from typing import Final, NamedTuple

from mingzhang.reading.pdf import native
from mingzhang.reading.pdf.places import Places, origins_of

OBLIQUE: Final = -1
HIDDEN: Final = -2
_ASKEW: Final = 4.0
"""Degrees a text may lean and still count as straight."""
_FEW: Final = 3
"""Characters that look alike, on average, where text runs level; if there are fewer it may run upright."""
_EXACT: Final = 0.05
"""Points the box of a character may begin beside its origin."""
_UNSEEN: Final = (native.UNKNOWN, native.INVISIBLE, native.CLIP_ONLY)


class Style(NamedTuple):
    """How far a character is turned, in quarters, and its size in points."""

    quarter: int
    size: float


_NONE: Final = Style(HIDDEN, 0.0)


class Example(NamedTuple):
    """A character that stands for all that look like it: its place, its style, and where its origin is."""

    place: int
    quarter: int
    size: float
    x: float = 0.0
    y: float = 0.0

    def along(self, quarter: int) -> float:
        """Where its origin is along text turned by so many quarters."""
        return self.y if quarter % 2 else self.x

    def across(self, quarter: int) -> float:
        """Where its origin is across such text."""
        return self.x if quarter % 2 else self.y


class Looks(NamedTuple):
    """What each character looks like, as a number, and an example of each look.

    Those of one font on one baseline look alike, where text runs level or, if `upright`, where it runs upright.
    """

    of_each: Sequence[int]
    examples: dict[int, Example]
    upright: bool

    def quarters(self) -> Counter[int]:
        """How many characters are turned by how many quarters."""
        different = {example.quarter for example in self.examples.values()}
        if len(different) == 1:
            return Counter({different.pop(): len(self.of_each)})
        return Counter(self.examples[look].quarter for look in self.of_each)

    def tell(self, begins: Sequence[float], quarter: int) -> bool:
        """Whether characters turned by so many quarters begin at their origins, as far as examples show.

        Then those that look alike stand on one baseline.
        """
        return self.upright == bool(quarter % 2) and all(
            abs(begins[example.place] - example.along(quarter)) <= _EXACT
            for example in self.examples.values()
            if example.quarter == quarter
        )


def looks_of(text_page: int, places: Places) -> Looks:
    """The looks of all characters, level or upright: whichever are fewer."""
    looks, upright = places.across(), False
    first = _first(looks)
    if len(first) * _FEW > len(looks):
        others = places.across(upright=True)
        if len(seen := _first(others)) < len(first):
            looks, first, upright = others, seen, True
    examples = _examples(text_page, places, list(first.values()))
    return Looks(looks, dict(zip(first, examples, strict=True)), upright)


def _first(looks: Sequence[int]) -> dict[int, int]:
    """Where each look is met first."""
    return dict(zip(reversed(looks), range(len(looks) - 1, -1, -1), strict=True))


def _examples(text_page: int, places: Places, chosen: Sequence[int]) -> Iterator[Example]:
    """What PDFium says of the characters at these places."""
    numbers = [places.numbers[place] for place in chosen]
    about, matrices = native.ready(text_page), native.Rows("f", len(numbers), 6)
    deque(map(native.char_matrix, repeat(about), numbers, matrices.starts()), maxlen=0)
    sizes = map(native.font_size, repeat(about), numbers)
    objects = map(native.ready, map(native.char_object, repeat(about), numbers))
    a, b, c, d, *_ = matrices.columns()
    styles = map(_style, map(native.render_mode, objects), sizes, a, b, c, d)
    for place, (quarter, size), x, y in zip(chosen, styles, *origins_of(text_page, numbers), strict=True):
        yield Example(place, quarter, size, x, y)


@lru_cache(maxsize=1024)
def _style(mode: int, font_size: float, a: float, b: float, c: float, d: float) -> Style:
    along = math.hypot(a, b)
    if mode in _UNSEEN or not along or not math.isfinite(along):
        return _NONE
    angle = math.degrees(math.atan2(b, a))
    quarter = round(angle / 90)
    size = round(font_size * abs(a * d - b * c) / along, 1)
    return Style(quarter % 4 if abs(angle - quarter * 90) <= _ASKEW else OBLIQUE, size)
