"""The tables [[measure]] of performance.toml: values of the year, each with where it is taken from."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from mingzhang.books.plan import Measure, Operand
from mingzhang.reading.unit.known import Identified, Known
from mingzhang.reading.unit.measured_unit import read_unit_of
from mingzhang.reading.unit.operand_table import SOURCES, Terms, read_operands, read_source
from mingzhang.reading.unit.period_table import read_period
from mingzhang.reading.unit.registers import RegisterForm
from mingzhang.terms.criterion import Criterion

_QUOTIENT = ("over", "under", "complement")


def read_measure(found: Identified, known: Known) -> Measure | None:
    """The measure, or None when it cannot be computed as it is written."""
    entry = found.entry
    entry.knows("id", "label", "unit", "decimals", "scale", "evidence", "period", *SOURCES, *_QUOTIENT)
    label, unit = entry.name("label") or found.id, read_unit_of(entry)
    numerator, denominator = _terms(found, replace(known, period=read_period(entry, known.year)))
    if entry.has("period") and numerator and not _has_days((*numerator, *denominator), known.registers):
        mend = "期间写在直接数台账的完成值上，台账要在 [[register]] 写明 day；用不着的删去"
        entry.wrong("period", entry.table["period"], "没有按日期数的台账，期间不起作用", mend)
    if unit is None or not numerator:
        return None
    return Measure(found.id, label, unit, numerator, denominator, entry.flag("complement"))


def _has_days(terms: Iterable[tuple[int, Operand]], registers: Mapping[str, RegisterForm]) -> bool:
    asked = [operand.register for _, operand in terms if isinstance(operand, Criterion)]
    return any(registers[one].day for one in asked)


def _terms(found: Identified, known: Known) -> tuple[Terms, Terms]:
    entry = found.entry
    if not any(entry.has(key) for key in _QUOTIENT):
        return read_source(entry, known), ()
    extra = [key for key in SOURCES if entry.has(key)]
    if extra:
        mend = "取自一处的只写它，两数相除的只写 over 和 under"
        entry.wrong("、".join(extra), "", "取数的办法只能有一个", mend)
    for key in ("over", "under"):
        if not entry.has(key):
            entry.wrong(key, "", "没有填写", f'写上 {key} = "完成值的编号"；不是两数相除的，把另一个也删去')
    if not (entry.has("over") and entry.has("under")):
        return (), ()
    return read_operands(entry, "over", known), read_operands(entry, "under", known)
