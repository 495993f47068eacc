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
    return rows, facts_of(_anchored(sheet.file, [row for _, row in rows[1:]], places))


def _anchored(file: str, rows: Sequence[Row], places: Mapping[str, int]) -> Iterator[Anchored]:
    for row in rows:
        address, value, unit, place = (row[places[name]] if places[name] < len(row) else "" for name in _COLUMNS)
        money = str(unit) == "元"
        name, _, cell = str(place or "").rpartition("!")
        position = Position(file, sheet=name.strip("'").replace("''", "'") or NAME, cell=cell.replace("$", ""))
        yield Anchored(str(address), position, unit_of(str(unit)), _inner(value, money=money))


def _inner(value: Raw, *, money: bool) -> str:
    """A number of yuan in fen, a number of things as it is."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    exact = Decimal(repr(value)) * (100 if money else 1)
    return str(int(exact)) if exact.is_finite() and exact == exact.to_integral_value() else ""
