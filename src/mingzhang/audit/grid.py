"""Grid: the facts of a document laid out by statement, row and column, so that a relation finds its figures at once."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from mingzhang.audit.context import Groups
from mingzhang.audit.relation import EACH, Below, Cell, Every, Level, Literal, Member, Rows
from mingzhang.disclosure.address import ACTUAL
from mingzhang.disclosure.fact import Fact, Facts

Row = dict[str, Fact]
"""The figures of one row by column."""

_CODED = frozenset({"T2", "T3", "T5", "T6", "T8", "T9"})
"""Statements whose rows are codes: they print only the rows that have figures, so a missing row is nothing."""


@dataclass(frozen=True)
class Table:
    """One statement in one phase: rows in printed order, and which columns exist at all."""

    rows: dict[str, Row] = field(default_factory=dict)
    columns: dict[str, None] = field(default_factory=dict)


@dataclass(frozen=True)
class Grid:
    """All tables of a document with the named groups of rows."""

    tables: dict[tuple[str, str], Table]
    groups: Groups

    @staticmethod
    def of(facts: Facts, groups: Groups) -> "Grid":
        """Lay out the facts."""
        tables: dict[tuple[str, str], Table] = {}
        for address, fact in facts.items():
            table = tables.setdefault((address.statement, address.phase), Table())
            table.rows.setdefault(address.row, {})[address.column] = fact
            table.columns[address.column] = None
        return Grid(tables, groups)

    def facts(self) -> Iterator[Fact]:
        """All figures, table by table."""
        return (fact for table in self.tables.values() for row in table.rows.values() for fact in row.values())

    def table(self, cell: Cell) -> Table | None:
        """The table a cell stands in, if the document has it."""
        return self.tables.get((cell.statement, cell.phase))

    def has(self, statement: str) -> bool:
        """Whether the document has this statement at all."""
        return (statement, ACTUAL) in self.tables

    def columns(self, cell: Cell) -> list[str]:
        """The columns a pattern stands for."""
        table = self.table(cell)
        if table is None or cell.column != EACH:
            return [cell.column] if table else []
        if isinstance(cell.rows, Literal):
            return list(table.rows.get(cell.rows.name, ()))
        return list(table.columns)

    def keys(self, cell: Cell) -> Iterator[str]:
        """The row keys a pattern leaves open and the table has, in printed order."""
        table = self.table(cell)
        for row in table.rows if table else ():
            key = self._key(cell.rows, row)
            if key is not None:
                yield key

    def admits(self, rows: Rows, key: str) -> bool:
        """Whether a pattern could stand for that key in some document."""
        match rows:
            case Level(digits):
                return key.isdigit() and len(key) == digits
            case Member(group, _):
                return key in self.groups.get(group, {}).values()
            case _:
                return True

    def names(self, cell: Cell, key: str) -> list[str]:
        """The row names that a pattern means for a key; for a sum all rows it runs over."""
        pattern = cell.rows
        if isinstance(pattern, Literal):
            return [pattern.name]
        if not isinstance(pattern, Member):
            return [key]
        table = self.table(cell)
        rows = table.rows if table else {}
        wanted = key if pattern.key == EACH else pattern.key
        return [n for n, k in self.groups.get(pattern.group, {}).items() if k == wanted and n in rows]

    def summed(self, cell: Cell, key: str) -> list[str]:
        """The rows a sum runs over, given the row the relation speaks of."""
        table = self.table(cell)
        rows = table.rows if table else {}
        match cell.rows:
            case Level(digits):
                return [r for r in rows if len(r) == digits and r.isdigit()]
            case Below(digits, _):
                return [r for r in rows if len(r) == digits and r.startswith(key) and r.isdigit()]
            case Member(group, member):
                keys = self.groups.get(group, {})
                return [r for r in rows if r in keys and member in (EACH, keys[r])]
            case Literal(name):
                return [name]
            case Every():
                return list(rows)

    def is_nothing(self, cell: Cell, row: str) -> bool:
        """Whether a missing row of codes simply has no figures: nothing below it is printed either."""
        table = self.table(cell)
        if table is None or cell.statement not in _CODED or not row.isdigit() or row in table.rows:
            return False
        return not any(code.startswith(row) for code in table.rows)

    def _key(self, rows: Rows, row: str) -> str | None:
        match rows:
            case Every():
                return row
            case Level(digits):
                return row if len(row) == digits and row.isdigit() else None
            case Member(group, member) if member == EACH:
                return self.groups.get(group, {}).get(row)
            case _:
                return None
