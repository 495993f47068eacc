"""Deltas 增减额: a printed change is this year's figure less its base, where the base is known."""

from collections.abc import Iterator
from fractions import Fraction

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.interval import half_up, size
from mingzhang.audit.prose.agree import shown, step
from mingzhang.audit.prose.figures import Figures
from mingzhang.audit.prose.matter import matter
from mingzhang.audit.prose.move import between, change_root
from mingzhang.audit.prose.outcome import broken, idle, nearly, open_, passed
from mingzhang.audit.prose.percent import middle
from mingzhang.audit.prose.said import Said
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.address import PRIOR, Address
from mingzhang.disclosure.claim import Change
from mingzhang.terms.printed import Printed


def deltas(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Each printed change against its two figures, where the base is known."""
    text, figures = matter(grid, context)
    for said, claim in text.claims(Change, rule.arguments):
        if said.number and claim.delta is not None:
            yield _delta(rule, said, claim, said.number, figures)


def _delta(rule: Rule, said: Said, claim: Change, number: Printed, figures: Figures) -> Result:
    now, base = figures.readings(claim.fact), figures.readings(claim.base)
    if not now or not base:
        say = idle if now and claim.base.phase == PRIOR else open_
        return say(rule, f"没有“{_missing(claim, figures, bool(now))}”，增减额无从复核")
    gaps = [between(a, b) for a in now for b in base]
    stated = claim.delta or 0
    slack = step(number) // 2
    if any(half_up(middle(gap), step(number)) == stated for gap in gaps):
        return passed(rule)
    right = middle(gaps[0])
    note = (
        f"{said.spot.where}“{figures.name(claim.fact)}”写{_moved(stated)}{said.digits}，"
        f"{figures.shown(claim.fact)} − {figures.shown(claim.base)}，应{_moved(right)}{shown(abs(right), number)}"
    )
    expected = shown(abs(right), number)
    if any(stated in gap.widened(slack) for gap in gaps):
        return nearly(rule, said, note, expected)
    if size(right) == size(stated):
        note += "，增减的字样写反"
    return broken(rule, said, note, "", expected, change_root(said))


def _moved(delta: Fraction | int) -> str:
    return "减少" if delta < 0 else "增加"


def _missing(claim: Change, figures: Figures, has_now: bool) -> str:
    lacking: Address = claim.base if has_now else claim.fact
    return figures.name(lacking)
