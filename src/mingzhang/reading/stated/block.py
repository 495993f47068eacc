"""Block 表块: the part of a sheet that holds one statement, with merged headings spread over the cells they cover."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from mingzhang.books.raw import Raw
from mingzhang.books.value import is_blank
from mingzhang.disclosure.position import Position
from mingzhang.reading.stated.words import heading, is_other_title, statement_of, unit_named
from mingzhang.reading.table import Sheet

MOST_ROWS: Final = 20_000
_MOST_COLUMNS: Final = 200
_UNIT_WITHIN: Final = 12
# Lines between title and head: 部门：某单位, 金额单位：万元, 公开01表.
_CAPTION = re.compile(r"^(?!其中)[^:：]{1,8}[:：]|公开\s*\d+\s*表")


@dataclass(frozen=True)
class Block:
    """The rows of one statement below its title; `first` is the row number of the first of them."""

    statement: str
    title: str
    sheet: Sheet
    first: int
    rows: Sequence[Sequence[Raw]]

    @property
    def units(self) -> tuple[str, ...]:
        """元 or 万元, or whatever else is said above the grid or in its headings; empty when nothing is."""
        texts = (cell for row in self.rows[:_UNIT_WITHIN] for cell in row if isinstance(cell, str))
        return tuple(dict.fromkeys(name for text in texts if (name := unit_named(text))))

    def merges(self) -> Iterator[tuple[range, range]]:
        """The merged cells as rows and columns of the block."""
        for top, left, bottom, right in self.sheet.spans:
            if self.first <= top < self.first + len(self.rows):
                yield range(top - self.first, bottom - self.first + 1), range(left, right + 1)

    @cached_property
    def width(self) -> int:
        """Columns of the widest row."""
        return max((len(row) for row in self.rows), default=0)

    def text(self, row: int, column: int) -> str:
        """The text of a cell: a whole number without its decimals, a blank as nothing."""
        cell = self.cell(row, column)
        if isinstance(cell, float) and cell.is_integer():
            return str(int(cell))
        return "" if is_blank(cell) else str(cell).strip()

    def cell(self, row: int, column: int) -> Raw:
        """What a cell holds; outside of the rows nothing."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else ""

    def position(self, row: int, column: int) -> Position:
        """Where a cell is, as the spreadsheet names it."""
        name = f"{_letters(column + self.sheet.left)}{self.first + row}"
        return Position(self.sheet.file, sheet=self.sheet.name, cell=name)

    def headings(self, upto: int) -> list[tuple[str, ...]]:
        """For each column the headings above it, outermost first, of the rows before `upto`; numbers are none."""
        own = [[self._heading(row, column) for column in range(self.width)] for row in range(upto)]
        grid = [list(row) for row in own]
        for top, left, bottom, right in self.sheet.spans:
            self._spread(grid, top - self.first, left, bottom - self.first, right)
        for index in reversed(range(upto)):
            _widen(grid[index], own[:index], grid[index + 1 :])
        return [tuple(dict.fromkeys(filter(None, (row[column] for row in grid)))) for column in range(self.width)]

    def _heading(self, row: int, column: int) -> str:
        printed = self.text(row, column)
        text = heading(printed)
        return "" if text.isdecimal() or _CAPTION.search(printed) else text

    @staticmethod
    def _spread(grid: list[list[str]], top: int, left: int, bottom: int, right: int) -> None:
        if not 0 <= top < len(grid):
            return
        for row in grid[top : bottom + 1]:
            for column in range(left, min(right + 1, len(row))):
                row[column] = grid[top][left]


def _widen(row: list[str], above: list[list[str]], below: list[list[str]]) -> None:
    """Let headings cover the unmerged blanks to their right that have headings below but none above."""
    for column in range(1, len(row)):
        under, beside = [lower[column] for lower in below], [lower[column - 1] for lower in below]
        is_covered = any(under) and under != beside and not any(upper[column] for upper in above)
        if not row[column] and is_covered:
            row[column] = row[column - 1]


def blocks_of(sheet: Sheet) -> Iterator[Block]:
    """The tables of a sheet, told by their titles in it, or by the sheet's name when no title is in it.

    A table that is none of the nine ends the one above it, and is given without `statement`.
    """
    numbered = [(number, row[:_MOST_COLUMNS]) for number, row in _taken(sheet)]
    if not numbered:
        return
    titles = [(index, found) for index, (_, row) in enumerate(numbered) if (found := _title(row))]
    if not any(name for _, (name, _) in titles) and (name := statement_of(sheet.name)):
        titles = [(-1, (name, sheet.name))]
    for (index, (name, title)), (end, _) in pairwise([*titles, (len(numbered), ("", ""))]):
        yield Block(name, title, sheet, numbered[0][0] + index + 1, [row for _, row in numbered[index + 1 : end]])


def _taken(sheet: Sheet) -> Iterator[tuple[int, Sequence[Raw]]]:
    for number, row in sheet.rows:
        if number > MOST_ROWS:
            return
        yield number, row


def _title(row: Sequence[Raw]) -> tuple[str, str] | None:
    """The statement a row is the title of: one that has hardly anything but the title in it."""
    texts = [cell for cell in row if isinstance(cell, str) and cell.strip()]
    if len(texts) > 3:
        return None
    titles = (text for text in texts if is_other_title(text))
    named = next(((name, text.strip()) for text in texts if (name := statement_of(text))), None)
    return named or next((("", text.strip()) for text in titles), None)


def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
