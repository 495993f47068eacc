"""Lattice 格网: the cells that lines enclose; where a line is missing, cells are one."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import sub
from typing import Final, NamedTuple

from mingzhang.reading.pdf.drawings import Ruling
from mingzhang.reading.pdf.frame import Box
from mingzhang.reading.pdf.rulings import Net

_NARROWEST: Final = 4.0
"""Points: no character fits between lines that are closer, so they are one line."""
_OPEN: Final = 8.0
"""Points that lines must run beyond the outermost line they cross to mean an open side."""
_COVERED: Final = 0.6
"""How much of a cell's side must be drawn."""

Sides = list[list[bool]]


class Region(NamedTuple):
    """A cell: its first row and column and how many it covers."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Lattice:
    """The places of the lines, left to right and top to bottom, and the cells between them."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    regions: tuple[Region, ...]

    @property
    def box(self) -> Box:
        """Left, top, right, bottom."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def box_of(self, region: Region) -> Box:
        """Left, top, right, bottom of a cell."""
        right, bottom = self.xs[region.column + region.columns], self.ys[region.row + region.rows]
        return self.xs[region.column], self.ys[region.row], right, bottom

    def place(self, x: float, y: float) -> tuple[int, int] | None:
        """The row and column a point lies in."""
        if not (self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]):
            return None
        row, column = bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1
        return min(row, len(self.ys) - 2), min(column, len(self.xs) - 2)


def lattice_of(net: Net) -> Lattice | None:
    """The cells of a net; None when it has no two columns, as a frame, a box around text or an underline."""
    if len(net.level) < 2 or not net.upright:
        return None
    xs = _places(net.upright, [end for _, left, right in net.level for end in (left, right)])
    ys = _places(net.level, [end for _, top, bottom in net.upright for end in (top, bottom)])
    if len(xs) < 3 or len(ys) < 2:
        return None
    walls = _drawn(net.upright, xs, ys)
    floors = _drawn(net.level, ys, xs)
    regions = tuple(_regions(walls, floors))
    return Lattice(tuple(xs), tuple(ys), regions) if len({region.column for region in regions}) > 1 else None


def _places(rulings: Sequence[Ruling], ends: Sequence[float]) -> list[float]:
    """Where the lines lie, those too close taken as one, with the open ends of what crosses them."""
    places: list[float] = []
    for place in sorted(ruling[0] for ruling in rulings):
        if not places or place - places[-1] >= _NARROWEST:
            places.append(place)
    first, last = min(ends), max(ends)
    if places[0] - first > _OPEN:
        places.insert(0, first)
    if last - places[-1] > _OPEN:
        places.append(last)
    return places


def _drawn(rulings: Sequence[Ruling], places: Sequence[float], steps: Sequence[float]) -> Sides:
    """For each place, and each step along it, whether a line is drawn there; open ends count as drawn."""
    lengths = list(map(sub, steps[1:], steps))
    drawn = [[0.0] * len(lengths) for _ in places]
    for place, start, end in rulings:
        side = drawn[max(0, bisect_right(places, place + 0.01) - 1)]
        first, last = max(0, bisect_right(steps, start) - 1), min(bisect_left(steps, end), len(lengths)) - 1
        side[first + 1 : last] = lengths[first + 1 : last]
        for step in {first, last} if first <= last else ():
            side[step] += min(end, steps[step + 1]) - max(start, steps[step])
    sides = [[part >= _COVERED * length for part, length in zip(side, lengths, strict=True)] for side in drawn]
    for outer in (0, -1):
        sides[outer] = [True] * len(lengths)
    return sides


def _regions(walls: Sides, floors: Sides) -> Iterator[Region]:
    """Runs of places without a wall between them, joined to equal runs below without a floor between them."""
    above: dict[tuple[int, int], int] = {}
    runs = {row: _runs(row) for row in set(zip(*walls, strict=True))}
    for row, (parted, floor) in enumerate(zip(zip(*walls, strict=True), floors, strict=False)):
        open_runs: dict[tuple[int, int], int] = {}
        for run in runs[parted]:
            start = above.get(run)
            open_runs[run] = row if start is None or True in floor[run[0] : run[0] + run[1]] else start
        yield from _ended(above, open_runs, row)
        above = open_runs
    yield from _ended(above, {}, len(floors) - 1)


def _ended(above: dict[tuple[int, int], int], below: dict[tuple[int, int], int], row: int) -> Iterator[Region]:
    """The cells that do not go on in a row."""
    for run, start in above.items():
        if below.get(run) != start:
            yield Region(start, run[0], row - start, run[1])


def _runs(walls: Sequence[bool]) -> list[tuple[int, int]]:
    """The places between walls: the first, and how many."""
    drawn = [column for column, wall in enumerate(walls) if wall]
    return [(first, end - first) for first, end in pairwise(drawn)]
