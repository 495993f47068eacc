"""财政拨款收入支出决算总体情况说明: the appropriations' grand total of both sides against last year."""

from mingzhang.disclosure.address import Address
from mingzhang.narrative.block import BlockKind, Piece, compared_sentences
from mingzhang.narrative.context import Context
from mingzhang.narrative.phrases import compared

TOTAL = Address("T4", "收入总计", "金额")


def appropriation(c: Context) -> tuple[Piece, ...]:
    """财政拨款收、支总计 and its change."""
    return (compared(c, "appropriation", TOTAL, "财政拨款收、支总计"),)


BLOCKS = {"appropriation": BlockKind(appropriation, compared_sentences("appropriation"))}
