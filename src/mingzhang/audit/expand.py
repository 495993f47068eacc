"""Expand: a relation with its patterns against one document, giving one constraint for each row and column."""

from collections.abc import Iterator
from dataclasses import dataclass

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.linear import Linear, Term
from mingzhang.audit.relation import EACH, Cell, Comparison, Part, Relation
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact


@dataclass(frozen=True, slots=True)
class Missing:
    """A check that cannot be made: what was looked for, and whether it should have been there."""

    rule: Rule
    note: str
    expected: bool


Instance = Linear | Missing


class _Absent(Exception):
    """Inside this file only: a needed figure is not there; only this year's statements are owed in full."""

    def __init__(self, note: str, expected: bool) -> None:
        super().__init__(note)
        self.note, self.expected = note, expected


def expand(rule: Rule, relation: Relation, grid: Grid, context: Context) -> Iterator[Instance]:
    """The constraints of one relation; what cannot be formed says why."""
    gone = _missing_statement(rule, relation, grid, context)
    if gone:
        yield gone
        return
    for column in _columns(relation, grid):
        for key in _keys(relation, grid, column):
            instance = _instance(rule, relation, grid, context, key, column)
            if instance:
                yield instance


def present(cell: Cell, grid: Grid) -> bool:
    """Whether the document has any figure a pattern names."""
    table = grid.table(cell)
    rows = grid.keys(cell) if cell.binds else [""]
    return table is not None and any(
        column in table.rows.get(name, {})
        for key in rows
        for name in grid.names(cell, key)
        for column in grid.columns(cell)
    )


def _missing_statement(rule: Rule, relation: Relation, grid: Grid, context: Context) -> Missing | None:
    needed = [part.cell for part in relation.parts if not part.cell.optional]
    gone = next((cell for cell in needed if grid.table(cell) is None), None)
    if gone is None:
        return None
    if gone.phase:
        return Missing(rule, f"没有{gone.phase}的{context.title(gone.statement)}", expected=False)
    return Missing(rule, f"没有找到{context.title(gone.statement)}", gone.statement in context.expected)


def _columns(relation: Relation, grid: Grid) -> list[str]:
    """The columns that all patterns with an open column share."""
    open_ones = [part.cell for part in relation.parts if part.cell.column == EACH]
    if not open_ones:
        return [""]
    first, *others = (grid.columns(cell) for cell in open_ones)
    return [column for column in first if all(column in other for other in others)]


def _keys(relation: Relation, grid: Grid, column: str) -> list[str]:
    """The rows that a relation speaks of: those that any of its patterns has and none of them refuses."""
    binding = [p.cell for p in relation.parts if p.cell.binds and not p.summed]
    if not binding:
        return [""]
    keys: dict[str, None] = {}
    for cell in binding:
        table = grid.table(cell)
        wanted = column if cell.column == EACH else cell.column
        for key in grid.keys(cell):
            if key not in keys and table and any(wanted in table.rows[name] for name in grid.names(cell, key)):
                keys[key] = None
    return [key for key in keys if all(grid.admits(cell.rows, key) for cell in binding)]


def _instance(rule: Rule, relation: Relation, grid: Grid, context: Context, key: str, column: str) -> Instance | None:
    try:
        left, none_left = _terms(relation.left, grid, context, key, column)
        right, none_right = _terms(relation.right, grid, context, key, column)
    except _Absent as absent:
        return Missing(rule, absent.note, absent.expected)
    comparison = relation.comparison
    lesser = right if comparison is Comparison.AT_LEAST and relation.right else left
    says_nothing = not lesser if comparison is not Comparison.EQUAL else not (left or right)
    return None if says_nothing else Linear(rule, left, comparison, right, none_left + none_right)


def _terms(
    parts: tuple[Part, ...], grid: Grid, context: Context, key: str, column: str
) -> tuple[tuple[Term, ...], tuple[Address, ...]]:
    """The figures of one side, and those that the statement does not print because they are nothing."""
    terms: list[Term] = []
    nothing: list[Address] = []
    for part in parts:
        wanted = column if part.cell.column == EACH else part.cell.column
        found = (_summed if part.summed else _one)(part.cell, grid, context, key, wanted)
        terms += [Term(part.coefficient, fact) for fact in found]
        if not found and not part.cell.optional and not part.summed:
            nothing.append(Address(part.cell.statement, grid.names(part.cell, key)[0], wanted, part.cell.phase))
    return tuple(terms), tuple(nothing)


def _one(cell: Cell, grid: Grid, context: Context, key: str, column: str) -> list[Fact]:
    names, table = grid.names(cell, key), grid.table(cell)
    rows = table.rows if table else {}
    for name in names:
        if name in rows and column in rows[name]:
            return [rows[name][column]]
    if cell.optional or any(grid.is_nothing(cell, name) for name in names):
        return []
    raise _Absent(_sought(cell, context, names[0] if names else key, column), expected=not cell.phase)


def _summed(cell: Cell, grid: Grid, context: Context, key: str, column: str) -> list[Fact]:
    names = grid.summed(cell, key)
    if not names and not cell.optional:
        raise _Absent(f"{context.title(cell.statement)}没有可以相加的行", expected=False)
    table = grid.table(cell)
    rows = table.rows if table else {}
    facts = [(name, rows.get(name, {}).get(column)) for name in names]
    gone = [name for name, fact in facts if fact is None]
    if gone and not cell.optional:
        raise _Absent(_sought(cell, context, gone[0], column), expected=not cell.phase)
    return [fact for _, fact in facts if fact]


def _sought(cell: Cell, context: Context, row: str, column: str) -> str:
    return f"没有找到“{context.place(Address(cell.statement, row, column, cell.phase))}”"
