"""Vehicles 车辆: the vehicles of all classes are the vehicles in all."""

from collections.abc import Iterator
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.prose.matter import text_of
from mingzhang.audit.prose.outcome import broken, passed, quoting
from mingzhang.audit.prose.said import Said
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.claim import Count

CARS: Final = Address("S", "国有资产", "车辆合计")
_LEFT_OVER: Final = "其他用车"
"""The class that closes a list: without it the list may be of some classes only."""


def vehicle_sums(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """The vehicles of all classes are the vehicles in all."""
    text = text_of(context.document)
    told = {c.fact: s for s, c in reversed(list(text.claims(Count))) if c.fact.row == CARS.row}
    whole = told.get(CARS)
    parts = [said for fact, said in told.items() if fact.column.endswith("用车")]
    if whole is None or not parts or not whole.number:
        return
    total, stated = sum(_value(part) for part in parts), _value(whole)
    closed = any(fact.column == _LEFT_OVER for fact in told)
    if total == stated or (total < stated and not closed):
        yield passed(rule)
        return
    note = f"{whole.spot.where}共有车辆写{whole.digits}，各类车辆之和为{total}辆"
    great = next((part for part in parts if _value(part) > stated), None)
    if great:
        yield broken(rule, great, note, "", f"不大于{whole.digits}")
        return
    yield quoting(broken(rule, whole, note, "", f"{total}{whole.number.unit}"), (whole, *parts))


def _value(said: Said) -> int:
    return said.claim.value if isinstance(said.claim, Count) else 0
