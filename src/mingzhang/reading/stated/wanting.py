"""Wanting 缺漏: what a statement that was found lacks, and amounts that nobody can place."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from mingzhang.disclosure.address import Address
from mingzhang.reading.stated.block import Block
from mingzhang.reading.stated.kind import StatementKind, columns_of
from mingzhang.reading.stated.spot import Found, Spot

_ENDS: Final = ("本年收入合计", "收入总计", "本年支出合计", "支出总计")
_ROWS: Final[Mapping[str, tuple[str, ...]]] = {
    "T1": _ENDS,
    "T2": ("total",),
    "T3": ("total",),
    "T4": _ENDS,
    "T5": ("total",),
    "T6": ("人员经费合计", "公用经费合计"),
}
"""Rows that every region prints whatever a unit's figures are."""

_FUNDS: Final = {"T8": "政府性基金预算财政拨款", "T9": "国有资本经营预算财政拨款"}
_LARGEST_MERGE: Final = 10_000


def missing_rows(statement: str, found: Iterable[Found]) -> list[str]:
    """The totals that should be there and are not, as printed."""
    rows = {spot.address.row for one in found for spot in one.spots}
    return ["合计" if row == "total" else row for row in _ROWS.get(statement, ()) if row not in rows]


def missing_columns(form: StatementKind, found: Iterable[Found]) -> list[str]:
    """The columns of the form that the head does not name, by their headings."""
    named = {column for one in found for column in one.columns}
    return ["/".join(column.path) for column in columns_of(form) if (column.row, column.name) not in named]


def nothing_there(statement: str) -> tuple[Address, ...]:
    """The figures of T4 that show, being nothing, that a fund's own statement may be left out; empty for others."""
    fund = _FUNDS.get(statement)
    if fund is None:
        return ()
    rows = (fund, f"年初-{fund}")
    return (*(Address("T4", row, "金额") for row in rows), Address("T4", "支出总计", fund))


def spread_over_many(block: Block, spots: Iterable[Spot]) -> Iterator[Spot]:
    """The figures whose merged cell covers other figures' cells."""
    places = {(spot.row, spot.column): spot for spot in spots}
    for rows, columns in block.merges():
        first = places.get((rows[0], columns[0]))
        if first is None or len(rows) * len(columns) > _LARGEST_MERGE:
            continue
        if sum((row, column) in places for row in rows for column in columns) > 1:
            yield first
