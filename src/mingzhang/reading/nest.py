"""Nest 套叠: tables in tables, told apart into those that hold data and those that only arrange a page."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from mingzhang.disclosure.position import Position
from mingzhang.disclosure.table import Table
from mingzhang.reading.grid import Placed, laid_out
from mingzhang.reading.transcript import Item, TextLine

_LONG: Final = 400
"""Characters of one cell that no statement has."""
_MANY: Final = 12


def unfold(found: Placed, height: int, position: Position) -> Iterator[Item]:
    """What a table amounts to: itself, followed by those inside it, or the contents of its cells when it arranges."""
    table = laid_out(found, height, position)
    inner = [item for slot in found.values() for item in slot.within if isinstance(item, Table)]
    if not any(slot.text.strip() for slot in found.values()) and not inner:
        return
    if _arranges(table, found, inner):
        yield from chain.from_iterable(found[place].within for place in sorted(found))
    else:
        yield table
        yield from (each for each in inner if _is_data(each))


def text_of(within: tuple[Item, ...]) -> str:
    """The words of a cell: a line for each paragraph, and for each row of a table inside it."""
    return "\n".join(item.text for item in within)


def _arranges(table: Table, found: Placed, inner: list[Table]) -> bool:
    """Whether a table only puts things in their places: one column, or bigger tables and pages of text inside it."""
    width = len(table.rows[0]) if table.rows else 0
    data = [each for each in inner if _is_data(each)]
    if width == 1:
        return True
    if data and (width == 2 or sum(_filled(each) for each in data) >= _own(found)):
        return True
    return width * len(table.rows) <= _MANY and any(_is_page(slot.within) for slot in found.values())


def _is_page(within: tuple[Item, ...]) -> bool:
    """Whether a cell holds running text rather than a remark: many paragraphs of some length."""
    lines = [item for item in within if isinstance(item, TextLine)]
    return len(lines) >= _MANY and sum(len(line.text) for line in lines) >= _LONG


def _own(found: Placed) -> int:
    return sum(bool(slot.text.strip()) for slot in found.values() if not any(isinstance(i, Table) for i in slot.within))


def _filled(table: Table) -> int:
    return sum(bool(cell.text.strip()) for _, _, cell in table.cells())


def _is_data(table: Table) -> bool:
    return len(table.rows) > 1 and len(table.rows[0]) > 1
