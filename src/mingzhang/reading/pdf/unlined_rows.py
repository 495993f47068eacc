"""Unlined rows 无横线行: rows between two level lines that only the words tell apart, split as if lines were drawn."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from mingzhang.reading.pdf.cells import Held
from mingzhang.reading.pdf.glyphs import Glyphs
from mingzhang.reading.pdf.lattice import Lattice, Region
from mingzhang.reading.pdf.lines import Line, lined

_AMOUNT: Final = re.compile(r"-?(?:\d+|\d{1,3}(?:,\d{3})+)\.\d{2}")
_LEAST: Final = 3
"""Amounts under one another in a cell that are as many rows."""
_SHORTEST: Final = 4
"""Characters of an amount."""


def with_rows(lattice: Lattice, held: Held, glyphs: Glyphs) -> Lattice:
    """The lattice with a line more between amounts that stand under one another in one cell."""
    full: defaultdict[int, list[list[int]]] = defaultdict(list)
    for (row, _), places in held.items():
        if len(places) >= _LEAST * _SHORTEST and len({glyphs.rows[place] for place in places}) >= _LEAST:
            full[row].append(places)
    cuts = {row: heights for row, cells in full.items() if (heights := _cuts(cells, glyphs))}
    return _cut(lattice, cuts) if cuts else lattice


def _cuts(cells: Sequence[Sequence[int]], glyphs: Glyphs) -> list[float]:
    """The heights between the rows of some cells; none when they are one row."""
    columns = [[line for line in lined(glyphs, places) if _AMOUNT.fullmatch(line.text)] for places in cells]
    most = max(columns, key=len)
    if len(most) < _LEAST:
        return []
    return [_between(above, below) for above, below in pairwise(most)]


def _between(above: Line, below: Line) -> float:
    return (above.box[3] + below.box[1]) / 2


def _cut(lattice: Lattice, cuts: dict[int, list[float]]) -> Lattice:
    """More lines in some rows; cells that reach over such a row reach over all it becomes."""
    firsts, ys = [0], [lattice.ys[0]]
    for row, bottom in enumerate(lattice.ys[1:]):
        ys += [*cuts.get(row, ()), bottom]
        firsts.append(len(ys) - 1)
    regions: list[Region] = []
    for region in lattice.regions:
        first, last = firsts[region.row], firsts[region.row + region.rows]
        if region.rows == 1 and region.row in cuts:
            regions += [Region(row, region.column, 1, region.columns) for row in range(first, last)]
        else:
            regions.append(Region(first, region.column, last - first, region.columns))
    return Lattice(lattice.xs, tuple(ys), tuple(regions))
