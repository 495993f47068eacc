"""Inspections: the places of business there are, and how they were inspected."""

import random
from datetime import date, timedelta

from ..registers.sheet import Row, Sheet, sheet
from .days import workdays

_KINDS = (("网吧", 24), ("歌舞娱乐场所", 18), ("旅行社", 21), ("剧本娱乐场所", 9), ("印刷企业", 14))
_AGAIN, _PROBLEMS, _OPEN = 214, 41, 2
"""Inspections beyond the first of each place, how many found something, and how much of that was not mended."""


def inspections(chance: random.Random) -> tuple[Sheet, Sheet]:
    """The places at the end of the year, and one row an inspection."""
    kinds = [kind for kind, many in _KINDS for _ in range(many)]
    places = [(f"C{number:03}", kind, "营业") for number, kind in enumerate(kinds, 1)]
    visited = [place for place, *_ in places]
    visited += chance.choices(visited, k=_AGAIN)
    chance.shuffle(visited)
    days = workdays(chance, len(visited))
    bad = sorted(chance.sample(range(len(visited)), _PROBLEMS))
    rows = [
        _row(chance, day, place, n in bad, n in bad[-_OPEN:])
        for n, (day, place) in enumerate(zip(days, visited, strict=True))
    ]
    return sheet("经营场所", "场所编号 类别 状态", places), sheet("场所检查", "检查日期 场所编号 结果 整改日期", rows)


def _row(chance: random.Random, day: date, place: str, is_bad: bool, is_open: bool) -> Row:
    mended = "" if not is_bad or is_open else str(day + timedelta(chance.randrange(3, 12)))
    return str(day), place, "发现问题" if is_bad else "未发现问题", mended
