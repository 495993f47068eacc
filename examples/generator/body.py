"""One body of the department: its books built up step by step, from the opening to the distribution."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from random import Random

from . import bills, closing
from .bills import Bill, Mistake
from .entries import CASH, QUOTA, grant, receive
from .figures import Cells, cells
from .voucher import OTHER, PROJECT, Journal, Line, Opening, Purpose

RETURNED = "800103"
"""财政应返还额度: unused quota between two years."""


@dataclass(slots=True)
class Body:
    """A unit of the department; `cells` are its income and spending before the year-end transfers."""

    folder: str
    code: str
    name: str
    journal: Journal
    rng: Random
    tourism_budget: Mapping[str, int] = field(default_factory=dict)
    """Yuan budgeted for 因公出国, 购置, 运行 and 接待."""
    cells: Cells = field(default_factory=dict)

    def opens_with(self, balances: Mapping[tuple[str, Purpose], int]) -> None:
        """Enter opening balances in fen, and the money 8001 that stands against them; restore last year's quota."""
        funds: dict[str, int] = {}
        for (account, purpose), fen in balances.items():
            self.journal.openings.append(Opening(account, purpose, fen))
            funds[purpose.fund] = funds.get(purpose.fund, 0) + fen
        for fund, fen in funds.items():
            account = CASH if fund == OTHER else RETURNED
            self.journal.openings.insert(0, Opening(account, Purpose(fund=fund), -fen))
            if fund != OTHER:
                self._move(
                    self.journal.workday(1, 5), "恢复上年结转的用款额度", QUOTA, RETURNED, Purpose(fund=fund), fen
                )

    def _move(self, day: date, summary: str, to: str, source: str, own: Purpose, fen: int) -> None:
        self.journal.add(day, summary, Line(to, own, debit=fen), Line(source, own, credit=fen))

    def plan(
        self,
        purpose: Purpose,
        plan: Iterable[Bill],
        granted: int = 0,
        months: tuple[int, ...] = (2, 7),
        mistakes: tuple[Mistake, ...] = (),
        account: str = "",
    ) -> None:
        """Grant so many yuan in parts and pay the bills out of them; what is not spent is carried over."""
        words = purpose.project or "公用经费"
        for month in months if granted else ():
            fen = granted * 100 // len(months)
            day = self.journal.workday(month, 5)
            grant(self.journal, day, f"{words}授权支付额度到账（{month}月）", {purpose: fen})
        bills.run(self.journal, self.rng, purpose, plan, mistakes, account)

    def earns(
        self, account: str, function: str, fen: int, month: int, summary: str, party: str, project: str = ""
    ) -> None:
        """Receive money other than appropriations; with a project it may be used for nothing else."""
        nature = PROJECT if project else ""
        purpose = Purpose(function, "", OTHER, nature, project)
        receive(self.journal, self.journal.workday(month, 13), summary, account, purpose, fen, party)

    def closes(self, members: Iterable[str]) -> None:
        """Remember income and spending, then write the year-end transfers and hand unused quota back."""
        self.cells = cells(self.journal, frozenset(members))
        closing.transfer(self.journal)
        for purpose, fen in closing.standing(self.journal)["8001"].items():
            if purpose.fund != OTHER and fen:
                self._move(self.journal.year_end, "年末注销未使用的用款额度", RETURNED, QUOTA, purpose, -fen)

    def finishes(self, purpose: Purpose) -> None:
        """A finished project: what is left of it becomes 财政拨款结余."""
        fen = closing.standing(self.journal)["8101"][purpose]
        self.journal.add(
            self.journal.year_end,
            f"项目完成，剩余资金转入结余：{purpose.project}",
            Line("8101", purpose, debit=fen),
            Line("8102", purpose, credit=fen),
        )

    def distributes(self, tax: int, special_percent: int) -> None:
        """非财政拨款结余分配: tax in yuan, then 专用结余 at a rate, the rest to 8202, which also covers a deficit."""
        self._to_distribution("8401", only_surplus=True)
        self._to_distribution("8501", only_surplus=False)
        left = self._standing("8701")
        if left < 0:
            self._distribute("用非财政拨款结余弥补本年收支差额", "8202", left)
            return
        self._distribute("缴纳企业所得税", CASH, tax * 100)
        self._distribute("从本年结余中提取专用结余", "8301", (left - tax * 100) * special_percent // 100)
        self._distribute("剩余结余转入非财政拨款结余", "8202", self._standing("8701"))

    def _standing(self, account: str) -> int:
        return sum(closing.standing(self.journal)[account].values())

    def _to_distribution(self, account: str, *, only_surplus: bool) -> None:
        fen, own = self._standing(account), Purpose(fund=OTHER)
        if fen > 0:
            lines = (Line(account, own, debit=fen), Line("8701", own, credit=fen))
        elif fen < 0 and not only_surplus:
            lines = (Line("8701", own, debit=-fen), Line(account, own, credit=-fen))
        else:
            return
        self.journal.add(self.journal.year_end, f"{account}余额转入非财政拨款结余分配", *lines)

    def _distribute(self, summary: str, account: str, fen: int) -> None:
        own = Purpose(fund=OTHER)
        if not fen:
            return
        if fen < 0:
            lines = (Line(account, own, debit=-fen), Line("8701", own, credit=-fen))
        else:
            lines = (Line("8701", own, debit=fen), Line(account, own, credit=fen))
        self.journal.add(self.journal.year_end, summary, *lines)
