"""Faults as a workbook 差错清单, to be passed on to the one who can mend them."""

import io
from collections.abc import Iterable

import xlsxwriter

from mingzhang.books.fault import Fault

_COLUMNS = (("级别", 8), ("文件", 24), ("位置", 18), ("栏目", 14), ("值", 26), ("问题", 36), ("怎样改", 60))


def write(faults: Iterable[Fault]) -> bytes:
    """The XLSX file: one fault a row, texts as texts, ready to filter and to print."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, options) as workbook:
        sheet = workbook.add_worksheet("差错清单")
        head = workbook.add_format({"bold": True, "bg_color": "#E8EEF2", "border": 1})
        cell = workbook.add_format({"text_wrap": True, "valign": "top", "border": 1})
        for column, (title, width) in enumerate(_COLUMNS):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, title, head)
        count = 0
        for count, fault in enumerate(faults, 1):
            for column, text in enumerate(_row(fault)):
                sheet.write_string(count, column, text[:32_000], cell)
        sheet.autofilter(0, 0, max(count, 1), len(_COLUMNS) - 1)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.repeat_rows(0)
        sheet.fit_to_pages(1, 0)
    return buffer.getvalue()


def _row(fault: Fault) -> tuple[str, ...]:
    return (fault.gravity.value, fault.file, fault.place, fault.column, fault.value, fault.message, fault.mend)
