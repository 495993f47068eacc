"""Context: what the audit is told about a document besides its figures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from mingzhang.audit.trust import NOTHING_KNOWN, Trust
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Facts
from mingzhang.disclosure.statement import Cell, Label, Statement
from mingzhang.terms.classification import CodeList
from mingzhang.terms.entity import EntityKind

Groups = Mapping[str, Mapping[str, str]]
"""Named groups of rows: group → official row name → key. Several names may share a key over the years."""

Names = Mapping[tuple[str, str], str]
"""What a row is called in print: (statement, row) → name."""

NO_CODES = CodeList(())

ADMINISTRATIVE, MIXED, INSTITUTION = "行政", "混合", "事业"
"""Whether the bodies behind the accounts are all 行政/参公, some of both, or all 事业单位."""


@dataclass(frozen=True)
class Context:
    """The year, the statements that must exist, titles and names for the messages, and what other files say.

    `bodies` is empty when unknown. `members` are the facts of a department's units by name; `eliminated` what the
    consolidation took out of a figure, None when that is not known. `copies` are those of other files of
    the same unit and year, by the name of the file. `document` is the whole text for the rules that look at words, its
    claims already read; `functions` and `economics` are the official codes of all years. `trust` is what the relations
    between figures have shown before words are held against them.
    """

    year: int
    groups: Groups = field(default_factory=dict)
    expected: frozenset[str] = frozenset()
    titles: Mapping[str, str] = field(default_factory=dict)
    names: Names = field(default_factory=dict)
    bodies: str = ""
    members: Mapping[str, Facts] = field(default_factory=dict)
    eliminated: Mapping[Address, int] | None = None
    copies: Mapping[str, Facts] = field(default_factory=dict)
    document: Disclosure | None = None
    functions: CodeList = NO_CODES
    economics: CodeList = NO_CODES
    trust: Trust = NOTHING_KNOWN

    def title(self, statement: str) -> str:
        """The statement as people call it: 表5 一般公共预算财政拨款支出决算表."""
        return self.titles.get(statement, "补充资料" if statement == "S" else statement)

    def row(self, statement: str, row: str) -> str:
        """The row as people call it: 2080108 信息化建设."""
        if row == "total":
            return "合计"
        name = self.names.get((statement, row), "")
        return row if not name or name == row else f"{row} {name}"

    def place(self, address: Address) -> str:
        """Where a figure stands, in words."""
        phase = f"（{address.phase}）" if address.phase else ""
        return f"{self.title(address.statement)} {self.row(address.statement, address.row)} {address.column}{phase}"


def titles_of(statements: tuple[Statement, ...]) -> dict[str, str]:
    """The printed number, if there is one, and title of every statement, by identity."""
    return {s.id: f"表{s.number} {s.title}" if s.number else s.title for s in statements}


def names_of(statements: tuple[Statement, ...]) -> dict[tuple[str, str], str]:
    """The printed name of every row whose address is a code."""
    return {
        (statement.id, row): name for statement in statements for cells in statement.body for row, name in _named(cells)
    }


def bodies_of(kinds: frozenset[EntityKind]) -> str:
    """行政, 混合 or 事业 by the kinds of the units behind the accounts; empty when none is known."""
    if not kinds:
        return ""
    if EntityKind.INSTITUTION not in kinds:
        return ADMINISTRATIVE
    return INSTITUTION if len(kinds) == 1 else MIXED


def context_of(
    document: Disclosure, groups: Groups, expected: frozenset[str], kinds: frozenset[EntityKind] | None = None
) -> Context:
    """The context of a document we hold whole; `kinds` are those of its members, or its own."""
    return Context(
        year=document.year,
        groups=groups,
        expected=expected,
        titles=titles_of(document.statements),
        names=names_of(document.statements),
        bodies=bodies_of(kinds if kinds is not None else frozenset({document.entity.kind})),
    )


def _named(cells: tuple[Cell, ...]) -> Iterator[tuple[str, str]]:
    """Each figure's row with the last words before it: the name stands right of its code."""
    name = ""
    for cell in cells:
        if isinstance(cell, Label):
            name = cell.text if cell.text and not cell.text.isdigit() else name
        elif cell.address.row.isdigit():
            yield cell.address.row, name
