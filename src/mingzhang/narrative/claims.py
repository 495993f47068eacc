"""Claims from figures: what may be said of them, decided in exact arithmetic and without a word of text."""

from collections.abc import Iterable
from fractions import Fraction

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.claim import Absence, Amount, Change, Completion, Count, Listing, Share
from mingzhang.disclosure.fact import Facts, value_of


def amount(facts: Facts, fact: Address) -> Amount:
    """The figure stands at its value."""
    return Amount(fact, value_of(facts, fact))


def count(facts: Facts, fact: Address) -> Count:
    """So many whole things."""
    return Count(fact, value_of(facts, fact))


def share(facts: Facts, part: Address, whole: Address) -> Share:
    """The part's share of the whole; there is none of nothing."""
    return Share(part, whole, _ratio(value_of(facts, part), value_of(facts, whole)))


def change(facts: Facts, fact: Address, base: Address) -> Change:
    """The figure against its base; a base of zero, or below, has no rate that means anything."""
    start = value_of(facts, base)
    delta = value_of(facts, fact) - start
    return Change(fact, base, delta, Fraction(delta, start) if start > 0 else None)


def completion(facts: Facts, actual: Address, budget: Address) -> Completion:
    """What was done of the budget; a budget of zero cannot be completed (财预〔2016〕143号 asks for 预算 and 决算)."""
    return Completion(actual, budget, _ratio(value_of(facts, actual), value_of(facts, budget)))


def listing(facts: Facts, candidates: Iterable[Address]) -> Listing:
    """Exactly those figures that print as something other than zero, in the order given."""
    return Listing(tuple(address for address in candidates if prints(facts, address)))


def absence(facts: Facts, candidates: Iterable[Address]) -> Absence | None:
    """All of them are exactly zero; None when that is not so."""
    found = tuple(candidates)
    return None if any(value_of(facts, address) for address in found) else Absence(found)


def prints(facts: Facts, address: Address) -> bool:
    """Whether the figure prints as other than zero: a cell of 0.00 is not worth a clause."""
    fact = facts.get(address)
    return fact is not None and fact.unit.rounded(fact.value) != 0


def _ratio(part: int, whole: int) -> Fraction | None:
    return Fraction(part, whole) if whole else None
