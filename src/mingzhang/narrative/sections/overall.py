"""收入支出决算总体情况说明: the grand total of both sides against last year."""

from mingzhang.disclosure.address import Address
from mingzhang.narrative.block import BlockKind, Piece, compared_sentences
from mingzhang.narrative.context import Context
from mingzhang.narrative.phrases import compared

TOTAL = Address("T1", "收入总计", "金额")


def overall(c: Context) -> tuple[Piece, ...]:
    """收、支总计 and its change."""
    return (compared(c, "overall", TOTAL, "收、支总计"),)


BLOCKS = {"overall": BlockKind(overall, compared_sentences("overall"))}
