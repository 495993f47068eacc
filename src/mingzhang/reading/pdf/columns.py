"""Columns 列: where pieces of many lines stand under one another, and the gaps that run between them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from mingzhang.reading.pdf.lines import Line
from mingzhang.reading.pdf.spacing import Segment

_MANY: Final = 3
"""Labels that make a column no word of the head stands over."""
_LOWER: Final = 0.3
"""Widths of a character one word must be below another to count as lower."""
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


@dataclass(frozen=True, slots=True)
class Leaf:
    """A word of a head with no other below it, and its baseline."""

    segment: Segment
    base: float


def columns_of(segments: Sequence[Segment]) -> Columns:
    """The columns that these pieces leave gaps between."""
    ends: list[tuple[float, float]] = []
    for segment in sorted(segments, key=lambda segment: segment.left):
        if ends and segment.left - ends[-1][1] < _NARROWEST:
            ends[-1] = (ends[-1][0], max(ends[-1][1], segment.right))
        else:
            ends.append((segment.left, segment.right))
    return Columns(tuple(ends))


def columns_under(leaves: Sequence[Leaf], figures: Sequence[Segment], labels: Sequence[Segment]) -> Columns:
    """The columns of a table: under each lowest word of the head what stands below it or next to below it.

    A word that shares what is below it with a word further down stands over several columns. Figures without a word
    above them that is free are a column of their own, as are labels when there are many.
    """
    clusters = [*columns_of(figures).ends, *columns_of(labels).ends]
    heads = [leaf.segment for leaf in leaves if not any(_shared(leaf, leaves, cluster) for cluster in clusters)]
    laid = _Laid([_Stack(end, []) for end in columns_of(heads).ends])
    inner = [segment for segment in labels if not _crosses(segment, laid.columns())]
    named = columns_of(inner).ends
    apart = [cluster for cluster in named if not laid.under_one(cluster)]
    for cluster in columns_of(figures).ends:
        laid.take(cluster, figures=True, new=True)
    for cluster in apart:
        many = sum(1 for segment in inner if cluster[0] <= segment.left <= cluster[1])
        laid.take(cluster, figures=False, new=many >= _MANY)
    return laid.columns()


def _shared(leaf: Leaf, leaves: Sequence[Leaf], cluster: tuple[float, float]) -> bool:
    """Whether what stands below a word stands below a lower one too."""
    return any(
        other.base > leaf.base + _LOWER * (leaf.segment.right - leaf.segment.left) / len(leaf.segment.text)
        and all(cluster[0] < word.right and word.left < cluster[1] for word in (leaf.segment, other.segment))
        for other in leaves
    )


def _crosses(segment: Segment, columns: Columns) -> bool:
    first, last = columns.of(segment)
    return last > first


@dataclass(slots=True)
class _Stack:
    """What stands in a column so far: the word of the head, and clusters of pieces below."""

    head: tuple[float, float] | None
    below: list[tuple[float, float]]
    labels: list[tuple[float, float]] = field(default_factory=list)

    @property
    def ends(self) -> tuple[float, float]:
        parts = [*self.below, *self.labels, *([self.head] if self.head else [])]
        return min(left for left, _ in parts), max(right for _, right in parts)


@dataclass(slots=True)
class _Laid:
    """The columns so far, from left to right."""

    stacks: list[_Stack]

    def columns(self) -> Columns:
        return Columns(tuple(stack.ends for stack in self.stacks))

    def under_one(self, cluster: tuple[float, float]) -> bool:
        """Put labels under the one word they stand below; whether there is one."""
        under = self._under(cluster)
        if len(under) == 1:
            under[0].labels.append(cluster)
        return len(under) == 1

    def _under(self, cluster: tuple[float, float]) -> list[_Stack]:
        return [stack for stack in self.stacks if min(stack.ends[1], cluster[1]) > max(stack.ends[0], cluster[0])]

    def take(self, cluster: tuple[float, float], *, figures: bool, new: bool) -> None:
        """Put a cluster under the words it stands below, or the nearest that has nothing below it yet."""
        under = self._under(cluster)
        if len(under) == 1:
            self._below(under[0], cluster, figures=figures)
        elif not under:
            near = self._nearest(cluster)
            if near is not None:
                near.below.append(cluster)
            elif new:
                self._add(_Stack(None, [cluster]))

    def _below(self, stack: _Stack, cluster: tuple[float, float], *, figures: bool) -> None:
        if figures and stack.below and (stack.head or stack.labels):
            # A word over several columns of figures: they are the columns.
            stack.head, stack.labels = None, []
            self._add(_Stack(None, [cluster]))
        else:
            stack.below.append(cluster)

    def _nearest(self, cluster: tuple[float, float]) -> _Stack | None:
        """The nearest word with nothing below it, when no other column stands between."""
        left, right = cluster
        free = [stack for stack in self.stacks if not stack.below and not stack.labels]
        near = min(free, key=lambda stack: max(stack.ends[0] - right, left - stack.ends[1]), default=None)
        if near is None or any(_between(stack.ends, near.ends, cluster) for stack in self.stacks):
            return None
        return near

    def _add(self, stack: _Stack) -> None:
        self.stacks.append(stack)
        self.stacks.sort(key=lambda stack: stack.ends)


def _between(end: tuple[float, float], one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether something stands between two others."""
    return end != one and min(one[1], other[1]) <= end[0] and end[1] <= max(one[0], other[0])
