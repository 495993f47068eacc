"""Workbook 工作簿: rows of the sheets of an XLSX, XLS, XLSB or ODS file, with merges and failed formulas known."""

import datetime
import io
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from lxml import etree
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    WorksheetNotFound,
    XmlError,
    ZipError,
)

from mingzhang.books.fault import Fault, Gravity
from mingzhang.books.problem import FaultLog
from mingzhang.books.raw import Raw
from mingzhang.reading.refusal import Refused
from mingzhang.reading.table import Row, Sheet
from mingzhang.reading.xls_guard import inspect_xls
from mingzhang.reading.zip_guard import ErrorCell, inspect

_FAILURES: Final = (CalamineError, PasswordError, WorksheetNotFound, XmlError, ZipError, OSError, ValueError)
_BROKEN: Final = ("工作簿打不开，已损坏或加了密码", "在表格软件中去掉密码，另存为新的 XLSX")
_PACKAGES: Final = (".xlsx", ".xlsm", ".xlsb", ".ods")
_MOST_MERGES: Final = 200_000


def workbook_sheets(path: Path, log: FaultLog) -> list[Sheet]:
    """The visible sheets of a workbook; Refused when it cannot be opened; hidden ones are mentioned."""
    errors = inspect(path) if _is_package(path) else inspect_xls(path)
    workbook = _opened(path)
    _report_errors(path, errors, log)
    names = []
    for sheet in workbook.sheets_metadata:
        if sheet.typ is not SheetTypeEnum.WorkSheet:
            continue
        if sheet.visible is SheetVisibleEnum.Visible:
            names.append(sheet.name)
        else:
            mend = "需要导入时在表格软件中取消隐藏"
            log.add(Fault(path.name, sheet.name, "", "", "隐藏的工作表没有读取", mend, Gravity.WARNING))
    return [_sheet(path.name, _loaded(path, workbook, name)) for name in names]


def _is_package(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(2) == b"PK"


def _opened(path: Path) -> CalamineWorkbook:
    try:
        if path.suffix.lower() in (_PACKAGES if _is_package(path) else (".xls",)):
            return CalamineWorkbook.from_path(path)
        # The library believes the name; an XLS that somebody named .xlsx is told by its content.
        return CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))
    except _FAILURES:
        raise Refused(path.name, *_BROKEN) from None
    except BaseException as failure:  # noqa: BLE001 a panic of the library is no Exception
        raise _panic(path, failure) from None


def _loaded(path: Path, workbook: CalamineWorkbook, name: str) -> CalamineSheet:
    try:
        return workbook.get_sheet_by_name(name)
    except _FAILURES:
        raise Refused(path.name, *_BROKEN, name) from None
    except BaseException as failure:  # noqa: BLE001 a panic of the library is no Exception
        raise _panic(path, failure) from None


def _panic(path: Path, failure: BaseException) -> BaseException:
    """The reader's own panics are no Exception and have no importable name; whatever else it is passes through."""
    return Refused(path.name, *_BROKEN) if type(failure).__name__ == "PanicException" else failure


def _sheet(file: str, sheet: CalamineSheet) -> Sheet:
    left = sheet.start[1] if sheet.start else 0
    spans = [
        (top + 1, max(0, first - left), bottom + 1, last - left)
        for (top, first), (bottom, last) in (sheet.merged_cell_ranges or [])[:_MOST_MERGES]
        if last >= left
    ]
    return Sheet(file, sheet.name, _rows(sheet), _merged(spans), spans, left)


def _rows(sheet: CalamineSheet) -> Iterator[tuple[int, Row]]:
    for number, row in enumerate(sheet.iter_rows(), 1):
        yield number, [_raw(cell) for cell in row]


def _raw(cell: object) -> Raw:
    """A cell as it is; a time of day or a duration, which no column of books holds, as text."""
    return cell if isinstance(cell, str | float | int | datetime.date) else str(cell)


def _merged(spans: Sequence[tuple[int, int, int, int]]) -> dict[int, list[tuple[int, int]]]:
    """Vertical merges by their first row: column and last row."""
    merges: dict[int, list[tuple[int, int]]] = {}
    for top, first, bottom, _ in spans:
        if bottom > top:
            merges.setdefault(top, []).append((first, bottom))
    return merges


def _report_errors(path: Path, errors: tuple[ErrorCell, ...], log: FaultLog) -> None:
    names = _part_names(path) if errors else {}
    for error in errors:
        place = f"{names.get(error.part, error.part)}!{error.cell}"
        message = "单元格的公式出错，没有值" if error.value else "单元格的公式还没有算出值"
        mend = "修好公式，或粘贴为数值" if error.value else "在表格软件中打开、重新计算并保存"
        log.add(Fault(path.name, place, "", error.value, message, mend))


def _part_names(path: Path) -> dict[str, str]:
    """The sheet names by the parts they are stored in."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        with zipfile.ZipFile(path) as package:
            book = etree.fromstring(package.read("xl/workbook.xml"), parser)
            links = etree.fromstring(package.read("xl/_rels/workbook.xml.rels"), parser)
    except (KeyError, zipfile.BadZipFile, etree.XMLSyntaxError):
        return {}
    targets = {link.get("Id"): str(link.get("Target")).removeprefix("/xl/") for link in links}
    relation = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    return {f"xl/{targets.get(s.get(relation))}": str(s.get("name")) for s in book.iterfind(".//{*}sheet")}
