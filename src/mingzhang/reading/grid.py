"""Grid 表格网: cells with spans laid out to a rectangle, whatever format they come from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from mingzhang.disclosure.position import Position
from mingzhang.disclosure.table import Table, TableCell
from mingzhang.reading.refusal import Refused

MOST_COLUMNS: Final = 400
MOST_PLACES: Final = 2_000_000
"""Places of one grid; the widest statement has 30 columns, the longest a few thousand rows."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell as a format gives it: its text, where it is, and how far it reaches from its own place."""

    text: str
    position: Position
    rows: int = 1
    columns: int = 1
    doubtful: bool = False


Placed = dict[tuple[int, int], Slot]


def table_of(rows: Sequence[Sequence[Slot]], position: Position, *, ruled: bool = True) -> Table:
    """Rows of cells in reading order as a rectangle; a span pushes what comes after it aside, as in a web page.

    Refused when the rectangle would have more places than any statement has.
    """
    placed: Placed = {}
    taken: set[tuple[int, int]] = set()
    for row, slots in enumerate(rows):
        column = 0
        for slot in slots:
            while (row, column) in taken:
                column += 1
            slot = _bounded(slot, row, column, len(rows))
            placed[row, column] = slot
            taken.update((row + r, column + c) for r in range(slot.rows) for c in range(slot.columns))
            if len(taken) > MOST_PLACES:
                raise _too_large(position)
            column += slot.columns
    return laid_out(placed, len(rows), position, ruled=ruled)


def laid_out(placed: Placed, height: int, position: Position, *, ruled: bool = True) -> Table:
    """Cells at their places as a rectangle; places nobody covers are empty cells."""
    width = max((column + slot.columns for (_, column), slot in placed.items()), default=0)
    if width * height > MOST_PLACES:
        raise _too_large(position)
    covered = {
        (row + r, column + c): slot.position
        for (row, column), slot in placed.items()
        if slot.rows * slot.columns > 1
        for r in range(slot.rows)
        for c in range(slot.columns)
    }
    places = {row: slot.position for (row, _), slot in reversed(placed.items())}
    return Table(
        tuple(
            tuple(
                _cell(placed.get((row, column)), covered.get((row, column)), places.get(row, position))
                for column in range(width)
            )
            for row in range(height)
        ),
        position,
        ruled,
    )


def _bounded(slot: Slot, row: int, column: int, height: int) -> Slot:
    rows = min(max(1, slot.rows), height - row)
    columns = min(max(1, slot.columns), max(1, MOST_COLUMNS - column))
    return Slot(slot.text, slot.position, rows, columns, slot.doubtful)


def _cell(slot: Slot | None, cover: Position | None, position: Position) -> TableCell:
    if slot is not None:
        return TableCell(slot.text, slot.position, slot.rows, slot.columns, slot.doubtful)
    if cover is not None:
        return TableCell("", cover, 0, 0)
    return TableCell("", position)


def _too_large(position: Position) -> Refused:
    return Refused(position.file, "表格异常地大，没有读取", "删去空行空列后另存", str(position))
