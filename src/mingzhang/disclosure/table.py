"""Table 表格: a printed grid of words as it was read, before anybody knows what it says."""

from collections.abc import Iterator
from dataclasses import dataclass

from mingzhang.disclosure.position import Position


@dataclass(frozen=True, slots=True)
class TableCell:
    """One place of a grid: its text, where it is, how many rows and columns it covers.

    A place covered by a merged cell has no text and covers nothing (`rows` and `columns` are 0). `doubtful` is a text
    that was recognised with too little confidence to be held against anyone.
    """

    text: str
    position: Position
    rows: int = 1
    columns: int = 1
    doubtful: bool = False

    @property
    def is_covered(self) -> bool:
        """Whether another cell's span covers this place."""
        return self.rows == 0


@dataclass(frozen=True, slots=True)
class Table:
    """A rectangular grid: every row has the same number of places. `ruled` tells drawn lines from columns guessed."""

    rows: tuple[tuple[TableCell, ...], ...]
    position: Position
    ruled: bool = True

    def cells(self) -> Iterator[tuple[int, int, TableCell]]:
        """Every cell with words or span, with its row and column counted from 0."""
        for row, cells in enumerate(self.rows):
            for column, cell in enumerate(cells):
                if not cell.is_covered:
                    yield row, column, cell

    @property
    def text(self) -> str:
        """The grid as lines of cells parted by tabs."""
        return "\n".join("\t".join(cell.text for cell in row) for row in self.rows)
