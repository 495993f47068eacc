"""Lines 行: characters gathered to printed lines by how much of their height they share, never by a fixed distance."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from mingzhang.reading.pdf.frame import Box
from mingzhang.reading.pdf.glyphs import Glyphs
from mingzhang.reading.pdf.spacing import WIDE, Segment, segments_of, spelled

ABOVE: Final = 0.86
BELOW: Final = 0.14
"""Shares of its size that a character reaches above and below its baseline, whatever its font says of itself."""
_SHARED: Final = 0.5


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its pieces parted by wide gaps, where it stands, the size of most of its characters.

    `doubtful`: its letters were recognised with too little confidence.
    """

    segments: tuple[Segment, ...]
    box: Box
    base: float
    size: float
    doubtful: bool = False

    @property
    def text(self) -> str:
        """What the line says, wide gaps as two spaces."""
        return spelled(self.segments)


def lined(glyphs: Glyphs, chosen: Iterable[int], wide: float = WIDE) -> list[Line]:
    """The chosen characters as lines from top to bottom, their pieces parted by gaps of so many sizes."""
    strips: defaultdict[tuple[float, float], list[int]] = defaultdict(list)
    size = glyphs.size
    for base, run in groupby(chosen, glyphs.base.__getitem__):
        places = list(run)
        high = size[places[0]]
        if all(size[place] == high for place in places):
            strips[base, high] += places
        else:
            for place in places:
                strips[base, size[place]].append(place)
    if len(strips) == 1:
        (key, places), *_ = strips.items()
        return [_line(glyphs, places, key, wide)]
    return [_line(glyphs, places, key, wide) for key, places in _gathered(strips)]


def _gathered(strips: dict[tuple[float, float], list[int]]) -> list[tuple[tuple[float, float], list[int]]]:
    """Strips of one baseline and size joined where they share height with the strip that holds most of the line."""
    order = sorted(strips, key=lambda key: key[0] - (ABOVE - BELOW) / 2 * key[1])
    lines: list[list[tuple[float, float]]] = []
    core: tuple[float, float] = (0.0, 0.0)
    for key in order:
        if lines and _shares(core, key):
            lines[-1].append(key)
            if len(strips[key]) > len(strips[core]):
                core = key
        else:
            lines.append([key])
            core = key
    return [
        (max(keys, key=lambda key: len(strips[key])), [place for key in keys for place in strips[key]])
        for keys in lines
    ]


def _shares(one: tuple[float, float], other: tuple[float, float]) -> bool:
    top = max(one[0] - ABOVE * one[1], other[0] - ABOVE * other[1])
    bottom = min(one[0] + BELOW * one[1], other[0] + BELOW * other[1])
    return bottom - top >= _SHARED * min(one[1], other[1])


def _line(glyphs: Glyphs, places: Sequence[int], core: tuple[float, float], wide: float) -> Line:
    segments = segments_of(glyphs, places, wide)
    base, size = core
    box = (segments[0].left, base - ABOVE * size, segments[-1].right, base + BELOW * size)
    return Line(segments, box, base, size)
