"""一般公共预算财政拨款基本支出决算情况说明: people and running, and what each consists of."""

from mingzhang.disclosure.address import TOTAL, Address
from mingzhang.narrative.block import BlockKind, Piece
from mingzhang.narrative.claims import prints
from mingzhang.narrative.context import Context
from mingzhang.narrative.passage import Passage
from mingzhang.narrative.phrases import amount, listing, none, nothing

WHOLE = Address("T5", TOTAL, "基本支出")
STAFF = Address("T6", "人员经费合计", "决算数")
RUNNING = Address("T6", "公用经费合计", "决算数")
STAFF_CLASSES = ("301", "303")
"""工资福利支出 and 对个人和家庭的补助; every other class of T6 is 公用经费."""


def whole(c: Context) -> tuple[Piece, ...]:
    """Everything in one paragraph."""
    if nothing(c, (WHOLE, STAFF, RUNNING)):
        return (none(c, "basic.none", (WHOLE,)),)
    return (c.say("basic.whole", total=amount(c, WHOLE), staff=_staff(c), running=_running(c)),)


def split(c: Context) -> tuple[Piece, ...]:
    """The total, then people and running in paragraphs of their own."""
    if nothing(c, (WHOLE, STAFF, RUNNING)):
        return (none(c, "basic.none", (WHOLE,)),)
    return (c.say("basic.lead", total=amount(c, WHOLE)), _staff(c), _running(c))


def _staff(c: Context) -> Passage:
    return _consisting(c, "basic.staff", STAFF, [code for code in c.codes("T6", 5) if code[:3] in STAFF_CLASSES])


def _running(c: Context) -> Passage:
    codes = [code for code in c.codes("T6", 5) if code[:3] not in STAFF_CLASSES]
    return _consisting(c, "basic.running", RUNNING, codes)


def _consisting(c: Context, key: str, fact: Address, codes: list[str]) -> Passage:
    rows = [Address("T6", code, "决算数") for code in codes]
    if not any(prints(c.facts, row) for row in rows):
        return c.say(f"{key}.bare", total=amount(c, fact))
    return c.say(key, total=amount(c, fact), list=listing(c, rows))


_PARTS = {
    "basic.staff": "total list",
    "basic.staff.bare": "total",
    "basic.running": "total list",
    "basic.running.bare": "total",
    "basic.none": "",
}
BLOCKS = {
    "basic": BlockKind(whole, {"basic.whole": "total staff running", **_PARTS}),
    "basic.split": BlockKind(split, {"basic.lead": "total", **_PARTS}),
}
