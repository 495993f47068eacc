"""Glyphs 字符: the characters of a page, each once, with where it stands when the text is upright."""

import math
import re
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import repeat
from typing import Final, NamedTuple

from mingzhang.reading.pdf import native
from mingzhang.reading.pdf.frame import Frame
from mingzhang.reading.pdf.letters import plain_letters
from mingzhang.reading.pdf.limits import MOST_GLYPHS, PageTooFull

_BLANK: Final = re.compile(r"[\s\x00-\x20\u00a0\u00ad\u200b-\u200f\u2028\u2029\u2060\u3000\ufeff\ufffe\uffff]")
_ASKEW: Final = 4.0
"""Degrees a text may lean and still count as straight."""
_OBLIQUE: Final = -1
_HIDDEN: Final = -2
_WIDEST: Final = 2.5
"""Times its size a character may be wide before its width is not believed."""


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Characters in parallel: what they are, their left and right ends, baseline and size in points.

    `standing` are the places of the characters that run with the text, blanks left out; `sideways` those turned by a
    quarter or more. `unmapped` counts characters of which the file does not say what they are, `hidden` those that are
    not drawn, as the words a scanner laid under its picture.
    """

    text: str = ""
    left: Sequence[float] = ()
    right: Sequence[float] = ()
    base: Sequence[float] = ()
    size: Sequence[float] = ()
    standing: Sequence[int] = ()
    sideways: Sequence[int] = ()
    unmapped: int = 0
    hidden: int = 0


class _Style(NamedTuple):
    quarter: int
    size: float


def read_glyphs(text_page: int, frame: Frame) -> tuple[Glyphs, Frame]:
    """The characters of a page and its frame turned to them; PageTooFull when there are too many."""
    count = native.count_chars(text_page)
    if count > MOST_GLYPHS:
        raise PageTooFull("文字")
    if count <= 0:
        return Glyphs(), frame
    codes = list(map(native.char_code, repeat(text_page), range(count)))
    text = plain_letters("".join(map(_letter, codes)))
    visible = [place for place in range(count) if text[place] not in _SPACES]
    if not visible:
        return Glyphs(), frame
    objects = list(map(native.char_object, repeat(text_page), range(count)))
    first = dict(zip(reversed(objects), range(count - 1, -1, -1), strict=True))
    styles = {each: _style(text_page, each, place) for each, place in first.items()}
    quarters = Counter(styles[objects[place]].quarter for place in visible)
    hidden = quarters.pop(_HIDDEN, 0)
    oblique = quarters.pop(_OBLIQUE, 0)
    if not quarters:
        return Glyphs(hidden=hidden + oblique), frame
    frame = replace(frame, text=quarters.most_common(1)[0][0])
    xs, ys = _origins(text_page, count)
    ends = _ends(text_page, count, frame.text)
    return _placed(text, xs, ys, ends, [styles[each] for each in objects], visible, frame, hidden, text_page), frame


def _placed(
    text: str,
    xs: Sequence[float],
    ys: Sequence[float],
    ends: Sequence[float],
    styles: Sequence[_Style],
    visible: Sequence[int],
    frame: Frame,
    hidden: int,
    text_page: int,
) -> Glyphs:
    a, b, c, d, e, f = frame.turn
    left = [a * x + c * y + e for x, y in zip(xs, ys, strict=True)]
    base = [round(b * x + d * y + f, 1) for x, y in zip(xs, ys, strict=True)]
    size = [style.size for style in styles]
    scale, shift = (a, e) if frame.text % 2 == 0 else (c, e)
    right = [_right(start, scale * end + shift, height) for start, end, height in zip(left, ends, size, strict=True)]
    on_page = [
        place
        for place in visible
        if -2 <= left[place] <= frame.width + 2 and -2 <= base[place] <= frame.height + 2 and size[place] > 0.5
    ]
    standing = [place for place in on_page if styles[place].quarter == frame.text]
    sideways = [place for place in on_page if styles[place].quarter not in (frame.text, _OBLIQUE, _HIDDEN)]
    unmapped = sum(map(native.char_unmapped, repeat(text_page), standing))
    return Glyphs(text, left, right, base, size, standing, sideways, unmapped, hidden)


def _right(start: float, end: float, size: float) -> float:
    """Where a character ends; half its size when its box says something that cannot be."""
    return end if 0 < end - start <= _WIDEST * size else start + size / 2


_SPACES: Final = frozenset(chr(code) for code in range(0x10000) if _BLANK.match(chr(code)))


def _letter(code: int) -> str:
    return chr(code) if code < 0xD800 or 0xE000 <= code < 0x110000 else "\ufffd"


def _style(text_page: int, text_object: int | None, place: int) -> _Style:
    """How the characters of one text object run, and how high they are in points."""
    if not text_object:
        return _Style(_HIDDEN, 0.0)
    if native.render_mode(text_object) in (native.INVISIBLE, native.CLIP_ONLY):
        return _Style(_HIDDEN, 0.0)
    room = native.Floats(6)
    if not native.char_matrix(text_page, place, room.start):
        return _Style(0, native.font_size(text_page, place))
    a, b, c, d, _, _ = room.values()
    along = math.hypot(a, b)
    if not along or not math.isfinite(along):
        return _Style(_HIDDEN, 0.0)
    angle = math.degrees(math.atan2(b, a))
    quarter = round(angle / 90)
    size = round(native.font_size(text_page, place) * abs(a * d - b * c) / along, 1)
    return _Style(quarter % 4 if abs(angle - quarter * 90) <= _ASKEW else _OBLIQUE, size)


def _origins(text_page: int, count: int) -> tuple[Sequence[float], Sequence[float]]:
    xs, ys = array("d", bytes(8 * count)), array("d", bytes(8 * count))
    x, y = xs.buffer_info()[0], ys.buffer_info()[0]
    _exhaust(
        map(
            native.char_origin,
            repeat(text_page),
            range(count),
            range(x, x + 8 * count, 8),
            range(y, y + 8 * count, 8),
        )
    )
    return xs, ys


def _ends(text_page: int, count: int, quarter: int) -> Sequence[float]:
    """Where each character ends along the text, in PDF's coordinates: x for level text, y for upright."""
    boxes = array("f", bytes(16 * count))
    start = boxes.buffer_info()[0]
    _exhaust(map(native.char_box, repeat(text_page), range(count), range(start, start + 16 * count, 16)))
    # A box is left, top, right, bottom.
    return boxes[(2, 1, 0, 3)[quarter] :: 4]


def _exhaust(calls: Iterator[object]) -> None:
    for _ in calls:
        pass
