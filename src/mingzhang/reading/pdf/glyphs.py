"""Glyphs 字符: the characters of a page, each once, with where it stands when the text is upright."""

import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import repeat
from operator import sub
from typing import Final

from mingzhang.reading.pdf import native
from mingzhang.reading.pdf.frame import Frame
from mingzhang.reading.pdf.letters import plain_letters
from mingzhang.reading.pdf.limits import MOST_GLYPHS, PageTooFull
from mingzhang.reading.pdf.places import Places, origins_of, read_places
from mingzhang.reading.pdf.styles import HIDDEN, OBLIQUE, Looks, looks_of

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
_BLANKS: Final = re.compile(f"[{re.escape(''.join(_SPACES))}]+")

Row = tuple[float, float]
"""What characters of one line share: their baseline and their size, in points."""


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Characters in parallel: what they are, their left and right ends in points, their rows.

    `standing` are the places of the characters that run with the text, blanks left out; `sideways` those turned by a
    quarter or more. `unmapped` is the share of characters of which the file does not say what they are, `hidden` counts
    those that are not drawn, as the words a scanner laid under its picture.
    """

    text: str = ""
    left: Sequence[float] = ()
    right: Sequence[float] = ()
    rows: Sequence[Row] = ()
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
    numbers = [number for number, letter in enumerate(text) if letter not in _SPACES]
    if not numbers:
        return Glyphs(), frame
    places = read_places(text_page, numbers)
    looks = looks_of(text_page, places)
    quarters = looks.quarters()
    unseen = quarters.pop(HIDDEN, 0)
    oblique = quarters.pop(OBLIQUE, 0)
    if not quarters:
        return Glyphs(hidden=unseen + oblique), frame
    frame = replace(frame, text=quarters.most_common(1)[0][0])
    left, rows, different = _begun(text_page, places, looks, frame)
    scale, plus, *_ = frame.along_and_across
    right = _ended(left, _moved(places.ends(frame.text), scale, plus), rows, different)
    standing, sideways = _running(_on_page(left, rows, different, frame), looks, frame)
    unmapped = _unmapped(text_page, [numbers[place] for place in standing[::_SAMPLE]])
    return Glyphs(
        "".join(map(text.__getitem__, numbers)), left, right, rows, standing, sideways, unmapped, unseen
    ), frame


def _begun(text_page: int, places: Places, looks: Looks, frame: Frame) -> tuple[list[float], list[Row], Iterable[Row]]:
    """Where each character begins on the upright page, its row, and the different rows.

    What looks do not tell is asked for every character.
    """
    scale, e, drop, f = frame.along_and_across
    along = places.starts(frame.text)
    if looks.tell(along, frame.text):
        known = {look: (drop * each.across(frame.text) + f, each.size) for look, each in looks.examples.items()}
        return _moved(along, scale, e), list(map(known.__getitem__, looks.of_each)), known.values()
    origins = origins_of(text_page, places.numbers)
    along, across = origins[frame.text % 2], origins[1 - frame.text % 2]
    rows = [(drop * at + f, looks.examples[look].size) for at, look in zip(across, looks.of_each, strict=True)]
    return _moved(along, scale, e), rows, set(rows)


def _moved(along: "array[float]", scale: float, plus: float) -> list[float]:
    return along.tolist() if scale == 1 and plus == 0 else [scale * at + plus for at in along]


def _ended(left: Sequence[float], right: list[float], rows: Sequence[Row], different: Iterable[Row]) -> list[float]:
    """Where each character ends; half its size from where it begins, when its width is not to be believed."""
    widths = list(map(sub, right, left))
    if min(widths) > 0 and max(widths) <= _WIDEST * min(size for _, size in different):
        return right
    return [
        end if 0 < end - start <= _WIDEST * size else start + size / 2
        for end, start, (_, size) in zip(right, left, rows, strict=True)
    ]


def _on_page(left: Sequence[float], rows: Sequence[Row], different: Iterable[Row], frame: Frame) -> Sequence[int]:
    """The places of the characters that do not stand off the page."""
    far, deep = frame.width + _OFF, frame.height + _OFF
    if min(left) >= -_OFF and max(left) <= far and all(-_OFF <= base <= deep for base, _ in different):
        return range(len(left))
    both = enumerate(zip(left, rows, strict=True))
    return [place for place, (start, (base, _)) in both if -_OFF <= start <= far and -_OFF <= base <= deep]


def _running(places: Sequence[int], looks: Looks, frame: Frame) -> tuple[Sequence[int], Sequence[int]]:
    """Of some characters those that run with the text, and those that are turned."""
    other = {look for look, each in looks.examples.items() if each.quarter != frame.text or each.size <= _SMALLEST}
    if not other:
        return places, ()
    turned = {look for look in other if looks.examples[look].quarter not in (OBLIQUE, HIDDEN, frame.text)}
    standing = [place for place in places if looks.of_each[place] not in other]
    return standing, [place for place in places if looks.of_each[place] in turned]


def _unmapped(text_page: int, numbers: Sequence[int]) -> float:
    found: int = sum(map(native.char_unmapped, repeat(native.ready(text_page)), numbers))
    return found / max(1, len(numbers))


def _text(text_page: int, count: int) -> str:
    """One letter for each character: asked for at once, or one by one where some have none or two."""
    room = array("H", bytes(2 * count + 2))
    native.whole_text(text_page, 0, count, room.buffer_info()[0])
    text = room.tobytes().decode("utf-16-le", "replace").rstrip("\0")
    if len(text) == count and not _PAIRED.search(text):
        return text
    return "".join(map(_letter, map(native.char_code, repeat(native.ready(text_page)), range(count))))


def _letter(code: int) -> str:
    return chr(code) if code < 0xD800 or 0xE000 <= code < 0x110000 else "\ufffd"
