"""Fit 排版尺寸: the type size and row spacing that keep a statement on one page, if any legible ones do."""

from dataclasses import dataclass
from math import ceil

from mingzhang.disclosure.fact import Facts
from mingzhang.disclosure.statement import Cell, Heading, Label, Statement
from mingzhang.publishing.grid import Placed, place_head, place_row, printed
from mingzhang.publishing.svg import breadth

SIDE = 2.5
"""Points left and right of the words in a cell."""

LEADING = 1.25
LARGEST, LEGIBLE, SMALLEST = 10.0, 7.0, 6.0
ROOMY, CLOSE = 4.4, 1.0
"""Points over and under the words of a row: as a rule, and at least."""

STEP = 0.25


@dataclass(frozen=True, slots=True)
class Fit:
    """Type size and the air over and under each row, in points."""

    size: float
    air: float


def fit(statement: Statement, facts: Facts, width: float, height: float, first: float = LEADING) -> Fit:
    """The largest type for which the grid is no higher than `height`; else roomy rows on several pages.

    `first` is how high the only line of a row is, in type sizes; further ones add the leading.
    """
    widths = statement.widths
    natural = max(SMALLEST, min(LARGEST, (width - 2 * SIDE * len(widths)) / max(1, sum(widths))))
    rows = len(statement.head) + len(statement.body)
    size = natural
    while rows and size >= min(LEGIBLE, natural):
        lines = _lines(statement, facts, size, width)
        air = (height - size * (rows * first + (lines - rows) * LEADING)) / (2 * rows)
        if air >= CLOSE:
            return Fit(size, min(ROOMY, air))
        size -= STEP
    return Fit(natural, ROOMY)


def _lines(statement: Statement, facts: Facts, size: float, width: float) -> int:
    """How many lines of text all rows take together."""
    per_width = width / max(1, sum(statement.widths))

    def needed(placed: Placed[Cell] | Placed[Heading], text: str) -> int:
        columns = statement.widths[placed.column : placed.column + placed.cell.columns]
        indent = placed.cell.indent * size if isinstance(placed.cell, Label) else 0
        room = max(size, sum(columns) * per_width - 2 * SIDE - indent)
        return max(1, ceil(breadth(text, size) / room))

    head: dict[int, int] = {}
    for placed in place_head(statement.head):
        last = placed.row + placed.rows - 1
        head[last] = max(head.get(last, 1), needed(placed, placed.cell.text) - (placed.rows - 1))
    body = (
        max((needed(placed, printed(statement, facts, placed.cell)) for placed in place_row(cells)), default=1)
        for cells in statement.body
    )
    return sum(head.values()) + len(statement.head) - len(head) + sum(body)
