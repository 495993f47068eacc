"""Shares 占比: a printed share, and a printed rate of completion, must be the quotient of their figures."""

from collections.abc import Iterator

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.interval import Fit, Interval
from mingzhang.audit.prose.agree import step
from mingzhang.audit.prose.amounts import is_wrong, root_of
from mingzhang.audit.prose.budget import Culprit, printed
from mingzhang.audit.prose.changed import base_of_change, base_shown
from mingzhang.audit.prose.culprits import by_rate, by_sum
from mingzhang.audit.prose.figures import Figures
from mingzhang.audit.prose.matter import matter
from mingzhang.audit.prose.outcome import broken, idle, nearly, open_, passed
from mingzhang.audit.prose.percent import Pair, in_percent, middle, off_by_hundred, pairs, share_of
from mingzhang.audit.prose.said import Said, Text, unbound
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.claim import Amount, Completion, Share
from mingzhang.terms.printed import Printed


def shares(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Each share against part and whole."""
    yield from _quotients(rule, Share, grid, context)


def completions(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Each rate of completion against final account and budget."""
    yield from _quotients(rule, Completion, grid, context)


def quotient_fit(said: Said, figures: Figures) -> Fit | None:
    """How a share or completion fits its figures; None when there are none."""
    if said.number is None or not isinstance(said.claim, Share | Completion):
        return None
    part, whole = _places(said.claim)
    ways = pairs(figures.readings(part), figures.readings(whole))
    return share_of(said.number.value, said.number.places, ways)


def percent_root(said: Said) -> str:
    """The cause that a wrong percentage is."""
    return f"percent:{said.spot.number}:{said.span[0]}"


def _places(claim: Share | Completion) -> tuple[Address, Address]:
    return (claim.part, claim.whole) if isinstance(claim, Share) else (claim.actual, claim.budget)


def _quotients(rule: Rule, kind: type[Share] | type[Completion], grid: Grid, context: Context) -> Iterator[Result]:
    text, figures = matter(grid, context)
    for said, claim in text.claims(kind, rule.arguments):
        if said.number and isinstance(claim, Share | Completion):
            yield _judge(rule, said, said.number, *_places(claim), figures, text)


def _judge(
    rule: Rule, said: Said, number: Printed, part: Address, whole: Address, figures: Figures, text: Text
) -> Result:
    readings = figures.readings(part), figures.readings(whole) or base_of_change(said, text, figures)
    lacking = next((a for a, found in zip((part, whole), readings, strict=True) if not found), None)
    if lacking:
        return open_(rule, figures.lack(lacking))
    ways = list(pairs(*readings))
    found = share_of(number.value, number.places, ways)
    if found is None:
        return idle(rule, f"“{figures.name(whole)}”为零，没有比率可言")
    if found is Fit.EXACT:
        return passed(rule)
    first, second = ways[0].first, ways[0].second
    right = middle(first) / middle(second) if middle(second) else None
    if right is None:
        return idle(rule, f"“{figures.name(whole)}”为零，没有比率可言")
    expected = in_percent(right * 100, number.places)
    note = (
        f"{said.spot.where}“{figures.name(part)}”占“{figures.name(whole)}”写{said.digits}，"
        f"{figures.shown(part)} ÷ {base_shown(said, whole, text, figures)} = {expected}"
    )
    note = note.replace("占", "完成", 1) if isinstance(said.claim, Completion) else note
    if found is not Fit.WRONG:
        return nearly(rule, said, note, expected)
    if any(share_of(number.value, number.places, _instead(ways, other)) is Fit.EXACT for other in unbound(said)):
        return open_(rule, f"{said.spot.where}的{said.digits}可能说的是别的数")
    summed = by_sum(whole, text, figures) or by_sum(part, text, figures)
    if summed:
        return _of_sum(rule, said, summed, note, _mended(ways, summed, part))
    culprit = by_rate(said, part, whole, text, figures) if isinstance(said.claim, Completion) else None
    if culprit:
        return _of_budget(rule, said, culprit, note)
    cause = _cause(said, number, ways, text, figures, (part, whole))
    tail = off_by_hundred(number.value, right * 100)
    return broken(
        rule, said, note + tail, "", expected, root_of(cause) if cause else percent_root(said), cause is not None
    )


def _of_sum(rule: Rule, said: Said, culprit: Culprit, note: str, ways: list[Pair]) -> Result:
    """A rate of a number that a sum shows to be wrong: told where the sum is, if it is right of what must stand."""
    number = said.number
    if number is None or share_of(number.value, number.places, ways) is not Fit.WRONG:
        return broken(rule, said, note, "", "", root_of(culprit.said), follows=True)
    right = in_percent(middle(ways[0].first) / middle(ways[0].second) * 100, number.places)
    return broken(rule, said, f"{note}；按更正后的数应为{right}", "", right, percent_root(said))


def _mended(ways: list[Pair], culprit: Culprit, part: Address) -> list[Pair]:
    """The quotient with the number as it must be."""
    right = Interval.around(culprit.right, step(culprit.said.number) // 2 if culprit.said.number else 0)
    if culprit.said.fact == part:
        return [Pair(right, way.second) for way in ways]
    return [Pair(way.first, right) for way in ways if culprit.right]


def _of_budget(rule: Rule, said: Said, culprit: Culprit, note: str) -> Result:
    """A rate that is right of a budget that is not."""
    expected = printed(culprit)
    why = f"{culprit.said.spot.where}预算写{culprit.said.digits}，按完成率{said.digits}应为{expected}：{note}"
    stands = culprit.said.number.text if culprit.said.number and expected.endswith("元") else ""
    return broken(rule, culprit.said, why, stands, expected, root_of(culprit.said))


def _instead(ways: list[Pair], other: Interval) -> list[Pair]:
    """The same quotient with another amount as part or as whole."""
    return [pair for way in ways for pair in (Pair(other, way.second), Pair(way.first, other))]


def _cause(
    said: Said, number: Printed, ways: list[Pair], text: Text, figures: Figures, places: tuple[Address, Address]
) -> Said | None:
    """A wrong amount of the same paragraph from which the percentage was computed."""
    for other in text.beside(said):
        claim = other.claim
        if not isinstance(claim, Amount) or claim.fact not in places or not is_wrong(other, figures):
            continue
        slack = other.number.spread if other.number else 0
        wrong = Interval.around(claim.value, slack)
        trial = [Pair(wrong, w.second) if claim.fact == places[0] else Pair(w.first, wrong) for w in ways]
        if share_of(number.value, number.places, trial) in (Fit.EXACT, Fit.ROUNDING, Fit.LAST_PLACE):
            return other
    return None
