"""Glyphs 字符: the characters of a page, each once, with where it stands when the text is upright."""

import math
import re
from array import array
from collections import Counter, deque
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
_OFF: Final = 2.0
"""Points a character may stand off the page."""
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
    styles = _styles(text_page, count)
    quarters = Counter(styles[place].quarter for place in visible)
    hidden = quarters.pop(_HIDDEN, 0)
    oblique = quarters.pop(_OBLIQUE, 0)
    if not quarters:
        return Glyphs(hidden=hidden + oblique), frame
    frame = replace(frame, text=quarters.most_common(1)[0][0])
    return _placed(text_page, text, styles, visible, frame, hidden), frame


def _placed(
    text_page: int, text: str, styles: Sequence[_Style], visible: Sequence[int], frame: Frame, hidden: int
) -> Glyphs:
    count = len(text)
    size = [style.size for style in styles]
    left, base = _origins(text_page, count, frame)
    right = [
        end if 0 < end - start <= _WIDEST * height else start + height / 2
        for start, end, height in zip(left, _ends(text_page, count, frame), size, strict=True)
    ]
    far, deep = frame.width + _OFF, frame.height + _OFF
    on_page = [
        place for place in visible if -_OFF <= left[place] <= far and -_OFF <= base[place] <= deep and size[place] > 0.5
    ]
    standing = [place for place in on_page if styles[place].quarter == frame.text]
    sideways = [place for place in on_page if styles[place].quarter not in (frame.text, _OBLIQUE, _HIDDEN)]
    unmapped = sum(map(native.char_unmapped, repeat(text_page), standing))
    return Glyphs(text, left, right, base, size, standing, sideways, unmapped, hidden)


_SPACES: Final = frozenset(chr(code) for code in range(0x10000) if _BLANK.match(chr(code)))


def _letter(code: int) -> str:
    return chr(code) if code < 0xD800 or 0xE000 <= code < 0x110000 else "\ufffd"


def _styles(text_page: int, count: int) -> list[_Style]:
    """How each character runs and how high it is; asked once for each text object."""
    objects = list(map(native.char_object, repeat(text_page), range(count)))
    first = dict(zip(reversed(objects), range(count - 1, -1, -1), strict=True))
    places = list(first.values())
    room = array("f", bytes(24 * len(places)))
    start = room.buffer_info()[0]
    _exhaust(map(native.char_matrix, repeat(text_page), places, range(start, start + 24 * len(places), 24)))
    sizes = map(native.font_size, repeat(text_page), places)
    modes = map(native.render_mode, first)
    known: dict[tuple[float, ...], _Style] = {}
    of_object: dict[int | None, _Style] = {}
    sides = (room[0::6], room[1::6], room[2::6], room[3::6])
    for each, key in zip(first, zip(sizes, modes, *sides, strict=True), strict=True):
        style = known.get(key)
        if style is None:
            style = known[key] = _style(*key)
        of_object[each] = style if each else _NONE
    return list(map(of_object.__getitem__, objects))


def _style(font_size: float, mode: float, a: float, b: float, c: float, d: float) -> _Style:
    """How characters of a matrix run, and how high they are in points."""
    along = math.hypot(a, b)
    if mode in (native.INVISIBLE, native.CLIP_ONLY) or not along or not math.isfinite(along):
        return _NONE
    angle = math.degrees(math.atan2(b, a))
    quarter = round(angle / 90)
    size = round(font_size * abs(a * d - b * c) / along, 1)
    return _Style(quarter % 4 if abs(angle - quarter * 90) <= _ASKEW else _OBLIQUE, size)


_NONE: Final = _Style(_HIDDEN, 0.0)


def _origins(text_page: int, count: int, frame: Frame) -> tuple[Sequence[float], Sequence[float]]:
    """Where each character begins on its baseline, on the upright page."""
    xs, ys = array("d", bytes(8 * count)), array("d", bytes(8 * count))
    x, y = xs.buffer_info()[0], ys.buffer_info()[0]
    steps = (range(x, x + 8 * count, 8), range(y, y + 8 * count, 8))
    _exhaust(map(native.char_origin, repeat(text_page), range(count), *steps))
    a, b, c, d, e, f = frame.turn
    if frame.text % 2:
        return [c * y + e for y in ys], [b * x + f for x in xs]
    return [a * x + e for x in xs], [d * y + f for y in ys]


def _ends(text_page: int, count: int, frame: Frame) -> Sequence[float]:
    """Where each character ends along the text, on the upright page."""
    boxes = array("f", bytes(16 * count))
    start = boxes.buffer_info()[0]
    _exhaust(map(native.char_box, repeat(text_page), range(count), range(start, start + 16 * count, 16)))
    # A box is left, top, right, bottom.
    a, _, c, _, e, _ = frame.turn
    scale = c if frame.text % 2 else a
    return [scale * end + e for end in boxes[(2, 1, 0, 3)[frame.text] :: 4]]


def _exhaust(calls: Iterator[object]) -> None:
    deque(calls, maxlen=0)
