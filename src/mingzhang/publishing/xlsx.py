"""The workbook: the official statements one a sheet, a list of them in front, every fact at the end.

Figures are stored to the fen and shown as printed; totals are formulas with their value beside them. The sheet
数据 names the cell of every fact, so that our own workbook can be read back without guessing.
"""

import io
from datetime import datetime, time
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.statement import Statement
from mingzhang.publishing.cells import CellPlace
from mingzhang.publishing.day import published_on
from mingzhang.publishing.formulas import formulas
from mingzhang.publishing.grid import figure_places
from mingzhang.publishing.printable import clean
from mingzhang.publishing.tabular import title_of
from mingzhang.publishing.xlsx_facts import write_facts
from mingzhang.publishing.xlsx_formats import Formats
from mingzhang.publishing.xlsx_statement import StatementSheet, rows_above
from mingzhang.publishing.xlsx_table import TableSheet, TableWriter, table_places, table_sheets

CONTENTS: Final = "目录"
FACTS: Final = "数据"
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""A text stays a text, whatever it begins with."""

_LONGEST_NAME: Final = 31
_NOT_IN_NAMES: Final = str.maketrans("", "", "[]:*?/\\'")


def write(disclosure: Disclosure) -> bytes:
    """The XLSX file; the same disclosure gives the same bytes."""
    stream = io.BytesIO()
    book = Workbook(stream, _OPTIONS)
    book.set_properties(_properties(disclosure))
    _fill(book, disclosure)
    book.close()
    return stream.getvalue()


def _properties(disclosure: Disclosure) -> dict[str, object]:
    created = datetime.combine(published_on(disclosure), time())
    author = disclosure.entity.name
    return {"title": disclosure.title, "author": author, "company": author, "created": created}


def _fill(book: Workbook, disclosure: Disclosure) -> None:
    formats = Formats(book)
    contents = book.add_worksheet(CONTENTS)
    names = {s.id: sheet_name(s) for s in disclosure.statements}
    tables = table_sheets(disclosure)
    places = table_places(disclosure, tables) | _places(disclosure, names)
    totals = formulas(disclosure.statements, disclosure.facts, places)
    for statement in disclosure.statements:
        sheet = book.add_worksheet(names[statement.id])
        StatementSheet(sheet, disclosure, statement, formats).write(totals)
    for table in tables:
        TableWriter(book.add_worksheet(table.name), table, disclosure.facts, formats).write(totals, places)
    write_facts(book.add_worksheet(FACTS), disclosure, places, formats)
    _write_contents(contents, disclosure, names, tables, formats)


def sheet_name(statement: Statement) -> str:
    """`T1 收入支出决算总表`, as long as a sheet's name may be."""
    return f"{statement.id} {statement.title}".translate(_NOT_IN_NAMES)[:_LONGEST_NAME]


def _places(disclosure: Disclosure, names: dict[str, str]) -> dict[Address, CellPlace]:
    """The cell of each printed fact; the body stands below title, unit line and head."""
    places: dict[Address, CellPlace] = {}
    for statement in disclosure.statements:
        top = rows_above(disclosure, statement) + len(statement.head)
        for address, placed in figure_places(statement).items():
            places.setdefault(address, CellPlace(names[statement.id], top + placed.row, placed.column))
    return places


def _write_contents(
    sheet: Worksheet,
    disclosure: Disclosure,
    names: dict[str, str],
    tables: tuple[TableSheet, ...],
    formats: Formats,
) -> None:
    sheet.set_column(0, 0, 8)
    sheet.set_column(1, 1, 84)
    sheet.set_row(0, 60)
    sheet.merge_range(0, 0, 0, 1, disclosure.title, formats.get("title"))
    sheet.write_string(1, 0, "序号", formats.get("head"))
    sheet.write_string(1, 1, "报表", formats.get("head"))
    for row, statement in enumerate(disclosure.statements, 2):
        target = f"internal:'{names[statement.id]}'!A1"
        sheet.write_number(row, 0, statement.number, formats.get("middle"))
        sheet.write_url(row, 1, target, formats.get("link"), statement.title)
    for row, table in enumerate(tables, len(disclosure.statements) + 2):
        sheet.write_string(row, 0, "", formats.get("middle"))
        sheet.write_url(row, 1, f"internal:'{table.name}'!A1", formats.get("link"), clean(title_of(table.spot)))
    last = len(disclosure.statements) + len(tables) + 2
    sheet.write_string(last, 0, "", formats.get("middle"))
    sheet.write_url(last, 1, f"internal:'{FACTS}'!A1", formats.get("link"), "全部数据项")
    note = "各表金额按分保存、按两位小数显示；合计单元格带公式，可逐项核对。"
    sheet.merge_range(last + 1, 0, last + 1, 1, note, formats.get("note"))
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)
