"""Breakdown: a total and the parts of it that are not zero, each with its share."""

from collections.abc import Sequence

from mingzhang.disclosure.address import Address
from mingzhang.narrative.block import Slots
from mingzhang.narrative.claims import prints
from mingzhang.narrative.context import Context
from mingzhang.narrative.passage import Passage, joined
from mingzhang.narrative.phrases import amount, share

Part = tuple[str, Address]
"""A part's printed name and its figure."""


def sentences(key: str) -> Slots:
    """The sentences of a breakdown: `key.total` with {parts}, `key.part` with {share}, `key.empty` without parts."""
    return {f"{key}.total": "total parts", f"{key}.part": "item stem amount share", f"{key}.empty": "total"}


def breakdown(c: Context, key: str, total: Address, parts: Sequence[Part], kind: str = "") -> Passage:
    """The total, then each part that is not zero with its share of the total."""
    shown = [part for part in parts if prints(c.facts, part[1])]
    if not shown or not prints(c.facts, total):
        return c.say(f"{key}.empty", total=amount(c, total))
    each = joined((_part(c, key, part, total, kind) for part in shown), "；")
    return c.say(f"{key}.total", total=amount(c, total), parts=each)


def _part(c: Context, key: str, part: Part, total: Address, kind: str) -> Passage:
    name, fact = part
    values = {"item": name, "stem": name.removesuffix("支出")}
    return c.say(f"{key}.part", **values, amount=amount(c, fact), share=share(c, fact, total, kind))
