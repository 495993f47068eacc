"""Cells 单元格: each character of a page in the cell it stands in, and what the cells say."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from math import inf
from typing import Final

from mingzhang.disclosure.position import Position
from mingzhang.disclosure.table import Table, TableCell
from mingzhang.reading.pdf.frame import Box, Frame
from mingzhang.reading.pdf.glyphs import Glyphs
from mingzhang.reading.pdf.lattice import Lattice
from mingzhang.reading.pdf.lines import lined
from mingzhang.reading.pdf.runs import run_of
from mingzhang.reading.pdf.spacing import is_chinese, segments_of, spelled

_HEART: Final = 0.3
"""Times its size above its baseline a character has its middle."""
_AT_EDGE: Final = 1.0
"""Points from the edge of the page at which a table is cut off."""
_AMOUNT: Final = re.compile(r"-?[\d,，]+\.\d{1,6}%?|-?\d{1,3}(?:,\d{3})+")

Held = dict[tuple[int, int], list[int]]
"""The characters of each cell, by the first row and column of the cell."""


def held_by(lattice: Lattice, glyphs: Glyphs, free: Iterable[int], edge: float = inf) -> tuple[Held, list[int]]:
    """The characters in each cell of a lattice, and those outside of it.

    A table wider than its page is cut off at the `edge`; what stands beyond is still in its last column.
    """
    held: Held = defaultdict(list)
    owners = _owners(lattice)
    outside: list[int] = []
    left, top, right, bottom = lattice.box
    right = inf if right > edge - _AT_EDGE else right
    xs, ys = lattice.xs[1:-1], lattice.ys[1:-1]
    starts, ends = glyphs.left, glyphs.right
    for (base, size), run in groupby(free, glyphs.rows.__getitem__):
        y = base - _HEART * size
        if not top <= y <= bottom:
            outside += run
            continue
        cells = owners[bisect_right(ys, y)]
        for place in run:
            x = (starts[place] + ends[place]) / 2
            if left <= x <= right:
                held[cells[bisect_right(xs, x)]].append(place)
            else:
                outside.append(place)
    return held, outside


def _owners(lattice: Lattice) -> list[list[tuple[int, int]]]:
    """For each place, row by row, the first row and column of the cell that covers it."""
    owners = [[(row, column) for column in range(len(lattice.xs) - 1)] for row in range(len(lattice.ys) - 1)]
    for row, column, height, width in lattice.regions:
        if height * width > 1:
            for each in owners[row : row + height]:
                each[column : column + width] = [(row, column)] * width
    return owners


def table_from(lattice: Lattice, held: Held, turned: Held, glyphs: Glyphs, frame: Frame, file: str, page: int) -> Table:
    """The lattice with its words as a table; `turned` are the characters that run up or down in a cell."""
    rows: list[list[TableCell]] = [[_EMPTY] * (len(lattice.xs) - 1) for _ in lattice.ys[1:]]
    for region, box in zip(lattice.regions, _boxes(lattice, frame), strict=True):
        row, column, height, width = region
        position = Position(file, page, box)
        places = held.get((row, column))
        if height * width > 1:
            covered = TableCell("", position, 0, 0)
            for each in rows[row : row + height]:
                each[column : column + width] = [covered] * width
        text = cell_text(glyphs, places) if places else _in_order(glyphs, turned.get((row, column), ()))
        rows[row][column] = TableCell(text, position, height, width)
    return Table(tuple(map(tuple, rows)), Position(file, page, frame.as_shown(lattice.box)))


def _boxes(lattice: Lattice, frame: Frame) -> Iterator[tuple[int, int, int, int]]:
    """The boxes of the cells on the page as it is shown."""
    if frame.shown != frame.text:
        yield from (frame.as_shown(lattice.box_of(region)) for region in lattice.regions)
        return
    xs, ys = list(map(round, lattice.xs)), list(map(round, lattice.ys))
    for row, column, height, width in lattice.regions:
        yield xs[column], ys[row], xs[column + width], ys[row + height]


def _in_order(glyphs: Glyphs, places: Sequence[int]) -> str:
    """Turned characters in the order they are drawn in."""
    return "".join([glyphs.text[place] for place in places])


_EMPTY: Final = TableCell("", Position(""))


def cell_text(glyphs: Glyphs, places: Sequence[int]) -> str:
    """What a cell says, its lines joined."""
    rows = list(map(glyphs.rows.__getitem__, places))
    if rows.count(rows[0]) == len(rows):
        return spelled(segments_of(run_of(glyphs, places)))
    return run_on([line.text for line in lined(glyphs, places)])


def run_on(texts: Sequence[str]) -> str:
    """The lines of a cell as one text: words of Latin letters and whole amounts stay apart, all else runs on."""
    text = texts[0]
    for following in texts[1:]:
        text += f" {following}" if _apart(text, following) else following
    return text


def _apart(text: str, following: str) -> bool:
    one, other = text[-1], following[0]
    if is_chinese(one) or is_chinese(other):
        return False
    if one.isalpha() and other.isalpha():
        return True
    return bool(_AMOUNT.fullmatch(text.split(" ")[-1]) and _AMOUNT.fullmatch(following))


def inside(box: Box, outer: Box) -> bool:
    """Whether a box lies in another."""
    return outer[0] <= box[0] and outer[1] <= box[1] and box[2] <= outer[2] and box[3] <= outer[3]
