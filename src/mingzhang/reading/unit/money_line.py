"""Lines of money 资金 of an evaluation: what was planned and what was spent, each a figure or handed in."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from mingzhang.books.fault import Gravity
from mingzhang.books.plan import Given, Line, Named, Operand, Spent
from mingzhang.reading.unit.entry import Entry, exact_number
from mingzhang.reading.unit.known import Known
from mingzhang.reading.unit.operand_table import read_figure
from mingzhang.terms.printed import plain
from mingzhang.terms.unit import MONEY_UNITS

_EXAMPLE: Final = (
    'lines = [ { label = "年度资金总额", budget = "T5[total].小计@年初预算", executed = "T5[total].小计" } ]'
)
_FORMS: Final = '写成 "T5[total].小计"、{ spent = "项目名称" } 或 { value = "65.00万元" }'
_AMOUNT: Final = re.compile(r"(?P<number>[\d,.]+)(?P<unit>\S*)")
_SOURCES: Final = ("figure", "spent", "value")


def read_lines(entry: Entry, known: Known) -> tuple[Line, ...]:
    """The lines; the first is the total."""
    if not entry.table.get("lines"):
        entry.wrong("lines", "", "没有写资金", _EXAMPLE)
    return tuple(line for key, item in entry.items("lines") for line in _line(entry, key, item, known))


def _line(entry: Entry, key: str, item: object, known: Known) -> Iterator[Line]:
    if not isinstance(item, dict):
        entry.wrong(key, item, "应是一个表", _EXAMPLE)
        return
    inner = entry.at(key, item)
    inner.knows("label", "budget", "executed", "opening")
    label = inner.name("label", "年度资金总额")
    if "/" in label or any(char in "[]{}@" for char in label):
        inner.wrong("label", label, "资金名称不能用", "不含 [ ] { } @ /")
    budget, executed = _money(inner, "budget", known), _money(inner, "executed", known)
    opening = _money(inner, "opening", known) if inner.has("opening") else None
    if label and budget and executed:
        yield Line(label, budget, executed, opening)


def _money(entry: Entry, key: str, known: Known) -> Operand | None:
    value = entry.table.get(key)
    if isinstance(value, str) and value.strip():
        return read_figure(entry, key, value, known)
    if isinstance(value, dict):
        return _source(entry.at(key, value), known)
    entry.wrong(key, "" if value is None else value, "没有填写" if not value else "不是可用的取数办法", _FORMS)
    return None


def _source(entry: Entry, known: Known) -> Named | Spent | Given | None:
    entry.knows(*_SOURCES, "evidence", gravity=Gravity.ERROR)
    given = [key for key in _SOURCES if entry.has(key)]
    if len(given) != 1:
        entry.wrong("、".join(given), "", "取数的办法应有且只有一个", _FORMS)
        return None
    key = given[0]
    if key == "value":
        return _given(entry, key)
    text = entry.name(key, "…")
    if not text:
        return None
    return Spent(text) if key == "spent" else read_figure(entry, key, text, known)


def _given(entry: Entry, key: str) -> Given | None:
    """An amount handed in, in yuan; a bare number is one of yuan."""
    value = entry.table[key]
    yuan = _yuan(value) if isinstance(value, str) else exact_number(value)
    if yuan is None or yuan < 0 or (yuan * 100).denominator != 1:
        entry.wrong(key, value, "不是可用的金额", '写成 "65.00万元" 或 "650000.00元"，不细于分')
        return None
    return Given(yuan, entry.name("evidence"))


def _yuan(text: str) -> Fraction | None:
    found = _AMOUNT.fullmatch("".join(plain(text).split()))
    unit = MONEY_UNITS.get(found["unit"] or "元") if found else None
    number = exact_number(found["number"].replace(",", "")) if found else None
    return number * unit.scale / 100 if unit and number is not None else None
