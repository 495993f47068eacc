"""A unit's year: everything one directory says about whose year it is, before its books are opened."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mingzhang.books.fault import Fault
from mingzhang.disclosure.fact import Fact
from mingzhang.reading.unit.entity import read_entity
from mingzhang.reading.unit.figures import read_budget, read_prior
from mingzhang.reading.unit.supplement import SupplementUnits, read_supplement
from mingzhang.reading.unit.toml_file import Table, Toml, read_toml, unknown_keys
from mingzhang.terms.entity import Entity
from mingzhang.terms.unit import MONEY_UNITS, WAN, Unit

UNIT_FILE = "unit.toml"
WORKBOOK = "statements.xlsx"
_KEYS = (
    "year", "profile", "dated", "unit", "members", "entity", "overview", "supplement", "switches", "books",
)  # fmt: skip
_BOOK_SUFFIXES = (".csv", ".txt", ".xlsx", ".xls", ".parquet", ".xml")


@dataclass(frozen=True, slots=True)
class UnitYear:
    """One unit's year. `books` are the files of its books; `workbook` the finished statements, when it has those.

    A department has `members` instead, each a unit's year of its own. `texts` and `waivers` are as written.
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
    file = directory / UNIT_FILE
    if not file.exists():
        mend = "用 mingzhang new 目录 生成一份带注释的样子，再按样子填写"
        return UnitReading(None, (Fault(UNIT_FILE, str(directory), "", "", "目录里没有 unit.toml", mend),))
    toml = read_toml(file)
    if toml.faults:
        return UnitReading(None, toml.faults)
    return _Reader(directory, toml, units).read()


class _Reader:
    """Reads one directory, gathering faults as it goes."""

    def __init__(self, directory: Path, toml: Toml, units: SupplementUnits) -> None:
        self.directory, self.toml, self.units = directory, toml, units
        self.faults: list[Fault] = []

    def read(self) -> UnitReading:
        """The year with all its parts."""
        table = self.toml.table
        self.faults += unknown_keys(self.toml.path, "顶层", table, _KEYS)
        members = tuple(self._members(table.get("members", [])))
        entity = self._entity(table, members)
        year, unit = self._year(table), self._unit(table)
        entered = self._entered(table, unit)
        texts, waivers = self._toml("texts.toml"), self._toml("waivers.toml")
        books, mapping = self._books(table.get("books", {}))
        workbook = self.directory / WORKBOOK
        found = workbook if workbook.exists() else None
        if not (members or books or found):
            mend = "把凭证、余额表放进 books/，或把软件导出的九张表存为 statements.xlsx"
            self._fault("books", "", "没有账簿", mend)
        if year is None or entity is None:
            return UnitReading(None, tuple(self.faults))
        result = UnitYear(
            self.directory, year, str(table.get("profile", "central")), str(table.get("dated", "")), unit, entity,
            self._table("overview"), self._table("switches"), books, mapping, found, members, entered, texts, waivers,
        )  # fmt: skip
        return UnitReading(result, tuple(self.faults))

    def _fault(self, column: str, value: object, message: str, mend: str) -> None:
        self.faults.append(Fault(self.toml.path.name, "", column, str(value), message, mend))

    def _table(self, name: str) -> Table:
        table = self.toml.table.get(name, {})
        if isinstance(table, dict):
            return table
        self._fault(name, table, "应是一节", f"写成 [{name}] 一节")
        return {}

    def _year(self, table: Table) -> int | None:
        year = table.get("year")
        if isinstance(year, int) and 2000 <= year <= 2100:
            return year
        self._fault("year", year, "缺少会计年度", "写上 year = 2021 这样的四位年份")
        return None

    def _unit(self, table: Table) -> Unit:
        name = str(table.get("unit", "万元"))
        if name not in MONEY_UNITS:
            self._fault("unit", name, "不认识的金额单位", 'unit = "万元" 或 "元"')
        return MONEY_UNITS.get(name, WAN)

    def _entity(self, table: Table, members: tuple[UnitYear, ...]) -> Entity | None:
        codes = tuple(leaf.entity.code for member in members for leaf in member.leaves)
        entity, faults = read_entity(self.toml.path, self._table("entity"), codes)
        self.faults += faults
        return entity

    def _members(self, names: Any) -> Iterator[UnitYear]:
        if not isinstance(names, list):
            self._fault("members", names, "应是目录的列表", 'members = ["units/局机关", "units/图书馆"]')
            return
        for name in names:
            reading = read_unit(self.directory / str(name), self.units)
            self.faults += [_under(str(name), fault) for fault in reading.faults]
            if reading.year:
                yield reading.year

    def _entered(self, table: Table, unit: Unit) -> tuple[Fact, ...]:
        budget = read_budget(self.directory / "budget.csv", unit)
        prior = read_prior(self.directory / "prior.csv", unit)
        supplement = read_supplement(self.toml.path, self._table("supplement"), self.units, unit)
        for part in (budget, prior, supplement):
            self.faults += part.faults
        return budget.facts + prior.facts + supplement.facts

    def _toml(self, name: str) -> Table:
        toml = read_toml(self.directory / name)
        self.faults += toml.faults
        return toml.table

    def _books(self, table: Table) -> tuple[tuple[Path, ...], Path | None]:
        named = [self.directory / str(name) for name in table.get("files", [])]
        folder = self.directory / "books"
        found = named or sorted(p for p in folder.glob("*") if p.suffix.lower() in _BOOK_SUFFIXES)
        for path in [path for path in found if not path.exists()]:
            self._fault(
                "books.files", path.name, "找不到这个文件", "检查文件名，或去掉 files 让程序读 books/ 里的全部文件"
            )
        mapping = self.directory / str(table["mapping"]) if "mapping" in table else None
        return tuple(path for path in found if path.exists()), mapping


def _under(member: str, fault: Fault) -> Fault:
    return replace(fault, file=f"{member}/{fault.file}")
