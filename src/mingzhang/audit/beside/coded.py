"""Coded tables 分科目的表: sums in tables by functional or economic codes that are none of the nine statements."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from mingzhang.audit.beside.coded_table import Coded, coded_in
from mingzhang.audit.beside.roots import judged
from mingzhang.audit.context import Context
from mingzhang.audit.finding import Outcome
from mingzhang.audit.grid import Grid
from mingzhang.audit.linear import Linear, Term
from mingzhang.audit.locate import locate
from mingzhang.audit.relation import Comparison
from mingzhang.audit.result import Result, plain
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.position import Position

_WHOLE: Final = frozenset({"合计", "小计", "总计", "本年支出合计", "本年收入合计"})
_PARTS: Final = (
    frozenset({"基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"}),
    frozenset({"财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"}),
)
_PEOPLE: Final = frozenset({"301", "303"})


def coded_tables(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """合计 = Σ类, 类 = Σ款, 款 = Σ项, and 合计 = 基本支出 + 项目支出 in each row."""
    found = coded_in(context.document) if context.document else ()
    for table in found:
        constraints = list(_constraints(rule, table))
        if _is_whole(constraints):
            named = replace(context, names={**context.names, **table.names})
            yield from judged(rule, constraints, named, table.quote)
    if not found:
        yield plain(rule, Outcome.NOT_APPLICABLE, "没有其他分科目的表")


def wrong_places(rule: Rule, context: Context) -> frozenset[Position]:
    """Where the figures stand that such sums show to be wrong, beyond doubt or possibly."""
    tables = coded_in(context.document) if context.document else ()
    kept = (constraints for table in tables if _is_whole(constraints := list(_constraints(rule, table))))
    roots = (root for constraints in kept for root in locate(constraints))
    facts = (change.fact for root in roots for way in root.alternatives for change in way)
    return frozenset(fact.position for fact in facts if fact.position)


def _is_whole(constraints: list[Linear]) -> bool:
    """Whether most sums that are more than nothing hold: a table of some codes only has hardly any that do."""
    told = [c for c in constraints if any(term.fact.value for term in c.right)]
    broken = sum(c.excess(c.gap) > c.slack for c in told)
    return 2 * broken <= len(told)


def _constraints(rule: Rule, table: Coded) -> Iterator[Linear]:
    for column in table.columns:
        facts = {row: cells[column] for row, cells in table.rows.items() if column in cells}
        codes = [row for row in facts if row.isdigit()]
        for total, tops in _totals(facts, codes):
            yield _sum(rule, facts[total], (facts[top] for top in tops))
        for code in codes:
            below = [other for other in codes if len(other) == len(code) + 2 and other.startswith(code)]
            if below:
                yield _sum(rule, facts[code], (facts[other] for other in below))
    yield from _across(rule, table)


def _totals(facts: dict[str, Fact], codes: list[str]) -> Iterator[tuple[str, list[str]]]:
    tops = [code for code in codes if len(code) == 3]
    people, running = [c for c in tops if c in _PEOPLE], [c for c in tops if c not in _PEOPLE]
    for total, parts in (("合计", tops), ("人员经费合计", people), ("公用经费合计", running)):
        if total in facts and parts:
            yield total, parts


def _across(rule: Rule, table: Coded) -> Iterator[Linear]:
    """In each row the first column is the sum of the others, where the heads say so."""
    whole, *parts = table.columns
    if whole not in _WHOLE or len(parts) < 2 or not any(kinds >= set(parts) for kinds in _PARTS):
        return
    for cells in table.rows.values():
        if whole in cells:
            yield _sum(rule, cells[whole], (cells[part] for part in parts if part in cells))


def _sum(rule: Rule, whole: Fact, parts: Iterable[Fact]) -> Linear:
    return Linear(rule, (Term(1, whole),), Comparison.EQUAL, tuple(Term(1, part) for part in parts))
