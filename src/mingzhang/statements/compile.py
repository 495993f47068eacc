"""Compile 编制: from balances to the facts of a form, each keeping the question that produced it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from mingzhang.books.balance import Balance
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact, Facts
from mingzhang.disclosure.trace import Computed, Selected, Term
from mingzhang.statements.cube import Cube, Scope
from mingzhang.statements.form import Axis, Column, Form, Lane, LineItem, Question
from mingzhang.terms.classification import ECONOMIC_LENGTHS, FUNCTION_LENGTHS
from mingzhang.terms.selection import Selection

LENGTHS = {Axis.FUNCTION: FUNCTION_LENGTHS, Axis.ECONOMIC: ECONOMIC_LENGTHS}
"""Digits of the levels of the codes that an axis lists."""

_FOOT_ROW = "公用经费合计"


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure that a form prints, before it has a value."""

    address: Address
    questions: tuple[Question, ...]
    sum_of: tuple[Term, ...]


def compile_facts(
    forms: Iterable[Form],
    balances: Iterable[Balance],
    scope: Scope,
    snapshot: str,
    entered: Facts | None = None,
) -> dict[Address, Fact]:
    """The facts of all forms by address, with the `entered` ones (budgets of T7) in their place."""
    cube = Cube.of(balances, scope)
    facts: dict[Address, Fact] = dict(entered or {})
    for form in forms:
        facts |= {fact.address: fact for fact in compile_form(form, cube, snapshot, facts)}
    return facts


def compile_form(form: Form, cube: Cube, snapshot: str, entered: Facts) -> tuple[Fact, ...]:
    """A fact for every figure the form prints, zero included; an entered figure that nobody entered is left out."""
    codes = {axis: _codes_with_figures(form, axis, cube) for axis in LENGTHS}
    cells = tuple(cells_of(form, codes, cube.scope))
    facts = {c.address: _selected(c, form, cube, snapshot) for c in cells if c.questions}
    facts |= _computed([c for c in cells if not c.questions], form, {**entered, **facts})
    return tuple(facts[cell.address] for cell in cells if cell.address in facts)


def running_cost(forms: Iterable[Form], cube: Cube, offices: Sequence[str], snapshot: str) -> Fact | None:
    """机关运行经费: 公用经费 of T6 of the units that are 行政单位 or managed as such; None when there are none."""
    form = next((form for form in forms if form.id == "T6"), None)
    if form is None or not offices:
        return None
    row = Address(form.id, _FOOT_ROW, form.lanes[-1].columns[0].name)
    narrow = Cube.of(cube.balances, Scope(tuple(offices)))
    cell = next(c for c in cells_of(form, {}, narrow.scope) if c.address == row)
    return replace(_selected(cell, form, narrow, snapshot), address=Address("S", "机关运行经费", "决算数"))


def cells_of(form: Form, codes: Mapping[Axis, Iterable[str]], scope: Scope) -> Iterator[Cell]:
    """Every figure the form prints when these codes have figures, row by row within each lane."""
    for lane in form.lanes:
        asked = [tuple(_put(q, column, scope) for q in column.questions) for column in lane.columns]
        for item in rows_of(lane, codes.get(lane.axis, ())):
            conditions = item.narrow.conditions()
            for column, questions in zip(lane.columns, asked, strict=True):
                if item.questions:
                    questions = tuple(_put(q, column, scope) for q in item.questions)
                yield _cell(form, item, column, () if item.computed else _narrowed(questions, conditions))


def rows_of(lane: Lane, codes: Iterable[str]) -> tuple[LineItem, ...]:
    """The rows of a lane that hold figures: its items, its codes in order, its foot."""
    items = [item for item in lane.items if item.name]
    listed = [LineItem(code, code, narrow=_narrow(lane.axis, code)) for code in codes_of(lane, codes)]
    return (*items, *listed, *((lane.foot,) if lane.foot else ()))


def codes_of(lane: Lane, codes: Iterable[str]) -> tuple[str, ...]:
    """The codes a lane lists: those always printed and those given, with all above them, in order."""
    lengths = LENGTHS.get(lane.axis, ())
    given = {code for code in codes if not lane.roots or code.startswith(lane.roots)}
    return tuple(sorted({code[:n] for code in given for n in lengths if n <= len(code)} | set(lane.always)))


def _narrow(axis: Axis, code: str) -> Selection:
    return Selection(functions=(code,)) if axis is Axis.FUNCTION else Selection(economics=(code,))


def _put(question: Question, column: Column, scope: Scope) -> Question:
    return Question(scope.put(question.selection.within(column.narrow)), question.losses_only)


def _narrowed(questions: tuple[Question, ...], conditions: dict[str, Any]) -> tuple[Question, ...]:
    if not conditions:
        return questions
    return tuple(Question(replace(q.selection, **conditions), q.losses_only) for q in questions)


def _cell(form: Form, item: LineItem, column: Column, questions: tuple[Question, ...]) -> Cell:
    row = column.row or item.name
    address = Address(form.id, row, column.name)
    across = tuple(Term(sign, Address(form.id, row, name)) for sign, name in column.sum_of)
    if column.entered:
        return Cell(address, (), across)
    down = tuple(Term(sign, Address(form.id, name, column.name)) for sign, name in item.sum_of)
    return Cell(address, questions, down or across)


def _codes_with_figures(form: Form, axis: Axis, cube: Cube) -> frozenset[str]:
    """The codes, at every level, for which some column of the form's lanes of this kind is not zero."""
    found: set[str] = set()
    for lane, column in form.columns():
        if lane.axis is axis:
            found.update(code for code, amount in _sums(column, axis, cube).items() if amount)
    return frozenset(code for code in found if len(code) in LENGTHS[axis])


def _sums(column: Column, axis: Axis, cube: Cube) -> Counter[str]:
    """What a column shows for each code and each beginning of one."""
    sums: Counter[str] = Counter()
    for question in column.questions:
        sums.update(cube.by_prefix(cube.scope.put(question.selection.within(column.narrow)), axis))
    return sums


def _selected(cell: Cell, form: Form, cube: Cube, snapshot: str) -> Fact:
    asked = tuple(_asked(cell.questions, cube))
    return Fact(cell.address, sum(map(cube.total, asked)), form.unit, Selected(asked, snapshot))


def _asked(questions: Iterable[Question], cube: Cube) -> Iterator[Selection]:
    """The questions as put to the books: to the whole scope, or to the units that lost."""
    for question in questions:
        if not question.losses_only:
            yield question.selection
        elif losers := cube.losers(question.selection):
            yield replace(question.selection, entities=losers, outside=False)


def _computed(cells: Iterable[Cell], form: Form, known: Facts) -> dict[Address, Fact]:
    """The signed sums of the terms there are, inner sums first; an entered figure stands as entered."""
    facts: dict[Address, Fact] = {}
    todo = {c.address: c for c in cells if c.address not in known and c.sum_of}
    while todo:
        ready = [c for c in todo.values() if not any(term.address in todo for term in c.sum_of)]
        if not ready:
            raise ValueError(f"{form.id} 的合计互相引用：{'、'.join(map(str, todo))}")
        for cell in ready:
            del todo[cell.address]
            terms = tuple(term for term in cell.sum_of if term.address in known or term.address in facts)
            if terms:
                value = sum(t.sign * (facts.get(t.address) or known[t.address]).value for t in terms)
                facts[cell.address] = Fact(cell.address, value, form.unit, Computed(terms))
    return facts
