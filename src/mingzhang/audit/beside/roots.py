"""Roots: what is wrong in a table beside the statements, told at the figure that explains it."""

from collections.abc import Callable, Iterable, Iterator

from mingzhang.audit import wording
from mingzhang.audit.context import Context
from mingzhang.audit.finding import Outcome
from mingzhang.audit.linear import Linear
from mingzhang.audit.locate import Change, Root, locate
from mingzhang.audit.prose.slip import distance
from mingzhang.audit.result import Result, plain
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.fact import Fact

Quote = Callable[[Fact], str]
"""The row in which a figure stands, as it is printed."""


def judged(rule: Rule, constraints: Iterable[Linear], context: Context, quote: Quote) -> Iterator[Result]:
    """One breach for each cause; what holds has passed."""
    known = [c for c in constraints if all(term.fact.is_readable for term in c.terms)]
    roots = locate(known)
    broken = {id(constraint) for root in roots for constraint in root.broken}
    yield from (plain(rule, Outcome.PASSED) for constraint in known if id(constraint) not in broken)
    for root in roots:
        yield breach(rule, root, context, quote)


def breach(rule: Rule, root: Root, context: Context, quote: Quote) -> Result:
    """The breach that one cause is."""
    singles = [way[0] for way in root.alternatives if len(way) == 1]
    change = singles[0] if len(root.alternatives) == 1 and singles else _slip(singles)
    if change:
        return _at(rule, change.fact, _because(change, root, context), wording.expected(change), context, quote)
    fact = min(root.broken, key=wording.telling).terms[0].fact
    say = wording.ambiguous if root.alternatives else wording.unlocated
    return _at(rule, fact, say(root, context).rstrip("。"), "", context, quote)


def _because(change: Change, root: Root, context: Context) -> str:
    return wording.located(change, root, context).rstrip("。")


def _at(rule: Rule, fact: Fact, note: str, expected: str, context: Context, quote: Quote) -> Result:
    return Result(
        rule,
        Outcome.VIOLATED,
        rule.severity,
        note,
        fact.address,
        printed=fact.shown,
        expected=expected,
        quote=quote(fact),
        position=fact.position,
        where=context.place(fact.address).strip(),
        root=f"{rule.id}:{fact.address}",
    )


def _slip(changes: list[Change]) -> Change | None:
    """Of several figures any of which may be wrong, the one whose digits must change least."""
    known = [change for change in changes if change.expected is not None]
    strokes = sorted((distance(c.fact.shown, wording.expected(c)), i) for i, c in enumerate(known))
    if not strokes or (len(strokes) > 1 and strokes[0][0] == strokes[1][0]):
        return None
    return known[strokes[0][1]]
