"""Kiosks: what was done at the machines in the hall."""

import random

from .calendar import spread
from .sheet import Sheet, sheet

SERVED = 8376
_MACHINES = 4
_ITEMS = {
    "打印": (
        "参保证明",
        "缴费证明",
        "养老待遇证明",
        "权益记录单",
        "工伤认定回执",
        "就业登记凭证",
        "失业登记凭证",
        "职称证书",
    ),
    "办理": ("资格认证", "社保卡挂失", "社保卡启用", "密码重置", "参保登记"),
    "查询": ("缴费记录", "待遇发放", "制卡进度", "账户余额", "政策问答"),
}
"""18 items in three classes."""


def kiosks(chance: random.Random) -> Sheet:
    """One row a transaction; every item was used on every machine."""
    items = [(kind, item) for kind, names in _ITEMS.items() for item in names]
    uses = [(machine, *item) for machine in range(1, _MACHINES + 1) for item in items]
    uses += [(chance.randint(1, _MACHINES), *chance.choice(items)) for _ in range(SERVED - len(uses))]
    chance.shuffle(uses)
    days = spread(chance, SERVED)
    rows = [(day, f"{machine}号机", kind, item) for day, (machine, kind, item) in zip(days, uses, strict=True)]
    return sheet("自助办理", "办理日期 终端 类别 事项", rows)
