"""Which dimensions 辅助核算 a line of an account must carry, so that the statements can be made from it.

政府会计制度（财会〔2017〕25号）: 6001, 7101 and 7201 are kept by 资金性质, 支出功能分类 and 基本/项目, spending also
by 部门支出经济分类, and so are 7601 and 7901 where they count as spending; 8101 and 8102 by fund and function. The
other income and spending accounts need the function for T2 and T3. 8001 and the other balances need nothing, nor do
the financial accounts 1xxx–5xxx of 平行记账.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from mingzhang.terms.money import Fen


@dataclass(frozen=True, slots=True)
class Needs:
    """What must be there: always the fund and the function, and on entries of real spending nature and 款."""

    fund: bool = False
    function: bool = False
    spending: bool = False


NOTHING: Final = Needs()

_NEEDS: Final = {
    **dict.fromkeys(("6001", "8101", "8102"), Needs(fund=True, function=True)),
    **dict.fromkeys(("7101", "7201", "7601", "7901"), Needs(fund=True, function=True, spending=True)),
    **dict.fromkeys(
        ("6101", "6201", "6301", "6401", "6601", "6602", "6609", "7301", "7401", "7501"),
        Needs(function=True),
    ),
}

_TRANSFER_WORDS: Final = ("结转", "结账", "转账", "转入财政拨款", "转入非财政拨款", "年终", "年结")


def needs_of(account: str) -> Needs:
    """What the account, by its first four digits, requires."""
    return _NEEDS.get(account[:4], NOTHING)


def is_budgetary(account: str) -> bool:
    """Whether it is an account of 预算会计 (6, 7, 8) rather than 财务会计 (1–5)."""
    return account >= "6"


def is_spending_entry(debit: Fen, credit: Fen, day: date | None, summary: str) -> bool:
    """Whether a line of 7101/7201 is spending or its correction, and not the year-end transfer to 8101/8102/8201.

    A transfer cannot be known for certain without its whole voucher. It never debits spending with a positive
    amount, so such a line always counts, even when its summary says 支付上年结转项目款. A credit or a red debit is
    taken for a transfer on 31 December or when its summary speaks of one; on any other day it corrects spending and
    must say which, or T6 would be wrong by it.
    """
    if debit > 0:
        return True
    if day is not None and (day.month, day.day) == (12, 31):
        return False
    return bool(debit or credit) and not any(word in summary for word in _TRANSFER_WORDS)
