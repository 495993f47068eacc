"""“三公”经费支出决算情况说明: abroad, cars and receptions against budget and last year, with what was done for them."""

from mingzhang.disclosure.address import PRIOR, Address
from mingzhang.narrative import claims, render
from mingzhang.narrative.block import BlockKind, Piece, budgeted_sentences, compared_sentences
from mingzhang.narrative.context import Context
from mingzhang.narrative.numerals import numbered
from mingzhang.narrative.passage import EMPTY, Passage, joined
from mingzhang.narrative.phrases import amount, budgeted, compared, item, none, nothing, reason, share
from mingzhang.narrative.sections.three_public_counts import COUNTS, SENTENCES, about

ITEMS = ("因公出国（境）费", "小计", "公务接待费")
"""The three kinds; 小计 is 公务用车购置及运行费."""

CARS = ("公务用车购置费", "公务用车运行费")


def actual(column: str) -> Address:
    """The final account of a kind."""
    return Address("T7", "决算数", column)


def planned(column: str) -> Address:
    """The budget of a kind, printed in the same statement."""
    return Address("T7", "预算数", column)


def scope(c: Context) -> tuple[Piece, ...]:
    """Whose 三公 spending it is."""
    members = c.members if c.is_department else ()
    names = "、".join(member.name for member in members) or c.entity.name
    return (c.say("three.scope", members=names),)


def budget(c: Context) -> tuple[Piece, ...]:
    """The total against its budget, then every kind in a paragraph of its own with its counts."""
    lead = budgeted(c, "three.total", actual("合计"), planned("合计"), "“三公”经费", "three")
    bought, kept = (_budget_item(c, column, numbered(c.wording.style.subitem, n)) for n, column in enumerate(CARS, 1))
    abroad, cars, guests = (_budget_item(c, column, item(c, n)) for n, column in enumerate(ITEMS, 1))
    return (lead, abroad, cars, bought, kept, guests)


def _budget_item(c: Context, column: str, number: str) -> Passage:
    what = kind_name(c, column)
    text = budgeted(c, "three.item", actual(column), planned(column), what, "three", item=what)
    key = "three.cars" if column == "小计" else "three.paragraph"
    return c.say(key, number=number, text=text, about=about(c, column))


def change(c: Context) -> tuple[Piece, ...]:
    """The total and each kind against last year."""
    if _is_none(c):
        return ()
    each = joined((_changed_item(c, column) for column in ITEMS), "；")
    among = c.say("three.change.among", items=each) if each.runs else each
    why = joined(_reasons(c))
    return (compared(c, "three.change", actual("合计"), "“三公”经费支出", among=among, reasons=why),)


def _changed_item(c: Context, column: str) -> Passage:
    what = kind_name(c, column)
    return compared(c, "three.change_item", actual(column), what, item=what)


def _reasons(c: Context) -> list[Passage]:
    found = []
    for column in ITEMS:
        claim = claims.change(c.facts, actual(column), actual(column).at(PRIOR))
        if c.known(claim.base) and not render.is_level(c.unit, claim):
            what = kind_name(c, column)
            question = f"{what}支出比上年{render.delta(c.wording.style, c.unit, claim)}，主要原因是什么？"
            found.append(reason(c, claim, "item", question, what))
    return found


def overall(c: Context) -> tuple[Piece, ...]:
    """The total and each kind against the budget, in one paragraph."""
    if _is_none(c):
        return ()
    each = joined((_overall_item(c, column) for column in ITEMS), "；")
    return (budgeted(c, "three.total", actual("合计"), planned("合计"), "“三公”经费", "three", items=each),)


def _overall_item(c: Context, column: str) -> Passage:
    what = kind_name(c, column)
    return budgeted(c, "three.item", actual(column), planned(column), what, "three", item=what)


def detail(c: Context) -> tuple[Piece, ...]:
    """The shares of the kinds, then what was done for each."""
    if _is_none(c):
        return ()
    each = joined((_share(c, column) for column in ITEMS), "；")
    lead = c.say("three.shares", items=each)
    return (lead, *(_detail_item(c, n, column) for n, column in enumerate(ITEMS, 1)))


def _share(c: Context, column: str) -> Passage:
    part = share(c, actual(column), actual("合计"))
    key = "three.share" if part.runs else "three.share.bare"
    return c.say(key, item=kind_name(c, column), amount=amount(c, actual(column)), share=part)


def _detail_item(c: Context, number: int, column: str) -> Passage:
    inner = joined(_detail_car(c, car) for car in CARS) if column == "小计" else EMPTY
    return c.say(
        f"three.detail.{COUNTS[column].key}",
        number=item(c, number),
        item=kind_name(c, column),
        amount=amount(c, actual(column)),
        about=about(c, column),
        cars=inner,
    )


def _detail_car(c: Context, column: str) -> Passage:
    return c.say(
        f"three.detail.{COUNTS[column].key}",
        item=kind_name(c, column),
        amount=amount(c, actual(column)),
        about=about(c, column),
    )


def nobody(c: Context) -> tuple[Piece, ...]:
    """The sentence for a body without any 三公 spending, budget, comparison or car."""
    return (none(c, "three.none", tuple(actual(column) for column in (*ITEMS, "合计"))),) if _is_none(c) else ()


def kind_name(c: Context, column: str) -> str:
    """The name the region gives a kind."""
    renamed = {"小计": "car_cost", "公务用车运行费": "car_running"}
    return c.wording.words[renamed[column]] if column in renamed else column


def _is_none(c: Context) -> bool:
    columns = ("合计", *ITEMS, *CARS)
    money = (fact for column in columns for fact in (actual(column), actual(column).at(PRIOR), planned(column)))
    counts = (Address("S", "三公", column) for kind in COUNTS.values() for column in kind.columns)
    return "three.none" in c.wording.sentences and nothing(c, (*money, *counts))


_ITEM = "number item amount about cars"
BLOCKS = {
    "three_public.scope": BlockKind(scope, {"three.scope": "members"}),
    "three_public.budget": BlockKind(
        budget,
        {
            **budgeted_sentences("three.total"),
            **budgeted_sentences("three.item", "item"),
            "three.paragraph": "number text about",
            "three.cars": "number text",
            **SENTENCES,
        },
    ),
    "three_public.change": BlockKind(
        change,
        {
            **compared_sentences("three.change", "among reasons"),
            "three.change.among": "items",
            **compared_sentences("three.change_item", "item"),
        },
    ),
    "three_public.none": BlockKind(nobody, {"three.none": ""}),
    "three_public.overall": BlockKind(
        overall, {**budgeted_sentences("three.total", "items"), **budgeted_sentences("three.item", "item")}
    ),
    "three_public.detail": BlockKind(
        detail,
        {
            "three.shares": "items",
            "three.share": "item amount share",
            "three.share.bare": "item amount",
            **{f"three.detail.{kind.key}": _ITEM for kind in COUNTS.values()},
            **SENTENCES,
        },
    ),
}
