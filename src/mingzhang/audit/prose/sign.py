"""Sign 百分号: a rate without its sign; only where the number fits as a rate."""

from collections.abc import Iterator

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.interval import Fit
from mingzhang.audit.prose.figures import Figures
from mingzhang.audit.prose.matter import matter
from mingzhang.audit.prose.move import rate_fit
from mingzhang.audit.prose.outcome import broken, passed
from mingzhang.audit.prose.said import Said, Text
from mingzhang.audit.prose.shares import quotient_fit
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.claim import Change, Completion, Share


def percent_signs(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Each rate ends in %."""
    text, figures = matter(grid, context)
    for said in text.all:
        if not said.number or not _is_rate(said):
            continue
        if said.is_percent:
            yield passed(rule)
        elif not said.number.unit and _fits(said, figures, text):
            note = f"{said.spot.where}写{said.digits}，按前后数字应是百分数，漏写%"
            yield broken(rule, said, note, "", f"{said.digits}%")


def _is_rate(said: Said) -> bool:
    match said.claim:
        case Change(_, _, delta, rate):
            return delta is None and rate is not None
        case Share() | Completion():
            return True
        case _:
            return False


def _fits(said: Said, figures: Figures, text: Text) -> bool:
    fit = rate_fit(said, figures, text) if isinstance(said.claim, Change) else quotient_fit(said, figures)
    return fit is not None and fit is not Fit.WRONG
