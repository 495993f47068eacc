"""All block kinds by name, and the check that a wording fits them."""

from collections.abc import Mapping

from mingzhang.narrative import charts, glossary, overview
from mingzhang.narrative.block import BlockKind, Slots, complaints
from mingzhang.narrative.performance import management, report, results, works
from mingzhang.narrative.sections import (
    appropriation,
    assets,
    basic,
    fund,
    general_budget,
    income,
    overall,
    procurement,
    running_cost,
    spending,
    state_capital,
    three_public,
)
from mingzhang.narrative.wording import Wording

_ROOMS = (
    overview,
    overall,
    income,
    spending,
    appropriation,
    general_budget,
    basic,
    three_public,
    fund,
    state_capital,
    running_cost,
    procurement,
    assets,
    charts,
    glossary,
    management,
    results,
    works,
    report,
)
BLOCKS: Mapping[str, BlockKind] = {name: kind for room in _ROOMS for name, kind in room.BLOCKS.items()}

ALWAYS: Slots = {
    "statement.heading": "title number",
    "reason.year": "reason what direction",
    "reason.budget": "reason what direction comparison",
    "reason.three": "reason what direction comparison",
    "reason.item": "reason what direction",
}
"""Sentences that belong to no block: the headings of the statements and the clauses that give reasons."""


def check(wording: Wording) -> tuple[str, ...]:
    """What is wrong with a wording, all at once; empty when it can be written with."""
    return complaints(wording, BLOCKS, ALWAYS)
