"""Trend 趋势: this year's target and value against last year's, and what that says of how the target was set."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from mingzhang.books.plan import Indicator
from mingzhang.books.prior_evaluation import PriorLine
from mingzhang.disclosure.address import PRIOR, Address
from mingzhang.disclosure.appraisal import State
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.trace import Entered
from mingzhang.performance.named import TARGET, TOTAL, VALUE, figure, of_evaluation
from mingzhang.performance.score import Outcome, is_surpassed
from mingzhang.terms.rounding import half_up
from mingzhang.terms.target import Operator, Target
from mingzhang.terms.target_text import NotATarget, parse
from mingzhang.terms.unit import PERCENT, POINTS, Unit

LOWERED: Final = "目标值低于上年完成值"
LOOSENED: Final = "目标值松于上年完成值"
UNCHANGED: Final = "目标值与上年相同而上年已超额完成"
SURPASSED_AGAIN: Final = "连续两年大幅超额完成"
MISSED_AGAIN: Final = "连续两年未完成"


@dataclass(frozen=True, slots=True)
class Trend:
    """Last year's value in words, the change from it, and the flags; nothing where last year is not known."""

    prior: str = ""
    change: Fraction | None = None
    flags: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class _Past:
    """Last year's target and value as numbers in this year's unit, as far as they are."""

    target: Target | None
    value: Fraction | None

    def went_beyond(self, overshoot: Fraction) -> bool:
        """Whether last year's target was far surpassed."""
        return self.target is not None and self.value is not None and is_surpassed(self.target, self.value, overshoot)

    @property
    def was_missed(self) -> bool:
        """Whether last year's target was missed."""
        return self.target is not None and self.value is not None and not self.target.is_met(self.value)


def trend(indicator: Indicator, found: Outcome, line: PriorLine | None, overshoot: Fraction) -> Trend:
    """What last year's line says about this year's indicator."""
    if line is None:
        return Trend()
    if not isinstance(indicator.target, Target):
        return Trend(_told(line.actual, line.unit))
    past = _past(line, indicator.target)
    flags = tuple(_flags(indicator.target, found, past, overshoot))
    change = _change(found.value, past.value, indicator.target.unit)
    return Trend(_told(line.actual, line.unit), change, flags, tuple(_facts(indicator, indicator.target, line, past)))


def prior_facts(indicators: Iterable[Indicator], lines: Sequence[PriorLine]) -> dict[Address, Fact]:
    """Last year's values and targets, P[…].完成值@上年 and P[…].目标值@上年, for measures that name them."""
    found: dict[Address, Fact] = {}
    for one in indicators:
        line = line_of(lines, "", one)
        if line and isinstance(one.target, Target):
            found |= {fact.address: fact for fact in _facts(one, one.target, line, _past(line, one.target))}
    return found


def line_of(lines: Iterable[PriorLine], evaluation: str, indicator: Indicator) -> PriorLine | None:
    """Last year's line of an indicator: by its id, else by its name; of the same evaluation before any other."""
    named = [line for line in lines if not line.is_total and _is_of(line, indicator)]
    ranked = sorted(named, key=lambda line: (line.evaluation != evaluation, line.indicator != indicator.id))
    return ranked[0] if ranked else None


def prior_total(lines: Iterable[PriorLine], evaluation: str) -> Fact | None:
    """Last year's total score of an evaluation: as told, else the sum of its scores."""
    mine = [line for line in lines if line.evaluation == evaluation and line.score is not None]
    told = [line for line in mine if line.is_total] or mine
    if not told:
        return None
    points = half_up(sum((line.score or Fraction(0) for line in told), Fraction(0)) * POINTS.scale)
    address = of_evaluation(evaluation, "", TOTAL).at(PRIOR)
    return Fact(address, points, POINTS, _entered(told[0]))


def _is_of(line: PriorLine, indicator: Indicator) -> bool:
    if line.indicator:
        return line.indicator == indicator.id
    return "".join(line.name.split()) == "".join(indicator.name.split())


def _past(line: PriorLine, target: Target) -> _Past:
    """Texts that state no number in this year's unit leave it open; 95%以上 is no exact value."""
    then = _number(line.target, line.unit, target.unit, target.operator)
    value = _number(line.actual, line.unit, target.unit, Operator.EQUAL)
    return _Past(then, value.value if value and value.operator is Operator.EQUAL else None)


def _number(text: str, unit: str, wanted: Unit, bare: Operator) -> Target | None:
    told = _told(text, unit)
    try:
        return parse(told, wanted, bare)
    except NotATarget:
        return None


def _told(text: str, unit: str) -> str:
    """The text with its unit, where a column of its own gives that."""
    flat = text.strip()
    return f"{flat}{unit}" if unit and flat[-1:].isdigit() else flat


def _flags(target: Target, found: Outcome, past: _Past, overshoot: Fraction) -> Iterator[str]:
    surpassed = past.went_beyond(overshoot)
    if target == past.target and surpassed:
        yield UNCHANGED
    elif past.value is not None and target.operator is not Operator.BETWEEN:
        if target.operator.is_reverse and target.value > past.value:
            yield LOOSENED
        if not target.operator.is_reverse and target.value < past.value:
            yield LOWERED
    if surpassed and found.state is State.SURPASSED:
        yield SURPASSED_AGAIN
    if past.was_missed and found.state is State.MISSED:
        yield MISSED_AGAIN


def _change(now: Fraction | None, before: Fraction | None, unit: Unit) -> Fraction | None:
    """As a share of last year's; for a rate the difference, in percentage points."""
    if now is None or before is None:
        return None
    if unit.name == PERCENT.name:
        return now - before
    return (now - before) / before if before else None


def _facts(indicator: Indicator, target: Target, line: PriorLine, past: _Past) -> Iterator[Fact]:
    unit = target.unit
    if past.value is not None:
        address = figure(indicator.measure or indicator.id, VALUE, PRIOR)
        yield Fact(address, half_up(past.value * unit.scale), unit, _entered(line))
    if past.target is not None:
        address = figure(indicator.id, TARGET, PRIOR)
        yield Fact(address, half_up(past.target.value * unit.scale), unit, _entered(line))


def _entered(line: PriorLine) -> Entered:
    return Entered(line.file, Position(line.file, line=line.line or None))
