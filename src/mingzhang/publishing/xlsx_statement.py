"""One statement as a sheet in its official layout, ready to print."""

from collections.abc import Mapping
from decimal import Decimal
from math import ceil
from typing import Final

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.statement import Cell, Figure, Label, Statement
from mingzhang.publishing.grid import place_body, place_head
from mingzhang.publishing.outline import statement_lines, statement_title
from mingzhang.publishing.xlsx_formats import Formats, number_format

_LINE: Final = 14
"""Points of one line of 10-point text."""

_ROW: Final = 18
_TALLEST: Final = 27
_TITLE: Final = 36
_ROOM: Final = {False: 690, True: 440}
"""Points between the margins of a page that stands or lies, less the note."""

_WIDTH: Final = {False: 92, True: 138}
"""Widths of a digit that fill a page that stands or lies: what Excel measures columns by."""

_A4: Final = 9
_ONE_PAGE = 45
"""Rows that still print legibly on one page."""

_MARGINS: Final = {"left": 0.6, "right": 0.6, "top": 0.8, "bottom": 0.8}
_FOOTER: Final = '&C&"宋体"&10— &P —'

Totals = Mapping[Address, str]


class StatementSheet:
    """A sheet and the statement that it is to hold."""

    def __init__(self, sheet: Worksheet, disclosure: Disclosure, statement: Statement, formats: Formats) -> None:
        """Nothing is written yet."""
        self._sheet, self._disclosure, self._statement, self._formats = sheet, disclosure, statement, formats
        self._last = len(statement.widths) - 1
        self._above = rows_above(disclosure, statement)
        self._top = self._above + len(statement.head)
        self._widths = column_widths(statement)

    def write(self, totals: Totals) -> None:
        """Everything: what the sheet says and how it prints."""
        self._write_above()
        self._write_head()
        self._write_body(totals)
        self._write_note()
        self._set_page()

    # What it says

    def _write_above(self) -> None:
        statement, sheet = self._statement, self._sheet
        title = statement_title(self._disclosure, statement)
        self._span(0, 0, 0, self._last, title, self._formats.get("title"))
        split = max(0, self._last - 2)
        sheet.set_row(0, _TITLE)
        for row, (left, right) in enumerate(statement_lines(self._disclosure, statement), 1):
            self._span(row, 0, row, split, left, self._formats.get("left"))
            self._span(row, split + 1, row, self._last, right, self._formats.get("right"))
            sheet.set_row(row, _ROW)
        for column, width in enumerate(self._widths):
            sheet.set_column(column, column, width)

    def _write_head(self) -> None:
        form = self._formats.get("head")
        heights = [_ROW] * len(self._statement.head)
        for placed in place_head(self._statement.head):
            row, heading = self._above + placed.row, placed.cell
            end = (row + heading.rows - 1, placed.column + heading.columns - 1)
            self._span(row, placed.column, *end, heading.text, form)
            need = self._height(heading.text, placed.column, heading.columns) // heading.rows
            heights[placed.row] = max(heights[placed.row], need)
        for index, height in enumerate(heights):
            self._sheet.set_row(self._above + index, height)

    def _write_body(self, totals: Totals) -> None:
        heights = [_ROW] * len(self._statement.body)
        for placed in place_body(self._statement):
            self._write_cell(self._top + placed.row, placed.column, placed.cell, totals)
            if isinstance(placed.cell, Label):
                need = self._height(placed.cell.text, placed.column, placed.cell.columns, placed.cell.indent)
                heights[placed.row] = max(heights[placed.row], need)
        rest = _ROOM[self._statement.landscape] - _TITLE - _ROW * self._top
        even = min(_TALLEST, max(_ROW, rest // max(1, len(heights))))
        for index, height in enumerate(heights):
            self._sheet.set_row(self._top + index, max(height, even))

    def _write_cell(self, row: int, column: int, cell: Cell, totals: Totals) -> None:
        if isinstance(cell, Label):
            end = column + cell.columns - 1
            self._span(row, column, row, end, cell.text, self._label_format(cell))
            return
        fact = self._disclosure.facts.get(cell.address)
        form = self._figure_format(cell, fact)
        if cell.columns > 1:
            self._sheet.merge_range(row, column, row, column + cell.columns - 1, "", form)
        self._write_figure(row, column, fact, totals.get(cell.address), form)

    def _write_figure(self, row: int, column: int, fact: Fact | None, total: str | None, form: Format) -> None:
        if fact is None:
            self._sheet.write_blank(row, column, None, form)
        elif total:
            self._sheet.write_formula(row, column, total, form, exact(fact))
        else:
            self._sheet.write_number(row, column, exact(fact), form)

    def _write_note(self) -> None:
        if not self._statement.note:
            return
        row = self._top + len(self._statement.body)
        height = self._height(self._statement.note, 0, self._last + 1)
        self._sheet.set_row(row, max(_ROW, height))
        self._span(row, 0, row, self._last, self._statement.note, self._formats.get("note"))

    # How it looks

    def _span(self, row: int, column: int, last_row: int, last: int, text: str, form: Format) -> None:
        """A text over one or several cells."""
        if (row, column) == (last_row, last):
            self._sheet.write_string(row, column, text, form)
        else:
            self._sheet.merge_range(row, column, last_row, last, "", form)
            self._sheet.write_string(row, column, text, form)

    def _label_format(self, label: Label) -> Format:
        name = "middle" if label.centred or label.columns > 1 else "label"
        more = {"indent": label.indent} if label.indent else {}
        return self._formats.get(name, **more, **({"bold": True} if label.bold else {}))

    def _figure_format(self, figure: Figure, fact: Fact | None) -> Format:
        unit = fact.unit if fact else self._statement.unit
        more = {"bold": True} if figure.bold else {}
        return self._formats.get("figure", num_format=number_format(unit, self._zero(figure)), **more)

    def _zero(self, figure: Figure) -> str:
        return self._statement.zero if figure.zero is None else figure.zero

    def _height(self, text: str, column: int, columns: int, indent: int = 0) -> int:
        """Points that the wrapped text needs; a Chinese character is as wide as two Latin ones."""
        room = sum(self._widths[column : column + columns]) - 2 * indent
        width = sum(1 if char.isascii() else 2 for char in text)
        return 4 + _LINE * ceil(width / max(room, 2))

    def _set_page(self) -> None:
        sheet = self._sheet
        sheet.set_paper(_A4)
        if self._statement.landscape:
            sheet.set_landscape()
        sheet.set_margins(**_MARGINS)
        sheet.fit_to_pages(1, 1 if len(self._statement.body) <= _ONE_PAGE else 0)
        sheet.center_horizontally()
        sheet.repeat_rows(0, self._top - 1)
        sheet.freeze_panes(self._top, 0)
        sheet.set_footer(_FOOTER)
        sheet.hide_gridlines(2)


def rows_above(disclosure: Disclosure, statement: Statement) -> int:
    """Rows above the head: the title, then the lines that say whose money it is and in what unit."""
    return 1 + len(statement_lines(disclosure, statement))


def column_widths(statement: Statement) -> list[int]:
    """The columns in widths of a digit, together about as wide as the page."""
    whole, room = sum(statement.widths) or 1, _WIDTH[statement.landscape]
    return [max(4, round(room * width / whole)) for width in statement.widths]


def exact(fact: Fact) -> Decimal:
    """The whole value in the unit it is printed in: 193.130012 for 1,931,300.12 yuan in 万元."""
    return Decimal(fact.value) / fact.unit.scale
