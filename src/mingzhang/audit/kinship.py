"""Kinship 同数: which figures are one and the same by the relations that hold, and which are in doubt."""

from collections.abc import Iterable, Iterator

from mingzhang.audit.finding import Outcome
from mingzhang.audit.interval import Exact
from mingzhang.audit.linear import Linear
from mingzhang.audit.locate import Root
from mingzhang.audit.relation import Comparison
from mingzhang.audit.result import Result
from mingzhang.audit.trust import Trust
from mingzhang.disclosure.address import Address


def trust_of(results: Iterable[Result], roots: Iterable[Root]) -> Trust:
    """What the figures' own relations say of them."""
    held = (r.constraint for r in results if r.constraint and r.outcome is Outcome.PASSED)
    return Trust(_twins(pair for constraint in held for pair in _same(constraint)), _doubts(roots))


def _same(constraint: Linear) -> Iterator[tuple[Address, Address]]:
    """The two figures an equation makes one: all its others are nothing (合计 = 一般公共 + 0 + 0)."""
    if constraint.comparison is not Comparison.EQUAL:
        return
    left, right = ([t for t in side if t.fact.value] for side in (constraint.left, constraint.right))
    if len(left) == len(right) == 1 and left[0].coefficient == right[0].coefficient:
        yield left[0].fact.address, right[0].fact.address


def _twins(pairs: Iterable[tuple[Address, Address]]) -> dict[Address, tuple[Address, ...]]:
    families: dict[Address, dict[Address, None]] = {}
    for one, other in pairs:
        mine, theirs = families.get(one, {one: None}), families.get(other, {other: None})
        if mine is theirs:
            continue
        family = {**mine, **theirs}
        families.update(dict.fromkeys(family, family))
    return {address: tuple(a for a in family if a != address) for address, family in families.items()}


def _doubts(roots: Iterable[Root]) -> dict[Address, tuple[Exact, ...]]:
    found: dict[Address, list[Exact]] = {}
    for root in roots:
        for change in (change for way in root.alternatives for change in way):
            values = found.setdefault(change.fact.address, [])
            if change.expected is not None and change.expected not in values:
                values.append(change.expected)
        if not root.alternatives:
            for term in (term for constraint in root.broken for term in constraint.terms):
                found.setdefault(term.fact.address, [])
    return {address: tuple(values) for address, values in found.items()}
