"""Places: the rows of a grid with merged cells resolved, so that a column finds what stands under its head."""

from collections.abc import Iterator
from dataclasses import dataclass

from mingzhang.disclosure.evaluation import Entry
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.table import Table, TableCell


@dataclass(frozen=True, slots=True)
class Place:
    """What stands in one row from column `start` to before `end`; `shared`: it is a cell that began in a row above."""

    cell: TableCell
    start: int
    end: int
    shared: bool

    @property
    def text(self) -> str:
        """The words of the cell."""
        return self.cell.text.strip()

    @property
    def entry(self) -> Entry:
        """The place as an entry of an evaluation."""
        return Entry(self.text, self.cell.position, self.shared, self.cell.doubtful)


Row = tuple[Place, ...]


def rows_of(table: Table) -> tuple[Row, ...]:
    """The rows of a table, each as its places from left to right."""
    owners = _owners(table)
    return tuple(tuple(_row(owners, table, index)) for index in range(len(table.rows)))


def under(row: Row, start: int, end: int) -> Entry | None:
    """What stands in a row under a head that covers these columns; a wider cell of another column is shared."""
    own = [place for place in row if start <= place.start < end]
    if own:
        return next((place for place in own if place.text), own[0]).entry
    wide = next((place for place in row if place.start <= start < place.end), None)
    return Entry("", wide.cell.position, shared=True) if wide else None


def quote(row: Row) -> str:
    """The row as it stands, its own words parted by tabs."""
    return "\t".join(place.text for place in row if place.text and not place.shared)


def position(row: Row) -> Position:
    """Where the row begins."""
    return next((place for place in row if place.text and not place.shared), row[0]).cell.position


def words(row: Row) -> list[Place]:
    """The places of the row that say something of their own."""
    return [place for place in row if place.text and not place.shared]


def _owners(table: Table) -> dict[tuple[int, int], tuple[int, int]]:
    """For every place the row and column of the cell that covers it; a place nobody covers covers itself."""
    owners: dict[tuple[int, int], tuple[int, int]] = {}
    for row, column, cell in table.cells():
        for down in range(row, min(row + cell.rows, len(table.rows))):
            for right in range(column, min(column + cell.columns, len(table.rows[row]))):
                owners.setdefault((down, right), (row, column))
    return owners


def _row(owners: dict[tuple[int, int], tuple[int, int]], table: Table, index: int) -> Iterator[Place]:
    width, column = len(table.rows[index]), 0
    while column < width:
        owner = owners.get((index, column), (index, column))
        end = column + 1
        while end < width and owners.get((index, end), (index, end)) == owner:
            end += 1
        yield Place(table.rows[owner[0]][owner[1]], column, end, owner[0] < index)
        column = end
