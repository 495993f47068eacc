"""The sheet 数据: every fact with its exact value, where it is printed and where it comes from."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from xlsxwriter.worksheet import Worksheet

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Fact
from mingzhang.publishing.cells import CellPlace
from mingzhang.publishing.trace_text import trace_text
from mingzhang.publishing.xlsx_formats import Formats
from mingzhang.terms.money import to_yuan
from mingzhang.terms.unit import unit_called

COLUMNS: Final = (
    ("数据项", 36),
    ("报表", 6),
    ("行", 28),
    ("栏次", 24),
    ("口径", 10),
    ("数值", 18),
    ("计量单位", 10),
    ("位置", 34),
    ("溯源", 60),
    ("倍数", 8),
)
"""Names and widths. 数值 is in yuan for money, else in 计量单位; 位置 is the cell that prints the figure, if any.
倍数 is how fine a unit counts that its name does not tell: 10000 where 万条 counts single records."""


def write_facts(
    sheet: Worksheet, disclosure: Disclosure, places: Mapping[Address, CellPlace], formats: Formats
) -> None:
    """One row a fact, in the order of the disclosure, with a filter over the columns."""
    for column, (name, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, formats.get("column"))
    for row, fact in enumerate(disclosure.facts.values(), 1):
        _write_fact(sheet, row, fact, places.get(fact.address), formats)
    sheet.autofilter(0, 0, max(1, len(disclosure.facts)), len(COLUMNS) - 1)
    sheet.freeze_panes(1, 0)
    _set_page(sheet)


def _write_fact(sheet: Worksheet, row: int, fact: Fact, place: CellPlace | None, formats: Formats) -> None:
    at = fact.address
    text = formats.get("text")
    for column, value in enumerate((str(at), at.statement, at.row, at.column, at.phase)):
        sheet.write_string(row, column, value, text)
    if fact.unit.is_money:
        sheet.write_number(row, 5, to_yuan(fact.value), formats.get("yuan"))
    else:
        sheet.write_number(row, 5, Decimal(fact.value) / fact.unit.scale, formats.get("count"))
    sheet.write_string(row, 6, "元" if fact.unit.is_money else fact.unit.name, text)
    if place:
        sheet.write_url(row, 7, f"internal:{place.reference}", formats.get("plain_link"), place.reference)
    sheet.write_string(row, 8, trace_text(fact.trace), text)
    if not fact.unit.is_money and fact.unit != unit_called(fact.unit.name):
        sheet.write_number(row, 9, fact.unit.scale, formats.get("count"))


def _set_page(sheet: Worksheet) -> None:
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
