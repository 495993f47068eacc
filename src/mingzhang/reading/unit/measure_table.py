"""The tables [[measure]] of performance.toml: values of the year, each with where it is taken from."""

from mingzhang.books.plan import Measure
from mingzhang.reading.unit.known import Identified, Known
from mingzhang.reading.unit.measured_unit import read_unit_of
from mingzhang.reading.unit.operand_table import SOURCES, Terms, read_operands, read_source

_QUOTIENT = ("over", "under", "complement")


def read_measure(found: Identified, known: Known) -> Measure | None:
    """The measure, or None when it cannot be computed as it is written."""
    entry = found.entry
    entry.knows("id", "label", "unit", "decimals", "scale", "evidence", *SOURCES, *_QUOTIENT)
    label, unit = entry.name("label") or found.id, read_unit_of(entry)
    numerator, denominator = _terms(found, known)
    if unit is None or not numerator:
        return None
    return Measure(found.id, label, unit, numerator, denominator, entry.flag("complement"))


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
