"""Roots: what is wrong in a table beside the statements, told at the figure that explains it."""

from collections.abc import Callable, Iterable, Iterator

from mingzhang.audit import wording
from mingzhang.audit.context import Context
from mingzhang.audit.finding import Outcome
from mingzhang.audit.likeliest import likeliest
from mingzhang.audit.linear import Linear
from mingzhang.audit.locate import Change, Root, locate
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
    only = root.alternatives[0] if len(root.alternatives) == 1 else ()
    likely = only if len(only) == 1 else likeliest(root)
    if len(likely) == 1:
        return _at(
            rule, likely[0].fact, _because(likely[0], root, context), wording.expected(likely[0]), context, quote
        )
    fact = likely[0].fact if likely else min(root.broken, key=wording.telling).terms[0].fact
    say = wording.ambiguous(root, likely, context) if root.alternatives else wording.unlocated(root, context)
    return _at(rule, fact, say.rstrip("。"), "", context, quote)


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
