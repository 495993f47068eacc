"""Project payments: usual bills through the year, with the last one taking what is left of the money."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from .allocation import about
from .entries import grant, pay
from .voucher import Journal, Purpose


@dataclass(frozen=True, slots=True)
class Bill:
    """A usual bill: its 款, yuan each time, months, words and payee."""

    economic: str
    yuan: int
    months: Sequence[int]
    words: str
    party: str
    day: int = 0


@dataclass(frozen=True, slots=True)
class Mistake:
    """A bill first booked under a wrong 款, reversed in red and booked anew."""

    words: str
    month: int
    wrong: str


MONTHLY = range(1, 13)


def run(
    journal: Journal,
    rng: Random,
    purpose: Purpose,
    bills: Iterable[Bill],
    mistakes: Sequence[Mistake] = (),
    account: str = "",
) -> dict[int, int]:
    """Pay the bills out of the purpose's money, booked on `account` if not on the usual one; the fen by month."""
    paid = dict.fromkeys(MONTHLY, 0)
    for bill in bills:
        for month in bill.months:
            fen = about(rng, bill.yuan * 100)
            day = bill.day or rng.randint(6, 27)
            wrong = next((m.wrong for m in mistakes if m.words == bill.words and m.month == month), "")
            _book(journal, purpose, bill, (month, day), fen, wrong, account)
            paid[month] += fen
    return paid


def pay_rest(journal: Journal, purpose: Purpose, rest: Bill, total: int, paid: dict[int, int]) -> None:
    """Pay what is left of `total` as the last bill, and note it in `paid`."""
    month, left = rest.months[-1], total - sum(paid.values())
    if left <= 0:
        raise ValueError(f"the bills of {purpose.project} exceed its money by {-left} fen")
    _book(journal, purpose, rest, (month, rest.day), left)
    paid[month] += left


def _book(
    journal: Journal,
    purpose: Purpose,
    bill: Bill,
    when: tuple[int, int],
    fen: int,
    wrong: str = "",
    account: str = "",
) -> None:
    month, day = when
    summary, booked = bill.words.format(m=month), journal.workday(month, day)
    if wrong:
        first = pay(journal, booked, summary, {purpose.buying(wrong): fen}, bill.party, account)
        booked = journal.workday(month, 27)
        journal.vouchers.append(first.reversed(booked, f"部门经济分类误记{wrong}"))
        summary = f"更正：{summary}"
    pay(journal, booked, summary, {purpose.buying(bill.economic): fen}, bill.party, account)


def grant_quarterly(journal: Journal, words: str, purpose: Purpose, paid: dict[int, int]) -> None:
    """Quota for a project at the beginning of each quarter, as much as the quarter will pay."""
    for first in (1, 4, 7, 10):
        fen = sum(paid[month] for month in range(first, first + 3))
        quarter = (first + 2) // 3
        if fen:
            day = journal.workday(first, 5)
            grant(journal, day, f"{words}第{quarter}季度授权支付额度到账", {purpose: fen})
