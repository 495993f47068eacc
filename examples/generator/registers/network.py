"""Network: the faults of the 金保 network and of its machine room, and the places connected to it."""

import random

from .calendar import workday
from .sheet import Sheet, sheet

_FAULTS = 12
_LONGEST = 225
"""Minutes the longest fault took; four hours are allowed."""
_WINDOWS = 19
_OFFICES = ("政务服务中心窗口", "信访接待室", "民政专线", "卫健专线", "乡村振兴专线", "残联专线")
_KINDS = ("线路中断", "交换机故障", "终端中毒", "机房断电", "认证服务异常")


def network(chance: random.Random) -> tuple[Sheet, Sheet]:
    """The faults with the minutes until they were mended, and the places with the state of their connection."""
    minutes = [_LONGEST, *(chance.randrange(15, _LONGEST) for _ in range(_FAULTS - 1))]
    faults = [(workday(chance), chance.choice(_KINDS), taken) for taken in minutes]
    places = [(f"J{n:02}", f"第{n}街乡窗口", "街乡窗口", "已接入") for n in range(1, _WINDOWS + 1)]
    places += [(f"J{n:02}", name, "协作单位", "已接入") for n, name in enumerate(_OFFICES, _WINDOWS + 1)]
    return sheet("网络故障", "发生日期 故障 处理分钟", faults), sheet("接入点", "编号 名称 类别 状态", places)
