"""The generator's own view of a year's statements; it serves to invent budgets and last year's figures."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .closing import standing
from .voucher import BASIC, CAPITAL, FUND, GENERAL, OTHER, PROJECT, Journal, Purpose

Cells = dict[tuple[str, Purpose, str], int]
"""Fen of income and spending by first-level account, purpose, and the member it passes to or comes from."""
Figures = dict[tuple[str, str, str], int]
FUNDS = (GENERAL, FUND, CAPITAL)

INCOME = {
    "6201": "上级补助收入", "6101": "事业收入", "6401": "经营收入", "6301": "附属单位上缴收入",
    "6601": "其他收入", "6602": "其他收入", "6609": "其他收入",
}  # fmt: skip
SPENDING = {"7401": "上缴上级支出", "7301": "经营支出", "7501": "对附属单位补助支出"}
CLASSES = {
    "205": "教育支出", "207": "文化旅游体育与传媒支出", "208": "社会保障和就业支出", "210": "卫生健康支出",
    "221": "住房保障支出", "223": "国有资本经营预算支出", "229": "其他支出",
}  # fmt: skip
TRIPS = {
    "30212": "因公出国（境）费", "31013": "公务用车购置费", "30231": "公务用车运行费", "30217": "公务接待费",
}  # fmt: skip


def cells(journal: Journal, members: frozenset[str]) -> Cells:
    """The year's income and spending, asked before the year-end transfers are written."""
    found: Cells = defaultdict(int)
    for voucher in journal.vouchers:
        for line in voucher.lines:
            if line.account[0] in "67":
                sign = 1 if line.account[0] == "7" else -1
                party = line.party if line.party in members else ""
                found[line.account[:4], line.purpose, party] += sign * (line.debit - line.credit)
    return dict(found)


@dataclass(frozen=True, slots=True)
class Carried:
    """What stood over: appropriations by fund and 项, and the money that only T1 shows."""

    appropriations: Mapping[tuple[str, str], int]
    own: int

    @staticmethod
    def at_opening(journal: Journal) -> "Carried":
        """The opening balances."""
        return Carried.of({(o.account[:4], o.purpose): o.credit for o in journal.openings})

    @staticmethod
    def at_closing(journal: Journal) -> "Carried":
        """The balances after the transfers."""
        return Carried.of({(a, p): n for a, by in standing(journal).items() for p, n in by.items()})

    @staticmethod
    def of(balances: Mapping[tuple[str, Purpose], int]) -> "Carried":
        """8101 and 8102 by fund and 项; 8201 and 8401 together."""
        sums: dict[tuple[str, str], int] = defaultdict(int)
        for (account, purpose), fen in balances.items():
            if account in ("8101", "8102"):
                sums[purpose.fund, purpose.function] += fen
        return Carried(dict(sums), sum(n for (a, _), n in balances.items() if a in ("8201", "8401")))

    def fund(self, fund: str) -> int:
        """The part of one fund."""
        return sum(fen for (source, _), fen in self.appropriations.items() if source == fund)

    @property
    def total(self) -> int:
        """年初或年末结转和结余 of T1."""
        return sum(self.appropriations.values()) + self.own


def statements(year: Cells, start: Carried, end: Carried) -> Figures:
    """T1 to T9; what T1's two sides differ by is 使用非财政拨款结余 or 结余分配."""
    out: Figures = defaultdict(int, {("T7", "决算数", column): 0 for column in ("合计", "小计", *TRIPS.values())})
    for (account, purpose, _), fen in year.items():
        if account[0] == "6":
            _income(out, account, purpose, fen)
        else:
            _spending(out, account, purpose, fen)
    _balances(out, start, end)
    return dict(out)


def _income(out: Figures, account: str, purpose: Purpose, fen: int) -> None:
    own = INCOME.get(account)
    for row in (own or purpose.fund + "收入", "本年收入合计", "收入总计"):
        out["T1", row, "金额"] += fen
    for code in _rows(purpose.function):
        out["T2", code, "本年收入合计"] += fen
        out["T2", code, own or "财政拨款收入"] += fen
    if not own:
        for row in (purpose.fund, "本年收入合计", "收入总计"):
            out["T4", row, "金额"] += fen
    for code in _rows(purpose.function) if purpose.fund == FUND else ():
        out["T8", code, "本年收入"] += fen


def _spending(out: Figures, account: str, purpose: Purpose, fen: int) -> None:
    name = CLASSES[purpose.function[:3]]
    for row in (name, "本年支出合计", "支出总计"):
        out["T1", row, "金额"] += fen
    for code in _rows(purpose.function):
        out["T3", code, "本年支出合计"] += fen
        out["T3", code, SPENDING.get(account, purpose.nature)] += fen
    if purpose.fund == OTHER:
        return
    for row in (name, "本年支出合计", "支出总计"):
        out["T4", row, "合计"] += fen
        out["T4", row, purpose.fund] += fen
    _by_fund(out, purpose, fen)
    if purpose.economic in TRIPS:
        _trip(out, TRIPS[purpose.economic], fen)


def _by_fund(out: Figures, purpose: Purpose, fen: int) -> None:
    statement, whole = {GENERAL: ("T5", "小计"), FUND: ("T8", "小计"), CAPITAL: ("T9", "合计")}[purpose.fund]
    for code in _rows(purpose.function):
        out[statement, code, whole] += fen
        out[statement, code, purpose.nature] += fen
    if (purpose.fund, purpose.nature) == (GENERAL, BASIC):
        personnel = purpose.economic[:3] in ("301", "303")
        total = "人员经费合计" if personnel else "公用经费合计"
        for row in (purpose.economic, purpose.economic[:3], total):
            out["T6", row, "决算数"] += fen


def _trip(out: Figures, column: str, fen: int) -> None:
    out["T7", "决算数", "合计"] += fen
    out["T7", "决算数", column] += fen
    if column.startswith("公务用车"):
        out["T7", "决算数", "小计"] += fen


def _balances(out: Figures, start: Carried, end: Carried) -> None:
    for side, total, carried in (("年初", "收入总计", start), ("年末", "支出总计", end)):
        out["T1", f"{side}结转和结余", "金额"] = carried.total
        out["T1", total, "金额"] += carried.total
        _fund_balances(out, side, total, carried)
    gap = out["T1", "收入总计", "金额"] - out["T1", "支出总计", "金额"]
    row, total = ("使用非财政拨款结余", "收入总计") if gap < 0 else ("结余分配", "支出总计")
    out["T1", "使用非财政拨款结余", "金额"] = out["T1", "结余分配", "金额"] = 0
    out["T1", row, "金额"] = abs(gap)
    out["T1", total, "金额"] += abs(gap)


def _fund_balances(out: Figures, side: str, total: str, carried: Carried) -> None:
    for fund in FUNDS:
        fen = carried.fund(fund)
        columns = ("金额",) if side == "年初" else ("合计", fund)
        for column in columns:
            out["T4", f"{side}财政拨款结转和结余", column] += fen
            out["T4", f"{side}-{fund}", column] = fen
            out["T4", total, column] += fen
    for (fund, function), fen in carried.appropriations.items():
        for code in _rows(function) if fund == FUND else ():
            out["T8", code, f"{side}结转和结余"] += fen


def _rows(function: str) -> tuple[str, ...]:
    return ("total", function[:3], function[:5], function)


def scaled(year: Cells, factor: Callable[[str], int]) -> Cells:
    """Another year like this one: every cell in so many percent by its 项, in whole yuan."""
    return {(a, p, m): fen * factor(p.function) // 10_000 * 100 for (a, p, m), fen in year.items()}


def balanced(year: Cells, start: Carried, end: Carried) -> Cells:
    """The same year with appropriations granted exactly as spending and carrying over need them."""
    need: dict[Purpose, int] = defaultdict(int)
    kept = {key: fen for key, fen in year.items() if key[0] != "6001"}
    for (_, purpose, _), fen in kept.items():
        if purpose.fund in FUNDS:
            need[Purpose(purpose.function, "", purpose.fund, purpose.nature)] += fen
    for carried, sign in ((start, -1), (end, 1)):
        for (fund, function), fen in carried.appropriations.items():
            need[Purpose(function, "", fund, PROJECT)] += sign * fen
    return kept | {("6001", purpose, ""): fen for purpose, fen in need.items()}
