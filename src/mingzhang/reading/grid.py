"""Grid 表格网: cells with spans laid out to a rectangle, whatever format they come from."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from operator import itemgetter
from typing import Final

from mingzhang.disclosure.position import Position
from mingzhang.disclosure.table import Table, TableCell
from mingzhang.reading.refusal import Refused
from mingzhang.reading.transcript import Item

MOST_COLUMNS: Final = 400
MOST_PLACES: Final = 500_000
"""Places of one grid; the widest statement has 30 columns, the longest some thousand rows."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell as a format gives it: its text, where it is, and how far it reaches from its own place.

    `within` are the lines and tables it holds, where a format has tables in tables. `doubtful`: its letters were
    recognised with too little confidence.
    """

    text: str
    position: Position
    rows: int = 1
    columns: int = 1
    within: tuple[Item, ...] = ()
    doubtful: bool = False


Placed = Mapping[tuple[int, int], Slot]


def table_of(rows: Sequence[Sequence[Slot]], position: Position, *, ruled: bool = True) -> Table:
    """Rows of cells in reading order as a rectangle; Refused when it would be larger than any statement."""
    if all(slot.rows == slot.columns == 1 for slots in rows for slot in slots):
        return _even(rows, position, ruled=ruled)
    return laid_out(placed(rows, position), len(rows), position, ruled=ruled)


def _even(rows: Sequence[Sequence[Slot]], position: Position, *, ruled: bool) -> Table:
    """Rows without any span: the short ones are filled up."""
    width = max(map(len, rows), default=0)
    if width > MOST_COLUMNS or width * len(rows) > MOST_PLACES:
        raise _too_large(position)
    return Table(
        tuple(
            (
                *(TableCell(slot.text, slot.position) for slot in slots),
                *[TableCell("", slots[0].position if slots else position)] * (width - len(slots)),
            )
            for slots in rows
        ),
        position,
        ruled,
    )


def placed(rows: Sequence[Sequence[Slot]], position: Position) -> Placed:
    """The places of cells in reading order: a span pushes what comes after it aside, as in a web page."""
    found: dict[tuple[int, int], Slot] = {}
    taken: set[tuple[int, int]] = set()
    for row, slots in enumerate(rows):
        column = 0
        for slot in slots:
            while (row, column) in taken:
                column += 1
            slot = _bounded(slot, row, column, len(rows))
            found[row, column] = slot
            taken.update((row + r, column + c) for r in range(slot.rows) for c in range(slot.columns))
            if len(taken) > MOST_PLACES:
                raise _too_large(position)
            column += slot.columns
    return found


def laid_out(found: Placed, height: int, position: Position, *, ruled: bool = True) -> Table:
    """Cells at their places as a rectangle; places nobody covers are empty, columns where no cell begins are none."""
    found = _without_unused(found)
    width = max((column + slot.columns for (_, column), slot in found.items()), default=0)
    if width * height > MOST_PLACES:
        raise _too_large(position)
    covered = {
        place: slot.position for at, slot in found.items() if slot.rows * slot.columns > 1 for place in _under(at, slot)
    }
    beside = {row: slot.position for (row, _), slot in sorted(found.items(), key=itemgetter(0), reverse=True)}
    return Table(
        tuple(
            tuple(
                _cell(found.get((row, column)), covered.get((row, column)), beside.get(row, position))
                for column in range(width)
            )
            for row in range(height)
        ),
        position,
        ruled,
    )


def _without_unused(found: Placed) -> Placed:
    """The cells without the columns in which none begins, so that spans count only what can be seen."""
    width = max((column + slot.columns for (_, column), slot in found.items()), default=0)
    return without_columns(found, set(range(width)) - {column for _, column in found})


def without_columns(found: Placed, narrow: Collection[int]) -> Placed:
    """The cells without some columns, such as those too narrow for a letter; spans shrink by them.

    All stays as it is when a cell with words would vanish.
    """
    if not narrow:
        return found
    width = max((column + slot.columns for (_, column), slot in found.items()), default=0)
    before = list(accumulate((column not in narrow for column in range(width)), initial=0))
    kept: dict[tuple[int, int], Slot] = {}
    for (row, column), slot in found.items():
        columns = before[column + slot.columns] - before[column]
        if columns:
            kept[row, before[column]] = slot if columns == slot.columns else replace(slot, columns=columns)
        elif slot.text.strip():
            return found
    return kept


def _under(at: tuple[int, int], slot: Slot) -> list[tuple[int, int]]:
    return [(at[0] + r, at[1] + c) for r in range(slot.rows) for c in range(slot.columns)]


def _bounded(slot: Slot, row: int, column: int, height: int) -> Slot:
    rows = min(max(1, slot.rows), height - row)
    columns = min(max(1, slot.columns), max(1, MOST_COLUMNS - column))
    return slot if (rows, columns) == (slot.rows, slot.columns) else replace(slot, rows=rows, columns=columns)


def _cell(slot: Slot | None, cover: Position | None, position: Position) -> TableCell:
    if slot is not None:
        return TableCell(slot.text, slot.position, slot.rows, slot.columns, slot.doubtful)
    if cover is not None:
        return TableCell("", cover, 0, 0)
    return TableCell("", position)


def _too_large(position: Position) -> Refused:
    return Refused(position.file, "表格异常地大，没有读取", "删去空行空列后另存", str(position))
