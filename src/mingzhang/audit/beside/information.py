"""Information tables 信息表: counts and amounts beside the statements add up, and the text says the same of them."""

import re
from collections.abc import Iterator, Mapping, Set
from typing import Final

from mingzhang.audit.beside.coded import wrong_places
from mingzhang.audit.beside.roots import breach
from mingzhang.audit.context import Context
from mingzhang.audit.finding import Outcome
from mingzhang.audit.grid import Grid
from mingzhang.audit.linear import Linear, Term
from mingzhang.audit.locate import Change, Root, locate
from mingzhang.audit.performance.gather import tables
from mingzhang.audit.performance.places import quote, rows_of
from mingzhang.audit.prose.agree import shown, step
from mingzhang.audit.prose.matter import text_of
from mingzhang.audit.prose.outcome import broken
from mingzhang.audit.prose.said import Said, Text
from mingzhang.audit.relation import Comparison
from mingzhang.audit.result import Result, plain
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.address import ACTUAL, Address
from mingzhang.disclosure.claim import Amount, Count
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.trace import Stated

_SUPPLEMENT: Final = "S"
_BODIES: Final = "人员"
_CARS: Final = "国有资产"
_PURCHASES: Final = ("货物", "工程", "服务")
_TOLD: Final = "文字"
_OTHERWISE: Final = re.compile("[上去前]一?年|其中|新增|报废|平均")
_GUESTS: Final = "国内接待人次"
_COST: Final = Address("T7", "决算数", "公务接待费")
_EACH: Final = re.compile(r"人均接待费(?:用)?[为是]?(\d+(?:\.(\d{1,2}))?)元")

Witnesses = Mapping[Address, Said]
"""What the text says of a figure, by the address under which it stands among the figures."""


def information_tables(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """车辆合计 = Σ各类, 采购合计 = 货物 + 工程 + 服务 in tables; each figure of a table as the text states it."""
    text = text_of(context.document)
    facts = _printed(grid, text, wrong_places(rule, context))
    if not facts:
        yield plain(rule, Outcome.NOT_APPLICABLE, "报表之外没有可读的信息表")
        return
    witnesses: dict[Address, Said] = {}
    constraints = [*_sums(rule, facts), *_told(rule, facts, text, witnesses)]
    roots = locate(constraints)
    broken_ones = {id(constraint) for root in roots for constraint in root.broken}
    yield from (plain(rule, Outcome.PASSED) for constraint in constraints if id(constraint) not in broken_ones)
    for root in roots:
        yield _breach(rule, root, facts, witnesses, context)


def _printed(grid: Grid, text: Text, wrong: Set[Position]) -> dict[Address, Fact]:
    """The figures of 补充资料 that a table prints and not a sentence, but for those already known to be wrong."""
    table = grid.tables.get((_SUPPLEMENT, ACTUAL))
    rows = table.rows.values() if table else ()
    lines = {position for spot in text.spots for _, position in spot.paragraph.lines}
    facts = (fact for row in rows for fact in row.values() if fact.is_readable and fact.address.row != _BODIES)
    stated = (fact for fact in facts if isinstance(fact.trace, Stated) and fact.shown)
    return {fact.address: fact for fact in stated if fact.position not in lines and fact.position not in wrong}


def _sums(rule: Rule, facts: Mapping[Address, Fact]) -> Iterator[Linear]:
    cars = [fact for address, fact in facts.items() if address.row == _CARS and address.column.endswith("用车")]
    whole = facts.get(Address(_SUPPLEMENT, _CARS, "车辆合计"))
    if whole and any(fact.address.column == "其他用车" for fact in cars):
        yield _sum(rule, whole, cars)
    kinds = [facts.get(Address(_SUPPLEMENT, "政府采购", kind)) for kind in _PURCHASES]
    total = facts.get(Address(_SUPPLEMENT, "政府采购", "合计"))
    if total and all(kinds):
        yield _sum(rule, total, [kind for kind in kinds if kind])


def _sum(rule: Rule, whole: Fact, parts: list[Fact]) -> Linear:
    return Linear(rule, (Term(1, whole),), Comparison.EQUAL, tuple(Term(1, part) for part in parts))


def _told(rule: Rule, facts: Mapping[Address, Fact], text: Text, witnesses: dict[Address, Said]) -> Iterator[Linear]:
    """Each place of the text that states a figure of a table; it is kept among the witnesses.

    Where another place states it as the table does, the odd one may be of something else, or is told by itself.
    """
    told: dict[Address, list[Linear]] = {}
    for number, said in enumerate(text.all, 1):
        fact = facts.get(said.fact) if said.fact else None
        witness = _witness(said, fact, number) if fact else None
        if fact and witness:
            witnesses[witness.address] = said
            told.setdefault(fact.address, []).append(
                Linear(rule, (Term(1, witness),), Comparison.EQUAL, (Term(1, fact),))
            )
    for same in told.values():
        held = [constraint for constraint in same if constraint.excess(constraint.gap) <= constraint.slack]
        yield from held or same


def _witness(said: Said, fact: Fact, number: int) -> Fact | None:
    """What a place states as a figure, unless it speaks of another year or about a part."""
    claim = said.claim
    if not isinstance(claim, Amount | Count) or not said.number or _OTHERWISE.search(said.clause):
        return None
    spread = step(said.number) if isinstance(claim, Amount) else 0
    address = Address(said.spot.where or "正文", f"{_TOLD}（{number}）", said.text.strip())
    return Fact(address, claim.value, fact.unit, Stated(said.position or Position("")), spread, said.digits)


def _breach(rule: Rule, root: Root, facts: Mapping[Address, Fact], witnesses: Witnesses, context: Context) -> Result:
    """At the text where it alone contradicts a table, unless sums, other places or the cost of each bear it out."""
    singles = [way[0] for way in root.alternatives if len(way) == 1]
    spoken = next((change for change in singles if change.fact.address in witnesses), None)
    if spoken and _bears_out(spoken.fact, witnesses[spoken.fact.address], context):
        return _misprinted(rule, spoken, facts, witnesses, context)
    if spoken:
        return _misstated(rule, spoken, facts, witnesses, context)
    return breach(rule, root, context, lambda fact: _quote(fact, context))


def _misstated(
    rule: Rule, change: Change, facts: Mapping[Address, Fact], witnesses: Witnesses, context: Context
) -> Result:
    said = witnesses[change.fact.address]
    fact = facts[said.fact] if said.fact else change.fact
    at = fact.position
    page = f"（第{at.page}页）" if at and at.page else ""
    name = fact.address.column if len(fact.address.column) > 3 else f"{fact.address.row}{fact.address.column}"
    note = f"{said.spot.where}“{name}”写{said.text.strip()}，表中{page}印{fact.shown}，两处不一致，请核对哪一处有误"
    right = shown(fact.value, said.number) if isinstance(said.claim, Amount) and said.number else fact.shown
    return broken(rule, said, note, "", right, f"same:{fact.address}:")


def _bears_out(told: Fact, said: Said, context: Context) -> bool:
    """Whether so many at what the text says each cost, 人均接待费99.90元, make the cost printed or told of them."""
    document = context.document
    if document is None or said.fact is None or said.fact.column != _GUESTS:
        return False
    text = text_of(document)
    each = (found for spot in text.spots for found in _EACH.finditer(spot.text))
    fen = [int(found[1].replace(".", "")) * 10 ** (2 - len(found[2] or "")) for found in each]
    costs = [(c.value, step(s.number)) for s, c in text.claims(Amount) if c.fact == _COST and s.number]
    costs += [(cost.value, cost.spread)] if (cost := document.facts.get(_COST)) else []
    return any(abs(told.value * one - cost) <= spread + told.value for one in fen for cost, spread in costs)


def _misprinted(
    rule: Rule, change: Change, facts: Mapping[Address, Fact], witnesses: Witnesses, context: Context
) -> Result:
    """At the table, where what each cost bears out the text."""
    said = witnesses[change.fact.address]
    fact = facts[said.fact] if said.fact else change.fact
    where = context.place(fact.address).strip()
    note = f"“{where}”印{fact.shown}，{said.spot.where}写{said.text.strip()}，两处不一致，请核对哪一处有误"
    return Result(
        rule,
        Outcome.VIOLATED,
        rule.severity,
        note,
        fact.address,
        printed=fact.shown,
        expected=said.digits,
        quote=_quote(fact, context),
        position=fact.position,
        where=where,
        root=f"same:{fact.address}:",
    )


def _quote(fact: Fact, context: Context) -> str:
    """The row as printed, where the table is none of the statements; else the figure by its name."""
    for _, table, _ in tables(context.document) if context.document else ():
        for row in rows_of(table):
            if any(place.cell.position == fact.position and place.text == fact.shown for place in row):
                return quote(row)
    return f"{fact.address.column}（{fact.unit.name}）{fact.shown}"
