"""Courses: who was trained in which course, by number, on site or online, and whether the test was passed."""

import random
from datetime import date

from ..registers.sheet import Sheet, sheet
from .days import YEAR

_COURSES = (
    (date(YEAR, 4, 18), 58, 0),
    (date(YEAR, 6, 13), 61, 0),
    (date(YEAR, 9, 12), 44, 42),
    (date(YEAR, 11, 14), 40, 41),
)
"""The first day of each course, and how many took part on site and online."""
_FAILED = 9


def courses(chance: random.Random) -> Sheet:
    """One row a participant of a course."""
    parts = [
        (str(day), f"第{number}期", how)
        for number, (day, on_site, online) in enumerate(_COURSES, 1)
        for how in ["线下"] * on_site + ["线上"] * online
    ]
    failed = set(chance.sample(range(len(parts)), _FAILED))
    rows = [(*part, f"X{n:03}", "不合格" if n in failed else "合格") for n, part in enumerate(parts, 1)]
    return sheet("轮训", "开班日期 期次 方式 学员编号 考核", rows)
