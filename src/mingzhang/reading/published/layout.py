"""Layout 版面: a statement's grid, over all of its pages, as the block of cells the statements' readers understand."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Final

from mingzhang.books.words import plain
from mingzhang.disclosure.table import Table, TableCell
from mingzhang.reading.published.align import aligned
from mingzhang.reading.published.broken_row import is_head, mended, mended_head
from mingzhang.reading.stated.block import Block
from mingzhang.reading.table import Sheet

_HEAD_ROWS: Final = 6
_TOP: Final = 3
"""Rows of a head that a page cut off from its table."""

Row = tuple[TableCell, ...]


@dataclass(frozen=True)
class Layout:
    """The rows of a statement without repeated heads, and the same as a block."""

    rows: tuple[Row, ...]
    block: Block

    def cell(self, row: int, column: int) -> TableCell | None:
        """The cell at a place, None beyond the end of a row."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else None


def layout_of(tables: Sequence[Table], names: Container[str] = ()) -> Layout:
    """The pages of a statement as one grid; rows that a page cut in two are whole again, told by the `names` of rows.

    The columns are those of the first page, or of the second where the first one has but the top of the head.
    """
    rows: list[Row] = []
    for table in tables:
        page = aligned(table.rows, _widest(tables).rows)
        page = page[_repeated(rows, page) :]
        if rows and page:
            page = [*_over_the_page(rows.pop(), page[0], names, is_head(rows)), *page[1:]]
        rows += page
    return _layout(tuple(row for row in rows if row))


def _over_the_page(before: Row, first: Row, names: Container[str], in_head: bool) -> Sequence[Row]:
    """The last row of a page and the first of the next, in one where the page cut it in two."""
    heads = mended_head(before, first) if in_head else None
    whole = None if heads else mended(before, first, names)
    return heads or ((whole,) if whole else (before, first))


def _widest(tables: Sequence[Table]) -> Table:
    first, *others = tables
    if len(first.rows) <= _TOP and others and is_head(first.rows):
        return max((first, others[0]), key=lambda table: len(table.rows[0]) if table.rows else 0)
    return first


def _layout(rows: tuple[Row, ...]) -> Layout:
    spans = [
        (top, left, top + cell.rows - 1, left + cell.columns - 1)
        for top, row in enumerate(rows)
        for left, cell in enumerate(row)
        if cell.rows * cell.columns > 1
    ]
    sheet = Sheet("", "", (), spans=spans)
    texts = [[tidy(cell.text) for cell in row] for row in rows]
    return Layout(rows, Block("", "", sheet, 0, texts))


def _repeated(before: Sequence[Row], rows: Sequence[Row]) -> int:
    """How many rows at the top of a page repeat the head of the first one."""
    count = 0
    for own, other in zip(before[:_HEAD_ROWS], rows, strict=False):
        if _words(own) != _words(other) or not _words(own):
            break
        count += 1
    return count


def _words(row: Row) -> list[str]:
    return [text for cell in row if (text := plain(cell.text))]


def tidy(text: str) -> str:
    """The text of a cell on one line: lines of Chinese joined, others parted by a space."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    joined = ""
    for line in lines:
        gap = " " if joined and joined[-1].isascii() and line[0].isascii() and not _is_number(joined, line) else ""
        joined += gap + line
    return joined


def _is_number(before: str, after: str) -> bool:
    return set(before[-6:] + after[:6]) <= set("0123456789.,-")
