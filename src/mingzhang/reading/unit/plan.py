"""performance.toml 绩效目标: what a unit set out to do, how it is measured, and the registers it is measured from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from mingzhang.books.fault import Fault, Gravity
from mingzhang.books.plan import Plan, Undertaking
from mingzhang.books.problem import FaultLog
from mingzhang.books.register import Register, Registers
from mingzhang.books.value import shown
from mingzhang.reading.unit.entry import Entry
from mingzhang.reading.unit.indicator_table import read_indicator
from mingzhang.reading.unit.inside import NotInside, inside
from mingzhang.reading.unit.key_work import read_texts, read_works
from mingzhang.reading.unit.known import Identified, Known, by_id, entries, identified
from mingzhang.reading.unit.measure_table import read_measure
from mingzhang.reading.unit.register_table import FOLDER, read_register_table
from mingzhang.reading.unit.registers import RegisterForm, read_register
from mingzhang.reading.unit.toml_file import Table, read_toml
from mingzhang.reading.unit.uncounted import uncounted
from mingzhang.reading.unit.undertaking import WHOLE_ID, read_undertaking
from mingzhang.reading.unit.unmatched import unmatched

PLAN_FILE: Final = "performance.toml"
_KEYS: Final = ("register", "measure", "indicator", "whole", "project", "work", "texts")


@dataclass(frozen=True, slots=True)
class PlanReading:
    """The plan and its registers (none where there is no plan, or where it has errors), and every fault of them."""

    plan: Plan | None = None
    registers: Registers = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


def read_plan(directory: Path, year: int | None = None) -> PlanReading:
    """The plan of a unit's fiscal year; a file that is not there, or says nothing, is no plan."""
    toml = read_toml(directory / PLAN_FILE)
    if not toml.table:
        return PlanReading(faults=(*toml.faults, *_unannounced(directory, ())))
    log = FaultLog()
    reader = _PlanReader(toml.table, log, year)
    plan = reader.read()
    registers = dict(_registers(directory, reader.known.registers, log))
    _hint_unmatched(plan, registers, log)
    _hint_uncounted(plan, registers, reader.known, log)
    hints = _unannounced(directory, tuple(form.file for form in reader.known.registers.values()))
    return PlanReading(plan if _is_sound(log.faults) else None, registers, (*log.faults, *hints))


def _is_sound(faults: tuple[Fault, ...]) -> bool:
    return not any(fault.file == PLAN_FILE and fault.gravity is Gravity.ERROR for fault in faults)


class _PlanReader:
    """Reads one file, gathering its faults; what entries may refer to is known before they are read."""

    def __init__(self, table: Table, log: FaultLog, year: int | None) -> None:
        self.table, self.log = table, log
        self.top = Entry(PLAN_FILE, "顶层", table, log)
        self.measures, self.indicators = self._identified("measure"), self._identified("indicator")
        forms = {one.id: read_register_table(one.entry, one.id) for one in self._identified("register")}
        self.known = Known(forms, by_id(self.measures), by_id(self.indicators), year)

    def read(self) -> Plan:
        """Everything of it that is understood."""
        self.top.knows(*_KEYS)
        found = (read_measure(one, self.known) for one in self.measures)
        measures = tuple(one for one in found if one)
        units = {one.id: one.unit for one in measures}
        answered = (read_indicator(one, self.known, units) for one in self.indicators)
        indicators = tuple(one for one in answered if one)
        whole, projects = self._whole(), tuple(self._projects())
        works = tuple(read_works(entries(PLAN_FILE, self.table, "work", self.log, "title"), self.known))
        return Plan(measures, indicators, whole, projects, works, self._texts())

    def _identified(self, name: str) -> tuple[Identified, ...]:
        return identified(PLAN_FILE, self.table, name, self.log)

    def _whole(self) -> Undertaking | None:
        entry = self._section("whole")
        return read_undertaking(entry, WHOLE_ID, self.known) if entry else None

    def _projects(self) -> Iterator[Undertaking]:
        for one in self._identified("project"):
            if one.id == WHOLE_ID:
                one.entry.wrong("id", one.id, "编号不能用", "“整体”是整体支出自评的编号，项目换一个")
            yield read_undertaking(one.entry, one.id, self.known)

    def _texts(self) -> Mapping[str, str | tuple[str, ...]]:
        entry = self._section("texts")
        return read_texts(entry, self.known) if entry else {}

    def _section(self, name: str) -> Entry | None:
        value = self.table.get(name)
        if isinstance(value, dict):
            return Entry(PLAN_FILE, f"[{name}]", value, self.log)
        if value is not None:
            self.top.wrong(name, value, "应是一节", f"写成 [{name}] 一节")
        return None


def _registers(directory: Path, forms: Mapping[str, RegisterForm], log: FaultLog) -> Iterator[tuple[str, Register]]:
    for form in forms.values():
        place = f"[[register]]（{form.id}）"
        try:
            path = inside(directory, form.file)
        except NotInside as error:
            log.add(Fault(PLAN_FILE, place, "file", shown(form.file), error.message, error.mend))
            continue
        if path.is_file():
            yield form.id, read_register(form, path, log)
        else:
            log.add(Fault(PLAN_FILE, place, "file", form.file, "找不到这个文件", f"把台账存为 {form.file}，或改 file"))


def _hint_unmatched(plan: Plan, registers: Registers, log: FaultLog) -> None:
    for measure, (register, name, value) in unmatched(plan.measures, registers):
        mend = f"核对写法与台账里的是否一致；本年确实没有的不必理会（台账“{register}”）"
        place = f"[[measure]]（{measure.id}）"
        log.add(Fault(PLAN_FILE, place, f"where.{name}", shown(value), "台账里没有这个值", mend, Gravity.WARNING))


def _hint_uncounted(plan: Plan, registers: Registers, known: Known, log: FaultLog) -> None:
    for form in known.registers.values():
        if form.day and form.id in registers and known.year is not None:
            for message, mend in uncounted(form.day, registers[form.id], known.year, plan.measures):
                place = f"[[register]]（{form.id}）"
                log.add(Fault(PLAN_FILE, place, "day", form.file, message, mend, Gravity.WARNING))


def _unannounced(directory: Path, files: tuple[str, ...]) -> Iterator[Fault]:
    """A hint for each table in the folder of registers that no [[register]] speaks of."""
    taken = {(directory / file).resolve() for file in files}
    for path in sorted((directory / FOLDER).glob("*")):
        if path.suffix.lower() in (".csv", ".xlsx", ".xls") and path.resolve() not in taken:
            name = f"{FOLDER}/{path.name}"
            mend = "存为CSV，" if path.suffix.lower() != ".csv" else ""
            mend += f"在 {PLAN_FILE} 里用 [[register]] 登记；不用就移走"
            yield Fault(name, "文件", "", "", "没有登记的台账，没有读取", mend, Gravity.WARNING)
