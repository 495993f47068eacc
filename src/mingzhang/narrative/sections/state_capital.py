"""国有资本经营预算财政拨款支出决算情况说明: as for the government fund, in its short or its long form."""

from mingzhang.disclosure.address import TOTAL, Address
from mingzhang.narrative.block import BlockKind, Piece
from mingzhang.narrative.context import Context
from mingzhang.narrative.sections.fund import budget_of_its_own, own_budget_sentences


def state_capital(c: Context) -> tuple[Piece, ...]:
    """The state-capital budget's year; the short form of T9 calls all its spending 合计."""
    short = Address("T9", TOTAL, "合计") in c.facts
    return budget_of_its_own(c, "state_capital", "T9", "合计" if short else "小计")


BLOCKS = {"state_capital": BlockKind(state_capital, own_budget_sentences("state_capital"))}
