"""Library: the batches of books that came in, and what the branches lent to each other's readers."""

import random

from ..allocation import spread
from ..registers.sheet import Sheet, sheet
from .days import SATURDAYS, workdays

_BOOKS, _BATCHES, _LATE = 10_840, 96, 5
"""Volumes, in how many batches, and how many batches were catalogued later than within 30 days."""
_BRANCHES = ("云溪分馆", "双桥分馆", "柳林分馆", "石埠分馆", "清泉分馆", "竹园分馆", "学苑分馆", "工业园分馆")


def holdings(chance: random.Random) -> Sheet:
    """One row a batch: when it came, how many volumes, and the days until it was catalogued."""
    days = workdays(chance, _BATCHES, 2, 11)
    volumes = spread(_BOOKS, [chance.randrange(60, 160) for _ in days])
    taken = [chance.randrange(31, 44) for _ in range(_LATE)]
    taken += [chance.randrange(6, 31) for _ in range(_BATCHES - _LATE)]
    chance.shuffle(taken)
    rows = [
        (str(day), f"B{number:03}", many, until)
        for number, (day, many, until) in enumerate(zip(days, volumes, taken, strict=True), 1)
    ]
    return sheet("图书入藏", "入藏日期 批次 册数 编目天数", rows)


def loans(chance: random.Random) -> Sheet:
    """One row a week of a branch: the volumes lent there that belong elsewhere."""
    rows = [(str(day), branch, chance.randrange(48, 118)) for day in SATURDAYS for branch in _BRANCHES]
    return sheet("通借通还", "统计日期 分馆 册次", rows)
