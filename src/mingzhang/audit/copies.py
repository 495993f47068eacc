"""Copies 同源文件: the same accounts in two files, statements workbook and PDF, print the same figures."""

from collections.abc import Iterator
from itertools import groupby

from mingzhang.audit.context import Context
from mingzhang.audit.finding import Outcome
from mingzhang.audit.grid import Grid
from mingzhang.audit.interval import size
from mingzhang.audit.result import Result, plain
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.address import ACTUAL
from mingzhang.disclosure.fact import Fact

_SHOWN = 5


def same_figures(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Every figure of a statement stands in the other file with the same value, within what both print."""
    if not context.copies:
        yield plain(rule, Outcome.NOT_APPLICABLE, "没有同一单位同一年度的另一份文件")
        return
    mine = sorted((f for f in grid.facts() if _is_compared(f, context)), key=lambda fact: fact.address.statement)
    for name, theirs in context.copies.items():
        pairs = [(fact, theirs[fact.address]) for fact in mine if fact.address in theirs]
        if not pairs:
            yield plain(rule, Outcome.UNDETERMINED, f"与{name}没有可以对照的数")
        for _, group in groupby(pairs, key=lambda pair: pair[0].address.statement):
            yield from _compared(rule, list(group), name, context)


def _is_compared(fact: Fact, context: Context) -> bool:
    """Whether a figure speaks for this file; one that its own relations doubt is told of by those."""
    at = fact.address
    return at.statement.startswith("T") and at.phase == ACTUAL and fact.is_readable and at not in context.trust.doubts


def _compared(rule: Rule, pairs: list[tuple[Fact, Fact]], name: str, context: Context) -> Iterator[Result]:
    """The figures of one statement: one result for each that agrees, one for all that do not."""
    other = [(one, two) for one, two in pairs if size(one.value - two.value) > one.spread + two.spread]
    yield from (plain(rule, Outcome.PASSED) for _ in range(len(pairs) - len(other)))
    if other:
        first = other[0][0]
        parts = [f"“{context.place(a.address)}”本文件为{_said(a)}，“{name}”为{_said(b)}" for a, b in other[:_SHOWN]]
        more = f"；另有{len(other) - _SHOWN}处" if len(other) > _SHOWN else ""
        yield Result(
            rule, Outcome.VIOLATED, rule.severity, "；".join(parts) + more, first.address, printed=first.shown,
            position=first.position, root=f"{rule.id}:{first.address.statement}",
        )  # fmt: skip


def _said(fact: Fact) -> str:
    return fact.unit.state(fact.value)
