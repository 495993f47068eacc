"""Hundred 百分之百: shares of parts that make up the whole make 100."""

from collections.abc import Iterator
from fractions import Fraction

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.interval import Fit, fit_hundred
from mingzhang.audit.prose.figures import Figures
from mingzhang.audit.prose.matter import matter
from mingzhang.audit.prose.outcome import broken, nearly, passed
from mingzhang.audit.prose.percent import in_percent
from mingzhang.audit.prose.said import Said
from mingzhang.audit.prose.shares import percent_root, quotient_fit
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.claim import Share


def share_sums(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Shares of parts that make up the whole make 100; a wrong one among them is told by itself."""
    text, figures = matter(grid, context)
    groups: dict[tuple[int, Address], list[Said]] = {}
    for said, claim in text.claims(Share):
        if said.number:
            groups.setdefault((said.spot.number, claim.whole), []).append(said)
    for (_, whole), found in groups.items():
        if len(found) > 1 and _make_up(whole, found, figures):
            yield _hundred(rule, found, figures)


def _make_up(whole: Address, found: list[Said], figures: Figures) -> bool:
    """Whether the parts are all there are: they add up to the whole but for rounding."""
    target = figures.cells(whole)[:1]
    parts = [figures.cells(said.claim.part)[:1] for said in found if isinstance(said.claim, Share)]
    if not target or not all(parts) or len({said.claim for said in found}) != len(found):
        return False
    cells = [cell for part in parts for cell in part]
    slack = sum(cell.spread for cell in (*cells, *target))
    return target[0].value != 0 and abs(sum(cell.value for cell in cells) - target[0].value) <= slack


def _hundred(rule: Rule, found: list[Said], figures: Figures) -> Result:
    numbers = [said.number for said in found if said.number]
    places = min(number.places for number in numbers)
    fit = fit_hundred([number.value for number in numbers], places)
    total = in_percent(sum((number.value for number in numbers), Fraction(0)), places)
    note = f"{found[0].spot.where}各项占比之和为{total}"
    if fit is Fit.EXACT:
        return passed(rule)
    wrong = next((said for said in found if quotient_fit(said, figures) is Fit.WRONG), None)
    if fit is Fit.WRONG and wrong:
        return broken(rule, wrong, note, "", "", percent_root(wrong), follows=True)
    return nearly(rule, found[0], note)
