"""Whole-voucher questions to a snapshot: which vouchers do not balance, which numbers were used twice."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mingzhang.engines.duck import ask
from mingzhang.engines.snapshot import Snapshot
from mingzhang.terms.money import Fen


@dataclass(frozen=True, slots=True)
class VoucherSum:
    """The debit and credit of one half (budgetary or financial) of a voucher, and where its first line was read."""

    entity: str
    month: int
    voucher: str
    budgetary: bool
    debit: Fen
    credit: Fen
    file: str
    place: str


@dataclass(frozen=True, slots=True)
class Reuse:
    """A voucher number that stands for two vouchers: another date, or a line number that comes again."""

    entity: str
    voucher: str
    dates: tuple[date, ...]
    file: str
    place: str


def unbalanced(snapshot: Snapshot) -> Iterator[VoucherSum]:
    """The voucher halves whose debits and credits differ; parallel accounting must balance in each half."""
    query = """
        SELECT entity, month(date), voucher, account >= '6' AS budgetary, sum(debit)::BIGINT, sum(credit)::BIGINT,
               min_by(file, number), min_by(place, number)
        FROM {postings} JOIN {cells} USING (cell)
        WHERE voucher <> '' AND NOT opening
        GROUP BY 1, 2, 3, 4 HAVING sum(debit) <> sum(credit) ORDER BY min(number)
    """
    return (VoucherSum(*row) for row in ask(snapshot, query))


def reused(snapshot: Snapshot) -> Iterator[Reuse]:
    """The voucher numbers of a month that stand for more than one voucher."""
    query = """
        SELECT entity, voucher, list_sort(list(DISTINCT date)), min_by(file, number), max_by(place, number)
        FROM {postings} JOIN {cells} USING (cell)
        WHERE voucher <> '' AND NOT opening
        GROUP BY entity, month(date), voucher
        HAVING count(DISTINCT date) > 1
            OR count(*) FILTER (WHERE line > 0) > count(DISTINCT line) FILTER (WHERE line > 0)
        ORDER BY min(number)
    """
    rows = ask(snapshot, query)
    return (Reuse(entity, voucher, tuple(dates), file, place) for entity, voucher, dates, file, place in rows)
