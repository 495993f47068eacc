"""Consolidation 汇总: a department's figures are the sums of its units' figures less what passed between them."""

from collections.abc import Iterator

from mingzhang.audit.context import Context
from mingzhang.audit.finding import Outcome
from mingzhang.audit.grid import Grid
from mingzhang.audit.interval import size
from mingzhang.audit.result import Result, plain
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.address import ACTUAL, Address
from mingzhang.disclosure.fact import Fact

_MAY_PASS_BETWEEN = frozenset({"T1", "T2", "T3"})
"""Only these hold transfers between units (上级补助, 附属单位上缴 and their counterparts); appropriations never do."""


def consolidated(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Department = Σ units − what was eliminated; where that is not known, T1–T3 may only be smaller than Σ units."""
    if not context.members:
        yield plain(rule, Outcome.NOT_APPLICABLE, "没有所属单位的数据")
        return
    for address, fact in _facts(grid):
        if address.phase == ACTUAL and address.statement.startswith("T"):
            yield _compare(rule, address, fact, context)


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
    return Result(rule, Outcome.VIOLATED, rule.severity, note, address, None, False, fact.shown, fact.unit.show(total))


def _facts(grid: Grid) -> Iterator[tuple[Address, Fact]]:
    for table in grid.tables.values():
        for row in table.rows.values():
            for fact in row.values():
                yield fact.address, fact
