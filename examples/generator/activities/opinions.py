"""Opinions: what people answered when they were asked how satisfied they were."""

import random

from ..registers.sheet import Sheet, sheet
from .days import workdays

_ASKED = {"文化节": (240, 207), "图书馆": (300, 282), "绿道标识": (200, 158), "轮训": (180, 173)}
"""How many answered about what, and how many of them were satisfied."""


def opinions(chance: random.Random) -> Sheet:
    """One row an answer."""
    answers = [(about, "满意") for about, (_, content) in _ASKED.items() for _ in range(content)]
    answers += [
        (about, chance.choice(("基本满意", "不满意")))
        for about, (every, content) in _ASKED.items()
        for _ in range(every - content)
    ]
    chance.shuffle(answers)
    days = workdays(chance, len(answers), 4, 12)
    return sheet("满意度", "调查日期 服务 评价", [(str(d), *answer) for d, answer in zip(days, answers, strict=True)])
