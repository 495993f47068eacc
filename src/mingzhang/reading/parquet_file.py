"""Parquet: rows of a Parquet file, fetched in batches."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import duckdb

from mingzhang.books.raw import Raw
from mingzhang.reading.refusal import Refused
from mingzhang.reading.table import Row, Sheet

_BATCH: Final = 10_000
_MEMORY: Final = "2GB"


def parquet_sheet(path: Path) -> Sheet:
    """The one table of a Parquet file; row 1 is the first row of data."""
    return Sheet(path.name, "", _rows(path))


def _rows(path: Path) -> Iterator[tuple[int, Row]]:
    """The head as row 0, then the data."""
    try:
        with duckdb.connect(config={"memory_limit": _MEMORY, "threads": 1}) as connection:
            connection.execute("SELECT * FROM read_parquet(?)", [_literal(path)])
            yield 0, [column[0] for column in connection.description or ()]
            number = 0
            while batch := connection.fetchmany(_BATCH):
                for row in batch:
                    number += 1
                    yield number, [_raw(cell) for cell in row]
    except (duckdb.Error, UnicodeDecodeError, OverflowError, ValueError):
        raise Refused(path.name, "Parquet 文件已损坏或不完整", "重新导出 Parquet 文件") from None


def _literal(path: Path) -> str:
    """The path with the marks taken out of which the reader would make a pattern."""
    return "".join(f"[{char}]" if char in "*?[" else char for char in str(path))


def _raw(cell: object) -> Raw:
    if cell is None:
        return ""
    return cell if isinstance(cell, Raw) else str(cell)
