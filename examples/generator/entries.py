"""The entries 会计分录 of budgetary accounting that the examples need, each by its account numbers."""

from collections.abc import Mapping
from datetime import date

from .voucher import BASIC, OTHER, PROJECT, Journal, Line, Purpose, Voucher

QUOTA = "800101"
CASH = "800102"
GRANT = {BASIC: "600101", PROJECT: "600102"}


def money(purpose: Purpose) -> str:
    """Where the money lies: a quota for appropriations, the bank for the rest."""
    return CASH if purpose.fund == OTHER else QUOTA


def spending_account(journal: Journal, purpose: Purpose) -> str:
    """财政拨款支出, or 其他资金支出 for money of the unit's own."""
    return journal.spending + ("03" if purpose.fund == OTHER else "01")


def grant(journal: Journal, day: date, summary: str, amounts: Mapping[Purpose, int]) -> Voucher:
    """额度到账: 借 资金结存 贷 财政拨款预算收入."""
    received: dict[str, int] = {}
    for purpose, fen in amounts.items():
        received[purpose.fund] = received.get(purpose.fund, 0) + fen
    lines = [Line(QUOTA, Purpose(fund=fund), debit=fen) for fund, fen in received.items()]
    lines += [Line(GRANT[p.nature], p.granted, credit=fen) for p, fen in amounts.items()]
    return journal.add(day, summary, *lines)


def pay(
    journal: Journal,
    day: date,
    summary: str,
    amounts: Mapping[Purpose, int],
    party: str = "",
    account: str = "",
) -> Voucher:
    """支付: 借 行政支出/事业支出 贷 资金结存, one credit line for each place the money comes from."""
    lines, sources = [], dict[Line, int]()
    for purpose, fen in amounts.items():
        lines.append(Line(account or spending_account(journal, purpose), purpose, debit=fen, party=party))
        source = Line(money(purpose), Purpose(fund=purpose.fund))
        sources[source] = sources.get(source, 0) + fen
    lines += [Line(s.account, s.purpose, credit=fen) for s, fen in sources.items()]
    return journal.add(day, summary, *lines)


def pay_directly(journal: Journal, day: date, summary: str, amounts: Mapping[Purpose, int], party: str = "") -> Voucher:
    """财政直接支付: 借 行政支出/事业支出 贷 财政拨款预算收入, nothing passes through the unit."""
    lines = [Line(spending_account(journal, p), p, debit=fen, party=party) for p, fen in amounts.items()]
    lines += [Line(GRANT[p.nature], p.granted, credit=fen) for p, fen in amounts.items()]
    return journal.add(day, summary, *lines)


def receive(
    journal: Journal, day: date, summary: str, account: str, purpose: Purpose, fen: int, party: str = ""
) -> Voucher:
    """收款: 借 资金结存 贷 an income account other than 6001."""
    return journal.add(
        day,
        summary,
        Line(CASH, Purpose(fund=OTHER), debit=fen),
        Line(account, purpose, credit=fen, party=party),
    )
