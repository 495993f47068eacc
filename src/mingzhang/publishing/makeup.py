"""Makeup 组成: which figures a figure is the sum of, checked, which it goes into, and where the same one stands."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Facts, value_of
from mingzhang.disclosure.statement import Composition
from mingzhang.disclosure.trace import Computed, Selected, Term
from mingzhang.terms.selection import Selection

Question = tuple[tuple[Selection, ...], int]
"""What the books were asked, and what they answered."""


@dataclass(frozen=True, slots=True)
class Sum:
    """One way to add a figure up: `came_to` is what the terms give, `spread` how far that may rightly lie off."""

    terms: tuple[Term, ...]
    value: int
    came_to: int
    spread: int

    @property
    def difference(self) -> int:
        """What is left over; anything beyond the spread is an error."""
        return self.came_to - self.value

    @property
    def agrees(self) -> bool:
        """Whether the sum is the figure."""
        return abs(self.difference) <= self.spread


@dataclass(frozen=True)
class Makeup:
    """What a document's figures are made of and go into."""

    facts: Facts
    parts: dict[Address, list[tuple[Term, ...]]]
    wholes: dict[Address, list[Address]]
    questions: dict[Question, list[Address]]

    def sums(self, address: Address) -> tuple[Sum, ...]:
        """Every way the document itself adds the figure up."""
        return tuple(self._sum(address, terms) for terms in self.parts.get(address, ()))

    def _sum(self, address: Address, terms: tuple[Term, ...]) -> Sum:
        came_to = sum(term.sign * value_of(self.facts, term.address) for term in terms)
        involved = (address, *(term.address for term in terms))
        spread = sum(self.facts[a].spread for a in involved if a in self.facts)
        return Sum(terms, value_of(self.facts, address), came_to, spread)

    def same(self, address: Address) -> tuple[Address, ...]:
        """Other figures that are by definition the same: one question to the books, or a sum of one term."""
        fact = self.facts.get(address)
        found = [terms[0].address for terms in self.parts.get(address, ()) if _is_one(terms)]
        found += [w for w in self.wholes.get(address, ()) if any(_is_one(t) for t in self.parts[w])]
        if fact and isinstance(fact.trace, Selected):
            found += self.questions.get((fact.trace.selections, fact.value), ())
        return tuple(a for a in dict.fromkeys(found) if a != address)


def makeup(disclosure: Disclosure) -> Makeup:
    """What the compositions of the statements and the traces of the figures say."""
    parts: dict[Address, list[tuple[Term, ...]]] = defaultdict(list)
    wholes: dict[Address, list[Address]] = defaultdict(list)
    questions: dict[Question, list[Address]] = defaultdict(list)
    for composition in _compositions(disclosure):
        if composition.terms not in parts[composition.total]:
            parts[composition.total].append(composition.terms)
            for term in composition.terms:
                wholes[term.address].append(composition.total)
    for address, fact in disclosure.facts.items():
        if isinstance(fact.trace, Selected) and fact.value:
            questions[fact.trace.selections, fact.value].append(address)
    return Makeup(disclosure.facts, dict(parts), dict(wholes), dict(questions))


def _compositions(disclosure: Disclosure) -> Iterator[Composition]:
    for statement in disclosure.statements:
        yield from statement.compositions
    for address, fact in disclosure.facts.items():
        if isinstance(fact.trace, Computed):
            yield Composition(address, fact.trace.terms)


def _is_one(terms: tuple[Term, ...]) -> bool:
    return len(terms) == 1 and terms[0].sign == 1
