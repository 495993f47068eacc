"""Consolidation 汇总: a department's figures are the sums of its units' figures less what passed between them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mingzhang.audit.context import Context
from mingzhang.audit.finding import Outcome
from mingzhang.audit.grid import Grid
from mingzhang.audit.interval import size
from mingzhang.audit.result import Result, plain
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.address import ACTUAL, TOTAL, Address
from mingzhang.disclosure.fact import Fact

_MAY_PASS_BETWEEN = frozenset({"T1", "T2", "T3"})
"""Only these hold transfers between units (上级补助, 附属单位上缴 and their counterparts); appropriations never do."""


def consolidated(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Department = Σ units − what was eliminated; where that is not known, T1–T3 may only be smaller than Σ units."""
    if not context.members:
        yield plain(rule, Outcome.NOT_APPLICABLE, "没有所属单位的数据")
        return
    facts = {f.address: f for f in grid.facts() if f.address.statement.startswith("T") and f.address.phase == ACTUAL}
    lacking = {statement: name for name, own in context.members.items() for statement in _lacking(facts, own)}
    for statement, name in sorted(lacking.items()):
        yield plain(rule, Outcome.UNDETERMINED, f"所属单位{name}没有{context.title(statement)}")
    known = {a: fact for a, fact in facts.items() if fact.is_readable and a.statement not in lacking}
    results = [_compare(rule, address, fact, context) for address, fact in known.items()]
    broken = {r.place for r in results if r.outcome is Outcome.VIOLATED and r.place}
    yield from (_rooted(result, broken) for result in results)


def _lacking(whole: Iterable[Address], part: Iterable[Address]) -> set[str]:
    """The statements that the department has and a unit has not."""
    return {address.statement for address in whole} - {address.statement for address in part}


def _rooted(result: Result, broken: set[Address]) -> Result:
    """A sum that differs because one of its rows does is a consequence: the deepest row is the cause."""
    place = result.place
    if place not in broken or place is None:
        return result
    below = sorted(a for a in broken if a != place and _sums(place, a))
    cause = max(below, key=lambda a: len(a.row)) if below else place
    return replace(result, root=f"{result.rule.id}:{cause}", follows=bool(below))


def _sums(whole: Address, part: Address) -> bool:
    """Whether the one row holds the other, in the same column of a statement whose rows are codes."""
    if (whole.statement, whole.column) != (part.statement, part.column) or not part.row.isdigit():
        return False
    return whole.row == TOTAL or (whole.row.isdigit() and part.row.startswith(whole.row))


def _compare(rule: Rule, address: Address, fact: Fact, context: Context) -> Result:
    parts = [facts[address] for facts in context.members.values() if address in facts]
    known = context.eliminated is not None or address.statement not in _MAY_PASS_BETWEEN
    eliminated = (context.eliminated or {}).get(address, 0)
    total = sum(part.value for part in parts) - eliminated
    slack = fact.spread + sum(part.spread for part in parts)
    gap = fact.value - total
    if gap <= slack and (not known or size(gap) <= slack):
        return plain(rule, Outcome.PASSED, "", address)
    less = f"，抵销{fact.unit.state(eliminated)}" if eliminated else ""
    whole = f"“{context.place(address)}”汇总数{fact.unit.state(fact.value)}"
    units = f"所属{len(context.members)}个单位合{fact.unit.state(total + eliminated)}{less}"
    note = f"{whole}，{units}，相差{fact.unit.state(int(size(gap)))}"
    return Result(
        rule, Outcome.VIOLATED, rule.severity, note, address, printed=fact.shown, expected=fact.unit.show(total),
        position=fact.position,
    )  # fmt: skip
