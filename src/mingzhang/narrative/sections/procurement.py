"""政府采购支出情况: goods, works and services, and what went to small businesses (预算法 art. 14)."""

from mingzhang.disclosure.address import Address
from mingzhang.narrative.block import BlockKind, Piece
from mingzhang.narrative.claims import prints
from mingzhang.narrative.context import Context
from mingzhang.narrative.owed import owed_figure
from mingzhang.narrative.passage import EMPTY, Passage, joined, lacking
from mingzhang.narrative.phrases import amount, none, share
from mingzhang.narrative.supplement import PROCUREMENT, extra

WHOLE = extra("政府采购", "合计")
SMALL = extra("政府采购", "授予中小企业合同金额")
MICRO = extra("政府采购", "授予小微企业合同金额")
RESERVED = {
    "reserved": extra("政府采购", "面向中小企业预留预算金额"),
    "reserved_micro": extra("政府采购", "面向小微企业预留预算金额"),
    "won": extra("政府采购", "预留项目中小企业成交金额"),
    "won_micro": extra("政府采购", "预留项目小微企业成交金额"),
    "others": extra("政府采购", "其他项目中小企业成交金额"),
}
"""What Shanghai tells of procurement reserved for small businesses, and the slot of each."""


def procurement(c: Context) -> tuple[Piece, ...]:
    """The total, its kinds, and the contracts given to small businesses."""
    if not c.known(WHOLE):
        return (_owed(WHOLE),)
    if not c.value(WHOLE):
        return (none(c, "procurement.none", (WHOLE,)),)
    kinds = joined((_kind(c, name) for name in PROCUREMENT), c.wording.words["procurement_joint"])
    key = "procurement.total" if kinds.runs else "procurement.bare"
    return (c.say(key, total=amount(c, WHOLE), parts=kinds, small=_small(c)),)


def _kind(c: Context, name: str) -> Passage:
    fact = extra("政府采购", name)
    return c.say("procurement.part", item=name, amount=amount(c, fact)) if prints(c.facts, fact) else EMPTY


def _small(c: Context) -> Passage:
    if not c.known(SMALL):
        return _owed(SMALL)
    micro = _micro(c) if prints(c.facts, SMALL) else EMPTY
    portion = share(c, SMALL, WHOLE, "procurement")
    return c.say("procurement.small", amount=amount(c, SMALL), share=portion, micro=micro)


def _micro(c: Context) -> Passage:
    if not c.known(MICRO):
        return _owed(MICRO)
    of_small, of_all = share(c, MICRO, SMALL, "procurement"), share(c, MICRO, WHOLE, "procurement")
    return c.say("procurement.micro", amount=amount(c, MICRO), of_small=of_small, of_all=of_all)


def reserved(c: Context) -> tuple[Piece, ...]:
    """What was reserved for small businesses and what they won; not said when nothing was bought."""
    if not c.value(WHOLE):
        return ()
    unknown = [fact for fact in RESERVED.values() if not c.known(fact)]
    if unknown:
        return tuple(_owed(fact) for fact in unknown)
    return (c.say("procurement.reserved", **{slot: amount(c, fact) for slot, fact in RESERVED.items()}),)


def _owed(fact: Address) -> Passage:
    if fact == WHOLE:
        return lacking(owed_figure(extra("政府采购", "货物"), "请填写政府采购的货物、工程、服务支出（没有的填0）"))
    return lacking(owed_figure(fact, f"请填写政府采购的{fact.column}（没有的填0）"))


BLOCKS = {
    "procurement": BlockKind(
        procurement,
        {
            "procurement.none": "",
            "procurement.total": "total parts small",
            "procurement.bare": "total small",
            "procurement.part": "item amount",
            "procurement.small": "amount share micro",
            "procurement.micro": "amount of_small of_all",
        },
    ),
    "procurement.reserved": BlockKind(reserved, {"procurement.reserved": " ".join(RESERVED)}),
}
