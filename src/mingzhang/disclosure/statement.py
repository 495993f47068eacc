"""Statement 报表: one of the nine tables as it is printed, its figures named by address."""

from dataclasses import dataclass

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Facts
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.trace import Term
from mingzhang.terms.unit import Unit


@dataclass(frozen=True, slots=True)
class Heading:
    """One cell of a table's head: its text and how many rows and columns it covers."""

    text: str
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Label:
    """A cell of words: a name, a code, a 行次; `indent` in steps of the classification."""

    text: str
    indent: int = 0
    bold: bool = False
    centred: bool = False
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell that prints the fact at an address; `columns` for a cell that covers several.

    `zero` is what a value of nothing prints here, if other than the statement says.
    """

    address: Address
    bold: bool = False
    columns: int = 1
    zero: str | None = None


Cell = Label | Figure


@dataclass(frozen=True, slots=True)
class Composition:
    """组成: the printed figures that a printed figure is the signed sum of."""

    total: Address
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A printed statement. `head` rows use the HTML convention for covered cells; `widths` are in Chinese characters.

    `compositions` say which cells are sums of which; `note` stands under the grid, 空表 declarations included.
    `zero` is what a cell of value nothing prints: usually nothing at all. `caption` is the title as it stands above
    the grid (2021年度收入支出决算总表（表1）), `lines` the left and right text of the lines between the two; `position`
    is where the title of a statement that was read stands.
    """

    id: str
    number: int
    title: str
    unit: Unit
    head: tuple[tuple[Heading, ...], ...]
    body: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    compositions: tuple[Composition, ...] = ()
    note: str = ""
    landscape: bool = False
    zero: str = ""
    empty: bool = False
    caption: str = ""
    lines: tuple[tuple[str, str], ...] = ()
    position: Position | None = None

    def shown(self, figure: Figure, facts: Facts) -> str:
        """The digits a figure prints: its mark for an exact nothing, and no digits when nobody knows the value."""
        fact = facts.get(figure.address)
        if fact is None:
            return ""
        if fact.value == 0:
            return self.zero if figure.zero is None else figure.zero
        return fact.shown

    def addresses(self) -> tuple[Address, ...]:
        """The figures of the table in reading order."""
        return tuple(cell.address for row in self.body for cell in row if isinstance(cell, Figure))
