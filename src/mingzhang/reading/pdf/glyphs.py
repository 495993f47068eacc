"""Glyphs 字符: the characters of a page, each once, with where it stands when the text is upright."""

import re
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import repeat
from operator import itemgetter
from typing import Final

from mingzhang.reading.pdf import native
from mingzhang.reading.pdf.frame import Frame
from mingzhang.reading.pdf.letters import plain_letters
from mingzhang.reading.pdf.limits import MOST_GLYPHS, PageTooFull
from mingzhang.reading.pdf.places import Places, read_places
from mingzhang.reading.pdf.styles import HIDDEN, OBLIQUE, Style, styles_of

_PAIRED: Final = re.compile("[\ufffd\U00010000-\U0010ffff]")
_SAMPLE: Final = 4
"""One character in so many is asked whether its font tells what it is."""
_OFF: Final = 2.0
"""Points a character may stand off the page."""
_SMALLEST: Final = 0.5
_WIDEST: Final = 2.5
"""Times its size a character may be wide before its width is not believed."""
_SPACES: Final = frozenset(
    "\u00a0\u00ad\u2028\u2029\u2060\u3000\ufeff\ufffe\uffff\x7f"
    + "".join(map(chr, (*range(0x21), *range(0x2000, 0x2010), *range(0x80, 0xA0))))
)
"""Characters that show nothing."""


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Characters in parallel: what they are, their left and right ends, baseline and size in points.

    `standing` are the places of the characters that run with the text, blanks left out; `sideways` those turned by a
    quarter or more. `unmapped` is the share of characters of which the file does not say what they are, `hidden` counts
    those that are not drawn, as the words a scanner laid under its picture.
    """

    text: str = ""
    left: Sequence[float] = ()
    right: Sequence[float] = ()
    base: Sequence[float] = ()
    size: Sequence[float] = ()
    standing: Sequence[int] = ()
    sideways: Sequence[int] = ()
    unmapped: float = 0.0
    hidden: int = 0


def read_glyphs(text_page: int, frame: Frame) -> tuple[Glyphs, Frame]:
    """The characters of a page and its frame turned to them; PageTooFull when there are too many."""
    count = native.count_chars(text_page)
    if count > MOST_GLYPHS:
        raise PageTooFull("文字")
    text = plain_letters(_text(text_page, count)) if count > 0 else ""
    visible = [place for place, letter in enumerate(text) if letter not in _SPACES]
    if not visible:
        return Glyphs(), frame
    places = read_places(text_page, count)
    styles, kinds = styles_of(text_page, places)
    quarters = Counter({kind.quarter: len(visible) for kind in kinds})
    if len(quarters) > 1:
        quarters = Counter(map(itemgetter(0), map(styles.__getitem__, visible)))
    unseen = quarters.pop(HIDDEN, 0)
    oblique = quarters.pop(OBLIQUE, 0)
    if not quarters:
        return Glyphs(hidden=unseen + oblique), frame
    frame = replace(frame, text=quarters.most_common(1)[0][0])
    glyphs = _placed(text, places, styles, kinds, visible, frame)
    return replace(glyphs, hidden=unseen, unmapped=_unmapped(text_page, glyphs.standing)), frame


def _placed(
    text: str,
    places: Places,
    styles: Sequence[Style],
    kinds: frozenset[Style],
    visible: Sequence[int],
    frame: Frame,
) -> Glyphs:
    a, b, c, d, e, f = frame.turn
    size = [height for _, height in styles]
    scale, along, across = (c, places.ys, places.xs) if frame.text % 2 else (a, places.xs, places.ys)
    drop = b if frame.text % 2 else d
    left, base = [scale * at + e for at in along], [drop * at + f for at in across]
    right = [
        end if 0 < (end := scale * at + e) - start <= _WIDEST * height else start + height / 2
        for at, start, height in zip(places.ends(frame.text), left, size, strict=True)
    ]
    far, deep = frame.width + _OFF, frame.height + _OFF
    if min(left) < -_OFF or max(left) > far or min(base) < -_OFF or max(base) > deep:
        visible = [place for place in visible if -_OFF <= left[place] <= far and -_OFF <= base[place] <= deep]
    straight = {kind for kind in kinds if kind.quarter == frame.text and kind.size > _SMALLEST}
    turned = {kind for kind in kinds if kind.quarter not in (OBLIQUE, HIDDEN, frame.text)}
    standing = visible if straight == kinds else [place for place in visible if styles[place] in straight]
    sideways = [place for place in visible if styles[place] in turned] if turned else []
    return Glyphs(text, left, right, base, size, standing, sideways)


def _unmapped(text_page: int, standing: Sequence[int]) -> float:
    sample = standing[::_SAMPLE]
    found: int = sum(map(native.char_unmapped, repeat(text_page), sample))
    return found / max(1, len(sample))


def _text(text_page: int, count: int) -> str:
    """One letter for each character: asked for at once, or one by one where some have none or two."""
    room = array("H", bytes(2 * count + 2))
    native.whole_text(text_page, 0, count, room.buffer_info()[0])
    text = room.tobytes().decode("utf-16-le", "replace").rstrip("\0")
    if len(text) == count and not _PAIRED.search(text):
        return text
    return "".join(map(_letter, map(native.char_code, repeat(text_page), range(count))))


def _letter(code: int) -> str:
    return chr(code) if code < 0xD800 or 0xE000 <= code < 0x110000 else "\ufffd"
