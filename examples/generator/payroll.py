"""The information centre's payroll: what nine, and until September seven, people cost month by month."""

from dataclasses import dataclass

from .allocation import spread
from .centre_figures import Amounts
from .entries import grant, pay, pay_directly
from .voucher import BASIC, GENERAL, Journal, Purpose

HEADS = (7,) * 9 + (9,) * 3
"""People paid in each month: two were recruited openly and began in October."""
YEARLY = (0,) * 11 + (1,)
TWICE = (0,) * 5 + (9,) + (0,) * 5 + (11,)
IN_JULY = (0,) * 6 + (1,) + (0,) * 5

RUNNING, OTHER_AFFAIRS, PENSION = "2080150", "2080199", "2080505"
MEDICAL, HOUSING, RENT = "2101102", "2210201", "2210202"


@dataclass(frozen=True, slots=True)
class Pay:
    """One thing paid for: its cells of 项 and 款, its months by weight, its day and its words."""

    cells: tuple[tuple[str, str], ...]
    weights: tuple[int, ...]
    day: int
    words: str
    party: str = ""
    direct: bool = False


INSURER, FUND_CENTRE, UNION = "云溪区社会保险经办处", "江城市公积金管理机构", "信息中心工会委员会"
PAYS = (
    Pay(((RUNNING, "30101"), (RUNNING, "30102"), (RENT, "30102")), HEADS, 10, "发放{m}月基本工资、津贴补贴和提租补贴"),
    Pay(((RUNNING, "30107"),), HEADS, 11, "发放{m}月基础性绩效工资"),
    Pay(((OTHER_AFFAIRS, "30107"),), TWICE, 22, "发放奖励性绩效工资（{m}月核定）"),
    Pay(((PENSION, "30108"),), HEADS, 15, "缴纳{m}月单位基本养老保险", INSURER, True),
    Pay(((RUNNING, "30108"),), IN_JULY, 19, "按新核定缴费基数补缴上半年单位基本养老保险", INSURER),
    Pay(((RUNNING, "30109"),), HEADS, 15, "缴纳{m}月单位职业年金", INSURER, True),
    Pay(((MEDICAL, "30110"), (RUNNING, "30110")), HEADS, 16, "缴纳{m}月职工基本医疗保险（含生育）", INSURER),
    Pay(((RUNNING, "30112"),), HEADS, 16, "缴纳{m}月失业、工伤保险", INSURER),
    Pay(((HOUSING, "30113"), (RUNNING, "30113")), HEADS, 18, "汇缴{m}月单位住房公积金及逐月补贴", FUND_CENTRE),
    Pay(((RUNNING, "30228"),), HEADS, 20, "拨缴{m}月工会经费", UNION),
)  # fmt: skip


def run(journal: Journal, amounts: Amounts) -> None:
    """Write every payroll voucher of the year, and the monthly quota that pays for those not paid directly."""
    quota: list[dict[Purpose, int]] = [{} for _ in HEADS]
    for entry in PAYS:
        monthly = {cell: spread(amounts.cells[cell], entry.weights) for cell in entry.cells}
        for month in range(1, 13):
            part = {_purpose(*cell): shares[month - 1] for cell, shares in monthly.items() if shares[month - 1]}
            if part:
                _pay(journal, entry, month, part)
            if not entry.direct:
                _add(quota[month - 1], part)
    for month, granted in enumerate(quota, 1):
        day = journal.workday(month, 4)
        grant(journal, day, f"{month}月基本支出授权支付额度到账", granted)


def _purpose(function: str, economic: str) -> Purpose:
    return Purpose(function, economic, GENERAL, BASIC)


def _pay(journal: Journal, entry: Pay, month: int, part: dict[Purpose, int]) -> None:
    summary = entry.words.format(m=month)
    if entry.day == 10:
        summary += f"（{HEADS[month - 1]}人）"
    write = pay_directly if entry.direct else pay
    write(journal, journal.workday(month, entry.day), summary, part, entry.party)


def _add(quota: dict[Purpose, int], part: dict[Purpose, int]) -> None:
    for purpose, fen in part.items():
        quota[purpose.granted] = quota.get(purpose.granted, 0) + fen
