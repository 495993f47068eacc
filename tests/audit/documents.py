"""Random final accounts that are consistent to the fen, as exact facts or rounded as a document prints them."""

from collections import defaultdict
from collections.abc import Iterable
from random import Random

from mingzhang.audit.context import Context
from mingzhang.audit.linear import printed_value
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.trace import Stated
from mingzhang.standards.rules import expected, groups
from mingzhang.terms.classification import ancestors
from mingzhang.terms.unit import WAN, Unit

GENERAL = [
    "2050201", "2050202", "2070104", "2080108", "2080150", "2080505", "2080506", "2101102", "2210201",
    "2210202", "2130104",
]  # fmt: skip
FUND = ["2120801", "2120803", "2296002"]
SOE = ["2230105", "2239999"]
ECONOMIC = [
    "30101", "30102", "30107", "30108", "30113", "30302", "30305", "30201", "30212", "30217", "30228",
    "30231", "31002", "31013",
]  # fmt: skip
CLASSES = {key: name for name, key in groups()["支出"].items()}
SOURCES = ("上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入")
FUNDS = ("一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款")
BALANCE_COLUMNS = ("年初结转和结余", "本年收入", "小计", "基本支出", "项目支出", "年末结转和结余")

Cells = defaultdict[str, int]


class Maker:
    """Draws one set of accounts and fills the nine statements from it."""

    def __init__(self, random: Random, year: int = 2021, *, long_ninth: bool = False, mixed: bool = True) -> None:
        self.random, self.year, self.long, self.mixed = random, year, long_ninth, mixed
        self.cells: Cells = defaultdict(int)
        self.soe = year >= 2020
        self.codes: dict[int, list[str]] = {0: self._some(GENERAL), 1: self._some(FUND) if mixed else []}
        self.codes[2] = self._some(SOE) if mixed and self.soe else []

    def fen(self, most: int = 90_000_000) -> int:
        """An amount; often nothing, seldom round."""
        return 0 if self.random.random() < 0.15 else self.random.randint(1, most)

    def make(self) -> dict[str, int]:
        """Every cell of the nine statements by address, in fen."""
        self._empty()
        for index in (0, 1, 2):
            for code in self.codes[index]:
                self._appropriation(index, code)
        if self.mixed:
            self._own_money()
        self._economic()
        self._totals()
        return {k: v for k, v in self.cells.items() if self.soe or not ("国有资本" in k or k.startswith("T9"))}

    def _some(self, codes: list[str]) -> list[str]:
        return sorted(self.random.sample(codes, self.random.randint(1, len(codes))))

    def add(self, address: str, amount: int) -> None:
        """Add to a cell."""
        self.cells[address] += amount

    def rows(self, statement: str, code: str, column: str, amount: int) -> None:
        """Add to the row of a code, to those above it and to the total."""
        for row in (code, *ancestors(code), "total"):
            self.add(f"{statement}[{row}].{column}", amount)

    def _empty(self) -> None:
        names = [CLASSES[key] for key in CLASSES if self.soe or key != "223"]
        for name in names:
            self.add(f"T1[{name}].金额", 0)
            for column in ("合计", *FUNDS):
                self.add(f"T4[{name}].{column}", 0)
        for column in BALANCE_COLUMNS:
            self.add(f"T8[total].{column}", 0)
        for column in BALANCE_COLUMNS if self.long else ("合计", "基本支出", "项目支出"):
            self.add(f"T9[total].{column}", 0)

    def _appropriation(self, index: int, code: str) -> None:
        opening, extra = self.fen(), self.fen()
        basic = self.fen() if index == 0 else 0
        project = self.fen()
        income, closing = basic + project + extra, opening + extra
        self._income(code, "财政拨款收入", income)
        self._spending(code, basic, project)
        for address, amount in self._fourth(index, code, opening, income, basic + project, closing):
            self.add(address, amount)
        if index == 0:
            for column, amount in (("小计", basic + project), ("基本支出", basic), ("项目支出", project)):
                self.rows("T5", code, column, amount)
        else:
            self._balance_rows("T8" if index == 1 else "T9", code, opening, income, project, closing)
        self.add("T1[年初结转和结余].金额", opening)
        self.add("T1[年末结转和结余].金额", closing)

    def _fourth(
        self, index: int, code: str, opening: int, income: int, spent: int, closing: int
    ) -> Iterable[tuple[str, int]]:
        fund = FUNDS[index]
        yield f"T1[{fund}收入].金额", income
        yield f"T4[{fund}].金额", income
        yield f"T4[年初-{fund}].金额", opening
        yield "T4[本年收入合计].金额", income
        yield "T4[年初财政拨款结转和结余].金额", opening
        yield "T4[收入总计].金额", income + opening
        for column in (fund, "合计"):
            yield f"T4[{CLASSES[code[:3]]}].{column}", spent
            yield f"T4[本年支出合计].{column}", spent
            yield f"T4[年末财政拨款结转和结余].{column}", closing
            yield f"T4[支出总计].{column}", spent + closing

    def _balance_rows(self, statement: str, code: str, opening: int, income: int, spent: int, closing: int) -> None:
        if statement == "T9" and not self.long:
            amounts = {"合计": spent, "基本支出": 0, "项目支出": spent}
        else:
            amounts = dict(zip(BALANCE_COLUMNS, (opening, income, spent, 0, spent, closing), strict=True))
        for column, amount in amounts.items():
            self.rows(statement, code, column, amount)

    def _income(self, code: str, source: str, amount: int) -> None:
        for column in ("财政拨款收入", *SOURCES):
            self.rows("T2", code, column, amount if column == source else 0)
        self.rows("T2", code, "本年收入合计", amount)
        self.add("T1[本年收入合计].金额", amount)
        if source in SOURCES:
            self.add(f"T1[{source}].金额", amount)

    def _spending(self, code: str, basic: int, project: int, trading: int = 0) -> None:
        amounts = {"基本支出": basic, "项目支出": project, "上缴上级支出": 0, "经营支出": trading}
        for column, amount in (amounts | {"对附属单位补助支出": 0}).items():
            self.rows("T3", code, column, amount)
        self.rows("T3", code, "本年支出合计", basic + project + trading)
        self.add(f"T1[{CLASSES[code[:3]]}].金额", basic + project + trading)
        self.add("T1[本年支出合计].金额", basic + project + trading)

    def _own_money(self) -> None:
        spent_all = income_all = 0
        for code in self.codes[0]:
            basic, project, trading, extra = (self.fen() for _ in range(4))
            self._income(code, self.random.choice(SOURCES), basic + project + trading + extra)
            self._spending(code, basic, project, trading)
            income_all, spent_all = (
                income_all + basic + project + trading + extra,
                spent_all + basic + project + trading,
            )
        opening, used = self.fen(), self.fen()
        left = opening + used + income_all - spent_all
        shared = self.random.randint(0, left)
        self.add("T1[使用非财政拨款结余].金额", used)
        self.add("T1[年初结转和结余].金额", opening)
        self.add("T1[结余分配].金额", shared)
        self.add("T1[年末结转和结余].金额", left - shared)

    def _economic(self) -> None:
        left = self.cells["T5[total].基本支出"]
        for code in (*ECONOMIC, "30299"):
            amount = left if code == "30299" else self.random.randint(0, left // 3)
            left -= amount
            for row in (code, code[:3], "人员经费合计" if code[:3] in ("301", "303") else "公用经费合计"):
                self.add(f"T6[{row}].决算数", amount)
        items = {
            "因公出国（境）费": "30212",
            "公务用车购置费": "31013",
            "公务用车运行费": "30231",
            "公务接待费": "30217",
        }
        for row in ("预算数", "决算数"):
            amounts = {c: self.cells[f"T6[{e}].决算数"] + self.fen() for c, e in items.items()}
            amounts["小计"] = amounts["公务用车购置费"] + amounts["公务用车运行费"]
            amounts["合计"] = amounts["因公出国（境）费"] + amounts["小计"] + amounts["公务接待费"]
            for column, amount in amounts.items():
                self.add(f"T7[{row}].{column}", amount)
        self.add("S[机关运行经费].决算数", self.cells["T6[公用经费合计].决算数"])

    def _totals(self) -> None:
        for fund in FUNDS:
            for address in (f"T1[{fund}收入].金额", f"T4[{fund}].金额", f"T4[年初-{fund}].金额"):
                self.add(address, 0)
            for row in ("本年支出合计", "年末财政拨款结转和结余", "支出总计"):
                self.add(f"T4[{row}].{fund}", 0)
        for row in (*SOURCES, "使用非财政拨款结余", "结余分配", "年初结转和结余", "年末结转和结余"):
            self.add(f"T1[{row}].金额", 0)
        get = self.cells.__getitem__
        income, used, opening = (get(f"T1[{r}].金额") for r in ("本年收入合计", "使用非财政拨款结余", "年初结转和结余"))
        self.add("T1[收入总计].金额", income + used + opening)
        spent, shared, closing = (get(f"T1[{r}].金额") for r in ("本年支出合计", "结余分配", "年末结转和结余"))
        self.add("T1[支出总计].金额", spent + shared + closing)


def exact(cells: dict[str, int]) -> dict[Address, Fact]:
    """The facts as they come from the books."""
    return {a: Fact(a, v, WAN, Stated(Position("账簿"))) for a, v in ((Address.parse(k), v) for k, v in cells.items())}


def rounded(cells: dict[str, int], unit: Unit = WAN) -> dict[Address, Fact]:
    """The facts as they are read from a document that prints them."""
    spread = unit.last_place // 2 if unit.last_place > 1 else 0
    facts = (Fact(a, f.value, unit, f.trace) for a, f in exact(cells).items())
    return {f.address: Fact(f.address, printed_value(f), unit, f.trace, spread) for f in facts}


def context(year: int = 2021) -> Context:
    """What is known of such a document."""
    return Context(year, groups(), expected(year), bodies="行政")
