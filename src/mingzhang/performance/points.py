"""Points 分值和得分 as facts: each weight with who gave it, each score with its method, each sum with its parts."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from mingzhang.books.plan import Undertaking
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.appraisal import Appraisal
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.trace import Computed, Entered, Scored, plus
from mingzhang.performance.framework import Execution, Framework
from mingzhang.performance.funding import RATE
from mingzhang.performance.named import SCORE, TOTAL, WEIGHT, of_evaluation
from mingzhang.performance.placed import Placed
from mingzhang.performance.plan_fault import PLAN_FILE
from mingzhang.terms.rounding import to_cents
from mingzhang.terms.unit import POINTS


def execution_score(execution: Execution, rate: Fraction | None) -> Fraction:
    """Weight × min(B/A, 1) unless the framework has other limits; nothing where nothing was planned."""
    return to_cents(execution.weight * _share(execution, rate))


def execution_facts(evaluation: str, label: str, framework: Framework, rate: Fraction | None) -> tuple[Fact, ...]:
    """分值 and 得分 of the execution, on its line of money."""
    execution = framework.execution
    if execution is None:
        return ()
    weight, points, basis = (of_evaluation(evaluation, label, column) for column in (WEIGHT, SCORE, RATE))
    trace = Scored(weight, _share(execution, rate), "按预算执行率得分", () if rate is None else (basis,))
    score = execution_score(execution, rate)
    return (_points(weight, execution.weight, _by(framework)), _points(points, score, trace))


def indicator_facts(undertaking: Undertaking, framework: Framework, one: Placed) -> tuple[Fact, ...]:
    """分值 and 得分 of an indicator; nothing where it has no weight."""
    if one.weight is None or one.score is None:
        return ()
    weight, points = (of_evaluation(undertaking.id, one.indicator.id, column) for column in (WEIGHT, SCORE))
    given = Entered(PLAN_FILE, Position(PLAN_FILE, cell=f"“{undertaking.name}”的指标“{one.indicator.id}”"))
    trace = Scored(weight, one.found.share, one.found.method, one.found.basis)
    by = given if one.is_given else _by(framework)
    return (_points(weight, one.weight, by), _points(points, one.score, trace))


def sum_facts(appraisal: Appraisal, placed: Sequence[Placed], facts: Mapping[Address, Fact]) -> tuple[Fact, ...]:
    """分值 and 得分 of each first level, then 总分 and 分值 of everything; nothing where nothing is scored."""
    scored = [one for one in placed if one.weight is not None]
    if not scored:
        return ()
    levels = {name: [one.indicator.id for one in scored if one.level.name == name] for name in appraisal.levels}
    parts = [*(m.label for m in appraisal.monies if m.score is not None), *(one.indicator.id for one in scored)]
    return (
        *(_sum(appraisal.id, name, c, ids, c, facts) for name, ids in levels.items() for c in (WEIGHT, SCORE)),
        _sum(appraisal.id, "", TOTAL, parts, SCORE, facts),
        _sum(appraisal.id, "", WEIGHT, parts, WEIGHT, facts),
    )


def _share(execution: Execution, rate: Fraction | None) -> Fraction:
    return Fraction(0) if rate is None else execution.share(rate)


def _by(framework: Framework) -> Entered:
    return Entered(framework.label, Position("指标体系"))


def _sum(
    evaluation: str, part: str, name: str, parts: Iterable[str], column: str, facts: Mapping[Address, Fact]
) -> Fact:
    addresses = [of_evaluation(evaluation, one, column) for one in parts]
    value = sum(facts[address].value for address in addresses)
    return Fact(of_evaluation(evaluation, part, name), value, POINTS, Computed(plus(addresses)))


def _points(address: Address, points: Fraction, trace: Entered | Scored) -> Fact:
    return Fact(address, int(points * POINTS.scale), POINTS, trace)
