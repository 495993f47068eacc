"""Header 表头: finding the head of a table among the first rows and knowing its columns."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from mingzhang.books.raw import Raw
from mingzhang.books.words import plain
from mingzhang.reading.columns import (
    BALANCE_COLUMNS,
    BALANCE_SPELLINGS,
    HEADER_OF,
    IGNORED,
    VOUCHER_COLUMNS,
    VOUCHER_SPELLINGS,
    BookColumn,
)
from mingzhang.reading.mapping import ColumnMapping

HEAD_ROWS: Final = 40
"""How far down a head is looked for: titles, the unit's name and the period stand above it."""


class TableKind(Enum):
    """What the lines of a table are."""

    VOUCHERS = "凭证"
    BALANCES = "科目余额表"


_SPELLINGS: Final = {TableKind.VOUCHERS: VOUCHER_SPELLINGS, TableKind.BALANCES: BALANCE_SPELLINGS}
_COLUMNS: Final = {TableKind.VOUCHERS: VOUCHER_COLUMNS, TableKind.BALANCES: BALANCE_COLUMNS}
_BALANCE_SIGNS: Final = frozenset(
    ("opening", "opening_debit", "opening_credit", "closing", "closing_debit", "closing_credit")
)


@dataclass(frozen=True)
class Layout:
    """Which column of a table holds which field; `first` is the index of the first row of data."""

    kind: TableKind
    first: int
    places: Mapping[str, int]
    headers: Mapping[str, str]
    unknown: tuple[str, ...]
    twice: tuple[str, ...]
    width: int

    @property
    def missing(self) -> tuple[str, ...]:
        """The Chinese names of the columns without which the table says nothing."""
        return tuple(_missing(self.kind, self.places))

    @property
    def score(self) -> tuple[bool, int, int]:
        """How well it is understood: complete first, then most fields, then the upper row."""
        return (not self.missing, len(self.places), -self.first)


def find_layout(rows: Sequence[Sequence[Raw]], mapping: ColumnMapping) -> Layout | None:
    """The best understanding of the first rows of a table; None when no row looks like a head."""
    found = [
        layout
        for index, names in _heads(rows)
        for kind in TableKind
        if len((layout := _layout(kind, index, names, mapping)).places) > 1
    ]
    return max(found, key=lambda layout: layout.score, default=None)


def _heads(rows: Sequence[Sequence[Raw]]) -> Iterator[tuple[int, list[tuple[str, ...]]]]:
    """Each row as a head, and each row together with the next as a head of two levels."""
    texts = [[_text(cell) for cell in row] for row in rows[:HEAD_ROWS]]
    for index, row in enumerate(texts):
        if sum(map(bool, row)) < 2:
            continue
        yield index + 1, [(name,) if name else () for name in row]
        if index + 1 < len(texts) and any(texts[index + 1]):
            yield index + 2, _stacked(row, texts[index + 1])


def _stacked(upper: list[str], lower: list[str]) -> list[tuple[str, ...]]:
    names: list[tuple[str, ...]] = []
    group = ""
    for index in range(max(len(upper), len(lower))):
        top = upper[index] if index < len(upper) else ""
        below = lower[index] if index < len(lower) else ""
        group = top or group
        names.append((group + below, below) if below else (top,) if top else ())
    return names


def _text(cell: Raw) -> str:
    return "".join(str(cell).split()) if isinstance(cell, str) else ""


def _layout(kind: TableKind, first: int, names: list[tuple[str, ...]], mapping: ColumnMapping) -> Layout:
    places: dict[str, int] = {}
    ranks: dict[str, int] = {}
    unknown: list[str] = []
    twice: list[str] = []
    for index, spellings in enumerate(names):
        field = _field(kind, spellings, mapping)
        if field is None:
            unknown += [name for name in spellings[:1] if plain(_bare(name)) not in IGNORED]
        elif field:
            rank = _rank(kind, field, spellings, mapping)
            if rank == ranks.get(field):
                twice.append(spellings[0])
            if rank < ranks.get(field, 1_000_000):
                ranks[field], places[field] = rank, index
    if "account" not in places and "account_name" in places:
        places["account"] = places.pop("account_name")
    headers = {field: names[index][0] for field, index in places.items()}
    return Layout(kind, first, places, HEADER_OF | headers, tuple(unknown), tuple(twice), len(names))


def _field(kind: TableKind, spellings: tuple[str, ...], mapping: ColumnMapping) -> str | None:
    """The field a header names, empty when it is not needed, None when it is not understood."""
    for name in spellings:
        own = mapping.field_of(name)
        if own is not None:
            return own
    for name in spellings:
        if field := _SPELLINGS[kind].get(plain(_bare(name))):
            return field
    return None if spellings else ""


def _rank(kind: TableKind, field: str, spellings: tuple[str, ...], mapping: ColumnMapping) -> int:
    """How plainly a header names its field: by the unit's own mapping, by its official name, by an alias."""
    if any(mapping.field_of(name) is not None for name in spellings):
        return -1
    column = next(column for column in _COLUMNS[kind] if column.field == field)
    order = [plain(word) for word in _in_order(column)]
    return min(order.index(word) for name in spellings if (word := plain(_bare(name))) in order)


def _in_order(column: BookColumn) -> tuple[str, ...]:
    return (column.header, column.field, *column.aliases)


def _bare(name: str) -> str:
    """A header without the unit printed after it: 借方金额（元）."""
    name = unicodedata.normalize("NFKC", name)
    for unit in ("(元)", "(人民币)", "(单位:元)", "(人民币元)", "*"):
        name = name.removesuffix(unit)
    return name


def _missing(kind: TableKind, places: Mapping[str, int]) -> Iterator[str]:
    if "account" not in places:
        yield HEADER_OF["account"]
    if kind is TableKind.BALANCES:
        if not _BALANCE_SIGNS & places.keys() or {"voucher", "date"} & places.keys():
            yield HEADER_OF["opening"]
        return
    for name in ("date", "voucher"):
        if name not in places and "kind" not in places:
            yield HEADER_OF[name]
    if not ({"debit", "credit"} <= places.keys() or {"amount", "side"} <= places.keys()):
        yield f"{HEADER_OF['debit']}、{HEADER_OF['credit']}"
