"""Sharing: the batches of data given to other bodies, with the records in each."""

import random

from .calendar import spread
from .sheet import Sheet, sheet

RECORDS = 2_323_846
_BATCHES = 96
_RECIPIENTS = (
    "医保局", "民政局", "退役军人事务局", "乡村振兴局", "组织部", "文化和旅游局", "各街乡", "社保经办处", "人才中心",
    "就业局", "失业保险办",
)  # fmt: skip


def sharing(chance: random.Random) -> Sheet:
    """One row a batch: day, recipient, records."""
    cuts = sorted(chance.sample(range(1, RECORDS), _BATCHES - 1))
    sizes = [end - start for start, end in zip([0, *cuts], [*cuts, RECORDS], strict=True)]
    takers = [_RECIPIENTS[n % len(_RECIPIENTS)] for n in range(_BATCHES)]
    return sheet("数据共享", "提供日期 接收单位 条数", zip(spread(chance, _BATCHES), takers, sizes, strict=True))
