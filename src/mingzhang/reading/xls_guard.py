"""XLS guard 旧格式检查: the binary stream of an XLS walked through before the library unpacks it into cells.

[MS-CFB] compound file, [MS-XLS] BIFF records. A few turned bits can make a cell stand in column 60 000, and the
library then makes room for every cell up to it; a failed formula it gives as a blank.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mingzhang.reading.refusal import Refused
from mingzhang.reading.zip_guard import ErrorCell

MOST_BYTES: Final = 512 << 20
_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_COLUMNS: Final = 256
"""Columns that the format has."""

_END: Final = 0xFFFFFFFA
"""Sector numbers from here on are marks, not sectors."""

_STREAMS: Final = ("Workbook", "Book")
_CELLS: Final = frozenset(
    (0x06, 0x01, 0x02, 0x03, 0x04, 0x201, 0x202, 0x203, 0x204, 0x205, 0x206, 0x207, 0x27E, 0xFD, 0xD6)
)
_MANY: Final = frozenset((0xBD, 0xBE))
_BOUND_SHEET, _FORMULA, _TRUTH_OR_ERROR, _BEGIN = 0x85, 0x06, 0x205, 0x809
_ERRORS: Final = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_BROKEN: Final = ("工作簿打不开，已损坏或加了密码", "在表格软件中去掉密码，另存为新的 XLSX")


def inspect_xls(path: Path) -> tuple[ErrorCell, ...]:
    """The cells whose formula failed, with the sheet's name as part; Refused for a file no program could have made."""
    try:
        return tuple(_errors(path.name, _stream(path)))
    except (struct.error, IndexError, UnicodeDecodeError):
        raise Refused(path.name, *_BROKEN) from None


def sheet_records(path: Path) -> Iterator[tuple[str, int, bytes]]:
    """Every record of the workbook's stream: the sheet it stands in (none for the workbook's own), kind and content."""
    sheets: dict[int, str] = {}
    sheet = ""
    try:
        for place, kind, data in _records(_stream(path)):
            if kind == _BOUND_SHEET and len(data) > 7:
                sheets[int(struct.unpack_from("<I", data)[0])] = _sheet_name(data)
            elif kind == _BEGIN:
                sheet = sheets.get(place, sheet)
            yield sheet, kind, data
    except (struct.error, IndexError, UnicodeDecodeError):
        raise Refused(path.name, *_BROKEN) from None


def _stream(path: Path) -> bytes:
    if path.stat().st_size > MOST_BYTES:
        raise Refused(path.name, "工作簿异常地大，没有打开", "分成几个文件，或另存为 XLSX")
    data = path.read_bytes()
    return _Compound(data).stream() if data.startswith(_OLE) else data


@dataclass(frozen=True, slots=True)
class _Compound:
    """A compound file: sectors chained by a table, and a directory of streams."""

    data: bytes

    def stream(self) -> bytes:
        """The stream of the workbook; nothing when there is none."""
        table = self._table()
        directory = self._chain(self._number(48), table)
        root = self._entries(directory)
        for name, start, size in root:
            if name in _STREAMS and size >= self._number(56):
                return self._chain(start, table)[:size]
        return self._small(root, table)

    def _small(self, entries: list[tuple[str, int, int]], table: tuple[int, ...]) -> bytes:
        """A stream below the cut-off lies in the small sectors of the root's own stream."""
        container = self._chain(entries[0][1], table) if entries else b""
        links = self._chain(self._number(60), table)
        small = struct.unpack(f"<{len(links) // 4}I", links[: len(links) // 4 * 4])
        for name, start, size in entries[1:]:
            if name in _STREAMS:
                return b"".join(container[n * 64 : n * 64 + 64] for n in _walk(start, small))[:size]
        return b""

    def _number(self, place: int) -> int:
        return int(struct.unpack_from("<I", self.data, place)[0])

    @property
    def _size(self) -> int:
        shift = int(struct.unpack_from("<H", self.data, 30)[0])
        if shift not in (9, 12):
            raise IndexError("no such sectors")
        return 1 << shift

    def _sector(self, number: int) -> bytes:
        return self.data[(number + 1) * self._size : (number + 2) * self._size]

    def _table(self) -> tuple[int, ...]:
        places = [n for n in struct.unpack_from("<109I", self.data, 76) if n < _END]
        more, per_sector = self._number(68), self._size // 4
        for _ in range(len(self.data) // self._size):
            if more >= _END:
                break
            numbers = struct.unpack(f"<{per_sector}I", self._sector(more))
            places += [n for n in numbers[:-1] if n < _END]
            more = numbers[-1]
        table = b"".join(map(self._sector, places[: len(self.data) // self._size]))
        return struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4])

    def _chain(self, start: int, table: tuple[int, ...]) -> bytes:
        return b"".join(map(self._sector, _walk(start, table)))

    def _entries(self, directory: bytes) -> list[tuple[str, int, int]]:
        entries = []
        for place in range(0, len(directory) - 127, 128):
            length = min(64, *struct.unpack_from("<H", directory, place + 64))
            name = directory[place : place + max(0, length - 2)].decode("utf-16-le", "replace")
            entries.append((name, *struct.unpack_from("<II", directory, place + 116)))
        return entries


def _walk(start: int, table: tuple[int, ...]) -> Iterator[int]:
    """The numbers of a chain, each at most once."""
    seen: set[int] = set()
    while start < len(table) and start not in seen:
        seen.add(start)
        yield start
        start = table[start]


def _errors(file: str, stream: bytes) -> Iterator[ErrorCell]:
    sheets: dict[int, str] = {}
    sheet = ""
    for place, kind, data in _records(stream):
        if kind == _BOUND_SHEET and len(data) > 7:
            sheets[int(struct.unpack_from("<I", data)[0])] = _sheet_name(data)
        elif kind == _BEGIN:
            sheet = sheets.get(place, sheet)
        elif kind in _CELLS | _MANY and len(data) >= 6:
            row, column = struct.unpack_from("<HH", data)
            last = int(struct.unpack_from("<H", data, len(data) - 2)[0]) if kind in _MANY else column
            if max(column, last) >= _COLUMNS:
                raise Refused(file, "工作簿里有这种格式容不下的单元格，文件已损坏", _BROKEN[1], sheet)
            if error := _error(kind, data):
                yield ErrorCell(sheet, f"{_letters(column)}{row + 1}", error)


def _records(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    place = 0
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        yield place, kind, stream[place + 4 : place + 4 + length]
        place += 4 + length


def _sheet_name(data: bytes) -> str:
    """The name in a BIFF8 list of sheets: length, flag of wide characters, text."""
    wide = data[7] & 1
    text = data[8 : 8 + data[6] * (2 if wide else 1)]
    return text.decode("utf-16-le" if wide else "latin-1", "replace")


def _error(kind: int, data: bytes) -> str:
    """The error a cell shows; empty for every other cell."""
    if kind == _TRUTH_OR_ERROR and len(data) >= 8 and data[7] == 1:
        return _ERRORS.get(data[6], "#错误")
    if kind == _FORMULA and len(data) >= 14 and data[12:14] == b"\xff\xff" and data[6] == 2:
        return _ERRORS.get(data[8], "#错误")
    return ""


def _letters(column: int) -> str:
    return ("" if column < 26 else chr(64 + column // 26)) + chr(65 + column % 26)
