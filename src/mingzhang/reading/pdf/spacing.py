"""Spacing 间隔: where a gap between two characters is a space, where a table's gap, and where only letter-spacing."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from mingzhang.reading.pdf.glyphs import Glyphs

WIDE: Final = 1.2
"""Times the size: a gap that parts what stands on a line as columns or tabs do."""
_WORD: Final = 0.18
"""Times the size: a gap between words of Latin letters or digits."""
_CLAUSE: Final = 0.4
"""Times the size: a gap between Chinese characters that somebody typed."""
_TWICE: Final = 0.15
"""Times the size: the same character again so near is the same character drawn twice."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a line without a wide gap in it."""

    text: str
    left: float
    right: float


def segments_of(glyphs: Glyphs, places: Sequence[int]) -> tuple[Segment, ...]:
    """The pieces of a line from left to right, each character once."""
    letters, lefts, rights = glyphs.text, glyphs.left, glyphs.right
    order = _once(glyphs, sorted(places, key=lefts.__getitem__))
    pieces: list[Segment] = []
    parts: list[str] = []
    spaced: list[bool] = []
    start = end = lefts[order[0]]
    before = -1
    for place in order:
        if before >= 0:
            gap = (lefts[place] - end) / glyphs.size[place]
            if gap >= WIDE:
                pieces.append(Segment(_said(parts, spaced), start, end))
                parts, spaced, start = [], [], lefts[place]
                end = rights[place]
            elif gap >= _WORD and gap >= _least(letters[before], letters[place]):
                spaced.append(True)
                parts.append("")
        if not parts:
            parts.append("")
        parts[-1] += letters[place]
        end = max(end, rights[place]) if before >= 0 else rights[place]
        before = place
    pieces.append(Segment(_said(parts, spaced), start, end))
    return tuple(pieces)


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
    if is_chinese(one):
        return _CLAUSE if is_chinese(other) else WIDE
    return WIDE if is_chinese(other) else _WORD


def is_chinese(letter: str) -> bool:
    """Whether a character stands in a square of its own, as Chinese characters and their punctuation do."""
    return letter >= "\u2010"


def _said(parts: Sequence[str], spaced: Sequence[bool]) -> str:
    """The words with spaces between them; characters set apart one by one are one word."""
    if not spaced:
        return parts[0]
    text = parts[0]
    for before, part in pairwise(parts):
        single = len(before) == 1 or len(part) == 1
        text += part if single and (is_chinese(part[0]) or _all_single(parts)) else f" {part}"
    return text


def _all_single(parts: Sequence[str]) -> bool:
    return len(parts) > 2 and all(len(part) == 1 for part in parts)


def spelled(segments: Sequence[Segment]) -> str:
    """The pieces of a line as one text: wide gaps as two spaces, single characters set wide apart as one word."""
    if len(segments) == 1:
        return segments[0].text
    if all(len(segment.text) == 1 and is_chinese(segment.text) for segment in segments):
        return "".join(segment.text for segment in segments)
    return "  ".join(segment.text for segment in segments)
