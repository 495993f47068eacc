"""Exact values 未舍入的值: a rate is held against its target and scored before anybody rounds it."""

from fractions import Fraction
from typing import Final

from mingzhang.disclosure.fact import Fact, Facts
from mingzhang.disclosure.trace import Computed, Divided, Term
from mingzhang.performance.named import EVALUATIONS, MEASURES
from mingzhang.terms.unit import PERCENT, Unit

_OURS: Final = frozenset((MEASURES, EVALUATIONS))
_LARGE: Final = ("万", "亿")


def exact(fact: Fact, facts: Facts) -> Fraction:
    """The value as its unit prints it (95.8795 for 95.88 %), unrounded."""
    return _inner(fact, facts) / fact.unit.scale


def quotient(trace: Divided, facts: Facts, unit: Unit) -> Fraction | None:
    """The inner value, unrounded, of a quotient told in a unit; None when the denominator is nothing."""
    under = _sum(trace.denominator, facts)
    if not under:
        return None
    share = _sum(trace.numerator, facts) / under
    return (1 - share if trace.complement else share) * _factor(unit)


def _inner(fact: Fact, facts: Facts) -> Fraction:
    """Followed through our own figures only; those of the statements are exact as they are."""
    trace = fact.trace
    if fact.address.statement in _OURS and isinstance(trace, Divided):
        found = quotient(trace, facts, fact.unit)
        return Fraction(fact.value) if found is None else found
    if fact.address.statement in _OURS and isinstance(trace, Computed):
        return _sum(trace.terms, facts)
    return Fraction(fact.value)


def _sum(terms: tuple[Term, ...], facts: Facts) -> Fraction:
    return sum((term.sign * _inner(facts[term.address], facts) for term in terms), Fraction(0))


def _factor(unit: Unit) -> int:
    """What one inner whole over one inner whole is worth: 100 % of 100 parts; a fen; a thing, in its decimals."""
    if unit.name == PERCENT.name:
        return 100 * unit.scale
    has_parts = unit.scale == 10**unit.decimals and not unit.is_money and not unit.name.startswith(_LARGE)
    return unit.scale if has_parts else 1
