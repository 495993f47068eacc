"""Testimony 旁证: what prose states of the figures of a statement, as evidence of which of them is wrong."""

from collections.abc import Iterable, Iterator

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.linear import Linear, Term
from mingzhang.audit.locate import Root
from mingzhang.audit.prose.agree import step
from mingzhang.audit.prose.matter import matter
from mingzhang.audit.prose.said import Said
from mingzhang.audit.relation import Comparison
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.claim import Amount
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.trace import Stated
from mingzhang.terms.unit import WAN

_MARK = "文字"
"""The row under which a number of prose stands among the figures: 说明七 文字（12）."""


def testimony(rules: Iterable[Rule], grid: Grid, context: Context) -> Iterator[Linear]:
    """One equation for each amount that prose states of a printed figure, as near as both are printed."""
    by_topic = {topic: rule for rule in rules if rule.check == "amounts" for topic in rule.arguments}
    if not by_topic:
        return
    text, figures = matter(grid, context)
    for number, (said, claim) in enumerate(text.claims(Amount), 1):
        rule = by_topic.get(said.spot.topic)
        cell = figures.cell(claim.fact) if not figures.is_stated_only(claim.fact) else None
        if rule and cell and cell.is_readable and said.number and claim.fact.statement not in figures.emptied:
            yield Linear(rule, (Term(1, _witness(said, claim, number)),), Comparison.EQUAL, (Term(1, cell),))


def is_witness(fact: Fact) -> bool:
    """Whether it is a number of prose among the figures."""
    return fact.address.row.startswith(_MARK)


def without_witnesses(roots: Iterable[Root]) -> tuple[Root, ...]:
    """The causes that lie in statements: what is wrong in prose is told where prose is checked."""
    found = (_in_statements(root) for root in roots)
    return tuple(root for root in found if root)


def _in_statements(root: Root) -> Root | None:
    if all(any(is_witness(term.fact) for term in constraint.terms) for constraint in root.broken):
        return None
    ways = [tuple(c for c in way if not is_witness(c.fact)) for way in root.alternatives]
    pure = [kept for kept, way in zip(ways, root.alternatives, strict=True) if len(kept) == len(way)]
    kept = {tuple((c.fact.address, c.expected) for c in way): way for way in pure or ways if way}
    return Root(tuple(kept.values()), root.broken) if kept or not root.alternatives else None


def _witness(said: Said, claim: Amount, number: int) -> Fact:
    """The number as a figure, known to a whole step either way: one figure may print rounded in two ways."""
    address = Address(said.spot.where or "正文", f"{_MARK}（{number}）", said.text.strip())
    spread = step(said.number) if said.number else 0
    return Fact(address, claim.value, WAN, Stated(said.position or Position("")), spread, said.digits)
