"""支出决算情况说明: the year's spending by nature."""

from mingzhang.disclosure.address import TOTAL, Address
from mingzhang.narrative.block import BlockKind, Piece
from mingzhang.narrative.breakdown import breakdown, sentences
from mingzhang.narrative.context import Context

WHOLE = Address("T3", TOTAL, "本年支出合计")
NATURES = ("基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出")
PARTS = tuple((name, Address("T3", TOTAL, name)) for name in NATURES)


def spending(c: Context) -> tuple[Piece, ...]:
    """本年支出合计 and each nature of spending that occurred."""
    return (breakdown(c, "spending", WHOLE, PARTS),)


BLOCKS = {"spending": BlockKind(spending, sentences("spending"))}
