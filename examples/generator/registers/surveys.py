"""Surveys: what people answered when they were asked how satisfied they were."""

import random

from .calendar import spread
from .sheet import Sheet, sheet

_ASKED = {"线上办理": (420, 402), "数据服务": (66, 64), "来信来访咨询": (380, 366), "社保卡窗口": (300, 279)}
"""How many answered about what, and how many of them were satisfied."""


def surveys(chance: random.Random) -> Sheet:
    """One row an answer."""
    answers = [(about, "满意") for about, (_, content) in _ASKED.items() for _ in range(content)]
    answers += [
        (about, chance.choice(("基本满意", "不满意")))
        for about, (all_, content) in _ASKED.items()
        for _ in range(all_ - content)
    ]
    chance.shuffle(answers)
    rows = [(day, *answer) for day, answer in zip(spread(chance, len(answers)), answers, strict=True)]
    return sheet("满意度", "调查日期 服务 评价", rows)
