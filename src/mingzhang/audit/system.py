"""System: the constraints of a document as sparse rows over its figures, in exact arithmetic."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from mingzhang.audit.interval import EVERYTHING, Exact, Interval, half_up
from mingzhang.audit.linear import Linear
from mingzhang.audit.relation import Comparison
from mingzhang.audit.rule import Tolerance
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact

Values = Mapping[Address, Exact]
"""Figures put in the place of the printed ones."""


@dataclass(frozen=True)
class Bound:
    """One constraint: the weighted sum of its figures must lie inside `allowed`."""

    source: Linear
    weights: dict[Address, Exact]
    allowed: Interval

    @property
    def is_equation(self) -> bool:
        """Whether it says what a figure is, not only how large it may be."""
        return self.source.comparison is Comparison.EQUAL


@dataclass(frozen=True)
class System:
    """All constraints and which of them speak of a figure."""

    bounds: list[Bound]
    facts: dict[Address, Fact]
    of: dict[Address, list[int]] = field(default_factory=dict)

    @staticmethod
    def of_constraints(constraints: Iterable[Linear]) -> "System":
        """Collect the constraints; a figure on both sides is counted once with its net weight."""
        system = System([], {})
        for constraint in constraints:
            bound = _bound(constraint)
            for address in bound.weights:
                system.of.setdefault(address, []).append(len(system.bounds))
            system.bounds.append(bound)
            system.facts.update((term.fact.address, term.fact) for term in constraint.terms)
        return system

    def amount(self, index: int, values: Values) -> Exact:
        """The weighted sum of one constraint, with some figures replaced."""
        total: Exact = 0
        for address, weight in self.bounds[index].weights.items():
            total += weight * values.get(address, self.facts[address].value)
        return total

    def holds(self, index: int, values: Values) -> bool:
        """Whether one constraint is satisfied."""
        return self.amount(index, values) in self.bounds[index].allowed

    def broken(self) -> list[int]:
        """The constraints the printed figures do not satisfy."""
        return [index for index in range(len(self.bounds)) if not self.holds(index, {})]

    def room(self, address: Address, index: int, values: Values) -> Interval:
        """The values of a figure that satisfy one constraint when all others stay."""
        bound = self.bounds[index]
        weight = bound.weights[address]
        rest = self.amount(index, {**values, address: 0})
        ends = [
            None if end is None else Fraction(end - rest) / weight for end in (bound.allowed.low, bound.allowed.high)
        ]
        low, high = ends if weight > 0 else reversed(ends)
        return Interval(low, high)

    def rooms(self, address: Address, values: Values) -> Interval:
        """The values of a figure that satisfy every constraint on it when all others stay."""
        allowed = EVERYTHING
        for index in self.of[address]:
            allowed = allowed & self.room(address, index, values)
            if allowed.is_empty:
                break
        return allowed

    def wish(self, address: Address, index: int, values: Values) -> Exact:
        """The value of a figure that makes one equation true to the digit."""
        rest = self.amount(index, {**values, address: 0})
        return -Fraction(rest) / self.bounds[index].weights[address]

    def misfits(self, address: Address, value: Exact) -> int:
        """How many equations on a figure would not be true to the digit with this value."""
        return sum(
            self.bounds[index].is_equation and self.amount(index, {address: value}) != 0 for index in self.of[address]
        )

    def step(self, address: Address) -> int:
        """The steps in which a figure can be printed, or its fen when it is known exactly."""
        fact = self.facts[address]
        return fact.unit.last_place if fact.spread else 1

    def best(self, address: Address, indexes: Iterable[int], allowed: Interval, values: Values) -> Exact | None:
        """The printable value inside `allowed` that most equations ask for; None when none asks for one inside.

        A figure printed a second time speaks for the digits themselves, a sum only for their rounding.
        """
        votes: dict[Exact, int] = {}
        for index in indexes:
            if not self.bounds[index].is_equation:
                continue
            value = half_up(self.wish(address, index, values), self.step(address))
            if value in allowed:
                weight = 1 if self.bounds[index].source.rule.tolerance is Tolerance.ROUNDING else 2
                votes[value] = votes.get(value, 0) + weight
        return max(votes, key=lambda value: votes[value]) if votes else None


def _bound(constraint: Linear) -> Bound:
    weights: dict[Address, Exact] = {}
    for sign, terms in ((1, constraint.left), (-1, constraint.right)):
        for term in terms:
            address = term.fact.address
            weights[address] = weights.get(address, 0) + sign * term.coefficient
    slack = constraint.slack
    low = None if constraint.comparison is Comparison.AT_MOST else -slack
    high = None if constraint.comparison is Comparison.AT_LEAST else slack
    return Bound(constraint, {a: w for a, w in weights.items() if w}, Interval(low, high))
