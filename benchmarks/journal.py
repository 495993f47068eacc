"""Journals: the same books as plain text for hledger and beancount, one account for every combination of dimensions."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb

from benchmarks.books import connect
from mingzhang.engines.snapshot import Snapshot
from mingzhang.terms.classification import FundSource, Nature
from mingzhang.terms.money import to_yuan

ROOTS = {
    "1": "Assets",
    "2": "Liabilities",
    "3": "Equity",
    "4": "Income",
    "5": "Expenses",
    "6": "Income",
    "7": "Expenses",
    "8": "Equity",
}
FUNDS = {fund.value: f"M{number}" for number, fund in enumerate(FundSource, 1)}
NATURES = {Nature.BASIC.value: "B", Nature.PROJECT.value: "P"}
CURRENCY = "CNY"

_BLOCK = 50_000
_QUERY = """
    SELECT
        CASE WHEN opening THEN DATE '2021-01-01' ELSE date END,
        entity || ' ' || if(opening, '年初余额', voucher), summary, entity,
        account, "function", economic, fund, nature, project, opening, closing, debit - credit
    FROM {postings} JOIN {cells} USING (cell) ORDER BY number
"""


def account_name(
    entity: str,
    account: str,
    function: str,
    economic: str,
    fund: str,
    nature: str,
    project: str,
    opening: bool,
    closing: bool,
) -> str:
    """The dimensions as one account, such as Expenses:U420101:A720101:F2080150:E30201:M1:B, which both tools accept."""
    parts = (
        ROOTS[account[0]], f"U{entity}", f"A{account}", function and f"F{function}", economic and f"E{economic}",
        FUNDS.get(fund, ""), NATURES.get(nature, ""), project and f"J{project}", "Opening" if opening else "",
        "Closing" if closing else "",
    )  # fmt: skip
    return ":".join(filter(None, parts))


def write_journals(snapshot: Snapshot, hledger: Path, beancount: Path) -> None:
    """Write both journals in the order of the vouchers; amounts in yuan, debits positive."""
    with (
        connect() as connection,
        hledger.open("w", encoding="utf-8") as left,
        beancount.open("w", encoding="utf-8") as right,
    ):
        right.write('option "title" "模拟账"\noption "operating_currency" "CNY"\n')
        for name in sorted(_accounts(connection, snapshot)):
            right.write(f"2021-01-01 open {name} {CURRENCY}\n")
        last = ""
        for day, voucher, summary, *dimensions, fen in _rows(connection, snapshot):
            if voucher != last:
                left.write(f"\n{day} {voucher} | {summary}\n")
                right.write(f'\n{day} * "{voucher}" "{summary}"\n')
                last = voucher
            line = f"{account_name(*dimensions)}  {to_yuan(fen)} {CURRENCY}\n"
            left.write("    " + line)
            right.write("  " + line)


def _accounts(connection: duckdb.DuckDBPyConnection, snapshot: Snapshot) -> set[str]:
    query = f"""SELECT entity, account, "function", economic, fund, nature, project, opening, closing
                FROM '{snapshot.cells}'"""
    return {account_name(*row) for row in connection.execute(query).fetchall()}


def _rows(connection: duckdb.DuckDBPyConnection, snapshot: Snapshot) -> Iterator[tuple[Any, ...]]:
    result = connection.execute(_QUERY.format(postings=f"'{snapshot.postings}'", cells=f"'{snapshot.cells}'"))
    while rows := result.fetchmany(_BLOCK):
        yield from rows
