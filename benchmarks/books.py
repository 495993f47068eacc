"""Books to measure with: one snapshot for each size, made once in the working folder, and the journals beside it."""

import shutil
from pathlib import Path

import duckdb

from mingzhang.engines.snapshot import Snapshot
from mingzhang.engines.synthetic import UNITS, synthetic


def connect() -> duckdb.DuckDBPyConnection:
    """A connection that never reaches for the network."""
    return duckdb.connect(":memory:", config={"autoinstall_known_extensions": False})


def books(count: int, work: Path) -> Snapshot:
    """The snapshot of `count` postings of two units."""
    return _made(count, work / f"books-{count}", UNITS)


def books_of_one_unit(count: int, work: Path) -> Snapshot:
    """The snapshot of `count` postings of one unit, since a file that is imported holds one unit's books."""
    return _made(count, work / f"unit-{count}", UNITS[:1])


def _made(count: int, directory: Path, units: tuple[str, ...]) -> Snapshot:
    found = Snapshot.load(directory)
    if found:
        return found
    shutil.rmtree(directory, ignore_errors=True)
    return synthetic(count, directory, units)
