"""Absence 无: a sentence that says there is nothing needs a statement that prints nothing."""

from collections.abc import Iterator

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.prose.figures import Figures
from mingzhang.audit.prose.matter import matter
from mingzhang.audit.prose.outcome import broken, idle, open_, passed
from mingzhang.audit.prose.said import Said
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.claim import Absence


def absences(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Each sentence of absence of the topics in the arguments."""
    text, figures = matter(grid, context)
    for said, claim in text.claims(Absence, rule.arguments):
        yield _judge(rule, said, claim, figures)


def _judge(rule: Rule, said: Said, claim: Absence, figures: Figures) -> Result:
    printed = [a for a in claim.facts if not figures.is_stated_only(a)]
    if not printed:
        return idle(rule, "没有报表印出这些数")
    cells = [cell for a in printed for cell in figures.cells(a)[:1]]
    if not cells:
        return open_(rule, figures.lack(printed[0]))
    some = [cell for cell in cells if cell.value]
    if not some:
        return passed(rule)
    if any(figures.is_doubted(cell.address) for cell in some):
        return open_(rule, f"“{figures.name(some[0].address)}”本身有疑问，不据以判断文字")
    values = "、".join(f"{figures.name(cell.address)} {cell.shown}" for cell in some[:3])
    note = f"{said.spot.where}写“{said.text.strip()}”，而{values}"
    return broken(rule, said, note, said.text.strip(), f"{some[0].shown}{some[0].unit.name}")
