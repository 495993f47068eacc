"""Lines 行: characters gathered to printed lines by how much of their height they share, never by a fixed distance."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Final, NamedTuple

from mingzhang.reading.pdf.frame import Box
from mingzhang.reading.pdf.glyphs import Glyphs, Row
from mingzhang.reading.pdf.runs import Run, run_of
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


class Strip(NamedTuple):
    """The characters of a printed line, and the row that most of them are of."""

    core: Row
    run: Run

    def line(self, wide: float = WIDE) -> Line:
        """The line, its pieces parted by gaps of so many sizes."""
        segments = segments_of(self.run, wide)
        base, size = self.core
        box = (segments[0].left, base - ABOVE * size, segments[-1].right, base + BELOW * size)
        return Line(segments, box, base, size)


def lined(glyphs: Glyphs, chosen: Iterable[int]) -> list[Line]:
    """The chosen characters as lines from top to bottom."""
    return [strip.line() for strip in strips_of(glyphs, chosen)]


def strips_of(glyphs: Glyphs, chosen: Iterable[int]) -> list[Strip]:
    """The chosen characters, line by line from top to bottom."""
    rows: defaultdict[Row, list[int]] = defaultdict(list)
    for row, run in groupby(chosen, glyphs.rows.__getitem__):
        rows[row] += run
    return [Strip(core, run_of(glyphs, places)) for core, places in _gathered(rows)]


def _gathered(rows: dict[Row, list[int]]) -> list[tuple[Row, list[int]]]:
    """Rows joined where they share height with the row that holds most of the line."""
    lines: list[list[Row]] = []
    core: Row = (0.0, 0.0)
    for row in sorted(rows, key=lambda row: row[0] - (ABOVE - BELOW) / 2 * row[1]):
        if lines and _shares(core, row):
            lines[-1].append(row)
            if len(rows[row]) > len(rows[core]):
                core = row
        else:
            lines.append([row])
            core = row
    return [
        (each[0], rows[each[0]])
        if len(each) == 1
        else (max(each, key=lambda row: len(rows[row])), [place for row in each for place in rows[row]])
        for each in lines
    ]


def _shares(one: Row, other: Row) -> bool:
    top = max(one[0] - ABOVE * one[1], other[0] - ABOVE * other[1])
    bottom = min(one[0] + BELOW * one[1], other[0] + BELOW * other[1])
    return bottom - top >= _SHARED * min(one[1], other[1])
