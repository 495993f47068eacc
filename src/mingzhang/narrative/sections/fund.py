"""政府性基金预算财政拨款收入支出决算情况说明: opening, income, spending by item and closing, or that there is none."""

from mingzhang.disclosure.address import TOTAL, Address
from mingzhang.narrative.block import BlockKind, Piece, Slots
from mingzhang.narrative.claims import prints
from mingzhang.narrative.context import Context
from mingzhang.narrative.passage import EMPTY
from mingzhang.narrative.phrases import amount, none, nothing
from mingzhang.narrative.sections.general_budget import ITEM_SENTENCES, spending_item


def fund(c: Context) -> tuple[Piece, ...]:
    """The government fund's year."""
    return budget_of_its_own(c, "fund", "T8", "小计")


def budget_of_its_own(c: Context, key: str, statement: str, spending: str) -> tuple[Piece, ...]:
    """The year of a budget with a statement of its own; `spending` is the column of all its spending."""
    opening, income, spent, closing = (
        Address(statement, TOTAL, column) for column in ("年初结转和结余", "本年收入", spending, "年末结转和结余")
    )
    if nothing(c, (a for a in c.facts if a.statement == statement and not a.phase)):
        return (none(c, f"{key}.none", tuple(a for a in (income, spent) if a in c.facts) or (spent,)),)
    codes = [
        code
        for code in c.codes(statement, c.wording.style.items)
        if prints(c.facts, Address(statement, code, spending))
    ]
    values = {"opening": opening, "income": income, "spending": spent, "closing": closing}
    lead = c.say(f"{key}.lead") if codes else EMPTY
    total = c.say(f"{key}.total", lead=lead, **{slot: amount(c, fact) for slot, fact in values.items()})
    return (total, *(spending_item(c, n, statement, code, spending) for n, code in enumerate(codes, 1)))


def own_budget_sentences(key: str) -> Slots:
    """The sentences of such a section."""
    return {
        f"{key}.none": "",
        f"{key}.lead": "",
        f"{key}.total": "opening income spending closing lead",
    } | ITEM_SENTENCES


BLOCKS = {"fund": BlockKind(fund, own_budget_sentences("fund"))}
