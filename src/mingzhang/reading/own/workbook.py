"""Workbook 工作簿锚点: the sheet 数据 of our workbook, which lists every figure to the fen."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from mingzhang.books.raw import Raw
from mingzhang.disclosure.fact import Facts
from mingzhang.disclosure.position import Position
from mingzhang.reading.own.anchored import Anchored, facts_of, unit_of
from mingzhang.reading.table import Row, Sheet

NAME: Final = "数据"
_COLUMNS: Final = ("数据项", "数值", "计量单位", "位置")
_FINE: Final = "倍数"


def is_listing(sheet: Sheet) -> bool:
    """Whether a sheet is called as our listing is."""
    return sheet.name == NAME


def exact_of(sheet: Sheet) -> tuple[list[tuple[int, Row]], Facts | None]:
    """The rows of a sheet, taken out of it, and the figures they list; None when it is no listing of ours."""
    rows = list(sheet.rows)
    head = [str(cell) for cell in rows[0][1]] if rows else []
    if not set(_COLUMNS) <= set(head):
        return rows, None
    places = {name: head.index(name) for name in _COLUMNS}
    scale = head.index(_FINE) if _FINE in head else -1
    return rows, facts_of(_anchored(sheet.file, [row for _, row in rows[1:]], places, scale))


def _anchored(file: str, rows: Sequence[Row], places: Mapping[str, int], scale: int) -> Iterator[Anchored]:
    """`scale` is the column that says how fine a unit counts, −1 for none."""
    for row in rows:
        address, value, unit, place = (row[places[name]] if places[name] < len(row) else "" for name in _COLUMNS)
        money = str(unit) == "元"
        kind = unit_of(str(unit), _whole(row[scale]) if 0 <= scale < len(row) else "")
        name, _, cell = str(place or "").rpartition("!")
        position = Position(file, sheet=name.strip("'").replace("''", "'") or NAME, cell=cell.replace("$", ""))
        yield Anchored(str(address), position, kind, _inner(value, 100 if money else kind.scale))


def _whole(value: Raw) -> str:
    """A whole number as text; nothing for anything else."""
    return str(int(value)) if isinstance(value, int | float) and value == value // 1 else ""


def _inner(value: Raw, scale: int) -> str:
    """A number of yuan in fen, of anything else as finely as its unit counts."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    exact = Decimal(repr(value)) * scale
    return str(int(exact)) if exact.is_finite() and exact == exact.to_integral_value() else ""
