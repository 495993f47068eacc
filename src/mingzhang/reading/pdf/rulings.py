"""Rulings 框线: lines drawn in pieces joined again, and those that touch each other gathered to grids."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from mingzhang.reading.pdf.drawings import Drawings, Ruling

_SNAP: Final = 2.0
"""Points two lines may lie apart and still be one: double rules, cell borders drawn twice."""
_MOST_DRIFT: Final = 3.0
_GAP: Final = 3.0
"""Points that may be missing between two pieces of one line, or between a line and the one it meets."""


@dataclass(frozen=True, slots=True)
class Net:
    """Level and upright lines that hang together."""

    level: tuple[Ruling, ...]
    upright: tuple[Ruling, ...]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of all of it."""
        xs = [x for _, left, right in self.level for x in (left, right)] + [x for x, _, _ in self.upright]
        ys = [y for _, top, bottom in self.upright for y in (top, bottom)] + [y for y, _, _ in self.level]
        return min(xs), min(ys), max(xs), max(ys)


def joined(rulings: Sequence[Ruling]) -> list[Ruling]:
    """Lines that run at one height, or one place, as whole lines."""
    whole: list[Ruling] = []
    for group in _heights(sorted(rulings)):
        length = sum(end - start for _, start, end in group) or 1.0
        place = sum(at * (end - start) for at, start, end in group) / length
        whole += [(place, start, end) for start, end in _stretches(group)]
    return whole


def _heights(rulings: Sequence[Ruling]) -> list[list[Ruling]]:
    groups: list[list[Ruling]] = []
    for ruling in rulings:
        if groups and ruling[0] - groups[-1][-1][0] <= _SNAP and ruling[0] - groups[-1][0][0] <= _MOST_DRIFT:
            groups[-1].append(ruling)
        else:
            groups.append([ruling])
    return groups


def _stretches(group: Sequence[Ruling]) -> list[tuple[float, float]]:
    stretches: list[tuple[float, float]] = []
    for start, end in sorted((start, end) for _, start, end in group):
        if stretches and start - stretches[-1][1] <= _GAP:
            stretches[-1] = (stretches[-1][0], max(end, stretches[-1][1]))
        else:
            stretches.append((start, end))
    return stretches


def nets(drawings: Drawings) -> list[Net]:
    """The lines of a page by what touches what; lines that touch nothing are nets of their own."""
    level, upright = joined(drawings.level), joined(drawings.upright)
    roots = list(range(len(level) + len(upright)))

    def root(place: int) -> int:
        while roots[place] != place:
            roots[place] = roots[roots[place]]
            place = roots[place]
        return place

    for number, (x, top, bottom) in enumerate(upright, len(level)):
        high, low = top - _GAP, bottom + _GAP
        for place, (y, left, right) in enumerate(level):
            if high <= y <= low and left - _GAP <= x <= right + _GAP and roots[place] != roots[number]:
                roots[root(number)] = root(place)
    gathered: dict[int, tuple[list[Ruling], list[Ruling]]] = {}
    for place, ruling in enumerate(level):
        gathered.setdefault(root(place), ([], []))[0].append(ruling)
    for place, ruling in enumerate(upright, len(level)):
        gathered.setdefault(root(place), ([], []))[1].append(ruling)
    return [Net(tuple(across), tuple(down)) for across, down in gathered.values()]
