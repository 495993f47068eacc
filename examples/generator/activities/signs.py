"""Signs: the signs put up along the greenway, what each cost, and how it was accepted."""

import random

from ..registers.sheet import Sheet, sheet
from .days import workdays

_SIGNS, _REWORKED, _LATE = 128, 6, 58
_COST = {"导览牌": 24_600, "指路牌": 12_900, "解说牌": 16_400}
"""The usual yuan of each kind."""


def signs(chance: random.Random) -> Sheet:
    """One row a sign."""
    days = workdays(chance, _SIGNS, 4, 11)
    kinds = chance.choices(list(_COST), (2, 6, 3), k=_SIGNS)
    accepted = _marked(chance, "返工后合格", _REWORKED, "一次合格")
    timely = _marked(chance, "否", _LATE, "是")
    rows = [
        (str(day), f"L{number:03}", kind, _COST[kind] + 10 * chance.randrange(-90, 91), first, on_time)
        for number, (day, kind, first, on_time) in enumerate(zip(days, kinds, accepted, timely, strict=True), 1)
    ]
    return sheet("标识牌", "安装日期 编号 类别 造价 验收 按期", rows)


def _marked(chance: random.Random, odd: str, many: int, usual: str) -> list[str]:
    marks = [odd] * many + [usual] * (_SIGNS - many)
    chance.shuffle(marks)
    return marks
