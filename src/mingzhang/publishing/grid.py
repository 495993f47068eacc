"""Grid 网格: the cells of a statement in their rows and columns, covered places counted, and what they print."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Facts
from mingzhang.disclosure.statement import Cell, Figure, Heading, Label, Statement


class Covering(Protocol):
    """A cell that covers columns."""

    @property
    def columns(self) -> int: ...


C = TypeVar("C", bound=Covering)


@dataclass(frozen=True, slots=True)
class Placed(Generic[C]):
    """A cell where it stands: its first row and column, counted from nothing, and how many rows it covers."""

    row: int
    column: int
    rows: int
    cell: C


def place_head(head: Sequence[Sequence[Heading]]) -> tuple[Placed[Heading], ...]:
    """The cells of a head, those below a cell of several rows moved aside as in HTML."""
    taken: set[tuple[int, int]] = set()
    placed: list[Placed[Heading]] = []
    for row, cells in enumerate(head):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            placed.append(Placed(row, column, cell.rows, cell))
            taken |= {(row + r, column + c) for r in range(cell.rows) for c in range(cell.columns)}
            column += cell.columns
    return tuple(placed)


def place_row(cells: Sequence[Cell], row: int = 0) -> Iterator[Placed[Cell]]:
    """The cells of a body row with the columns they start in."""
    column = 0
    for cell in cells:
        yield Placed(row, column, 1, cell)
        column += cell.columns


def place_body(statement: Statement) -> tuple[Placed[Cell], ...]:
    """The cells of the body in reading order."""
    return tuple(placed for row, cells in enumerate(statement.body) for placed in place_row(cells, row))


def figure_places(statement: Statement) -> dict[Address, Placed[Cell]]:
    """Where each figure is printed; of one printed twice, its first place."""
    places: dict[Address, Placed[Cell]] = {}
    for placed in place_body(statement):
        if isinstance(placed.cell, Figure):
            places.setdefault(placed.cell.address, placed)
    return places


def heads_over(placed: Sequence[Placed[Heading]], column: int) -> tuple[Placed[Heading], ...]:
    """The heading cells above a column, outermost first."""
    return tuple(p for p in placed if p.column <= column < p.column + p.cell.columns)


def is_numbering(text: str) -> bool:
    """Whether a heading cell is only the number of a column 栏次."""
    return text in ("", "栏次") or text.isdigit()


def printed(statement: Statement, facts: Facts, cell: Cell) -> str:
    """What a cell prints; a figure of nothing prints what the statement says, usually nothing at all."""
    if isinstance(cell, Label):
        return cell.text
    return statement.shown(cell, facts)


def lanes(statement: Statement) -> int:
    """How many blocks of names and figures stand side by side: 2 for 收入 and 支出."""
    row = max(statement.body, key=len, default=())
    starts = zip((Figure, *(type(cell) for cell in row)), row, strict=False)
    return sum(before is Figure and isinstance(cell, Label) for before, cell in starts)
