"""Posting 分录: one line of a voucher 凭证, with the dimensions government budgetary accounting requires."""

from dataclasses import dataclass
from datetime import date

from mingzhang.terms.classification import FundSource, Nature
from mingzhang.terms.money import Fen


@dataclass(frozen=True, slots=True)
class Posting:
    """One voucher line, or one opening balance (`opening`, then without voucher).

    `contra` is the first-level account on the voucher's other side when there is just one; `closing` marks a line of
    a year-end transfer 年末结转. Both are derived from the whole voucher. `counterparty` is the code of the other
    unit in a payment between units. `file` and `place` say where the line was read (工作表!行 or 行).
    """

    entity: str
    date: date | None
    voucher: str
    line: int
    summary: str
    account: str
    function: str
    economic: str
    fund: FundSource | None
    nature: Nature | None
    project: str
    counterparty: str
    debit: Fen
    credit: Fen
    opening: bool = False
    contra: str = ""
    closing: bool = False
    file: str = ""
    place: str = ""
