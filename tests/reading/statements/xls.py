"""A workbook in the old binary format (BIFF8 in its compound file), enough to type statements into."""

import struct
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.reading.statements.sheets import Rows


def type_out_xls(path: Path, sheets: Mapping[str, Rows]) -> Path:
    """The rows as an XLS file, one sheet an entry."""
    bodies = [b"".join(_sheet(rows)) for rows in sheets.values()]
    start = _record(0x809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0)) + _record(0x42, struct.pack("<H", 1200))
    names = [struct.pack("<BB", len(name), 1) + name.encode("utf-16-le") for name in sheets]
    head = len(start) + sum(4 + 6 + len(name) for name in names) + 4
    listed, place = b"", head
    for name, body in zip(names, bodies, strict=True):
        listed += _record(0x85, struct.pack("<IH", place, 0) + name)
        place += len(body)
    path.write_bytes(_container(start + listed + _record(0x0A, b"") + b"".join(bodies)))
    return path


def _sheet(rows: Rows) -> Iterator[bytes]:
    yield _record(0x809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            at = struct.pack("<HHH", number, column, 0)
            if isinstance(cell, str) and cell:
                yield _record(0x204, at + struct.pack("<HB", len(cell), 1) + cell.encode("utf-16-le"))
            elif cell not in ("", None):
                yield _record(0x203, at + struct.pack("<d", cell))
    yield _record(0x0A, b"")


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _container(stream: bytes) -> bytes:
    """A compound file with the one stream Workbook: header, table of sectors, directory, stream."""
    sector, end, free = 512, 0xFFFFFFFE, 0xFFFFFFFF
    stream = stream.ljust(max(4096, -(-len(stream) // sector) * sector), b"\0")
    count = len(stream) // sector
    assert count <= 126, "one sector of the table holds 128 entries"
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIIII", bytes.fromhex("d0cf11e0a1b11ae1"), b"", 0x3E, 3, 0xFFFE, 9, 6, b"",
        0, 1, 1, 0, 4096, end, 0, end, 0, 0,
    ) + struct.pack("<I", free) * 108  # fmt: skip
    chain = [0xFFFFFFFD, end, *range(3, 2 + count), end]
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(sector, b"\xff")
    entries = _entry("Root Entry", 5, 1, end, 0) + _entry("Workbook", 2, free, 2, len(stream))
    return header + table + entries.ljust(sector, b"\0") + stream


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le").ljust(64, b"\0")
    none = 0xFFFFFFFF
    head = text + struct.pack("<HBBIII", 2 * len(name) + 2, kind, 1, none, none, child)
    return head + b"\0" * 36 + struct.pack("<IQ", start, size)
