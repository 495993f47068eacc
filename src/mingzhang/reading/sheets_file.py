"""Sheets file 工作簿文件: the visible sheets of an XLSX, XLS or ODS file as lines and grids."""

from dataclasses import replace
from itertools import chain
from pathlib import Path

from mingzhang.books.problem import FaultLog
from mingzhang.disclosure.fact import Facts
from mingzhang.reading.own.workbook import exact_of, is_listing
from mingzhang.reading.refusal import Refused
from mingzhang.reading.sheets.formats import formats_of
from mingzhang.reading.sheets.sheet import items_of
from mingzhang.reading.table import Sheet
from mingzhang.reading.transcript import Transcript
from mingzhang.reading.workbook_file import workbook_sheets


def read_sheets(path: Path) -> Transcript:
    """A workbook sheet by sheet; Refused when it is broken or holds nothing."""
    log = FaultLog()
    sheets = workbook_sheets(path, log)
    codes = formats_of(path)
    exact: Facts | None = None
    read: list[Sheet] = []
    for sheet in sheets:
        if is_listing(sheet):
            rows, exact = exact_of(sheet)
            sheet = replace(sheet, rows=rows)
        if exact is None or not is_listing(sheet):
            read.append(sheet)
    items = tuple(chain.from_iterable(items_of(sheet, codes.get(sheet.name, {})) for sheet in read))
    if not items:
        raise Refused(path.name, "工作簿是空的", "核对是不是公开的报表")
    return Transcript(path.name, "工作簿", items, faults=log.faults, exact=exact)
