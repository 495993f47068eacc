"""Whole-voucher questions to a snapshot: which vouchers do not balance, which numbers were used twice."""

from collections.abc import Iterator

from mingzhang.books.voucher import Half, VoucherRepeat, VoucherSum
from mingzhang.engines.duck import ask
from mingzhang.engines.snapshot import Snapshot


def unbalanced(snapshot: Snapshot) -> Iterator[VoucherSum]:
    """The voucher halves whose debits and credits differ; parallel accounting must balance in each half."""
    query = """
        SELECT voucher, month(date), min(account), sum(debit)::BIGINT, sum(credit)::BIGINT,
               min_by(file, number), min_by(place, number)
        FROM {postings} JOIN {cells} USING (cell)
        WHERE voucher <> '' AND NOT opening
        GROUP BY entity, voucher, month(date), account >= '6'
        HAVING sum(debit) <> sum(credit) ORDER BY min(number)
    """
    for voucher, month, account, *rest in ask(snapshot, query):
        yield VoucherSum(voucher, month, Half.of(account), *rest)


def repeated(snapshot: Snapshot) -> Iterator[VoucherRepeat]:
    """The voucher numbers of a month that stand for more than one voucher: another date, or a line number again."""
    query = """
        SELECT voucher, month(date), max_by(file, number), max_by(place, number),
               min_by(file, number), min_by(place, number)
        FROM {postings} JOIN {cells} USING (cell)
        WHERE voucher <> '' AND NOT opening
        GROUP BY entity, voucher, month(date)
        HAVING count(DISTINCT date) > 1
            OR count(*) FILTER (WHERE line > 0) > count(DISTINCT line) FILTER (WHERE line > 0)
        ORDER BY min(number)
    """
    return (VoucherRepeat(*row) for row in ask(snapshot, query))


def unpaired(snapshot: Snapshot) -> Iterator[tuple[str, int, str, str, str]]:
    """Entries on 8202 or 8301 of which it cannot be said what stands opposite: voucher, month, account, file, place."""
    query = """
        SELECT voucher, month(date), account, file, place
        FROM {postings} JOIN {cells} USING (cell)
        WHERE voucher <> '' AND NOT opening AND contra = '' AND (account LIKE '8202%' OR account LIKE '8301%')
        ORDER BY number
    """
    return (tuple(row) for row in ask(snapshot, query))
