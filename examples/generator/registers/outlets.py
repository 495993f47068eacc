"""Outlets: the banks' outlets, their weekly reports, and the problems found there."""

import random
from datetime import date, timedelta

from .calendar import workday
from .sheet import Sheet, sheet

_BANKS = (("农业银行", 6), ("邮储银行", 5), ("汉口银行", 4), ("交通银行", 3), ("中国银行", 3), ("湖北银行", 2))
"""Banks and how many outlets each has: 23 of six."""
_WEEKS = 52
_PROBLEMS = ("空白卡登记不全", "设备故障未及时报修", "领卡签字缺失", "公示牌内容过期", "档案未按月移交")
PROBLEMS = 9


def outlets(chance: random.Random) -> tuple[Sheet, Sheet, Sheet]:
    """The outlets, their reports of 52 weeks, and the problems with the days they were found and mended."""
    names = [(f"W{n:02}", bank) for n, bank in enumerate((bank for bank, many in _BANKS for _ in range(many)), 1)]
    ends = [date(2021, 1, 8) + timedelta(7 * week) for week in range(_WEEKS)]
    reports = [(str(end), number, str(end - timedelta(chance.randrange(2)))) for end in ends for number, _ in names]
    return (
        sheet("网点", "网点编号 银行 状态", [(number, bank, "营业") for number, bank in names]),
        sheet("网点周报", "应报日期 网点编号 上报日期", reports),
        sheet("网点问题", "发现日期 网点编号 问题 期限 整改日期", [_problem(chance, names) for _ in range(PROBLEMS)]),
    )


def _problem(chance: random.Random, names: list[tuple[str, str]]) -> tuple[str, ...]:
    found = date.fromisoformat(workday(chance, 2, 11))
    limit, mended = found + timedelta(15), found + timedelta(chance.randrange(3, 15))
    return str(found), chance.choice(names)[0], chance.choice(_PROBLEMS), str(limit), str(mended)
