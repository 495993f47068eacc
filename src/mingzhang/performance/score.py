"""Scoring 评分 by the official method (财预〔2020〕10号): what became of a target, and the points that earns."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from mingzhang.books.plan import Indicator, Judged
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.appraisal import State
from mingzhang.disclosure.fact import Facts
from mingzhang.performance.exact import exact
from mingzhang.performance.named import TARGET, figure
from mingzhang.terms.rounding import to_cents
from mingzhang.terms.target import Aim, Attainment, Operator, Target

_CENT: Final = Fraction(1, 100)
_UPWARD: Final = frozenset((Operator.MORE, Operator.AT_LEAST))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a target: the value in words, the share of the points earned, by which method, and from which
    figures. `value` is exact and unrounded, None where there is no number.
    """

    state: State
    share: Fraction
    actual: str
    method: str
    value: Fraction | None = None
    ratio: Fraction | None = None
    fact: Address | None = None
    basis: tuple[Address, ...] = ()


_NOTHING: Final = Outcome(State.UNMEASURED, Fraction(0), "", "没有完成值，不得分")


def outcome(indicator: Indicator, facts: Facts, overshoot: Fraction) -> Outcome:
    """What became of an indicator's target; beyond `overshoot` times the target is 超额完成."""
    match indicator.target:
        case Aim():
            return _judged(indicator.judged) if indicator.judged else _NOTHING
        case Target() as target:
            return _measured(indicator, target, facts, overshoot)


def score(weight: Fraction, found: Outcome) -> Fraction:
    """The points, to cents, half up; a target that was missed never earns them all."""
    points = to_cents(weight * found.share)
    if found.state is State.MISSED and points == weight:
        return max(weight - _CENT, Fraction(0))
    return points


def is_surpassed(target: Target, actual: Fraction, overshoot: Fraction) -> bool:
    """Whether so much more was done than asked for that it has to be explained; less of a bad thing needs no excuse."""
    ratio = target.ratio(actual)
    return target.operator in _UPWARD and ratio is not None and ratio > overshoot


def _measured(indicator: Indicator, target: Target, facts: Facts, overshoot: Fraction) -> Outcome:
    address = figure(indicator.measure or "")
    fact = facts.get(address)
    if fact is None:
        return _NOTHING
    value = exact(fact, facts)
    return Outcome(
        state=_state(target, value, overshoot),
        share=target.reached(value),
        actual=fact.unit.state(fact.value),
        method=_method(target, value),
        value=value,
        ratio=target.ratio(value),
        fact=address,
        basis=(address, figure(indicator.id, TARGET)),
    )


def _state(target: Target, value: Fraction, overshoot: Fraction) -> State:
    if not target.is_met(value):
        return State.MISSED
    return State.SURPASSED if is_surpassed(target, value, overshoot) else State.MET


def _method(target: Target, value: Fraction) -> str:
    if target.is_met(value):
        return "达到目标值，得满分"
    if target.operator.is_reverse:
        return "未达到目标值，按目标值与完成值之比得分"
    return "未达到目标值，按完成比例得分"


def _judged(judged: Judged) -> Outcome:
    state = State.MET if judged.attainment is Attainment.REACHED else State.MISSED
    return Outcome(state, judged.share, judged.text, f"定性指标，{judged.attainment.value}")
