"""A unit's year: everything one directory says about whose year it is, before its books are opened."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from mingzhang.books.fault import Fault
from mingzhang.books.plan import Plan
from mingzhang.books.prior_evaluation import PriorLine
from mingzhang.books.register import Registers
from mingzhang.books.value import shown
from mingzhang.disclosure.fact import Fact
from mingzhang.reading.unit.entity import read_entity
from mingzhang.reading.unit.figures import read_budget, read_prior
from mingzhang.reading.unit.inside import NotInside, inside
from mingzhang.reading.unit.plan import PlanReading, read_plan
from mingzhang.reading.unit.prior_performance import PRIOR_FILE, read_prior_performance
from mingzhang.reading.unit.supplement import SupplementUnits, read_supplement
from mingzhang.reading.unit.toml_file import Table, Toml, read_toml, unknown_keys
from mingzhang.terms.entity import Entity
from mingzhang.terms.unit import MONEY_UNITS, WAN, Unit

UNIT_FILE = "unit.toml"
WORKBOOKS = ("statements.xlsx", "statements.xls")
_KEYS = (
    "year", "profile", "dated", "unit", "members", "entity", "overview", "supplement", "switches", "books",
)  # fmt: skip
_BOOK_SUFFIXES = (".csv", ".txt", ".xlsx", ".xls", ".parquet", ".xml")


@dataclass(frozen=True, slots=True)
class UnitYear:
    """One unit's year. `books` are the files of its books; `workbook` the finished statements, when it has those.

    A department has `members` instead, each a unit's year of its own. `texts` and `waivers` are as written.
    `plan` is what it set out to do, None where no performance.toml says so; `prior_evaluation` what became of it last
    year.
    """

    directory: Path
    year: int
    profile: str
    dated: str
    unit: Unit
    entity: Entity
    overview: Table
    switches: Table
    books: tuple[Path, ...]
    mapping: Path | None
    workbook: Path | None
    members: tuple["UnitYear", ...]
    entered: tuple[Fact, ...]
    texts: Table
    waivers: Table
    plan: Plan | None
    registers: Registers
    prior_evaluation: tuple[PriorLine, ...]

    @property
    def leaves(self) -> tuple["UnitYear", ...]:
        """The units whose books make up this year: itself, or its members."""
        return tuple(leaf for member in self.members for leaf in member.leaves) if self.members else (self,)


@dataclass(frozen=True, slots=True)
class UnitReading:
    """The year, unless something essential is missing, and every fault of its files."""

    year: UnitYear | None
    faults: tuple[Fault, ...]


def read_unit(directory: Path, units: SupplementUnits) -> UnitReading:
    """Read the directory of a unit's year; its books themselves stay closed."""
    return _read(directory, units, ())


def _read(directory: Path, units: SupplementUnits, above: tuple[Path, ...]) -> UnitReading:
    file = directory / UNIT_FILE
    if not file.exists():
        mend = "用 mingzhang new 目录 生成一份带注释的样子，再按样子填写"
        return UnitReading(None, (Fault(UNIT_FILE, str(directory), "", "", "目录里没有 unit.toml", mend),))
    toml = read_toml(file)
    if toml.faults:
        return UnitReading(None, toml.faults)
    return _Reader(directory, toml, units, (*above, directory.resolve())).read()


class _Reader:
    """Reads one directory, gathering faults as it goes; `above` are the directories it was reached through."""

    def __init__(self, directory: Path, toml: Toml, units: SupplementUnits, above: tuple[Path, ...]) -> None:
        self.directory, self.toml, self.units, self.above = directory, toml, units, above
        self.faults: list[Fault] = []

    def read(self) -> UnitReading:
        """The year with all its parts."""
        table = self.toml.table
        self.faults += unknown_keys(self.toml.path, "顶层", table, _KEYS)
        members = tuple(self._members())
        entity, year, unit = self._entity(members), self._year(table), self._unit(table)
        books, mapping = self._books()
        found = next((path for name in WORKBOOKS if (path := self.directory / name).exists()), None)
        self._check_sources(members, books, found)
        if year is not None:
            self._check_members(members, year)
        entered = self._entered(unit)
        texts, waivers = self._toml("texts.toml"), self._toml("waivers.toml")
        planned, evaluated = self._plan(year), self._prior_evaluation()
        if year is None or entity is None:
            return UnitReading(None, tuple(self.faults))
        result = UnitYear(
            self.directory, year, str(table.get("profile", "central")), self._dated(table), unit, entity,
            self._overview(), self._table("switches"), books, mapping, found, members, entered, texts, waivers,
            planned.plan, planned.registers, evaluated,
        )  # fmt: skip
        return UnitReading(result, tuple(self.faults))

    def _fault(self, column: str, value: object, message: str, mend: str) -> None:
        self.faults.append(Fault(self.toml.path.name, "", column, str(value), message, mend))

    def _check_sources(self, members: tuple[UnitYear, ...], books: tuple[Path, ...], workbook: Path | None) -> None:
        if members and (books or workbook):
            mend = "部门由 members 汇总而成；把账簿移进本级单位自己的年度目录，再把它列进 members"
            self._fault("members", "", "既列了所属单位，又放了账簿", mend)
        elif not (members or books or workbook or self.toml.table.get("members")):
            mend = "把凭证、余额表放进 books/，或把软件导出的九张表存为 statements.xlsx"
            self._fault("books", "", "没有账簿", mend)

    def _check_members(self, members: tuple[UnitYear, ...], year: int) -> None:
        """A department's units are different ones, of the same year, and have books of their own."""
        leaves = [leaf for member in members for leaf in member.leaves]
        codes = [leaf.entity.code for leaf in leaves]
        for leaf in leaves:
            name = leaf.entity.name
            if codes.count(leaf.entity.code) > 1:
                self._fault("members", name, "单位代码重复", f"每个单位的 code 不能相同（{leaf.entity.code}）")
            if leaf.year != year:
                self._fault("members", name, f"所属单位是{leaf.year}年度的", f"汇总{year}年度，只能列{year}年度的目录")
            if not leaf.books:
                self._fault("members", name, "所属单位没有账簿", "部门汇总要用各单位的账簿，报表工作簿不能汇总")

    def _table(self, name: str) -> Table:
        table = self.toml.table.get(name, {})
        if isinstance(table, dict):
            return table
        self._fault(name, table, "应是一节", f"写成 [{name}] 一节")
        return {}

    def _overview(self) -> Table:
        table = dict(self._table("overview"))
        self.faults += unknown_keys(self.toml.path, "[overview]", table, ("intro", "duties"))
        duties = table.get("duties", [])
        if not _are_texts(duties):
            self._fault("overview.duties", duties, "应是文字的列表", 'duties = ["第一项职能。", "第二项职能。"]')
            table["duties"] = []
        return table

    def _dated(self, table: Table) -> str:
        dated = str(table.get("dated", ""))
        if dated and not _is_day(dated):
            self._fault("dated", dated, "不是日期", 'dated = "2022-10-18"')
        return dated

    def _year(self, table: Table) -> int | None:
        year = table.get("year")
        if isinstance(year, int) and 2000 <= year <= 2100:
            return year
        mend = "去掉引号，写成 year = 2021" if isinstance(year, str) else "写上 year = 2021 这样的四位年份"
        self._fault("year", "" if year is None else year, "缺少会计年度", mend)
        return None

    def _unit(self, table: Table) -> Unit:
        name = str(table.get("unit", "万元"))
        if name not in MONEY_UNITS:
            self._fault("unit", name, "不认识的金额单位", 'unit = "万元" 或 "元"')
        return MONEY_UNITS.get(name, WAN)

    def _entity(self, members: tuple[UnitYear, ...]) -> Entity | None:
        codes = tuple(leaf.entity.code for member in members for leaf in member.leaves)
        entity, faults = read_entity(self.toml.path, self._table("entity"), codes)
        self.faults += faults
        return entity

    def _members(self) -> Iterator[UnitYear]:
        for name in self._names("members", self.toml.table.get("members", [])):
            directory = self._inside("members", name)
            if directory and directory.resolve() in self.above:
                self._fault("members", name, "指回了自己", "只列所属单位的目录")
            elif directory:
                reading = _read(directory, self.units, self.above)
                self.faults += [_under(name, fault) for fault in reading.faults]
                if reading.year:
                    yield reading.year

    def _names(self, column: str, names: object) -> list[str]:
        if isinstance(names, list) and _are_texts(names):
            return [str(name) for name in names]
        self._fault(column, names, "应是名称的列表", 'members = ["units/局机关", "units/图书馆"]，files = ["凭证.csv"]')
        return []

    def _inside(self, column: str, name: str) -> Path | None:
        try:
            return inside(self.directory, name)
        except NotInside as error:
            self._fault(column, shown(name), error.message, error.mend)
            return None

    def _entered(self, unit: Unit) -> tuple[Fact, ...]:
        budget = read_budget(self.directory / "budget.csv", unit)
        prior = read_prior(self.directory / "prior.csv", unit)
        supplement = read_supplement(self.toml.path, self._table("supplement"), self.units, unit)
        for part in (budget, prior, supplement):
            self.faults += part.faults
        return budget.facts + prior.facts + supplement.facts

    def _plan(self, year: int | None) -> PlanReading:
        reading = read_plan(self.directory, year)
        self.faults += reading.faults
        return reading

    def _prior_evaluation(self) -> tuple[PriorLine, ...]:
        lines, faults = read_prior_performance(self.directory / PRIOR_FILE)
        self.faults += faults
        return lines

    def _toml(self, name: str) -> Table:
        toml = read_toml(self.directory / name)
        self.faults += toml.faults
        return toml.table

    def _books(self) -> tuple[tuple[Path, ...], Path | None]:
        table = self._table("books")
        self.faults += unknown_keys(self.toml.path, "[books]", table, ("files", "mapping"))
        folder = self.directory / "books"
        names = self._names("books.files", table.get("files", []))
        named = [path for name in names if (path := self._inside("books.files", name))]
        found = named or sorted(p for p in folder.glob("*") if p.suffix.lower() in _BOOK_SUFFIXES)
        for path in [path for path in found if not path.is_file()]:
            mend = "检查文件名，或去掉 files 让程序读 books/ 里的全部文件"
            self._fault("books.files", path.name, "找不到这个文件", mend)
        mapping = self._inside("books.mapping", str(table["mapping"])) if "mapping" in table else None
        return tuple(path for path in found if path.is_file()), mapping


def _is_day(text: str) -> bool:
    found = re.fullmatch(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?", text.strip())
    try:
        return bool(found and date(*map(int, found.groups())))
    except ValueError:
        return False


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _under(member: str, fault: Fault) -> Fault:
    return replace(fault, file=f"{member}/{fault.file}")
