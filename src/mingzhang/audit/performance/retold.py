"""Retold: what the prose says of a project's score and money is what its table says."""

import re
from collections.abc import Iterator
from fractions import Fraction

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.performance.gather import evaluations
from mingzhang.audit.performance.heads import squeezed
from mingzhang.audit.performance.marks import column, total, value
from mingzhang.audit.performance.money import added, whole_line
from mingzhang.audit.performance.quantity import Quantity
from mingzhang.audit.performance.summaries import Said, Summary, summaries
from mingzhang.audit.performance.verdict import broken, passed, title
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.evaluation import Evaluation, Scope


def summaries_agree(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """The summary of a project, or of the whole, against its table."""
    document = context.document
    if document is None:
        return
    tables = {squeezed(e.name).removesuffix("项目"): e for e in evaluations(document) if e.name}
    wholes = [evaluation for evaluation in evaluations(document) if evaluation.scope is Scope.WHOLE]
    whole = wholes[0] if len(wholes) == 1 else None
    for summary in summaries(document):
        table = whole if "整体" in summary.name else tables.get(squeezed(summary.name))
        if table:
            yield from _summary(rule, summary, table)


def _summary(rule: Rule, summary: Summary, table: Evaluation) -> Iterator[Result]:
    whole = whole_line(table)
    scores = column(table, "score")
    pairs = (
        ("自评得分", summary.score, value(table.total), [total(scores)] if scores else []),
        ("全年预算数", summary.budget, value(whole.budget) if whole else None, added(table, "budget")),
        ("执行数", summary.executed, value(whole.executed) if whole else None, added(table, "executed")),
    )
    for what, said, printed, summed in pairs:
        if said and printed:
            yield _said(rule, summary, table, what, (said, printed, summed))


def _said(
    rule: Rule, summary: Summary, table: Evaluation, what: str, figures: tuple[Said, Quantity, list[Fraction]]
) -> Result:
    """The same figure in prose and table, or what the table adds up to; 万元 in the prose may be 元 in the table."""
    said, printed, summed = figures
    number = re.sub(r"[^\d.]", "", said.quantity.text)
    ways = {said.quantity.value, Fraction(number)}
    slack = 0 if said.quantity.places == printed.places else said.quantity.spread + printed.spread
    if any(abs(way - other) <= slack for way in ways for other in (printed.value, *summed)):
        return passed(rule)
    passage = summary.passage
    return broken(
        rule,
        f"“{summary.name}”{what}文中为{said.quantity.text}，{title(table)}中为{printed.text}",
        quote=passage.text[max(said.start - 12, 0) : said.end],
        position=passage.position(said.start),
        where=passage.heading,
        printed=said.quantity.text,
        expected=printed.text,
    )
