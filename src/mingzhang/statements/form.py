"""Form 报表格式: the lanes, rows and columns of a statement, each carrying the question it puts to the books."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from mingzhang.terms.selection import Selection
from mingzhang.terms.unit import Unit

EVERYTHING = Selection()
"""No condition at all."""

SignedName = tuple[int, str]
"""A term of a sum inside one form: the sign and the name of a row or column."""


class Axis(Enum):
    """What the rows of a lane are: a fixed list, or whatever codes of a classification have figures."""

    FIXED = "固定行"
    FUNCTION = "支出功能分类"
    ECONOMIC = "部门经济分类"


class LabelKind(Enum):
    """What a column of words holds."""

    CODE = "科目编码"
    NAME = "名称"
    LINE = "行次"


@dataclass(frozen=True, slots=True)
class Question:
    """问题: a Selection; with `losses_only` it counts only the units where it comes out below zero."""

    selection: Selection
    losses_only: bool = False


@dataclass(frozen=True, slots=True)
class LabelColumn:
    """A column of words; `path` is its heading and those above it, outermost first."""

    kind: LabelKind
    path: tuple[str, ...]
    width: int


@dataclass(frozen=True, slots=True)
class Column:
    """栏次: a column of figures, named as in addresses and headed by `path`.

    The questions are added together, each narrowed by `narrow` and then by the row. Without questions the column is
    the signed sum `sum_of` of other columns of the row; with them `sum_of` is what a reader can add to check it.
    `row` replaces the row's name where one printed line holds several (T7); `entered` figures come from outside the
    books. `zero` is what a value of nothing prints, if other than the form says.
    """

    name: str
    path: tuple[str, ...]
    questions: tuple[Question, ...] = ()
    narrow: Selection = EVERYTHING
    sum_of: tuple[SignedName, ...] = ()
    row: str = ""
    width: int = 6
    entered: bool = False
    zero: str | None = None


@dataclass(frozen=True, slots=True)
class LineItem:
    """项目: a fixed row. `name` is its name in addresses, `label` what is printed (with its 一、二、).

    Its own questions take the place of the column's. `sum_of` are the rows that add up to it; a `computed` row is
    that sum and asks nothing. A row without name is blank; a `gap` is as many blank rows as bring the lane up to
    the length of its neighbours.
    """

    name: str = ""
    label: str = ""
    questions: tuple[Question, ...] = ()
    narrow: Selection = EVERYTHING
    sum_of: tuple[SignedName, ...] = ()
    computed: bool = False
    bold: bool = False
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """One of the column blocks that stand side by side: 收入 and 支出 of T1, 人员经费 and 公用经费 of T6.

    In a lane of codes `roots` are the prefixes it holds, `always` the codes printed even when empty, and `items` its
    total. `foot` is printed in the last line of the table, across the lanes without one to its left.
    """

    labels: tuple[LabelColumn, ...]
    columns: tuple[Column, ...]
    axis: Axis = Axis.FIXED
    items: tuple[LineItem, ...] = ()
    roots: tuple[str, ...] = ()
    always: tuple[str, ...] = ()
    foot: LineItem | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """The layout of one statement for a year and a region; `reference` and `trust` say where it was seen.

    `title`, `caption` (the title as it stands above the grid), `lines` (left and right text between the two), `note`
    and `empty_note` may hold {entity}, {year}, {unit}, {number}, {title} and, in the last, {note}.
    """

    id: str
    number: int
    title: str
    caption: str
    lines: tuple[tuple[str, str], ...]
    unit: Unit
    lanes: tuple[Lane, ...]
    note: str
    empty_note: str
    reference: str
    trust: str
    zero: str = ""
    total_first: bool = True
    numbered: bool = True
    landscape: bool = False

    def columns(self) -> Iterator[tuple[Lane, Column]]:
        """Every column of figures with its lane, from left to right."""
        return ((lane, column) for lane in self.lanes for column in lane.columns)

    def printed_columns(self) -> Iterator[LabelColumn | Column]:
        """Every column of words and of figures, from left to right."""
        for lane in self.lanes:
            yield from lane.labels
            yield from lane.columns
