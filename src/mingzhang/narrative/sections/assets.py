"""国有资产占用情况: vehicles by class and large equipment at the end of the year."""

from collections.abc import Mapping

from mingzhang.disclosure.address import Address
from mingzhang.narrative.block import BlockKind, Piece
from mingzhang.narrative.claims import prints
from mingzhang.narrative.context import Context
from mingzhang.narrative.owed import owed_figure
from mingzhang.narrative.passage import EMPTY, Passage, joined, lacking
from mingzhang.narrative.phrases import count, counted
from mingzhang.narrative.supplement import VEHICLES, extra

CARS = extra("国有资产", "车辆合计")
EQUIPMENT: Mapping[str, tuple[Address, str]] = {
    "general": (extra("国有资产", "通用设备"), "台（套）"),
    "special": (extra("国有资产", "专用设备"), "台（套）"),
    "large": (extra("国有资产", "单价100万元以上设备"), "台（套）"),
}
"""Large equipment: two kinds until 2021, one threshold without vehicles later."""


def assets(c: Context) -> tuple[Piece, ...]:
    """The vehicles, those classes of which there are some, and the equipment."""
    if not c.known(CARS):
        return (lacking(owed_figure(extra("国有资产", VEHICLES[-1]), "请填写国有资产的各类车辆数（没有的填0）")),)
    slots = c.wording.sentences["assets.equipment"].slots
    equipment = counted(c, "assets.equipment", {slot: figure for slot, figure in EQUIPMENT.items() if slot in slots})
    return (c.say("assets.total", cars=count(c, CARS, "辆"), classes=_classes(c), equipment=equipment),)


def _classes(c: Context) -> Passage:
    each = joined((_class(c, name) for name in VEHICLES), "、")
    return c.say("assets.classes", items=each) if each.runs else EMPTY


def _class(c: Context, name: str) -> Passage:
    fact = extra("国有资产", name)
    return c.say("assets.class", item=name, count=count(c, fact, "辆")) if prints(c.facts, fact) else EMPTY


BLOCKS = {
    "assets": BlockKind(
        assets,
        {
            "assets.total": "cars classes equipment",
            "assets.classes": "items",
            "assets.class": "item count",
            "assets.equipment": " ".join(EQUIPMENT),
        },
    )
}
