"""Affairs: the list of government services with what can be done how, and the cases of the year."""

import random

from .calendar import spread
from .sheet import Sheet, sheet

AFFAIRS, GROUPS, CASES = 171, 120, 3443
LEGAL_DAYS, PROMISED_DAYS = 3562, 352
_ONLINE, _NEAR, _AT_ONCE, _NO_VISIT, _CONNECTED = 163, 129, 145, 145, 59
_KINDS = ("其他行政权力",) * 3 + ("行政确认",) + ("行政给付",) * 2 + ("公共服务",) * 114
"""What kind each of the 120 groups is of."""


def affairs(chance: random.Random) -> tuple[Sheet, Sheet]:
    """The list, a row an affair, and the cases, a row a case."""
    groups = [*range(GROUPS), *(chance.randrange(GROUPS) for _ in range(AFFAIRS - GROUPS))]
    legal, promised = _parts(chance, LEGAL_DAYS, AFFAIRS, 5), _parts(chance, PROMISED_DAYS, AFFAIRS, 1)
    marks = [_some(chance, many) for many in (_ONLINE, _NEAR, _AT_ONCE, AFFAIRS, _NO_VISIT, _CONNECTED)]
    numbers = [f"S{n:03}" for n in range(1, AFFAIRS + 1)]
    rows = [
        (number, f"D{group + 1:03}", _KINDS[group], *said, *days)
        for number, group, said, days in zip(
            numbers, groups, zip(*marks, strict=True), zip(legal, promised, strict=True), strict=True
        )
    ]
    columns = "事项编号 大项编号 类型 网上办 就近办 马上办 一次办 零跑动 对接业务系统 法定工作日 承诺工作日"
    cases = [(day, chance.choice(numbers), "办结") for day in spread(chance, CASES)]
    return sheet("政务事项", columns, rows), sheet("办件", "办结日期 事项编号 状态", cases)


def _some(chance: random.Random, many: int) -> list[str]:
    marks = ["是"] * many + ["否"] * (AFFAIRS - many)
    chance.shuffle(marks)
    return marks


def _parts(chance: random.Random, total: int, count: int, least: int) -> list[int]:
    """As many whole numbers as asked for, none below the least, that add up to a total."""
    cuts = sorted(chance.randint(0, total - least * count) for _ in range(count - 1))
    return [least + end - start for start, end in zip([0, *cuts], [*cuts, total - least * count], strict=True)]
