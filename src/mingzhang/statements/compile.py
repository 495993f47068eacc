"""Compile 编制: from balances to the facts of a form, each keeping the question that produced it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mingzhang.books.balance import Balance
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact, Facts
from mingzhang.disclosure.trace import Computed, Selected, Term
from mingzhang.statements.cube import Cube, Scope
from mingzhang.statements.form import Axis, Column, Form, Lane, LineItem, Question, SignedName
from mingzhang.terms.classification import ECONOMIC_LENGTHS, FUNCTION_LENGTHS
from mingzhang.terms.money import Fen
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
    entered: bool = False


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
    cells = tuple(cells_of(form, {axis: _codes_with_figures(form, axis, cube) for axis in LENGTHS}))
    facts = {c.address: _selected(c, form, cube, snapshot) for c in cells if c.questions}
    facts |= _computed([c for c in cells if not c.questions], form, {**entered, **facts})
    return tuple(facts[cell.address] for cell in cells if cell.address in facts)


def running_cost(forms: Iterable[Form], cube: Cube, offices: Sequence[str], snapshot: str) -> Fact | None:
    """机关运行经费: 公用经费 of T6 of the units that are 行政单位 or managed as such; None when there are none."""
    form = next((form for form in forms if form.id == "T6"), None)
    if form is None or not offices:
        return None
    row = Address(form.id, _FOOT_ROW, form.lanes[-1].columns[0].name)
    cell = next(c for c in cells_of(form, {}) if c.address == row)
    narrow = Cube(tuple(b for b in cube.balances if b.entity in offices), Scope(tuple(offices)))
    return replace(_selected(cell, form, narrow, snapshot), address=Address("S", "机关运行经费", "决算数"))


def cells_of(form: Form, codes: Mapping[Axis, Iterable[str]]) -> Iterator[Cell]:
    """Every figure the form prints when these codes have figures, row by row within each lane."""
    for lane in form.lanes:
        for item in rows_of(lane, codes.get(lane.axis, ())):
            for column in lane.columns:
                yield _cell(form, lane, item, column)


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


def _cell(form: Form, lane: Lane, item: LineItem, column: Column) -> Cell:
    row = column.row or item.name
    address = Address(form.id, row, column.name)
    if column.entered:
        return Cell(address, (), _in_row(form, row, column.sum_of), entered=True)
    asked = () if item.computed else item.questions or column.questions
    questions = tuple(replace(q, selection=q.selection.within(column.narrow).within(item.narrow)) for q in asked)
    down = tuple(Term(sign, Address(form.id, name, column.name)) for sign, name in item.sum_of)
    return Cell(address, questions, down or _in_row(form, row, column.sum_of))


def _in_row(form: Form, row: str, sum_of: Iterable[SignedName]) -> tuple[Term, ...]:
    return tuple(Term(sign, Address(form.id, row, name)) for sign, name in sum_of)


def _codes_with_figures(form: Form, axis: Axis, cube: Cube) -> frozenset[str]:
    """The codes, at every level, for which some column of the form's lanes of this kind is not zero."""
    found: set[str] = set()
    for lane, column in form.columns():
        if lane.axis is axis:
            sums = _by_level(column, axis, cube)
            found.update(code for code, amount in sums.items() if amount)
    return frozenset(found)


def _by_level(column: Column, axis: Axis, cube: Cube) -> dict[str, Fen]:
    sums: dict[str, Fen] = {}
    for question in column.questions:
        asked = cube.scope.put(question.selection.within(column.narrow))
        for code, amount in cube.by_code(asked, axis).items():
            for n in LENGTHS[axis]:
                if n <= len(code):
                    sums[code[:n]] = sums.get(code[:n], 0) + amount
    return sums


def _selected(cell: Cell, form: Form, cube: Cube, snapshot: str) -> Fact:
    asked = tuple(_asked(cell.questions, cube))
    return Fact(cell.address, sum(map(cube.total, asked)), form.unit, Selected(asked, snapshot))


def _asked(questions: Iterable[Question], cube: Cube) -> Iterator[Selection]:
    """The questions as put to the books: to the whole scope, or to the units that lost."""
    for question in questions:
        selection = cube.scope.put(question.selection)
        if not question.losses_only:
            yield selection
        elif losers := cube.losers(selection):
            yield replace(selection, entities=losers, outside=False)


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
