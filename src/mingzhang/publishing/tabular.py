"""Tables 表格: how a grid that is no statement is set: its head, the shares and owners of its places, its type."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.section import TablePlace
from mingzhang.disclosure.table import CellKind, Stretch, Table, TableCell
from mingzhang.publishing.outline import Entry, outline
from mingzhang.publishing.svg import breadth

LARGE, MIDDLE, SMALL = 10.5, 9.0, 8.0
"""Type sizes in points: by how many columns a table has."""

_MEASURE: Final = 156 / 25.4 * 72
"""How wide a printed table is, in points."""

_SIDES: Final = 8.0
_UNBROKEN: Final = 10
"""Characters of a figure that shall stand on one line."""

_ROOMY: Final = 5
_CLOSE: Final = 9
"""Columns up to which the large and the middle size are right."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A cell where it stands in its table."""

    row: int
    column: int
    cell: TableCell
    centred: bool = False
    """Whether its words stand in its middle: heads, merged names, and names in a column that has merged ones."""


def type_size(table: Table) -> float:
    """The size of the words, in points."""
    columns = column_count(table)
    return LARGE if columns <= _ROOMY else MIDDLE if columns <= _CLOSE else SMALL


def column_count(table: Table) -> int:
    """How many columns there are."""
    return max((len(cells) for cells in table.rows), default=0)


def shares(table: Table) -> tuple[int, ...]:
    """What each column takes of the width: as the table says, but none too narrow for the figures it holds."""
    asked, needs = _asked(table), _needs(table)
    wide = [_MEASURE * width / sum(asked) for width in asked]
    lacking = sum(max(0.0, need - width) for need, width in zip(needs, wide, strict=True))
    spare = sum(max(0.0, width - need) for need, width in zip(needs, wide, strict=True))
    if lacking > spare:
        return tuple(max(1, round(10 * need)) for need in needs)
    part = lacking / spare if spare else 0.0
    fitted = (need if width < need else width - (width - need) * part for need, width in zip(needs, wide, strict=True))
    return tuple(max(1, round(10 * width)) for width in fitted)


def _asked(table: Table) -> tuple[int, ...]:
    """The widths that the table gives; all alike when it gives nothing usable."""
    count = column_count(table)
    given = len(table.widths) == count and all(width > 0 for width in table.widths)
    return table.widths if given else (1,) * count


def _needs(table: Table) -> list[float]:
    """What a column needs so that no figure in it is broken, in points on the printed page; at least one character."""
    size = type_size(table)
    needs = [size + _SIDES] * column_count(table)
    for _, column, cell in table.cells():
        if cell.kind is CellKind.FIGURE and cell.columns == 1 and len(cell.text) <= _UNBROKEN:
            needs[column] = max(needs[column], breadth(cell.text, size) + _SIDES)
    return needs


def head_rows(table: Table) -> int:
    """How many rows are repeated on every page: the head with all that its cells cover; none if that is the whole."""
    head = table.head
    while head < len(table.rows):
        reach = max((r + cell.rows for r, _, cell in table.cells() if r < head), default=head)
        if reach <= head:
            return head
        head = reach
    return 0


def settings(table: Table) -> Iterator[Setting]:
    """The cells in reading order, those covered left out."""
    merged = {column for _, column, cell in table.cells() if cell.kind is CellKind.LABEL and cell.rows > 1}
    for row, column, cell in table.cells():
        yield Setting(row, column, cell, _is_centred(cell, column in merged))


def owners(table: Table) -> dict[tuple[int, int], Setting]:
    """Which cell each place belongs to."""
    return {
        (each.row + down, each.column + aside): each
        for each in settings(table)
        for down in range(each.cell.rows)
        for aside in range(each.cell.columns)
    }


Piece = tuple[str, Address | None]
"""Words of a cell, and the figure that they state."""


def pieces(cell: TableCell) -> tuple[Piece, ...]:
    """The words of a cell in order; together they are its text."""
    if cell.address or not cell.stretches:
        return ((cell.text, cell.address),)
    made: list[Piece] = []
    done = 0
    for stretch in _apart(cell):
        made += [(cell.text[done : stretch.start], None), (cell.text[stretch.start : stretch.end], stretch.address)]
        done = stretch.end
    return tuple(piece for piece in (*made, (cell.text[done:], None)) if piece[0])


def _apart(cell: TableCell) -> Iterator[Stretch]:
    """The stretches that lie inside the text, none over another."""
    done = 0
    for stretch in sorted(cell.stretches, key=lambda stretch: stretch.start):
        if done <= stretch.start < stretch.end <= len(cell.text):
            yield stretch
            done = stretch.end


def is_heading(table: Table, row: int) -> bool:
    """Whether a row only names what stands below it."""
    own = [cell for cell in table.rows[row] if cell.text]
    return bool(own) and all(cell.kind is CellKind.HEAD for cell in own)


def _is_centred(cell: TableCell, merged: bool) -> bool:
    return cell.kind is CellKind.HEAD or (cell.kind is CellKind.LABEL and (merged or cell.columns > 1))


@dataclass(frozen=True, slots=True)
class Spot:
    """A table in its document: the heading it stands under and which of its blocks it is."""

    entry: Entry
    block: int
    table: Table


def spots(disclosure: Disclosure) -> Iterator[Spot]:
    """The tables of a document in reading order."""
    for entry in outline(disclosure):
        for number, block in enumerate(entry.blocks):
            if isinstance(block, TablePlace):
                yield Spot(entry, number, block.table)


def stated(disclosure: Disclosure) -> dict[Address, Spot]:
    """The figures that tables print, each with the table where it first stands."""
    found: dict[Address, Spot] = {}
    for spot in spots(disclosure):
        for each in settings(spot.table):
            for _, address in pieces(each.cell):
                if address and address in disclosure.facts:
                    found.setdefault(address, spot)
    return found


def title_of(spot: Spot) -> str:
    """What a table is called: its own title, or the heading over it."""
    return spot.table.title or spot.entry.heading
