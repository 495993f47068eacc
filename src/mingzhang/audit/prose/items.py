"""Items 逐项: the text explains every item that was spent."""

import re
from collections.abc import Iterator
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.prose.figures import Figures
from mingzhang.audit.prose.matter import matter
from mingzhang.audit.prose.outcome import amiss, idle, open_, owed, passed
from mingzhang.audit.prose.said import Said, Text
from mingzhang.audit.prose.spot import Spot
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.address import ACTUAL, TOTAL, Address
from mingzhang.disclosure.claim import Amount, Naming
from mingzhang.terms.classification import ancestors

_WITHHELD: Final = re.compile(r"[）)\s]略[。；]|略去|不再(?:一一)?列示|等支出。")
_COLUMN: Final = "小计"


def items_told(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Every row that is not nothing is told, by itself or with its class where the text stays there.

    The arguments are the statement and the topics of which the first that the document has is looked at.
    """
    text, figures = matter(grid, context)
    statement, *topics = rule.arguments
    topic = next((t for t in topics if any(spot.topic == t for spot in text.spots)), "")
    told = dict.fromkeys(a.row for _, a in _amounts(text, ACTUAL, statement, topic) if a.row != TOTAL)
    rows = rows_of(figures, statement, max((len(code) for code in told), default=0))
    if not told or not rows:
        yield idle(rule, "没有逐项说明支出，或没有可对照的行")
        return
    words = re.sub(r"\s", "", "".join(spot.text for spot in text.spots if spot.topic == topic))
    missing = [row for row in rows if not is_told(row, told)]
    unsure = [row for row in missing if (name := _name(row, statement, context)) and name in words]
    missing = [row for row in missing if row not in unsure]
    yield from (passed(rule) for row in rows if row not in missing and row not in unsure)
    yield from (open_(rule, f"没有读懂“{_name(row, statement, context)}”的说明") for row in unsure)
    if not missing:
        return
    strange = any(spot.is_doubtful for spot in text.spots if spot.topic == topic) or any(
        c.fact is None for _, c in text.claims(Naming, (topic,))
    )
    if strange or _WITHHELD.search(words) or len(missing) * 2 > len(rows):
        yield open_(rule, "有没读懂或略去的项目，不能断定是否逐项说明")
        return
    first = next(spot for spot in text.spots if spot.topic == topic)
    named = "、".join(f"{context.row(statement, r)} {figures.shown(Address(statement, r, _COLUMN))}" for r in missing)
    note, root = f"{first.where}没有说明{named}", f"{rule.id}:missing"
    before = _told_before(missing[0], text, statement, topic)
    if before:
        yield amiss(rule, before, (0, len(before.text)), f"{note}，应在此项之后", "", named, root)
    elif gap := _gap_in_list(missing[0], text, statement, topic):
        yield amiss(rule, *gap, note, "", named, root)
    else:
        yield owed(rule, first, note, "", named, root)


def _gap_in_list(missing: str, text: Text, statement: str, topic: str) -> tuple[Spot, tuple[int, int]] | None:
    """Where a missing item belongs in a list told in one paragraph: behind the item that comes before it."""
    told = [(at.row, said) for said, at in _amounts(text, ACTUAL, statement, topic) if len(at.row) == len(missing)]
    before = max((row for row, _ in told if row < missing), default="")
    said = next((said for row, said in told if row == before), None)
    return (said.spot, (said.span[0], said.spot.sentence(said.span[1])[1])) if said else None


def _told_before(missing: str, text: Text, statement: str, topic: str) -> Spot | None:
    """The paragraph of the item after which a missing one belongs, where items stand in paragraphs of their own."""
    told = [(at.row, said.spot) for said, at in _amounts(text, ACTUAL, statement, topic) if len(at.row) == len(missing)]
    before = max((row for row, _ in told if row < missing), default="")
    spots = [spot for row, spot in told if row == before]
    alone = len(spots) == 1 and {row for row, spot in told if spot.number == spots[0].number} == {before}
    return spots[0] if alone else None


def _amounts(text: Text, phase: str, statement: str, *topics: str) -> Iterator[tuple[Said, Address]]:
    for said, claim in text.claims(Amount, topics):
        if claim.fact.statement == statement and claim.fact.column == _COLUMN and claim.fact.phase == phase:
            yield said, claim.fact


def rows_of(figures: Figures, statement: str, digits: int) -> list[str]:
    """The deepest rows the text goes down to that are not nothing."""
    table = figures.grid.tables.get((statement, ACTUAL))
    rows = table.rows if table else {}
    return [
        row
        for row, cells in rows.items()
        if row.isdigit() and len(row) == digits and any(f.value and f.is_readable for f in cells.values())
    ]


def is_told(row: str, told: dict[str, object] | dict[str, None] | dict[str, Said]) -> bool:
    """Whether a row is told, or its class where the text stays there."""
    if row in told:
        return True
    return any(up in told and not any(o != up and o.startswith(up) for o in told) for up in ancestors(row))


def _name(row: str, statement: str, context: Context) -> str:
    return context.names.get((statement, row), "") or context.functions.name(row, context.year)
