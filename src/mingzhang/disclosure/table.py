"""Table 表格: a printed grid of words, read before anybody knows what it says, or written to be printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.position import Position


class CellKind(Enum):
    """What a cell of a table that we write is, so that every surface sets it as such."""

    HEAD = "表头"
    LABEL = "名称"
    WORDS = "文字"
    FIGURE = "数"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a cell's words that states a figure, from the character `start` up to `end`."""

    start: int
    end: int
    address: Address


@dataclass(frozen=True, slots=True)
class TableCell:
    """One place of a grid: its text, where it is, how many rows and columns it covers.

    A place covered by a merged cell has no text and covers nothing (`rows` and `columns` are 0). `doubtful` is a text
    that was recognised with too little confidence to be held against anyone. `kind` and `address` (the figure that the
    cell states) are known of tables we write; so are the `stretches` of its words that state figures, in order.
    """

    text: str
    position: Position
    rows: int = 1
    columns: int = 1
    doubtful: bool = False
    kind: CellKind = CellKind.WORDS
    address: Address | None = None
    stretches: tuple[Stretch, ...] = ()

    @property
    def is_covered(self) -> bool:
        """Whether another cell's span covers this place."""
        return self.rows == 0


@dataclass(frozen=True, slots=True)
class Table:
    """A rectangular grid: every row has the same number of places. `ruled` tells drawn lines from columns guessed.

    A table we write has a `title` (no numbering), the number of rows that are its `head`, and the shares of the width
    its columns take (`widths`, any scale; all alike when empty).
    """

    rows: tuple[tuple[TableCell, ...], ...]
    position: Position
    ruled: bool = True
    title: str = ""
    head: int = 0
    widths: tuple[int, ...] = ()

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
