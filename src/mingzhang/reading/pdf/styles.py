"""Styles 字符样式: how the characters of a page run and how high they are, asked once for all that look alike."""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from mingzhang.reading.pdf import native
from mingzhang.reading.pdf.places import Places

OBLIQUE: Final = -1
HIDDEN: Final = -2
_ASKEW: Final = 4.0
"""Degrees a text may lean and still count as straight."""
_FEW: Final = 3
"""Characters that look alike, on average, where text runs level; if there are fewer it may run upright."""
_UNSEEN: Final = (native.INVISIBLE, native.CLIP_ONLY)


class Style(NamedTuple):
    """How far a character is turned, in quarters, and its size in points."""

    quarter: int
    size: float


_NONE: Final = Style(HIDDEN, 0.0)


def styles_of(text_page: int, places: Places) -> tuple[list[Style], frozenset[Style]]:
    """The style of each character, and the different ones: those on one baseline that reach as high are of one."""
    keys = list(map(complex, places.ys, places.tops))
    first = _first(keys)
    if len(first) * _FEW > len(keys):
        upright = list(map(complex, places.xs, places.rights))
        keys, first = min((keys, first), (upright, _first(upright)), key=lambda choice: len(choice[1]))
    ask = _Asking(text_page)
    known = {key: ask(place) for key, place in first.items()}
    return list(map(known.__getitem__, keys)), frozenset(known.values())


def _first(keys: Sequence[complex]) -> dict[complex, int]:
    """Where each pair of a baseline and a height first stands."""
    return dict(zip(reversed(keys), range(len(keys) - 1, -1, -1), strict=True))


class _Asking:
    """Asks PDFium about single characters."""

    def __init__(self, text_page: int) -> None:
        self._text_page = text_page
        self._matrix = native.Floats(6)

    def __call__(self, place: int) -> Style:
        text_object = native.char_object(self._text_page, place)
        if not text_object or native.render_mode(text_object) in _UNSEEN:
            return _NONE
        if not native.char_matrix(self._text_page, place, self._matrix.start):
            return _NONE
        a, b, c, d, *_ = self._matrix.values()
        return _style(native.font_size(self._text_page, place), a, b, c, d)


@lru_cache(maxsize=1024)
def _style(font_size: float, a: float, b: float, c: float, d: float) -> Style:
    along = math.hypot(a, b)
    if not along or not math.isfinite(along):
        return _NONE
    angle = math.degrees(math.atan2(b, a))
    quarter = round(angle / 90)
    size = round(font_size * abs(a * d - b * c) / along, 1)
    return Style(quarter % 4 if abs(angle - quarter * 90) <= _ASKEW else OBLIQUE, size)
