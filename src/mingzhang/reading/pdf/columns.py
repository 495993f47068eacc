"""Columns 列: where pieces of many lines stand under one another, and the gaps that run between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from mingzhang.reading.pdf.lines import Line
from mingzhang.reading.pdf.spacing import Segment

_STRAY: Final = 20
"""One piece in so many may reach over a gap."""
_NARROWEST: Final = 3.0
"""Points a gap must be wide."""
_SLACK: Final = 2.0


@dataclass(frozen=True, slots=True)
class Columns:
    """Left and right end of what stands in each column."""

    ends: tuple[tuple[float, float], ...]

    def of(self, segment: Segment) -> tuple[int, int]:
        """The first and last column a piece reaches into; the nearest one when it stands between two."""
        touched = [
            number
            for number, (left, right) in enumerate(self.ends)
            if min(right, segment.right) - max(left, segment.left) > min(_SLACK, (segment.right - segment.left) / 2)
        ]
        if touched:
            return touched[0], touched[-1]
        middle = (segment.left + segment.right) / 2
        nearest = min(range(len(self.ends)), key=lambda number: abs(sum(self.ends[number]) / 2 - middle))
        return nearest, nearest

    def takes(self, line: Line) -> bool:
        """Whether each piece of a line stands in a column of its own."""
        places = [self.of(segment) for segment in line.segments]
        return all(first == last for first, last in places) and len(set(places)) == len(places)

    @property
    def walls(self) -> tuple[float, ...]:
        """Where lines between the columns would be drawn, with both outer sides."""
        inner = [(one[1] + other[0]) / 2 for one, other in pairwise(self.ends)]
        return (self.ends[0][0], *inner, self.ends[-1][1])


def columns_of(segments: Sequence[Segment]) -> Columns:
    """The columns that these pieces leave gaps between; a stray long piece does not close one."""
    allowed = len(segments) // _STRAY // 2
    events = sorted(
        [(segment.left, 1) for segment in segments] + [(max(segment.left, segment.right), -1) for segment in segments]
    )
    ends: list[tuple[float, float]] = []
    depth, start = 0, 0.0
    for place, step in events:
        before, depth = depth, depth + step
        if before <= allowed < depth:
            start = place
        elif depth <= allowed < before:
            if ends and start - ends[-1][1] < _NARROWEST:
                start = ends.pop()[0]
            ends.append((start, place))
    return Columns(tuple(ends))
