"""Grid 表格网: where each cell of a statement stands, spans resolved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Facts
from mingzhang.disclosure.statement import Cell, Figure, Heading, Label, Statement


@dataclass(frozen=True, slots=True)
class PlacedHeading:
    """A heading with its top left place, counted from 0 inside the head."""

    row: int
    column: int
    heading: Heading


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell of the body with its leftmost place, counted from 0 inside the body."""

    row: int
    column: int
    cell: Cell


def place_head(head: Sequence[Sequence[Heading]]) -> tuple[PlacedHeading, ...]:
    """The headings in reading order, each moved right of what the rows above cover (as in HTML)."""
    covered: set[tuple[int, int]] = set()
    return tuple(placed for row, cells in enumerate(head) for placed in _place_row(row, cells, covered))


def _place_row(row: int, cells: Sequence[Heading], covered: set[tuple[int, int]]) -> Iterator[PlacedHeading]:
    column = 0
    for heading in cells:
        while (row, column) in covered:
            column += 1
        rows, columns = range(row, row + heading.rows), range(column, column + heading.columns)
        covered.update((r, c) for r in rows for c in columns)
        yield PlacedHeading(row, column, heading)
        column += heading.columns


def place_body(body: Sequence[Sequence[Cell]]) -> tuple[PlacedCell, ...]:
    """The cells of the body in reading order."""
    return tuple(placed for row, cells in enumerate(body) for placed in _place_cells(row, cells))


def _place_cells(row: int, cells: Sequence[Cell]) -> Iterator[PlacedCell]:
    column = 0
    for cell in cells:
        yield PlacedCell(row, column, cell)
        column += cell.columns


def figure_places(statement: Statement) -> dict[Address, PlacedCell]:
    """Where each figure is printed; where one is printed twice, its first place."""
    places: dict[Address, PlacedCell] = {}
    for placed in place_body(statement.body):
        if isinstance(placed.cell, Figure):
            places.setdefault(placed.cell.address, placed)
    return places


def printed(cell: Cell, statement: Statement, facts: Facts) -> str:
    """The cell as it stands on paper; a figure nobody stated prints nothing, one of nothing as the form says."""
    if isinstance(cell, Label):
        return cell.text
    fact = facts.get(cell.address)
    if fact is None:
        return ""
    return fact.shown if fact.value else statement.zero
