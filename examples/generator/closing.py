"""Year-end transfers 年末结转: income and spending into the balances they belong to."""

from collections import defaultdict

from .voucher import OTHER, Journal, Line, Purpose

BALANCE_OF = {
    "600101": "8101", "600102": "8101", "710101": "8101", "720101": "8101",
    "610101": "8201", "620101": "8201", "660101": "8201", "660901": "8201", "710102": "8201", "720102": "8201",
    "6401": "8401", "7301": "8401",
    "720104": "8301",
}  # fmt: skip
"""财政拨款 to 8101, 非财政专项资金 to 8201, 经营 to 8401, spending out of 专用结余 to 8301; the rest to 8501."""


def balance_of(account: str) -> str:
    """The account into which an income or spending account is transferred."""
    return BALANCE_OF.get(account, "8501")


def kept(balance: str, purpose: Purpose) -> Purpose:
    """The dimensions a balance keeps: what it may still be spent on, or only that it is the unit's own."""
    if balance in ("8101", "8201"):
        return purpose.granted
    return Purpose(fund=OTHER)


def turnover(journal: Journal) -> dict[str, dict[tuple[str, Purpose], int]]:
    """Credit less debit of every income and spending account and purpose, by the first digit of the account."""
    sums: dict[str, dict[tuple[str, Purpose], int]] = {"6": defaultdict(int), "7": defaultdict(int)}
    for voucher in journal.vouchers:
        for line in voucher.lines:
            if line.account[0] in sums:
                sums[line.account[0]][line.account, line.purpose] += line.credit - line.debit
    return sums


def transfer(journal: Journal) -> None:
    """Write one voucher for each pair of a group of accounts and a balance; afterwards 6xxx and 7xxx are nil."""
    for group, name in (("6", "预算收入"), ("7", "预算支出")):
        by_balance: dict[str, dict[tuple[str, Purpose], int]] = defaultdict(dict)
        for (account, purpose), fen in sorted(turnover(journal)[group].items(), key=repr):
            by_balance[balance_of(account)][account, purpose] = fen
        for balance, amounts in sorted(by_balance.items()):
            for first in sorted({account[:4] for account, _ in amounts}):
                part = {key: fen for key, fen in amounts.items() if key[0].startswith(first)}
                _voucher(journal, f"年末结转{name}（{first}转入{balance}）", balance, part, group)


def _voucher(journal: Journal, summary: str, balance: str, amounts: dict[tuple[str, Purpose], int], group: str) -> None:
    into: dict[Purpose, int] = defaultdict(int)
    lines = []
    for (account, purpose), fen in amounts.items():
        into[kept(balance, purpose)] += fen
        lines.append(Line(account, purpose, debit=fen) if group == "6" else Line(account, purpose, credit=-fen))
    for purpose, fen in into.items():
        line = Line(balance, purpose, credit=fen) if group == "6" else Line(balance, purpose, debit=-fen)
        lines.append(line)
    journal.add(journal.year_end, summary, *lines)


def standing(journal: Journal) -> dict[str, dict[Purpose, int]]:
    """The credit balances of 8xxx by first-level account and purpose, opening and turnover together."""
    sums: dict[str, dict[Purpose, int]] = defaultdict(lambda: defaultdict(int))
    for opening in journal.openings:
        sums[opening.account[:4]][opening.purpose] += opening.credit
    for voucher in journal.vouchers:
        for line in voucher.lines:
            if line.account.startswith("8"):
                sums[line.account[:4]][line.purpose] += line.credit - line.debit
    return sums
