"""XLS formats 旧格式数字格式: which number format each numeric cell of an XLS workbook has ([MS-XLS] BIFF8)."""

import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from mingzhang.reading.sheets.shown import built_in
from mingzhang.reading.xls_guard import sheet_records

_FORMAT: Final = 0x41E
_STYLE: Final = 0xE0
_CELLS: Final = frozenset((0x06, 0x203, 0x27E))
"""Formula, number, and number packed into four bytes."""
_MANY: Final = 0xBD


def xls_formats(path: Path) -> Mapping[str, Mapping[tuple[int, int], str]]:
    """The codes of the numeric cells, by sheet, row and column, both from 1; Refused for a broken file."""
    own: dict[int, str] = {}
    styles: list[int] = []
    cells: dict[str, dict[tuple[int, int], int]] = {}
    for sheet, kind, data in sheet_records(path):
        if kind == _FORMAT and len(data) > 5:
            own[_short(data, 0)] = _text(data)
        elif kind == _STYLE and len(data) >= 4:
            styles.append(_short(data, 2))
        elif kind in _CELLS and len(data) >= 6:
            cells.setdefault(sheet, {})[_short(data, 0) + 1, _short(data, 2) + 1] = _short(data, 4)
        elif kind == _MANY:
            cells.setdefault(sheet, {}).update(_several(data))
    return {
        sheet: {
            place: code
            for place, style in found.items()
            if style < len(styles) and (code := own.get(styles[style]) or built_in(styles[style]))
        }
        for sheet, found in cells.items()
    }


def _several(data: bytes) -> Iterator[tuple[tuple[int, int], int]]:
    """A run of packed numbers in one row: row, first column, then style and number for each, last column."""
    row, first = _short(data, 0) + 1, _short(data, 2) + 1
    for number, place in enumerate(range(4, len(data) - 7, 6)):
        yield (row, first + number), _short(data, place)


def _short(data: bytes, place: int) -> int:
    return int(struct.unpack_from("<H", data, place)[0])


def _text(data: bytes) -> str:
    """The code in a format record: number, length, whether its characters are wide, the characters."""
    length, wide = _short(data, 2), data[4] & 1
    return data[5 : 5 + length * (2 if wide else 1)].decode("utf-16-le" if wide else "latin-1", "replace")
