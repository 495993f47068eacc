"""一般公共预算财政拨款支出决算情况说明: the total, its structure by 类, and every item against its budget."""

from mingzhang.disclosure.address import BUDGET, TOTAL, Address
from mingzhang.narrative.block import BlockKind, Piece, budgeted_sentences, compared_sentences
from mingzhang.narrative.breakdown import breakdown, sentences
from mingzhang.narrative.claims import prints
from mingzhang.narrative.context import Context
from mingzhang.narrative.passage import EMPTY, Passage
from mingzhang.narrative.phrases import amount, budgeted, compared, item, purpose, share

WHOLE = Address("T5", TOTAL, "小计")
ALL_SPENDING = Address("T3", TOTAL, "本年支出合计")
BASIC = Address("T5", TOTAL, "基本支出")
PROJECT = Address("T5", TOTAL, "项目支出")
WHAT = "一般公共预算财政拨款支出"


def total(c: Context) -> tuple[Piece, ...]:
    """The total, its share of all spending and its change."""
    return (compared(c, "general.total", WHOLE, WHAT, share=_share(c)),)


def _share(c: Context) -> Passage:
    portion = share(c, WHOLE, ALL_SPENDING)
    return c.say("general.share", share=portion) if portion.runs else EMPTY


def structure(c: Context) -> tuple[Piece, ...]:
    """The classes of spending with their shares."""
    parts = [(c.name(code), Address("T5", code, "小计")) for code in c.codes("T5", 3)]
    return (breakdown(c, "general.structure", WHOLE, parts),)


def items(c: Context) -> tuple[Piece, ...]:
    """The total against its budget, then every item that had a budget or was spent."""
    codes = [code for code in c.codes("T5", c.wording.style.items) if _planned_or_spent(c, code)]
    budget = budgeted(c, "general.budget", WHOLE, WHOLE.at(BUDGET), WHAT)
    values = {"budget": budget, "basic": amount(c, BASIC), "project": amount(c, PROJECT), "use": _use(c)}
    lead = c.say("general.lead" if codes else "general.bare", **values)
    return (lead, *(spending_item(c, number, "T5", code) for number, code in enumerate(codes, 1)))


def spending_item(c: Context, number: int, statement: str, code: str, column: str = "小计") -> Passage:
    """One item of spending: path, purpose, budget and final account."""
    fact = Address(statement, code, column)
    question = f"{c.path(code)}的支出主要用于什么？"
    values: dict[str, Passage | str] = {
        "number": item(c, number),
        "path": c.path(code),
        "amount": amount(c, fact),
        "purpose": purpose(c, "item.purpose", code, question, fact),
    }
    return c.say("item.whole", **values, budget=budgeted(c, "item", fact, fact.at(BUDGET), c.path(code)))


ITEM_SENTENCES = {
    "item.whole": "number path amount purpose budget",
    "item.purpose": "purpose",
    **budgeted_sentences("item"),
}


def _planned_or_spent(c: Context, code: str) -> bool:
    fact = Address("T5", code, "小计")
    return prints(c.facts, fact) or prints(c.facts, fact.at(BUDGET))


def _use(c: Context) -> Passage:
    if not prints(c.facts, PROJECT):
        return EMPTY
    result = purpose(c, "general.result", "项目支出成效", "项目支出的主要成效是什么？", PROJECT)
    return purpose(c, "general.use", "项目支出", "项目支出主要用于什么？", PROJECT, result=result)


BLOCKS = {
    "general.total": BlockKind(total, {**compared_sentences("general.total", "share"), "general.share": "share"}),
    "general.structure": BlockKind(structure, sentences("general.structure")),
    "general.items": BlockKind(
        items,
        {
            **budgeted_sentences("general.budget"),
            **ITEM_SENTENCES,
            "general.lead": "budget basic project use",
            "general.bare": "budget basic project use",
            "general.use": "purpose result",
            "general.result": "purpose",
        },
    ),
}
