"""机关运行经费支出情况: what running the offices cost, or why there is none (预算法 art. 14)."""

from mingzhang.disclosure.address import Address
from mingzhang.narrative.block import BlockKind, Piece, compared_sentences
from mingzhang.narrative.context import Context
from mingzhang.narrative.owed import owed_figure
from mingzhang.narrative.passage import lacking
from mingzhang.narrative.phrases import compared, none
from mingzhang.terms.entity import EntityKind

COST = Address("S", "机关运行经费", "决算数")


def running_cost(c: Context) -> tuple[Piece, ...]:
    """机关运行经费 of the bodies that have one and its change; institutions have none."""
    if c.value(COST):
        return (compared(c, "running", COST, "机关运行经费"),)
    if all(body.kind is EntityKind.INSTITUTION for body in (c.entity, *c.members)):
        return (none(c, "running.institution", (COST,)),)
    if c.known(COST):
        return (none(c, "running.none", (COST,)),)
    return (lacking(owed_figure(COST, "机关运行经费支出没有提供")),)


BLOCKS = {
    "running_cost": BlockKind(
        running_cost, {**compared_sentences("running"), "running.institution": "", "running.none": ""}
    )
}
