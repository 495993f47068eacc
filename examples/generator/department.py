"""examples/department-2023: a department of four units, its figures the consolidation of theirs."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from . import bureau, culture_hall, library, training, write
from .activities.make import make as activities
from .body import Body
from .figures import TRIPS, Carried, Cells, Figures, balanced, scaled, statements
from .voucher import OTHER

YEAR = 2023
FOLDER = "department-2023"
BUDGET_RATIO = {"2070110": 0, "2070112": 98, "2070113": 104, "2070204": 92, "2080501": 97}
"""Percent of spending that was budgeted at first; 0 for what was added during the year, 101 otherwise."""
WHOLE = {"T5": "小计", "T8": "小计", "T9": "合计"}
"""The column of each fund's statement that is budgeted."""
PRIOR_RATIO = {"2070110": 0, "2070112": 72, "2070204": 61, "2296010": 88, "2230301": 90, "2050803": 112}
"""Last year in percent of this year by 项; 96 otherwise."""


def bodies() -> tuple[Body, ...]:
    """The four units, closed and distributed."""
    found = tuple(unit.body(YEAR) for unit in (bureau, library, culture_hall, training))
    members = [body.code for body in found]
    for body in found:
        body.closes(members)
    bureau_body, library_body, hall_body, training_body = found
    bureau_body.finishes(bureau.MARKET)
    library_body.distributes(tax=0, special_percent=0)
    hall_body.distributes(tax=0, special_percent=30)
    training_body.distributes(tax=14_280, special_percent=40)
    return found


def current(body: Body) -> Figures:
    """The year's statements as the generator sees them."""
    return statements(body.cells, Carried.at_opening(body.journal), Carried.at_closing(body.journal))


def prior(body: Body) -> tuple[Cells, Carried, Carried]:
    """Last year's income and spending, and what stood over before and after it; it ends where this year begins."""
    end = Carried.at_opening(body.journal)
    year = scaled(body.cells, lambda function: PRIOR_RATIO.get(function, 96))
    own = max(end.own, 0) // 2 if body.journal.spending == "7201" else end.own + spent_of_own(year)
    start = Carried({key: fen * 3 // 5 for key, fen in end.appropriations.items()}, own)
    return balanced(year, start, end), start, end


def spent_of_own(year: Cells) -> int:
    """How much more was spent of the body's own money than came in; an administrative body can only carry it over."""
    own = ((account, fen) for (account, purpose, _), fen in year.items() if purpose.fund == OTHER)
    return sum(fen if account[0] == "7" else -fen for account, fen in own)


def without_internal(years: Iterable[Cells]) -> Cells:
    """The years of all units together, leaving out what passes between them."""
    total: Cells = {}
    for year in years:
        for key, fen in year.items():
            if not key[2]:
                total[key] = total.get(key, 0) + fen
    return total


def together(carried: Iterable[Carried]) -> Carried:
    """What stood over in all units."""
    parts, sums = list(carried), dict[tuple[str, str], int]()
    for part in parts:
        for key, fen in part.appropriations.items():
            sums[key] = sums.get(key, 0) + fen
    return Carried(sums, sum(part.own for part in parts))


def added(figures: Iterable[Mapping[tuple[str, ...], int]]) -> dict[tuple[str, ...], int]:
    """The sum of the units' figures, address by address."""
    total: dict[tuple[str, ...], int] = {}
    for part in figures:
        for key, fen in part.items():
            total[key] = total.get(key, 0) + fen
    return dict(sorted(total.items()))


def last_year(body: Body) -> Figures:
    """Last year's statements of one unit, and its 机关运行经费."""
    figures = statements(*prior(body))
    if body.journal.spending == "7101":
        figures["S", "机关运行经费", "决算数"] = figures["T6", "公用经费合计", "决算数"]
    return figures


def budget(body: Body) -> dict[tuple[str, ...], int]:
    """年初预算 and 全年预算 of T5, T8 and T9 by 项, and the two budgets of T7's columns."""
    out: dict[tuple[str, ...], int] = {}
    for (statement, row, column), fen in current(body).items():
        if column == WHOLE.get(statement) and len(row) == 7:
            first = _hundreds(fen * BUDGET_RATIO.get(row, 101) // 100)
            phases = {"年初预算": first, "全年预算": max(first, _hundreds(fen))}
            for code in ("total", row[:3], row[:5], row):
                for phase, planned in phases.items():
                    key = (statement, code, column, phase)
                    out[key] = out.get(key, 0) + planned
    return out | _trips(body)


def _hundreds(fen: int) -> int:
    return -(-fen // 10_000) * 10_000


def _trips(body: Body) -> dict[tuple[str, ...], int]:
    yuan = {TRIPS[code]: body.tourism_budget.get(code, 0) for code in TRIPS}
    yuan["小计"] = yuan["公务用车购置费"] + yuan["公务用车运行费"]
    yuan["合计"] = yuan["小计"] + yuan["因公出国（境）费"] + yuan["公务接待费"]
    return {("T7", "预算数", column, ""): n * 100 for column, n in yuan.items()}


def make(root: Path) -> None:
    """Write the units below `root`, then the department's own budget, prior year and registers."""
    home, found = root / FOLDER, bodies()
    for body in found:
        directory = home / "units" / body.folder
        write.books(body.journal, directory)
        _handed_in(directory, budget(body), last_year(body))
    years, starts, ends = zip(*map(prior, found), strict=True)
    figures = statements(without_internal(years), together(starts), together(ends))
    _net_of_distribution(figures, [last_year(body) for body in found])
    _handed_in(home, added(map(budget, found)), figures)
    activities(home / "registers")


def _net_of_distribution(figures: Figures, parts: list[Figures]) -> None:
    """The department shows both what some units used and what others distributed, not the difference."""
    for row, total in (("使用非财政拨款结余", "收入总计"), ("结余分配", "支出总计")):
        whole = sum(part["T1", row, "金额"] for part in parts)
        figures["T1", total, "金额"] += whole - figures["T1", row, "金额"]
        figures["T1", row, "金额"] = whole
    figures["S", "机关运行经费", "决算数"] = sum(part.get(("S", "机关运行经费", "决算数"), 0) for part in parts)


def _handed_in(directory: Path, first: Mapping[tuple[str, ...], int], before: Figures) -> None:
    columns = ("statement", "row", "column")
    write.figures(directory / "budget.csv", first, (*columns, "phase", "value"))
    write.figures(directory / "prior.csv", dict(sorted(before.items())), (*columns, "value"))
