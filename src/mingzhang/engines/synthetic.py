"""Synthetic 模拟账: invented but well-formed books of any size, to measure with and to test large volumes."""

import hashlib
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

import duckdb

from mingzhang.engines.duck import freeze
from mingzhang.engines.snapshot import Snapshot

UNITS = ("420101", "420102")
YEAR = 2021
SEED = 20211231
LEAST = 20_000
"""Fewer postings than this leave no room for a voucher of every kind."""


def synthetic(count: int, directory: Path, units: Sequence[str] = UNITS) -> Snapshot:
    """Freeze `count` invented postings (a multiple of four, at least LEAST) of some units; the same every time."""
    if count < LEAST or count % 4:
        raise ValueError(f"分录数须是 4 的倍数，且不少于 {LEAST}")
    directory.mkdir(parents=True, exist_ok=True)
    sql = resources.files(__package__).joinpath("synthetic.sql").read_text(encoding="utf-8")
    digest = hashlib.sha256(f"{count} {units} {YEAR} {SEED} {sql}".encode()).hexdigest()
    scratch = directory / "scratch.duckdb"
    try:
        with duckdb.connect(str(scratch), config={"autoinstall_known_extensions": False}) as connection:
            _stage(connection, sql, count, units)
            return freeze(connection, directory, digest)
    finally:
        scratch.unlink(missing_ok=True)


def _stage(connection: duckdb.DuckDBPyConnection, sql: str, count: int, units: Sequence[str]) -> None:
    for name, value in (("count", count), ("year", YEAR), ("seed", SEED)):
        connection.execute(f"SET VARIABLE {name} = {value}::BIGINT")
    connection.execute("CREATE TABLE units (entity VARCHAR, unit_rank INTEGER)")
    connection.executemany("INSERT INTO units VALUES (?, ?)", [(unit, rank) for rank, unit in enumerate(units, 1)])
    connection.execute(sql)
