"""Linear: a relation come down to the figures of one document, and how far they are from satisfying it."""

from collections.abc import Mapping
from dataclasses import dataclass

from mingzhang.audit.interval import Exact, half_up, size
from mingzhang.audit.relation import Comparison
from mingzhang.audit.rule import Rule, Tolerance
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact


@dataclass(frozen=True, slots=True)
class Term:
    """A figure with its coefficient."""

    coefficient: Exact
    fact: Fact


@dataclass(frozen=True, slots=True)
class Linear:
    """Σ left compared with Σ right: one constraint over the figures of a document."""

    rule: Rule
    left: tuple[Term, ...]
    comparison: Comparison
    right: tuple[Term, ...]
    nothing: tuple[Address, ...] = ()
    """Figures it asks for whose row the statement does not print: they count as zero."""

    @property
    def terms(self) -> tuple[Term, ...]:
        """All figures it speaks of, the left ones first."""
        return self.left + self.right

    @property
    def gap(self) -> Exact:
        """Left less right by the values themselves."""
        return _sum(self.left) - _sum(self.right)

    @property
    def printed_gap(self) -> Exact:
        """Left less right by the digits as printed; what a reader with a pocket calculator finds."""
        return _printed(self.left) - _printed(self.right)

    @property
    def slack(self) -> Exact:
        """How large a gap the rounding of the figures can explain: half a step each, TOL-SUM's (n+1)·½."""
        if self.is_repeat and self.one_unit:
            step = max(t.fact.unit.last_place for t in self.terms) if self.is_rounded else 0
            return step if self.rule.tolerance is Tolerance.SAME else 0
        return sum([size(t.coefficient) * t.fact.spread for t in self.terms])

    @property
    def is_repeat(self) -> bool:
        """Whether it says that one figure is printed twice."""
        two = len(self.left) == len(self.right) == 1 and self.comparison is Comparison.EQUAL
        return two and self.rule.tolerance is not Tolerance.ROUNDING

    @property
    def is_rounded(self) -> bool:
        """Whether any of its figures is known only as printed."""
        return any(t.fact.spread for t in self.terms)

    @property
    def one_unit(self) -> bool:
        """Whether all figures are printed in the same unit, so that digits may be compared."""
        units = [t.fact.unit for t in self.terms]
        return all(unit is units[0] or unit == units[0] for unit in units)

    def excess(self, gap: Exact) -> Exact:
        """How much of a gap breaks the comparison: nothing of a surplus under ≤."""
        if self.comparison is Comparison.AT_MOST:
            return max(gap, 0)
        if self.comparison is Comparison.AT_LEAST:
            return max(-gap, 0)
        return size(gap)


def mended(constraint: Linear, values: Mapping[Address, Exact]) -> bool:
    """Whether it holds once some figures are put right."""
    gap: Exact = constraint.gap
    for sign, terms in ((1, constraint.left), (-1, constraint.right)):
        for term in terms:
            right = values.get(term.fact.address, term.fact.value)
            gap += sign * term.coefficient * (right - term.fact.value)
    return constraint.excess(gap) <= constraint.slack


def printed_value(fact: Fact) -> int:
    """What the printed digits are worth."""
    step = fact.unit.last_place
    return fact.value if fact.value % step == 0 else int(half_up(fact.value, step))


def _sum(terms: tuple[Term, ...]) -> Exact:
    return sum([t.coefficient * t.fact.value for t in terms])


def _printed(terms: tuple[Term, ...]) -> Exact:
    return sum([t.coefficient * printed_value(t.fact) for t in terms])
