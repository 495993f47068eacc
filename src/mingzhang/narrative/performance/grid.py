"""Grid: cells laid row by row into a table, each in the next free place."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.claim import addresses
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.section import Mention
from mingzhang.disclosure.table import CellKind, Stretch, TableCell
from mingzhang.narrative.passage import EMPTY, Passage, words

MADE: Final = Position("")
"""Where a table stands that was made and not read."""

Row = Sequence[TableCell]
"""The cells that begin in a row, from left to right."""


def cell(kind: CellKind, content: Passage | str = EMPTY, columns: int = 1, rows: int = 1) -> TableCell:
    """A cell with its words; one figure that is all of it becomes the address of the cell."""
    passage = words(content) if isinstance(content, str) else content
    spots = _stretches(passage)
    whole = spots[0].address if len(spots) == 1 and len(passage.runs) == 1 else None
    made = TableCell(passage.text, MADE, rows, columns, kind=kind, address=whole)
    return made if whole else replace(made, stretches=spots)


def head(content: Passage | str, columns: int = 1, rows: int = 1) -> TableCell:
    """A head."""
    return cell(CellKind.HEAD, content, columns, rows)


def label(content: Passage | str, columns: int = 1, rows: int = 1) -> TableCell:
    """A name beside or above what it names."""
    return cell(CellKind.LABEL, content, columns, rows)


def text(content: Passage | str, columns: int = 1, rows: int = 1) -> TableCell:
    """Words."""
    return cell(CellKind.WORDS, content, columns, rows)


def number(content: Passage | str, columns: int = 1, rows: int = 1) -> TableCell:
    """A figure."""
    return cell(CellKind.FIGURE, content, columns, rows)


def laid(rows: Sequence[Row], width: int) -> tuple[tuple[TableCell, ...], ...]:
    """The rows as a rectangle `width` places wide; places under merged cells are filled. Every row must fit exactly."""
    grid: dict[tuple[int, int], TableCell] = {}
    for down, row in enumerate(rows):
        right = 0
        for one in row:
            right = next(r for r in range(right, width + 1) if (down, r) not in grid)
            _put(grid, one, down, right)
            right += one.columns
    wanted = {(down, right) for down in range(len(rows)) for right in range(width)}
    if grid.keys() != wanted:
        raise ValueError(f"表格的单元格没有铺满：{sorted(grid.keys() ^ wanted)}")
    return tuple(tuple(grid[down, right] for right in range(width)) for down in range(len(rows)))


def _put(grid: dict[tuple[int, int], TableCell], one: TableCell, down: int, right: int) -> None:
    places = {(down + d, right + r) for d in range(one.rows) for r in range(one.columns)}
    if places & grid.keys():
        raise ValueError(f"单元格“{one.text}”与别的单元格重叠")
    grid |= dict.fromkeys(places, TableCell("", MADE, 0, 0))
    grid[down, right] = one


def _stretches(passage: Passage) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    offset = 0
    for run in passage.runs:
        address = _about(run) if isinstance(run, Mention) else None
        if address:
            found.append(Stretch(offset, offset + len(run.text), address))
        offset += len(run.text)
    return tuple(found)


def _about(mention: Mention) -> Address | None:
    return next(iter(addresses(mention.claim)), None)
