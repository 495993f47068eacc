"""Appraising 单项评价: one undertaking, the whole unit or a project, to its appraisal and the facts of its table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from mingzhang.books.fault import Fault, Gravity
from mingzhang.books.plan import Indicator, Plan, Undertaking, Weighted
from mingzhang.books.prior_evaluation import PriorLine
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.appraisal import Achievement, Appraisal, Money
from mingzhang.disclosure.evaluation import Scope
from mingzhang.disclosure.fact import Fact, Facts
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.trace import Computed, Entered, Scored, plus
from mingzhang.performance.check import undertaking_faults
from mingzhang.performance.framework import Framework, Frameworks, Level
from mingzhang.performance.funding import Treasury, execution_facts, execution_score, money
from mingzhang.performance.grade import grade
from mingzhang.performance.named import SCORE, TOTAL, WEIGHT, of_evaluation
from mingzhang.performance.plan_fault import PLAN_FILE
from mingzhang.performance.score import Outcome, outcome, score
from mingzhang.performance.trend import line_of, prior_total, trend
from mingzhang.performance.weights import Share, weights
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


@dataclass(frozen=True, slots=True)
class _Placed:
    """An indicator under its first level, with its weight and what became of its target."""

    indicator: Indicator
    level: Level
    second: str
    weight: Fraction | None
    is_given: bool
    found: Outcome

    @property
    def score(self) -> Fraction | None:
        return None if self.weight is None else score(self.weight, self.found)


def appraise(
    undertaking: Undertaking, scope: Scope, frameworks: Frameworks, evidence: Evidence
) -> tuple[Appraisal | None, Made, tuple[Fault, ...]]:
    """The appraisal with its facts; none when something is wrong with the undertaking."""
    wrong = tuple(undertaking_faults(undertaking, scope, frameworks, evidence.plan, evidence.treasury))
    if any(fault.gravity is Gravity.ERROR for fault in wrong):
        return None, {}, wrong
    framework = frameworks[undertaking.framework]
    placed = _placed(undertaking, framework, evidence)
    made: Made = {}
    monies = _monies(undertaking, framework, placed, evidence.treasury, made)
    achievements = _achievements(undertaking, framework, placed, evidence, made)
    appraisal = Appraisal(
        id=undertaking.id,
        scope=scope,
        name=undertaking.name,
        framework=framework.label,
        reference=framework.reference,
        levels=tuple(dict.fromkeys(one.level.name for one in placed)),
        monies=monies,
        achievements=achievements,
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


def _placed(undertaking: Undertaking, framework: Framework, evidence: Evidence) -> list[_Placed]:
    """Under the first levels in the framework's order, within one as the plan lists them."""
    listed = [(evidence.indicator(item.indicator), item) for item in undertaking.indicators]
    shares = [Share(_level(framework, one, item), item.weight) for one, item in listed]
    placed = [
        _Placed(
            one,
            share.level,
            item.second or one.second,
            weight,
            share.given is not None,
            outcome(one, evidence.facts, framework.overshoot),
        )
        for (one, item), share, weight in zip(listed, shares, weights(shares, framework), strict=True)
    ]
    return sorted(placed, key=lambda one: framework.levels.index(one.level))


def _level(framework: Framework, indicator: Indicator, item: Weighted) -> Level:
    found = framework.level(item.first or indicator.first)
    assert found is not None, "checked by undertaking_faults"
    return found


def _monies(
    undertaking: Undertaking, framework: Framework, placed: Sequence[_Placed], treasury: Treasury, made: Made
) -> tuple[Money, ...]:
    for line in undertaking.lines:
        made |= _by_address(treasury.facts_of(undertaking.id, line))
    monies = [money(undertaking.id, line, made) for line in undertaking.lines]
    is_scored = any(one.weight is not None for one in placed)
    if monies and framework.execution and is_scored:
        first, execution = monies[0], framework.execution
        made |= _by_address(execution_facts(undertaking.id, first.label, execution, first.rate, _by(framework)))
        monies[0] = replace(first, weight=execution.weight, score=execution_score(execution, first.rate))
    return tuple(monies)


def _achievements(
    undertaking: Undertaking, framework: Framework, placed: Iterable[_Placed], evidence: Evidence, made: Made
) -> tuple[Achievement, ...]:
    result = []
    for one in placed:
        achievement, past = told(one.indicator, one.found, undertaking.id, evidence, framework.overshoot)
        made |= _by_address(past)
        made |= _by_address(_point_facts(undertaking, framework, one))
        result.append(replace(achievement, first=one.level.name, second=one.second, weight=one.weight, score=one.score))
    return tuple(result)


def _point_facts(undertaking: Undertaking, framework: Framework, one: _Placed) -> tuple[Fact, ...]:
    """分值 and 得分 of an indicator."""
    if one.weight is None or one.score is None:
        return ()
    weight, points = (of_evaluation(undertaking.id, one.indicator.id, column) for column in (WEIGHT, SCORE))
    given = Entered(PLAN_FILE, Position(PLAN_FILE, cell=f"“{undertaking.name}”的指标“{one.indicator.id}”"))
    by = given if one.is_given else _by(framework)
    trace = Scored(weight, one.found.share, one.found.method, one.found.basis)
    return (_points(weight, one.weight, by), _points(points, one.score, trace))


def _totalled(
    appraisal: Appraisal, framework: Framework, placed: Sequence[_Placed], evidence: Evidence, made: Made
) -> Appraisal:
    """With the sums of each first level and of everything, and the grade; as it is where nothing is scored."""
    last = prior_total(evidence.prior, appraisal.id)
    made |= _by_address((last,) if last else ())
    before = Fraction(last.value, POINTS.scale) if last else None
    scored = [one.indicator.id for one in placed if one.weight is not None]
    if not scored:
        return replace(appraisal, prior_total=before)
    for level in appraisal.levels:
        ids = [one.indicator.id for one in placed if one.level.name == level]
        for column in (WEIGHT, SCORE):
            made |= _by_address((_sum(appraisal.id, level, column, ids, column, made),))
    parts = [*(m.label for m in appraisal.monies if m.score is not None), *scored]
    total = _sum(appraisal.id, "", TOTAL, parts, SCORE, made)
    full = _sum(appraisal.id, "", WEIGHT, parts, WEIGHT, made)
    made |= _by_address((total, full))
    points, mark = Fraction(total.value, POINTS.scale), Fraction(full.value, POINTS.scale)
    word = grade(points, mark, framework.grades)
    return replace(appraisal, total=points, full=mark, grade=word, prior_total=before)


def _sum(evaluation: str, part: str, name: str, parts: Iterable[str], column: str, made: Made) -> Fact:
    addresses = [of_evaluation(evaluation, one, column) for one in parts]
    value = sum(made[address].value for address in addresses)
    return Fact(of_evaluation(evaluation, part, name), value, POINTS, Computed(plus(addresses)))


def _points(address: Address, points: Fraction, trace: Entered | Scored) -> Fact:
    return Fact(address, int(points * POINTS.scale), POINTS, trace)


def _by(framework: Framework) -> Entered:
    return Entered(framework.label, Position("指标体系"))


def _by_address(facts: Iterable[Fact]) -> Made:
    return {fact.address: fact for fact in facts}
