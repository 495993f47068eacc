"""Emptied 漏填: a statement without a digit of which the prose tells amounts."""

from collections.abc import Iterator

from mingzhang.audit.context import Context
from mingzhang.audit.finding import Outcome
from mingzhang.audit.grid import Grid
from mingzhang.audit.prose.agree import shown
from mingzhang.audit.prose.matter import matter
from mingzhang.audit.prose.outcome import passed
from mingzhang.audit.prose.said import Said
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.claim import Amount


def emptied(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Each statement that prose states amounts of prints some figure; told once, at the statement."""
    text, figures = matter(grid, context)
    first: dict[str, Said] = {}
    for said, claim in text.claims(Amount):
        if claim.value and said.number and not figures.is_stated_only(claim.fact):
            first.setdefault(claim.fact.statement, said)
    for statement, said in first.items():
        yield _empty(rule, said, context) if statement in figures.emptied else passed(rule)


def _empty(rule: Rule, said: Said, context: Context) -> Result:
    at = said.fact
    if at is None or said.number is None or not isinstance(said.claim, Amount):
        return passed(rule)
    printed = context.document.statements if context.document else ()
    statement = next((s for s in printed if s.id == at.statement), None)
    title = (statement.caption or statement.title) if statement else context.title(at.statement)
    note = f"{context.title(at.statement)}没有填数，而{said.spot.where}写“{context.place(at)}”{said.text.strip()}"
    position = statement.position if statement else said.position
    expected = shown(said.claim.value, said.number)
    return Result(
        rule, Outcome.VIOLATED, rule.severity, note, at, None, False, "空白", expected, title, position,
        context.place(at), f"empty:{at.statement}",
    )  # fmt: skip
