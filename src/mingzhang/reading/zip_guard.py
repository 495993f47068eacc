"""Zip guard 压缩包检查: what a workbook's package may hold, checked before any of it is unpacked into cells."""

import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mingzhang.reading.refusal import Refused

MOST_BYTES: Final = 2 << 30
"""Bytes all parts together may unpack to; a million voucher lines need about half a gigabyte."""

MOST_RATIO: Final = 200
"""Times a part may grow; sheets of real books grow ten- to thirtyfold."""

_SMALL: Final = 10 << 20
_MOST_PARTS: Final = 5_000
_FEW_CELLS: Final = 5_000_000
_MOST_EMPTY: Final = 20
"""How many places of its range a sheet may have for each cell there is: the library lays the whole range out."""
_BLOCK: Final = 1 << 20
_OVERLAP: Final = 1 << 14

_CELL = re.compile(rb"<c[\s>]")
_FAR_CELL = re.compile(rb"""<c\b[^>]*?\br=["']([A-Z]{2,3})(\d+)["']""")
_ROW = re.compile(rb"""<row\b[^>]*?\br=["'](\d+)["']""")
_ERROR_CELL = re.compile(
    rb'<c\b(?=[^>]*\bt="e")[^>]*?\br="([A-Z]+\d+)"[^>]*>(?:<f[^<]*(?:</f>|/>))?(?:<v>([^<]{0,20}))?'
)
# A formula that was written but never worked out has no value, or an empty one that is no text.
_UNSOLVED_CELL = re.compile(
    rb'<c\b(?![^>]*\bt="str")[^>]*?\br="([A-Z]+\d+)"[^>]*>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>'
)
_SHEET_PART = re.compile(r"xl/worksheets/[^/]+\.xml")
_BROKEN = "在表格软件中打开并另存为新的工作簿"


@dataclass(frozen=True, slots=True)
class ErrorCell:
    """A cell whose formula failed or was never worked out: the sheet's part, the cell, and what it shows."""

    part: str
    cell: str
    value: str


def inspect(path: Path) -> tuple[ErrorCell, ...]:
    """Unpack every part without keeping it; Refused for a bomb or a broken package; the error cells otherwise."""
    try:
        with zipfile.ZipFile(path) as package:
            parts = package.infolist()
            _check_directory(path.name, parts)
            return tuple(cell for part in parts for cell in _read_through(path.name, package, part))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError):
        raise Refused(path.name, "工作簿已损坏或加了密码", _BROKEN) from None


def _check_directory(name: str, parts: list[zipfile.ZipInfo]) -> None:
    total = sum(part.file_size for part in parts)
    swollen = any(
        part.file_size > _SMALL and part.file_size > MOST_RATIO * max(1, part.compress_size) for part in parts
    )
    if total > MOST_BYTES or swollen or len(parts) > _MOST_PARTS:
        raise Refused(name, "工作簿解压后异常地大，没有打开", _BROKEN, value=f"{total:,} 字节")


def _read_through(name: str, package: zipfile.ZipFile, part: zipfile.ZipInfo) -> list[ErrorCell]:
    """Unpack to the end: the sizes the directory claims are proved, since more or less of them is an error."""
    errors: list[ErrorCell] = []
    is_sheet = _SHEET_PART.fullmatch(part.filename) is not None
    last_row, last_column, cells, kept = 1, 26, 0, b""
    with package.open(part) as stream:
        while block := stream.read(_BLOCK):
            if not is_sheet:
                continue
            text = kept + block
            cells += len(_CELL.findall(block))
            last_row = max([last_row, *map(int, _ROW.findall(text))])
            for column, row in set(_FAR_CELL.findall(text)):
                last_row, last_column = max(last_row, int(row)), max(last_column, _column(column))
            errors += [
                ErrorCell(part.filename, cell.decode(), value.decode("utf-8", "replace"))
                for cell, value in _ERROR_CELL.findall(text)
            ]
            errors += [ErrorCell(part.filename, cell.decode(), "") for cell in _UNSOLVED_CELL.findall(text)]
            kept = block[-_OVERLAP:]
    if last_row * last_column > max(_FEW_CELLS, _MOST_EMPTY * cells):
        raise Refused(name, "工作表的范围异常地大", "删去数据区之外的空行空列后另存")
    return list(dict.fromkeys(errors))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
