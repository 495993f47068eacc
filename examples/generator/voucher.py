"""Voucher 凭证: what an accountant of an example writes down."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

GENERAL = "一般公共预算财政拨款"
FUND = "政府性基金预算财政拨款"
CAPITAL = "国有资本经营预算财政拨款"
OTHER = "非财政拨款"
BASIC = "基本支出"
PROJECT = "项目支出"


@dataclass(frozen=True, slots=True)
class Purpose:
    """What money is for: the dimensions that 财会〔2017〕25号 asks of 6001, 7101 and 7201."""

    function: str = ""
    economic: str = ""
    fund: str = ""
    nature: str = ""
    project: str = ""

    def buying(self, economic: str) -> Purpose:
        """The same purpose, spent on one 部门经济分类款."""
        return replace(self, economic=economic)

    @property
    def granted(self) -> Purpose:
        """The same purpose as a grant states it: without what will be bought."""
        return replace(self, economic="")


@dataclass(frozen=True, slots=True)
class Line:
    """One line; exactly one of debit and credit (fen) is not zero, and negative in a 红字 voucher."""

    account: str
    purpose: Purpose
    debit: int = 0
    credit: int = 0
    party: str = ""


@dataclass(frozen=True, slots=True)
class Voucher:
    """A dated summary and its lines."""

    day: date
    summary: str
    lines: tuple[Line, ...]

    def reversed(self, day: date, why: str) -> Voucher:
        """The 红字 voucher that takes this one back: same sides, amounts negative."""
        lines = tuple(replace(line, debit=-line.debit, credit=-line.credit) for line in self.lines)
        return Voucher(day, f"红字冲销：{self.summary}（{why}）", lines)


@dataclass(frozen=True, slots=True)
class Opening:
    """One opening balance 年初余额; `credit` is negative for an account that stands on the debit side."""

    account: str
    purpose: Purpose
    credit: int


@dataclass(slots=True)
class Journal:
    """One unit's year: opening balances, then vouchers in the order they were thought of."""

    year: int
    spending: str
    """The account of ordinary spending: 7101 of an administrative body, 7201 of an institution."""
    openings: list[Opening] = field(default_factory=list)
    vouchers: list[Voucher] = field(default_factory=list)

    def add(self, day: date, summary: str, *lines: Line) -> Voucher:
        """Write a voucher; lines of nothing are left out."""
        voucher = Voucher(day, summary, tuple(line for line in lines if line.debit or line.credit))
        self.vouchers.append(voucher)
        return voucher

    def workday(self, month: int, day: int) -> date:
        """That day, or the next working day of the month, or the last one before it."""
        wanted = date(self.year, month, day)
        step = 1 if day < 25 else -1
        while wanted.weekday() >= 5:
            wanted += timedelta(days=step)
        return wanted

    @property
    def year_end(self) -> date:
        """The day of the year-end transfers."""
        return date(self.year, 12, 31)

    def in_order(self) -> list[tuple[str, Voucher]]:
        """The vouchers by day with their numbers, which begin anew every month."""
        ordered = sorted(self.vouchers, key=lambda voucher: voucher.day)
        counts: dict[int, int] = {}
        numbered = []
        for voucher in ordered:
            month = voucher.day.month
            counts[month] = counts.get(month, 0) + 1
            numbered.append((f"记{month:02d}-{counts[month]:03d}", voucher))
        return numbered
