"""Form 报表格式: the lanes, rows and columns of a statement, each carrying the question it puts to the books."""

from dataclasses import dataclass
from enum import Enum

from mingzhang.terms.selection import Selection

SignedName = tuple[int, str]
"""A term of a sum inside one form: the sign and the name of a row or column."""


class Axis(Enum):
    """What the rows of a lane are: a fixed list, or whatever codes of a classification have figures."""

    FIXED = "固定行"
    FUNCTION = "支出功能分类"


@dataclass(frozen=True, slots=True)
class Column:
    """栏次: a column of figures. `heads` are the headings above its own name, outermost first.

    `selections` are added together and narrowed by the row's own; a column with `terms` is the signed sum of other
    columns of the row. `sum_of` names the columns that a reader can add to check a selected column.
    """

    name: str
    heads: tuple[str, ...] = ()
    selections: tuple[Selection, ...] = ()
    sum_of: tuple[SignedName, ...] = ()


@dataclass(frozen=True, slots=True)
class LineItem:
    """项目: a fixed row. `name` is its name in addresses, `label` what is printed (with its 一、二、).

    `selections` put to the books when the row itself asks; otherwise `sum_of` is the row's formula. `columns` limits
    the row to some of the lane's columns; a spacer row has no name.
    """

    name: str = ""
    label: str = ""
    code: str = ""
    selections: tuple[Selection, ...] = ()
    sum_of: tuple[SignedName, ...] = ()
    columns: tuple[str, ...] = ()
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """One of the column blocks that stand side by side: 收入 and 支出 of T1, 人员经费 and 公用经费 of T6."""

    heading: str
    labels: tuple[str, ...]
    columns: tuple[Column, ...]
    axis: Axis = Axis.FIXED
    items: tuple[LineItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """The layout of one statement for a span of years and a region; `reference` says where it was seen."""

    id: str
    title: str
    lanes: tuple[Lane, ...]
    note: str
    empty_note: str
    reference: str
    trust: str
    total_first: bool = True
    landscape: bool = False
