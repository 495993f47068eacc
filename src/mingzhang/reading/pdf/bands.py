"""Bands 行带: which lines are one row where names run over several lines and figures stand in the middle beside them.

All lines of a row lie between those of the rows above and below it, so a line between two figures belongs to one of
them. It is to the one that leaves the words of each cell in the middle of its row, or at its top.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf
from statistics import fmean
from typing import Final

from mingzhang.reading.pdf.columns import Columns
from mingzhang.reading.pdf.lines import Line

_MOST: Final = 6
"""Lines of a cell above its figure, or below."""
_SAME: Final = 0.95
"""Times the size: figures so close, in columns of their own, are of one row."""
_WIDE: Final = 0.02
"""Of two ways that are as little off, the one whose words stand closer together."""
_OUTSIDE: Final = 0.3
"""Times the size: how far off words may stand before a line is of no row."""

Row = tuple[Line, ...]
Off = Callable[[Sequence[float], float], float]


@dataclass(frozen=True, slots=True)
class Bands:
    """The rows, and the lines above and below them that are of none."""

    above: Row
    rows: tuple[Row, ...]
    below: Row


def bands_of(lines: Sequence[Line], anchors: Sequence[int], columns: Columns) -> Bands | None:
    """The rows of a table, each around the figures that stand on the lines of these numbers.

    None when more lines stand between two figures than rows have.
    """
    groups = _grouped(lines, anchors, columns)
    ways = [_Way(lines, groups, columns, off).cheapest() for off in (_off_middle, _off_top)]
    _, cuts = min(ways, key=lambda way: way[0])
    if not cuts:
        return None
    rows = tuple(tuple(lines[start:end]) for start, end in cuts)
    return Bands(tuple(lines[: cuts[0][0]]), rows, tuple(lines[cuts[-1][1] :]))


def _grouped(lines: Sequence[Line], anchors: Sequence[int], columns: Columns) -> list[tuple[int, int]]:
    """The first and last line with figures of each row."""
    groups: list[tuple[int, int]] = []
    for place in anchors:
        if groups:
            first, last = groups[-1]
            near = lines[place].base - lines[first].base < _SAME * lines[place].size
            taken = {columns.of(piece) for line in lines[first : last + 1] for piece in line.segments}
            if near and taken.isdisjoint(map(columns.of, lines[place].segments)):
                groups[-1] = (first, place)
                continue
        groups.append((place, place))
    return groups


def _off_middle(bases: Sequence[float], anchor: float) -> float:
    return abs(fmean(bases) - anchor)


def _off_top(bases: Sequence[float], anchor: float) -> float:
    return abs(min(bases) - anchor)


@dataclass(frozen=True, slots=True)
class _Way:
    """One way of setting words beside figures, and how far off it is with every choice of lines."""

    lines: Sequence[Line]
    groups: Sequence[tuple[int, int]]
    columns: Columns
    off: Off

    def cheapest(self) -> tuple[float, list[tuple[int, int]]]:
        """The first and one past the last line of each row, and how far words are off in all."""
        best: dict[int, tuple[float, list[tuple[int, int]]]] = {}
        for number, (first, last) in enumerate(self.groups):
            floor = self.groups[number - 1][1] + 1 if number else 0
            ceiling = self.groups[number + 1][0] if number + 1 < len(self.groups) else len(self.lines)
            following: dict[int, tuple[float, list[tuple[int, int]]]] = {}
            for start in range(max(floor, first - _MOST), first + 1):
                before = best.get(start) if number else (self._outside(self.lines[:start]), [])
                if before is None:
                    continue
                for end in range(last + 1, min(ceiling, last + _MOST) + 1):
                    cost = before[0] + self._cost(start, end, number)
                    if end not in following or cost < following[end][0] - 1e-6:
                        following[end] = (cost, [*before[1], (start, end)])
            best = following
        ends = [(cost + self._outside(self.lines[cuts[-1][1] :]), cuts) for cost, cuts in best.values()]
        return min(ends, key=lambda way: way[0]) if ends else (inf, [])

    def _outside(self, lines: Sequence[Line]) -> float:
        """The price of lines in no row: they are the rest of its words where they stand as such."""
        return _OUTSIDE * sum(line.size for line in lines)

    def _cost(self, start: int, end: int, number: int) -> float:
        first, last = self.groups[number]
        anchor = fmean(self.lines[place].base for place in (first, last))
        cells: dict[int, list[float]] = {}
        for line in self.lines[start:end]:
            for piece in line.segments:
                cells.setdefault(self.columns.of(piece)[0], []).append(line.base)
        return sum(self.off(bases, anchor) + _WIDE * (max(bases) - min(bases)) for bases in cells.values())
