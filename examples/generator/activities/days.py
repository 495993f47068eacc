"""Days: when in 2023 things happened."""

import random
from datetime import date, timedelta

YEAR = 2023
_HOLIDAYS = {
    *(date(YEAR, 1, 21) + timedelta(n) for n in range(7)), date(YEAR, 1, 2), date(YEAR, 4, 5), date(YEAR, 5, 1),
    date(YEAR, 5, 2), date(YEAR, 5, 3), date(YEAR, 6, 22), date(YEAR, 6, 23), date(YEAR, 9, 29),
    *(date(YEAR, 10, 1) + timedelta(n) for n in range(6)),
}  # fmt: skip
_YEAR = tuple(date(YEAR, 1, 1) + timedelta(n) for n in range(365))
WORKDAYS = tuple(day for day in _YEAR if day.weekday() < 5 and day not in _HOLIDAYS)
"""Weekdays that were no public holiday."""
SATURDAYS = tuple(day for day in _YEAR if day.weekday() == 5)


def workdays(chance: random.Random, count: int, first: int = 1, last: int = 12) -> list[date]:
    """So many working days of some months, in order."""
    return sorted(chance.choices([day for day in WORKDAYS if first <= day.month <= last], k=count))
