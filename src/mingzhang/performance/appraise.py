"""Appraising 单项评价: one undertaking, the whole unit or a project, to its appraisal and the facts of its table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from mingzhang.books.fault import Fault, Gravity
from mingzhang.books.plan import Indicator, Plan, Undertaking
from mingzhang.books.prior_evaluation import PriorLine
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.appraisal import Achievement, Appraisal, Money
from mingzhang.disclosure.evaluation import Scope
from mingzhang.disclosure.fact import Fact, Facts
from mingzhang.performance.fitting import undertaking_faults
from mingzhang.performance.framework import Framework, Frameworks
from mingzhang.performance.funding import Treasury, money
from mingzhang.performance.grade import grade
from mingzhang.performance.placed import Placed, place
from mingzhang.performance.points import execution_facts, execution_score, indicator_facts, sum_facts
from mingzhang.performance.score import Outcome, outcome
from mingzhang.performance.trend import line_of, prior_total, trend
from mingzhang.terms.unit import POINTS

Made = dict[Address, Fact]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What appraisals are made from."""

    plan: Plan
    facts: Facts
    prior: tuple[PriorLine, ...]
    treasury: Treasury

    def indicator(self, identity: str) -> Indicator:
        """An indicator of the plan by its id."""
        return next(one for one in self.plan.indicators if one.id == identity)


def appraise(
    undertaking: Undertaking, scope: Scope, frameworks: Frameworks, evidence: Evidence
) -> tuple[Appraisal | None, Made, tuple[Fault, ...]]:
    """The appraisal with its facts; none when something is wrong with the undertaking."""
    wrong = tuple(undertaking_faults(undertaking, scope, frameworks, evidence.plan, evidence.treasury))
    if any(fault.gravity is Gravity.ERROR for fault in wrong):
        return None, {}, wrong
    framework = frameworks[undertaking.framework]
    placed = place(
        undertaking, framework, evidence.indicator, lambda one: outcome(one, evidence.facts, framework.overshoot)
    )
    made: Made = {}
    appraisal = Appraisal(
        id=undertaking.id,
        scope=scope,
        name=undertaking.name,
        framework=framework.label,
        reference=framework.reference,
        levels=tuple(dict.fromkeys(one.level.name for one in placed)),
        monies=_monies(undertaking, framework, placed, evidence.treasury, made),
        achievements=_achievements(undertaking, framework, placed, evidence, made),
        details=undertaking.details,
        expected=undertaking.expected,
        actual=undertaking.actual,
        problems=undertaking.problems,
        improvements=undertaking.improvements,
        columns=framework.columns,
    )
    return _totalled(appraisal, framework, placed, evidence, made), made, wrong


def told(
    indicator: Indicator, found: Outcome, evaluation: str, evidence: Evidence, overshoot: Fraction
) -> tuple[Achievement, tuple[Fact, ...]]:
    """The achievement without weight and score, compared with last year, and the facts of last year."""
    past = trend(indicator, found, line_of(evidence.prior, evaluation, indicator), overshoot)
    achievement = Achievement(
        indicator=indicator.id,
        first=indicator.first,
        second=indicator.second,
        name=indicator.name,
        target=indicator.target.text,
        actual=found.actual,
        state=found.state,
        fact=found.fact,
        ratio=found.ratio,
        reason=indicator.reason,
        remedy=indicator.remedy,
        evidence=indicator.evidence or (indicator.judged.evidence if indicator.judged else ""),
        prior=past.prior,
        change=past.change,
        flags=past.flags,
    )
    return achievement, past.facts


def _monies(
    undertaking: Undertaking, framework: Framework, placed: Sequence[Placed], treasury: Treasury, made: Made
) -> tuple[Money, ...]:
    """The lines of money; the first is scored where anything is."""
    for line in undertaking.lines:
        _keep(made, treasury.facts_of(undertaking.id, line))
    monies = [money(undertaking.id, line, made) for line in undertaking.lines]
    execution = framework.execution
    if monies and execution and any(one.weight is not None for one in placed):
        first = monies[0]
        _keep(made, execution_facts(undertaking.id, first.label, framework, first.rate))
        monies[0] = replace(first, weight=execution.weight, score=execution_score(execution, first.rate))
    return tuple(monies)


def _achievements(
    undertaking: Undertaking, framework: Framework, placed: Iterable[Placed], evidence: Evidence, made: Made
) -> tuple[Achievement, ...]:
    result = []
    for one in placed:
        achievement, past = told(one.indicator, one.found, undertaking.id, evidence, framework.overshoot)
        _keep(made, (*past, *indicator_facts(undertaking, framework, one)))
        result.append(replace(achievement, first=one.level.name, second=one.second, weight=one.weight, score=one.score))
    return tuple(result)


def _totalled(
    appraisal: Appraisal, framework: Framework, placed: Sequence[Placed], evidence: Evidence, made: Made
) -> Appraisal:
    """With the total, the full mark and the grade, where anything is scored, and last year's total."""
    last = prior_total(evidence.prior, appraisal.id)
    before = Fraction(last.value, POINTS.scale) if last else None
    sums = sum_facts(appraisal, placed, made)
    _keep(made, (*((last,) if last else ()), *sums))
    if not sums:
        return replace(appraisal, prior_total=before)
    total, full = (Fraction(fact.value, POINTS.scale) for fact in sums[-2:])
    return replace(appraisal, total=total, full=full, grade=grade(total, full, framework.grades), prior_total=before)


def _keep(made: Made, facts: Iterable[Fact]) -> None:
    made |= {fact.address: fact for fact in facts}
