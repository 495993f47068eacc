"""Columns 列: where pieces of many lines stand under one another, and the gaps that run between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from mingzhang.reading.pdf.lines import Line
from mingzhang.reading.pdf.spacing import Segment

_MANY: Final = 3
"""Labels that make a column no word of the head stands over."""
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
    """The columns that these pieces leave gaps between."""
    ends: list[tuple[float, float]] = []
    for segment in sorted(segments, key=lambda segment: segment.left):
        if ends and segment.left - ends[-1][1] < _NARROWEST:
            ends[-1] = (ends[-1][0], max(ends[-1][1], segment.right))
        else:
            ends.append((segment.left, segment.right))
    return Columns(tuple(ends))


def columns_under(
    leaves: Sequence[Segment], low: Sequence[Segment], figures: Sequence[Segment], labels: Sequence[Segment]
) -> Columns:
    """The columns of a table: under each lowest word of the head what stands below it or next to below it.

    Of `leaves`, those that are not `low`, in the last line of the head, stand over several columns when what is below
    them is below a low one too. Figures without a word above them that is free are a column of their own, as are
    labels when there are many.
    """
    clusters = [*columns_of(figures).ends, *columns_of(labels).ends]
    heads = [leaf for leaf in leaves if leaf in low or not any(_shared(leaf, low, cluster) for cluster in clusters)]
    laid = _Laid([[end] for end in columns_of(heads).ends])
    for cluster in columns_of(figures).ends:
        laid.take(cluster, new=True)
    inner = [segment for segment in labels if not _crosses(segment, laid.columns())]
    for cluster in columns_of(inner).ends:
        many = sum(1 for segment in inner if cluster[0] <= segment.left <= cluster[1])
        laid.take(cluster, new=many >= _MANY)
    return laid.columns()


def _shared(leaf: Segment, low: Sequence[Segment], cluster: tuple[float, float]) -> bool:
    """Whether what stands below a word of a head stands below one of its last line too."""
    return any(all(cluster[0] < word.right and word.left < cluster[1] for word in (leaf, other)) for other in low)


def _crosses(segment: Segment, columns: Columns) -> bool:
    first, last = columns.of(segment)
    return last > first


@dataclass(slots=True)
class _Laid:
    """What stands in each column so far: the word of the head, and clusters of pieces below."""

    stacks: list[list[tuple[float, float]]]

    def columns(self) -> Columns:
        return Columns(
            tuple((min(left for left, _ in stack), max(right for _, right in stack)) for stack in self.stacks)
        )

    def take(self, cluster: tuple[float, float], *, new: bool) -> None:
        """Put a cluster under the words it stands below, or the nearest that has nothing below it yet."""
        left, right = cluster
        ends = self.columns().ends
        under = [number for number, (start, end) in enumerate(ends) if min(end, right) - max(start, left) > 0]
        if len(under) == 1:
            self.stacks[under[0]].append(cluster)
        elif not under:
            free = [number for number, stack in enumerate(self.stacks) if len(stack) == 1]
            near = min(free, key=lambda number: max(ends[number][0] - right, left - ends[number][1]), default=None)
            if near is not None and not any(_between(end, ends[near], cluster) for end in ends):
                self.stacks[near].append(cluster)
            elif new:
                self.stacks.append([cluster])
                self.stacks.sort(key=lambda stack: stack[0])


def _between(end: tuple[float, float], one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether something stands between two others."""
    return end != one and min(one[1], other[1]) <= end[0] and end[1] <= max(one[0], other[0])
