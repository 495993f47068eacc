"""Campaign: the stock of first-generation cards at the beginning of the year, and the calls about them."""

import random

from .calendar import spread
from .sheet import Sheet, sheet

STOCK, UPGRADED = 9275, 5726
CALLS, NOTIFIED = 6523, 6342
_STREETS = tuple(
    f"{name}街道" for name in ("云溪", "横山", "双桥", "石塘", "古渡", "青枫", "柳林", "长堰", "新河", "松岗")
)
_MISSED = ("无人接听", "空号", "拒接")


def campaign(chance: random.Random) -> tuple[Sheet, Sheet]:
    """The stock, a row a card; the calls, a row a call, of which each notified holder had one that was answered."""
    numbers = [f"Y{n:05}" for n in range(1, STOCK + 1)]
    upgraded = dict(zip(chance.sample(numbers, UPGRADED), spread(chance, UPGRADED), strict=True))
    stock = [
        (n, chance.choice(_STREETS), "已升级" if n in upgraded else "未升级", upgraded.get(n, "")) for n in numbers
    ]
    notified = chance.sample(numbers, NOTIFIED)
    outcomes = [(n, "已通知") for n in notified]
    outcomes += [(chance.choice(numbers), chance.choice(_MISSED)) for _ in range(CALLS - NOTIFIED)]
    chance.shuffle(outcomes)
    calls = zip(spread(chance, CALLS), *zip(*outcomes, strict=True), strict=True)
    return sheet("一代卡存量", "编号 街道 状态 升级日期", stock), sheet("外呼", "拨打日期 编号 结果", calls)
