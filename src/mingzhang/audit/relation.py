"""Relation 勾稽关系: what must hold between figures, as a small frozen tree; `parser` reads it from text."""

from dataclasses import dataclass
from enum import Enum

from mingzhang.audit.interval import Exact
from mingzhang.disclosure.address import ACTUAL

LEVELS = {"类": 3, "款": 5, "项": 7}
"""The levels of a classification by the digits of their codes; economic codes know 类 and 款."""

EACH = "*"
"""Every row, every column, or every member of a group."""


class Comparison(Enum):
    """How the two sides stand to each other."""

    EQUAL = "="
    AT_MOST = "≤"
    AT_LEAST = "≥"
    SAME_TEXT = "≡"


@dataclass(frozen=True, slots=True)
class Literal:
    """One row by its name or code: `T5[total]`."""

    name: str


@dataclass(frozen=True, slots=True)
class Every:
    """Any row: `T5[*]`; the same row wherever it stands in a relation."""


@dataclass(frozen=True, slots=True)
class Level:
    """Any row of a level: `T5[款]`; inside sum(…) all of them."""

    digits: int


@dataclass(frozen=True, slots=True)
class Below:
    """The rows of a level under the row the relation speaks of: `sum(T5[款 of 类].*)`."""

    digits: int
    of: int


@dataclass(frozen=True, slots=True)
class Member:
    """A row of a named group, known by the group's key and not by its wording: `T1[支出:*]`, `T1[收入:事业收入]`."""

    group: str
    key: str


Rows = Literal | Every | Level | Below | Member


@dataclass(frozen=True, slots=True)
class Cell:
    """Figures of a statement; without column the row's name. `optional` counts as zero where the form lacks it."""

    statement: str
    rows: Rows
    column: str = ""
    phase: str = ACTUAL
    optional: bool = False

    @property
    def binds(self) -> bool:
        """Whether it leaves open which row is meant."""
        return isinstance(self.rows, Every | Level) or (isinstance(self.rows, Member) and self.rows.key == EACH)

    def __str__(self) -> str:
        """What is looked for, in words: `T3 支出决算表` is left to whoever knows the titles."""
        column = f".{self.column}" if self.column else ""
        return f"{self.statement}[{_rows_text(self.rows)}]{column}" + (f"@{self.phase}" if self.phase else "")


@dataclass(frozen=True, slots=True)
class Part:
    """A coefficient times one figure, or times the sum of all figures a cell pattern names."""

    coefficient: Exact
    cell: Cell
    summed: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """Left compared with right, each a sum of parts; an empty side is nothing, 0."""

    left: tuple[Part, ...]
    comparison: Comparison
    right: tuple[Part, ...]
    text: str

    @property
    def parts(self) -> tuple[Part, ...]:
        """All parts, the left ones first."""
        return self.left + self.right

    def statements(self) -> frozenset[tuple[str, str]]:
        """The statements it speaks of, each with its phase."""
        return frozenset((part.cell.statement, part.cell.phase) for part in self.parts)


def _rows_text(rows: Rows) -> str:
    names = {digits: name for name, digits in LEVELS.items()}
    match rows:
        case Literal(name):
            return name
        case Every():
            return EACH
        case Level(digits):
            return names[digits]
        case Below(digits, of):
            return f"{names[digits]} of {names[of]}"
        case Member(group, key):
            return f"{group}:{key}"
