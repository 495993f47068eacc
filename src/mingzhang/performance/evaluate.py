"""Evaluating 评价: a plan and the figures of its year to the appraisal that all tables and texts tell, with facts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from mingzhang.books.fault import Fault
from mingzhang.books.plan import Indicator, KeyWork, Plan
from mingzhang.books.prior_evaluation import PriorLine
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.appraisal import Achievement, Performance, Work
from mingzhang.disclosure.evaluation import Scope
from mingzhang.disclosure.fact import Fact, Facts
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.trace import Entered
from mingzhang.performance.appraise import Evidence, appraise, told
from mingzhang.performance.check import indicator_faults, name_faults, owed_faults, work_faults
from mingzhang.performance.framework import OVERSHOOT, Frameworks
from mingzhang.performance.funding import Treasury
from mingzhang.performance.named import TARGET, figure
from mingzhang.performance.plan_fault import PLAN_FILE
from mingzhang.performance.score import outcome
from mingzhang.terms.rounding import half_up
from mingzhang.terms.target import Target
from mingzhang.terms.unit import WAN, Unit


@dataclass(frozen=True, slots=True)
class Evaluated:
    """The appraisal of a year, the facts it made (P[…].目标值, last year's values, E[…]), and what is wrong or owed.

    An evaluation with errors is left out of `performance`.
    """

    performance: Performance
    facts: Mapping[Address, Fact]
    faults: tuple[Fault, ...] = ()


def evaluate(
    plan: Plan,
    frameworks: Frameworks,
    facts: Facts,
    prior: Sequence[PriorLine] = (),
    spending: Mapping[str, Fact] | None = None,
    money: Unit = WAN,
) -> Evaluated:
    """Score and grade a plan. `facts` hold the statements' and those of `measure`; `money` prints amounts handed in."""
    evidence = Evidence(plan, facts, tuple(prior), Treasury(facts, spending or {}, money))
    faults = [*name_faults(plan), *indicator_faults(plan), *work_faults(plan)]
    made = {fact.address: fact for fact in _targets(plan)}
    appraisals = []
    for undertaking in (*((plan.whole,) if plan.whole else ()), *plan.projects):
        scope = Scope.WHOLE if undertaking is plan.whole else Scope.PROJECT
        appraisal, new, wrong = appraise(undertaking, scope, frameworks, evidence)
        appraisals += [appraisal] if appraisal else []
        made |= new
        faults += wrong
    whole = next((one for one in appraisals if one.scope is Scope.WHOLE), None)
    projects = tuple(one for one in appraisals if one.scope is Scope.PROJECT)
    performance = Performance(whole, projects, _works(plan, frameworks, evidence, made), plan.texts)
    return Evaluated(performance, made, (*faults, *owed_faults(performance)))


def _targets(plan: Plan) -> list[Fact]:
    return [_target(one, one.target) for one in plan.indicators if isinstance(one.target, Target)]


def _target(indicator: Indicator, target: Target) -> Fact:
    position = Position(PLAN_FILE, cell=f"指标“{indicator.id}”的目标值")
    value = half_up(target.value * target.unit.scale)
    return Fact(figure(indicator.id, TARGET), value, target.unit, Entered(PLAN_FILE, position))


def _works(plan: Plan, frameworks: Frameworks, evidence: Evidence, made: dict[Address, Fact]) -> tuple[Work, ...]:
    first = plan.whole or next(iter(plan.projects), None)
    framework = frameworks.get(first.framework) if first else None
    overshoot = framework.overshoot if framework else OVERSHOOT
    known = {one.id: one for one in plan.indicators}
    works = []
    for work in plan.works:
        listed = [known[id] for id in work.indicators if id in known]
        works.append(_work(work, [_achieved(one, evidence, overshoot, made) for one in listed]))
    return tuple(works)


def _achieved(one: Indicator, evidence: Evidence, overshoot: Fraction, made: dict[Address, Fact]) -> Achievement:
    achievement, new = told(one, outcome(one, evidence.facts, overshoot), "", evidence, overshoot)
    made |= {fact.address: fact for fact in new if fact.address not in made}
    return achievement


def _work(work: KeyWork, achievements: list[Achievement]) -> Work:
    return Work(work.title, work.goal, work.done, work.story, tuple(achievements))
