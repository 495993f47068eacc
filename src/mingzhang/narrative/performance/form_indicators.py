"""The lines of indicators of an evaluation's table: levels merged, target, value, points, why and what then."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from mingzhang.disclosure.appraisal import Achievement, Appraisal
from mingzhang.narrative.context import Context
from mingzhang.narrative.passage import Passage
from mingzhang.narrative.performance import named
from mingzhang.narrative.performance.figures import actual, points, target
from mingzhang.narrative.performance.grid import Row, head, label, number, text
from mingzhang.narrative.performance.shape import DEDUCTION, SCORE, WEIGHT, Shape, deduction
from mingzhang.narrative.performance.slots import filled
from mingzhang.narrative.performance.targets import explained

HEADS: Final = ("form.first", "form.second", "form.name", "form.target", "form.actual")
"""The sentences of the heads before those of points."""


def indicators(c: Context, a: Appraisal, shape: Shape) -> Iterator[Row]:
    """The head, then the indicators by first and second level."""
    names = [c.say(key).text for key in HEADS]
    yield tuple(head(name) for name in (*names, *shape.points, c.say("form.why").text))
    for first, ones in grouped(a.achievements, "first", a.levels):
        yield from _level(c, a, shape, first, ones)


def grouped(
    ones: Iterable[Achievement], level: str, order: Sequence[str] = ()
) -> list[tuple[str, tuple[Achievement, ...]]]:
    """Indicators by a level's heading: those in `order` first, others as they come."""
    found: dict[str, list[Achievement]] = {name: [] for name in order}
    for one in ones:
        found.setdefault(getattr(one, level), []).append(one)
    return [(name, tuple(group)) for name, group in found.items() if group]


def _level(c: Context, a: Appraisal, shape: Shape, first: str, ones: Sequence[Achievement]) -> Iterator[Row]:
    opening: Row = (label(first, 1, len(ones)),)
    for second, group in grouped(ones, "second"):
        levels: Row = (*opening, label(second, 1, len(group)))
        for one in group:
            yield (*levels, label(one.name), *_results(c, a, shape, one))
            levels = ()
        opening = ()


def _results(c: Context, a: Appraisal, shape: Shape, one: Achievement) -> Row:
    aim, done = target(c, one), actual(c, one)
    aimed = number(aim) if named.target(one.indicator) in c.facts else text(aim)
    did = number(done) if one.fact else text(filled(c, one.actual))
    return aimed, did, *(number(_points(c, a, one, column)) for column in shape.points), text(_why(c, one))


def _points(c: Context, a: Appraisal, one: Achievement, column: str) -> Passage:
    value = {WEIGHT: one.weight, SCORE: one.score, DEDUCTION: one.deduction}[column]
    address = deduction(a.id, one.indicator) if column == DEDUCTION else named.of(a.id, column, one.indicator)
    return points(c, address, value, "")


def _why(c: Context, one: Achievement) -> Passage:
    why, then = explained(c, one)
    reason = c.say("form.reason", reason=why) if why.runs else why
    return reason + (c.say("form.remedy", remedy=then) if then.runs else then)
