"""Periods 期间: the days whose records a measure counts, the fiscal year unless it says otherwise."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from mingzhang.books.fault import Gravity
from mingzhang.books.value import BadValue, as_day
from mingzhang.reading.unit.entry import Entry, quoted
from mingzhang.terms.criterion import Condition, Held

_WORDS: Final = {
    "全年": (1, 12), "上半年": (1, 6), "下半年": (7, 12), "前三季度": (1, 9),
    "第一季度": (1, 3), "第二季度": (4, 6), "第三季度": (7, 9), "第四季度": (10, 12),
}  # fmt: skip
"""The first and the last month of the periods that have a name."""
_MONTH: Final = re.compile(r"([1-9]|1[0-2])月")
_FORMS: Final = 'period = "上半年"、"第一季度"、"6月" 或 { from = "2021-01-01", to = "2021-06-30" }'


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another, both included, written 2021-03-05."""

    first: str
    last: str

    def conditions(self, field: str, given: tuple[Condition, ...]) -> Iterator[Condition]:
        """What a field of days must keep to beside the conditions given; what those ask anyway is not said twice."""
        own = [one for one in given if one.field == field]
        first, last = Condition(field, Held.FROM, (self.first,)), Condition(field, Held.TO, (self.last,))
        if not any(one.test is Held.FROM and first.matches(one.values[0]) for one in own):
            yield first
        if not any(one.test is Held.TO and last.matches(one.values[0]) for one in own):
            yield last

    def excludes(self, field: str, given: tuple[Condition, ...]) -> bool:
        """Whether no day of the period can keep to the conditions given."""
        return any(one.field == field and self._excludes(one) for one in given)

    def _excludes(self, one: Condition) -> bool:
        match one.test:
            case Held.FROM:
                return not one.matches(self.last)
            case Held.TO:
                return not one.matches(self.first)
            case Held.IS:
                return not any(self.first <= str(value) <= self.last for value in one.values)
            case _:
                return one.test is Held.BLANK


def of_months(year: int, first: int = 1, last: int = 12) -> Period:
    """Whole months of a year, by default all of them."""
    end = date(year, last, monthrange(year, last)[1])
    return Period(date(year, first, 1).isoformat(), end.isoformat())


def read_period(entry: Entry, year: int | None) -> Period | None:
    """The period an entry states; the year when it states none, or a wrong one; None where there is no year either."""
    value = entry.table.get("period")
    if isinstance(value, dict):
        return _between(entry.at("period", value))
    months = _months(value) if value is not None else _WORDS["全年"]
    if months is None:
        entry.wrong("period", quoted(value), "不是可用的期间", f"写成 {_FORMS}")
    return of_months(year, *(months or _WORDS["全年"])) if year is not None else None


def _months(value: object) -> tuple[int, int] | None:
    if not isinstance(value, str):
        return None
    month = _MONTH.fullmatch(value.strip())
    return (int(month[1]), int(month[1])) if month else _WORDS.get(value.strip())


def _between(entry: Entry) -> Period | None:
    entry.knows("from", "to", gravity=Gravity.ERROR)
    first, last = _day(entry, "from"), _day(entry, "to")
    if not (first and last):
        return None
    if first > last:
        entry.wrong("from", entry.table["from"], "起止颠倒，没有记录会符合", "from 写前面的，to 写后面的")
    return Period(first, last)


def _day(entry: Entry, key: str) -> str:
    value = entry.table.get(key, "")
    try:
        return as_day(str(value).strip()).isoformat()
    except BadValue as bad:
        message, mend = (bad.message, bad.mend) if value else ("没有填写", f'写上 {key} = "2021-06-30"')
        entry.wrong(key, value, message, mend)
        return ""
