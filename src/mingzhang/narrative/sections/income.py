"""收入决算情况说明: the year's income by source."""

from mingzhang.disclosure.address import TOTAL, Address
from mingzhang.narrative.block import BlockKind, Piece
from mingzhang.narrative.breakdown import breakdown, sentences
from mingzhang.narrative.context import Context

WHOLE = Address("T2", TOTAL, "本年收入合计")
SOURCES = ("财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入")
PARTS = tuple((name, Address("T2", TOTAL, name)) for name in SOURCES)


def income(c: Context) -> tuple[Piece, ...]:
    """本年收入合计 and each source that brought something."""
    return (breakdown(c, "income", WHOLE, PARTS),)


BLOCKS = {"income": BlockKind(income, sentences("income"))}
