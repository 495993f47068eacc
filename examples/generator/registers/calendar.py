"""Calendar: the days of 2021 on which the centre worked."""

import random
from datetime import date, timedelta

YEAR = 2021
_DAYS = tuple(date(YEAR, 1, 1) + timedelta(n) for n in range(365))
WORKDAYS = tuple(day for day in _DAYS if day.weekday() < 5 and (day.month, day.day) not in {
    (1, 1), (2, 11), (2, 12), (2, 15), (2, 16), (2, 17), (4, 5), (5, 3), (5, 4), (5, 5), (6, 14), (9, 20), (9, 21),
    (10, 1), (10, 4), (10, 5), (10, 6), (10, 7),
})  # fmt: skip
"""Weekdays that were no public holiday; the days worked instead are left out."""


def workday(chance: random.Random, first: int = 1, last: int = 12) -> str:
    """Some working day from one month to another."""
    return str(chance.choice([day for day in WORKDAYS if first <= day.month <= last]))


def spread(chance: random.Random, count: int) -> list[str]:
    """As many working days as asked for, in order, busier in summer than in winter."""
    weights = [1 + 0.5 * (1 - abs(day.month - 7) / 6) for day in WORKDAYS]
    return sorted(str(day) for day in chance.choices(WORKDAYS, weights, k=count))
