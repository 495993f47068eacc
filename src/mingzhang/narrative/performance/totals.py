"""Totals: figures that only the text of a self-evaluation states: how many projects, their money, points taken off."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.appraisal import Appraisal, Performance
from mingzhang.disclosure.fact import Fact, Facts
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.trace import Computed, Divided, Entered, Term, plus
from mingzhang.narrative.performance import named
from mingzhang.narrative.performance.shape import DEDUCTION, SCORE, WEIGHT, deduction, shape_of
from mingzhang.terms.rounding import half_up
from mingzhang.terms.unit import POINTS, counting

PROJECTS = named.of(named.PROJECTS, "项目数")
EXECUTED = named.of(named.PROJECTS, "执行数")
AVERAGE = named.of(named.PROJECTS, "平均得分")
_LISTED = Entered(named.PLAN_FILE, Position(named.PLAN_FILE))


def indicators(evaluation: str) -> Address:
    """How many indicators an evaluation has."""
    return named.of(evaluation, "指标数")


def full(evaluation: str) -> Address:
    """满分: what the weights of an evaluation add up to."""
    return named.of(evaluation, "满分")


def added(facts: Facts, performance: Performance) -> Facts:
    """The figures that the text adds, each made of those of the evaluations."""
    found = [*_projects(facts, performance.projects)]
    for appraisal in performance.appraisals:
        found += _of(facts, appraisal)
    return {fact.address: fact for fact in found}


def _projects(facts: Facts, projects: tuple[Appraisal, ...]) -> Iterator[Fact]:
    if not projects:
        return
    yield Fact(PROJECTS, len(projects), counting("个"), _LISTED)
    yield from _sum(facts, EXECUTED, (p.monies[0].executed for p in projects if p.monies))
    totals = [facts[a] for p in projects if (a := named.of(p.id, "总分")) in facts]
    if len(totals) == len(projects):
        mean = half_up(Fraction(sum(fact.value for fact in totals), len(totals)))
        yield Fact(AVERAGE, mean, POINTS, Divided(plus([fact.address for fact in totals]), plus([PROJECTS])))


def _of(facts: Facts, appraisal: Appraisal) -> Iterator[Fact]:
    yield Fact(indicators(appraisal.id), len(appraisal.achievements), counting("项"), _LISTED)
    parts = [one.indicator for one in appraisal.achievements if one.weight is not None]
    parts += [money.label for money in appraisal.monies if money.weight is not None]
    yield from _sum(facts, full(appraisal.id), (named.of(appraisal.id, WEIGHT, part) for part in parts))
    if DEDUCTION in shape_of(appraisal).points:
        for one in appraisal.achievements:
            yield from _deduction(facts, appraisal.id, one.indicator)


def _deduction(facts: Facts, evaluation: str, indicator: str) -> Iterator[Fact]:
    weight, score = (facts.get(named.of(evaluation, column, indicator)) for column in (WEIGHT, SCORE))
    if weight and score:
        trace = Computed((Term(1, weight.address), Term(-1, score.address)))
        yield Fact(deduction(evaluation, indicator), weight.value - score.value, POINTS, trace)


def _sum(facts: Facts, address: Address, parts: Iterable[Address]) -> Iterator[Fact]:
    """The sum of figures, when all of them are known."""
    terms = tuple(dict.fromkeys(parts))
    if terms and all(part in facts for part in terms):
        unit = facts[terms[0]].unit
        yield Fact(address, sum(facts[part].value for part in terms), unit, Computed(plus(terms)))
