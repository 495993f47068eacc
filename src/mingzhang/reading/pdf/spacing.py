"""Spacing 间隔: where a gap between two characters is a space, where a table's gap, and where only letter-spacing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import sub
from statistics import median
from typing import Final

from mingzhang.reading.pdf.glyphs import Glyphs

WIDE: Final = 1.2
"""Times the size: a gap that parts what stands on a line as columns or tabs do."""
NARROW: Final = 0.3
"""Times the size: a gap that may part columns of a table drawn without lines; between words it is less."""
_HAIR: Final = 0.06
"""Times the size: a gap between a figure and a word that parts columns so close."""
_WORD: Final = 0.18
"""Times the size: a gap between words of Latin letters or digits."""
_CLAUSE: Final = 0.22
"""Times the size: a gap between Chinese characters that somebody typed."""
_ENOUGH: Final = 4
_SPACED: Final = 1.0
"""Times the size: letter-spacing is less than that."""
_TWICE: Final = 0.15
"""Times the size: the same character again so near is the same character drawn twice."""
_LEADERS: Final = frozenset(".·…_-")
_STOPS: Final = frozenset("，。；：、！？（）《》“”")
"""Punctuation, which often stands on one side of its square only."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a line without a wide gap in it."""

    text: str
    left: float
    right: float


def segments_of(glyphs: Glyphs, places: Sequence[int], wide: float = WIDE) -> tuple[Segment, ...]:
    """The pieces of a line from left to right, parted by gaps of so many sizes, each character once."""
    lefts, rights = glyphs.left, glyphs.right
    order = sorted(places, key=lefts.__getitem__)
    size = glyphs.size[order[0]]
    if len(order) > 1:
        starts = [lefts[place] for place in order]
        if min(map(sub, starts[1:], starts)) < _TWICE * size:
            return tuple(_pieces(glyphs, _once(glyphs, order), wide))
        if max(map(sub, starts[1:], [rights[place] for place in order])) >= (_WORD if wide >= WIDE else _HAIR) * size:
            return tuple(_pieces(glyphs, order, wide))
    text = "".join([glyphs.text[place] for place in order])
    return (Segment(text, lefts[order[0]], max(rights[order[-1]], rights[order[0]])),)


def _pieces(glyphs: Glyphs, order: Sequence[int], wide: float) -> Iterator[Segment]:
    """The pieces of a line in which there are gaps."""
    letters, lefts, rights, sizes = glyphs.text, glyphs.left, glyphs.right, glyphs.size
    words = [letters[order[0]]]
    start, end = lefts[order[0]], rights[order[0]]
    usual = _usual(glyphs, order)
    for before, place in pairwise(order):
        gap = (lefts[place] - end) / sizes[place] - usual
        if gap >= wide or (wide < WIDE and gap >= _HAIR and _is_figure(letters[before]) != _is_figure(letters[place])):
            yield Segment(_said(words), start, end)
            words, start, end = [letters[place]], lefts[place], rights[place]
            continue
        if gap >= _least(letters[before], letters[place]):
            words.append(letters[place])
        else:
            words[-1] += letters[place]
        end = max(end, rights[place])
    yield Segment(_said(words), start, end)


def _is_figure(letter: str) -> bool:
    return letter in "0123456789.,-"


def _usual(glyphs: Glyphs, order: Sequence[int]) -> float:
    """The letter-spacing of a line in sizes: the gap most of its characters have; none where it parts columns."""
    if len(order) < _ENOUGH:
        return 0.0
    gap = median(glyphs.left[place] - glyphs.right[before] for before, place in pairwise(order))
    usual = gap / glyphs.size[order[0]]
    return usual if 0 < usual < _SPACED else 0.0


def _once(glyphs: Glyphs, order: Sequence[int]) -> list[int]:
    letters, lefts, sizes = glyphs.text, glyphs.left, glyphs.size
    kept: list[int] = []
    for place in order:
        near = lefts[place] - _TWICE * sizes[place]
        for earlier in reversed(kept[-3:]):
            if lefts[earlier] >= near and letters[earlier] == letters[place]:
                break
        else:
            kept.append(place)
    return kept


def _least(one: str, other: str) -> float:
    """The least gap, in sizes, that is a space between these two characters."""
    if one == other and one in _LEADERS:
        return WIDE
    if is_chinese(one):
        return _CLAUSE if is_chinese(other) and one not in _STOPS and other not in _STOPS else WIDE
    return WIDE if is_chinese(other) else _WORD


def is_chinese(letter: str) -> bool:
    """Whether a character stands in a square of its own, as Chinese characters and their punctuation do."""
    return letter >= "\u2010"


def _said(words: Sequence[str]) -> str:
    """The words with spaces between them; characters set apart one by one are one word."""
    apart = len(words) > 2 and all(len(word) == 1 for word in words)
    text = words[0]
    for before, word in pairwise(words):
        letter_spaced = (len(before) == 1 or len(word) == 1) and (apart or is_chinese(word[0]))
        text += word if letter_spaced else f" {word}"
    return text


def spelled(segments: Sequence[Segment]) -> str:
    """The pieces of a line as one text: wide gaps as two spaces, single characters set wide apart as one word."""
    if len(segments) == 1:
        return segments[0].text
    if all(len(segment.text) == 1 and is_chinese(segment.text) for segment in segments):
        return "".join(segment.text for segment in segments)
    return "  ".join(segment.text for segment in segments)
