"""A table that is no statement as a sheet: merged cells, figures as numbers that show what is printed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from math import ceil
from typing import Final

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.evaluation import Scope
from mingzhang.disclosure.fact import Fact, Facts
from mingzhang.disclosure.table import CellKind, TableCell
from mingzhang.publishing.cells import CellPlace
from mingzhang.publishing.printable import clean
from mingzhang.publishing.tabular import (
    Setting,
    Spot,
    column_count,
    head_rows,
    pieces,
    settings,
    shares,
    spots,
    title_of,
)
from mingzhang.publishing.xlsx_formats import Formats
from mingzhang.terms.unit import PERCENT

_NUMBER: Final = re.compile(r"\d+(?:,\d{3})*(?:\.(?P<decimals>\d+))?")
_TOP: Final = 1
"""The row of the title, above the table."""

_LINE: Final = 14
_ROW: Final = 18
_TALLEST: Final = 400
_UPRIGHT: Final = 7
"""Columns of a table that still stands upright."""

_WIDTH: Final = {True: 92, False: 138}
_ROOM: Final = {True: 940, False: 620}
"""Points of rows that still print legibly on one page."""

_A4: Final = 9
_MARGINS: Final = {"left": 0.6, "right": 0.6, "top": 0.8, "bottom": 0.8}
_LONGEST: Final = 31
_NOT_IN_NAMES: Final = str.maketrans("", "", "[]:*?/\\'")


@dataclass(frozen=True, slots=True)
class TableSheet:
    """A table and the name of the sheet that holds it."""

    name: str
    spot: Spot

    def place(self, each: Setting) -> CellPlace:
        """The cell of the sheet."""
        return CellPlace(self.name, _TOP + each.row, each.column)


def table_sheets(disclosure: Disclosure) -> tuple[TableSheet, ...]:
    """The sheets of a document's tables, in order."""
    taken: dict[str, int] = {}
    projects: list[str] = []
    made = []
    for spot in spots(disclosure):
        name = _name(spot, projects)
        taken[name.lower()] = count = taken.get(name.lower(), 0) + 1
        again = f"({count})" if count > 1 else ""
        made.append(TableSheet(f"{name[: _LONGEST - len(again)]}{again}", spot))
    return tuple(made)


def _name(spot: Spot, projects: list[str]) -> str:
    """绩效-整体, 绩效-项目1 … for evaluations, else what the table is called."""
    named = (address for each in settings(spot.table) for _, address in pieces(each.cell) if address)
    evaluation = next((address.row.partition("/")[0] for address in named if address.statement == "E"), None)
    if evaluation is None:
        return clean(f"表-{title_of(spot)}".translate(_NOT_IN_NAMES)).strip()[: _LONGEST - 4]
    if evaluation == Scope.WHOLE.value.removesuffix("支出"):
        return f"绩效-{evaluation}"
    if evaluation not in projects:
        projects.append(evaluation)
    return f"绩效-项目{projects.index(evaluation) + 1}"


def table_places(disclosure: Disclosure, sheets: tuple[TableSheet, ...]) -> dict[Address, CellPlace]:
    """Where tables first print each figure as a number."""
    places: dict[Address, CellPlace] = {}
    for sheet in sheets:
        for each in settings(sheet.spot.table):
            fact = disclosure.facts.get(each.cell.address) if each.cell.address else None
            if fact and number_format(each.cell, fact):
                places.setdefault(fact.address, sheet.place(each))
    return places


def number_format(cell: TableCell, fact: Fact) -> str:
    """The format in which the figure shows as the cell prints it: `"≥"0"张"`, `0.00%`; nothing where it cannot."""
    found = _NUMBER.search(cell.text)
    if cell.kind is not CellKind.FIGURE or not found or _NUMBER.search(cell.text, found.end()):
        return ""
    before, after = cell.text[: found.start()], cell.text[found.end() :]
    sign = -1 if before == "-" else 1
    places = Decimal(1).scaleb(-len(found["decimals"] or ""))
    printed = sign * Decimal(found[0].replace(",", ""))
    if (Decimal(fact.value) / fact.unit.scale).quantize(places, ROUND_HALF_UP) != printed:
        return ""
    if is_percentage(fact) and not after.startswith("%"):
        return ""
    digits = ("#,##0" if "," in found[0] else "0") + ("." + "0" * len(found["decimals"]) if found["decimals"] else "")
    percent = "%" if is_percentage(fact) and after.startswith("%") else ""
    return f"{_quoted('' if sign < 0 else before)}{digits}{percent}{_quoted(after.removeprefix(percent))}"


def is_percentage(fact: Fact) -> bool:
    """Whether a spreadsheet holds the figure as a share of one."""
    return fact.unit == PERCENT


def cell_value(fact: Fact) -> Decimal:
    """The number in the cell: a rate as the share of one that spreadsheets show as a percentage."""
    exact = Decimal(fact.value) / fact.unit.scale
    return exact / 100 if is_percentage(fact) else exact


def _quoted(words: str) -> str:
    plain = words.replace('"', "")
    return f'"{plain}"' if plain else ""


class TableWriter:
    """Fills the sheet of one table."""

    def __init__(self, sheet: Worksheet, table: TableSheet, facts: Facts, formats: Formats) -> None:
        """Nothing is written yet."""
        self._sheet, self._made, self._facts, self._formats = sheet, table, facts, formats
        self._table = table.spot.table
        self._columns = column_count(self._table)
        self._upright = self._columns <= _UPRIGHT
        whole = sum(shares(self._table)) or 1
        self._widths = [max(4, round(_WIDTH[self._upright] * share / whole)) for share in shares(self._table)]

    def write(self, totals: Mapping[Address, str], places: Mapping[Address, CellPlace]) -> None:
        """The title, the cells, and how the sheet prints."""
        self._title()
        for column, width in enumerate(self._widths):
            self._sheet.set_column(column, column, width)
        for each in settings(self._table):
            self._cell(each, totals, places)
        heights = [min(_TALLEST, height) for height in self._heights()]
        for row, height in enumerate(heights):
            self._sheet.set_row(_TOP + row, height)
        self._page(1 if sum(heights) <= _ROOM[self._upright] else 0)

    def _title(self) -> None:
        form = self._formats.get("title")
        if self._columns > 1:
            self._sheet.merge_range(0, 0, 0, self._columns - 1, "", form)
        self._sheet.write_string(0, 0, title_of(self._made.spot), form)
        self._sheet.set_row(0, 36)

    def _cell(self, each: Setting, totals: Mapping[Address, str], places: Mapping[Address, CellPlace]) -> None:
        cell, row, column = each.cell, _TOP + each.row, each.column
        fact = self._facts.get(cell.address) if cell.address else None
        shown = number_format(cell, fact) if fact else ""
        form = self._format(each, shown)
        if cell.rows > 1 or cell.columns > 1:
            self._sheet.merge_range(row, column, row + cell.rows - 1, column + cell.columns - 1, "", form)
        if not fact or not shown:
            self._sheet.write_string(row, column, cell.text, form)
            return
        exact = cell_value(fact)
        formula = self._formula(each, fact, totals, places)
        if formula:
            self._sheet.write_formula(row, column, formula, form, exact)
        else:
            self._sheet.write_number(row, column, exact, form)

    def _formula(
        self, each: Setting, fact: Fact, totals: Mapping[Address, str], places: Mapping[Address, CellPlace]
    ) -> str | None:
        """What computes it where it first stands; any further cell looks there."""
        own, first = self._made.place(each), places[fact.address]
        if own == first:
            return totals.get(fact.address)
        return f"={first.name if first.sheet == own.sheet else first.reference}"

    def _format(self, each: Setting, shown: str) -> Format:
        cell = each.cell
        if cell.kind is CellKind.HEAD:
            return self._formats.get("head")
        if cell.kind is CellKind.FIGURE:
            return self._formats.get("figure", num_format=shown or "@", text_wrap=not shown)
        return self._formats.get("middle" if each.centred else "label")

    def _heights(self) -> list[int]:
        """Points that each row needs; what a cell of several rows lacks goes to its last row."""
        heights = [_ROW] * len(self._table.rows)
        for each in sorted(settings(self._table), key=lambda each: each.cell.rows):
            last = each.row + each.cell.rows
            room = sum(self._widths[each.column : each.column + each.cell.columns])
            lines = sum(max(1, ceil(width / max(room - 1, 2))) for width in _breadths(each.cell.text))
            heights[last - 1] += max(0, 4 + _LINE * lines - sum(heights[each.row : last]))
        return heights

    def _page(self, high: int) -> None:
        sheet, head = self._sheet, head_rows(self._table)
        sheet.set_paper(_A4)
        if not self._upright:
            sheet.set_landscape()
        sheet.set_margins(**_MARGINS)
        sheet.fit_to_pages(1, high)
        sheet.center_horizontally()
        if head:
            sheet.repeat_rows(0, _TOP + head - 1)
            sheet.freeze_panes(_TOP + head, 0)
        sheet.set_footer('&C&"宋体"&10— &P —')
        sheet.hide_gridlines(2)


def _breadths(text: str) -> Iterator[int]:
    return (sum(1 if char.isascii() else 2 for char in line) for line in text.split("\n"))
