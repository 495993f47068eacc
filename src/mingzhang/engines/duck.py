"""The default engine: DuckDB over the Parquet files of a snapshot.

A snapshot splits every posting into its cell (the combination of dimensions it belongs to) and its own particulars.
A Selection is asked of the few thousand cells in Python; the sums and the lines behind them then come from the same
cells, so a figure and its list cannot disagree.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import Any

import duckdb

from mingzhang.books.balance import Balance
from mingzhang.books.posting import Posting
from mingzhang.engines.snapshot import Snapshot
from mingzhang.engines.staging import stage
from mingzhang.terms.classification import FundSource, Nature
from mingzhang.terms.selection import Selection

_COLUMNS = {
    "entity": "VARCHAR", "date": "DATE", "voucher": "VARCHAR", "line": "INTEGER", "summary": "VARCHAR",
    "account": "VARCHAR", "function": "VARCHAR", "economic": "VARCHAR", "fund": "VARCHAR", "nature": "VARCHAR",
    "project": "VARCHAR", "counterparty": "VARCHAR", "debit": "BIGINT", "credit": "BIGINT", "opening": "BOOLEAN",
    "contra": "VARCHAR", "closing": "BOOLEAN", "file": "VARCHAR", "place": "VARCHAR",
}  # fmt: skip
_DIMENSIONS = tuple(Balance.__dataclass_fields__)[:-2]
_BATCH = 10_000
_MEMORY = "512MB"
"""What freezing may take; above it, at some half a million postings, tables wait on disk beside the snapshot."""


def store(postings: Iterable[Posting], directory: Path) -> Snapshot:
    """Freeze a stream of postings into a snapshot in `directory`, which must be empty or new."""
    directory.mkdir(parents=True, exist_ok=True)
    staged = directory / "staged.csv"
    try:
        digest = stage(postings, staged)
        with _connect(memory_limit=_MEMORY, temp_directory=str(directory / "spill")) as connection:
            _read_staged(connection, staged)
            return freeze(connection, directory, digest)
    finally:
        staged.unlink(missing_ok=True)


def freeze(connection: duckdb.DuckDBPyConnection, directory: Path, digest: str) -> Snapshot:
    """Turn the table `staged` of a connection (columns of Posting and a running `number`) into a snapshot."""
    connection.execute(resources.files(__package__).joinpath("load.sql").read_text(encoding="utf-8"))
    count = _one(connection, "SELECT count(*) FROM postings")
    snapshot = Snapshot(directory, digest, int(count))
    for table, path in (("postings", snapshot.postings), ("cells", snapshot.cells)):
        connection.execute(f"COPY {table} TO {_quoted(path)} (FORMAT parquet, COMPRESSION zstd)")
    snapshot.save()
    return snapshot


@dataclass(frozen=True)
class DuckEngine:
    """Sums and lists over one snapshot."""

    snapshot: Snapshot

    @cached_property
    def _cells(self) -> tuple[tuple[int, Balance], ...]:
        dimensions = ", ".join(f'"{name}"' for name in _DIMENSIONS)
        query = f"""
            SELECT cell, {dimensions}, debit, credit
            FROM (SELECT cell, sum(debit)::BIGINT AS debit, sum(credit)::BIGINT AS credit
                  FROM {{postings}} GROUP BY cell)
            JOIN {{cells}} USING (cell) ORDER BY cell"""
        return tuple((row[0], _balance(row[1:])) for row in ask(self.snapshot, query))

    def balances(self) -> tuple[Balance, ...]:
        """Every cell of the books with its sums in fen: the one query a year's statements need."""
        return tuple(balance for _, balance in self._cells)

    def lines(self, selections: Iterable[Selection], limit: int | None = None) -> Iterator[Posting]:
        """The postings the selections ask for, in the order they were read; at most `limit` of them."""
        asked = tuple(selections)
        chosen = {cell: b for cell, b in self._cells if any(s.matches(b) for s in asked)}
        if not chosen:
            return
        query = f"""
            SELECT cell, date, voucher, line, summary, debit, credit, file, place
            FROM {{postings}} WHERE cell IN ({", ".join(map(str, chosen))})
            ORDER BY number {f"LIMIT {int(limit)}" if limit is not None else ""}"""
        yield from (_posting(chosen[row[0]], row[1:]) for row in ask(self.snapshot, query))


def ask(snapshot: Snapshot, query: str) -> Iterator[tuple[Any, ...]]:
    """The rows that a query gives, in which `{postings}` and `{cells}` stand for the snapshot's two tables."""
    with _connect() as connection:
        tables = {"postings": _quoted(snapshot.postings), "cells": _quoted(snapshot.cells)}
        result = connection.execute(query.format(**tables))
        while rows := result.fetchmany(_BATCH):
            yield from rows


def _connect(**settings: str) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(":memory:", config={"autoinstall_known_extensions": False, **settings})


def _read_staged(connection: duckdb.DuckDBPyConnection, staged: Path) -> None:
    types = ", ".join(f"'{name}': '{kind}'" for name, kind in _COLUMNS.items())
    texts = ", ".join(f'coalesce("{name}", \'\') AS "{name}"' for name, kind in _COLUMNS.items() if kind == "VARCHAR")
    connection.execute(f"""
        CREATE TABLE staged AS
        SELECT row_number() OVER () AS number, * REPLACE ({texts})
        FROM read_csv({_quoted(staged)}, header=false, columns={{{types}}}, quote='"', escape='"', delim=',',
                      auto_detect=false, new_line='\\n', max_line_size=4000000)""")


def _one(connection: duckdb.DuckDBPyConnection, query: str) -> Any:
    row = connection.execute(query).fetchone()
    assert row is not None
    return row[0]


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


def _balance(row: tuple[Any, ...]) -> Balance:
    (
        entity,
        account,
        function,
        economic,
        fund,
        nature,
        project,
        contra,
        counterparty,
        opening,
        closing,
        *sums,
    ) = row
    return Balance(
        entity, account, function, economic, FundSource(fund) if fund else None, Nature(nature) if nature else None,
        project, contra, counterparty, opening, closing, *sums,
    )  # fmt: skip


def _posting(cell: Balance, row: tuple[Any, ...]) -> Posting:
    date, voucher, line, summary, debit, credit, file, place = row
    return Posting(
        cell.entity, date, voucher, line, summary, cell.account, cell.function, cell.economic, cell.fund, cell.nature,
        cell.project, cell.counterparty, debit, credit, cell.opening, cell.contra, cell.closing, file, place,
    )  # fmt: skip
