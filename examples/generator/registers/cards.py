"""Cards: what was issued at the centre's windows and at the banks' outlets."""

import random

from .calendar import spread
from .sheet import Row, Sheet, sheet

WINDOW, OUTLET = "服务窗口", "银行网点"
EMPLOYEES, RESIDENTS, AT_OUTLETS = 1351, 13220, 4386
"""Cards made at windows for employees and for residents; outlets count apart."""


def cards(chance: random.Random) -> Sheet:
    """One row a card: day, where, for whom, its batch, whether the electronic card was opened with it."""
    kinds = [(WINDOW, "职工")] * EMPLOYEES + [(WINDOW, "居民")] * RESIDENTS
    kinds += [(OUTLET, chance.choice(("职工", "居民", "居民"))) for _ in range(AT_OUTLETS)]
    chance.shuffle(kinds)
    days = spread(chance, len(kinds))
    return sheet(
        "制卡", "制卡日期 渠道 人群 批次 电子社保卡", [_card(day, *kind) for day, kind in zip(days, kinds, strict=True)]
    )


def _card(day: str, channel: str, people: str) -> Row:
    batch = f"{'C' if channel == WINDOW else 'W'}{day[2:4]}{day[5:7]}{day[8:]}"
    return day, channel, people, batch, "是"
