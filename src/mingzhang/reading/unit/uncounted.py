"""Uncounted 没有数的记录: how many records of a register have a day outside the year, or none, and so do not count."""

from collections.abc import Iterable, Iterator
from typing import Final

from mingzhang.books.plan import Measure
from mingzhang.books.register import Register
from mingzhang.reading.unit.period_table import of_months
from mingzhang.terms.criterion import Condition, Criterion

_OUTSIDE: Final = "核对日期；不是本年的不必理会，应当数的给 [[measure]] 写 period"
_BLANK: Final = "补上日期；按某日存量数的台账不写 day"


def uncounted(day: str, register: Register, year: int, measures: Iterable[Measure]) -> Iterator[tuple[str, str]]:
    """What a hint says of them and how to mend it; days that a period of a measure's own reaches are counted."""
    year_itself = tuple(of_months(year).conditions(day, ()))
    periods = {year_itself, *_periods(day, register.id, measures)}
    days = [str(record.values[day]) for record in register.records]
    blank = sum(not one for one in days)
    outside = sum(bool(one) and not any(_within(one, period) for period in periods) for one in days)
    if outside:
        yield f"台账有{outside}条“{day}”不在{year}年，没有数进去", _OUTSIDE
    if blank:
        yield f"台账有{blank}条没有填“{day}”，没有数进去", _BLANK


def _periods(day: str, register: str, measures: Iterable[Measure]) -> Iterator[tuple[Condition, ...]]:
    for measure in measures:
        for _, operand in (*measure.numerator, *measure.denominator):
            if isinstance(operand, Criterion) and operand.register == register:
                yield tuple(one for one in operand.conditions if one.field == day)


def _within(day: str, conditions: tuple[Condition, ...]) -> bool:
    return all(condition.matches(day) for condition in conditions)
