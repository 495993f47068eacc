"""FoundStatement 认出的报表: a grid known to be one of the nine, its figures read as facts in its unit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from mingzhang.books.fault import Fault, Gravity
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import UNREADABLE, Fact
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.statement import Cell, Figure, Heading, Label, Statement
from mingzhang.disclosure.table import TableCell
from mingzhang.disclosure.trace import Stated
from mingzhang.reading.published.caption import is_note, sides
from mingzhang.reading.published.gathered import Gathered
from mingzhang.reading.published.layout import Layout, tidy
from mingzhang.reading.published.number import NOTHING, Number, number_in
from mingzhang.reading.published.title import number_of
from mingzhang.reading.stated.spot import Found, Spot
from mingzhang.reading.stated.wanting import spread_over_many
from mingzhang.reading.stated.words import heading, unit_named
from mingzhang.terms.unit import MONEY_UNITS, Unit

_SUMS: Final = frozenset(("合计", "小计"))


@dataclass(frozen=True)
class FoundStatement:
    """`group` is where it stands among the items, `found` where its figures stand in the `layout`."""

    id: str
    title: str
    group: Gathered
    layout: Layout
    found: Found
    captions: tuple[str, ...]
    notes: tuple[str, ...]
    position: Position

    @property
    def is_titled(self) -> bool:
        """Whether the title above it says that it is this statement."""
        return self.group.title is not None and self.group.title.statement == self.id

    @cached_property
    def unit_said(self) -> Unit | None:
        """The unit printed above the grid, in its title or in its head; None when none is, or an unusual one."""
        title = self.group.title.text if self.group.title else ""
        said = (unit_named(text) for text in (*self.captions, title, *self.layout.block.units))
        named = next((name for name in said if name), "") or next(iter(self.layout.block.units), "")
        return MONEY_UNITS.get(named)

    @cached_property
    def numbers(self) -> dict[Spot, Number]:
        """What the cells of its figures say."""
        said = {spot: number_in(cell.text) for spot, cell in self.cells() if not _is_heading(spot, cell)}
        if said and all(number.is_blank for number in said.values()):
            # A total row that lends cells to the head: in a table without data they are blank like the others.
            said |= {spot: NOTHING for spot, cell in self.cells() if _is_heading(spot, cell)}
        return said

    def cells(self) -> Iterator[tuple[Spot, TableCell]]:
        """The figures with their cells."""
        for spot in self.found.spots:
            cell = self.layout.cell(spot.row, spot.column)
            if cell is not None:
                yield spot, cell

    @property
    def is_empty(self) -> bool:
        """Whether nothing but blanks and dashes stands where figures belong."""
        return all(number.is_blank for number in self.numbers.values())

    def facts(self, unit: Unit, usual: int) -> dict[Address, Fact]:
        """Its figures; of a row that is there twice the first that says something."""
        merged = set(spread_over_many(self.layout.block, self.found.spots))
        facts: dict[Address, Fact] = {}
        for spot, cell in self.cells():
            number = self.numbers.get(spot)
            if number is None:
                continue
            doubtful = cell.doubtful or (spot in merged and number.value)
            spread = UNREADABLE if doubtful else number.spread(unit, usual)
            printed = "" if _is_heading(spot, cell) else cell.text.strip()
            fact = Fact(spot.address, number.fen(unit), number.unit or unit, Stated(cell.position), spread, printed)
            before = facts.get(spot.address)
            if before is None or not before.printed:
                facts[spot.address] = fact
        return facts

    @property
    def _number(self) -> int:
        """The number in the title, or of the form above it: 公开01表."""
        own = self.group.title.number if self.group.title else 0
        return own or next((n for text in self.captions if "表" in text and (n := number_of(text))), 0)

    def unplaced(self) -> Iterator[Fault]:
        """The figures in it that belong to no row or column that is known: said once for each column or row."""
        said: set[str] = set()
        for stray in self.found.strays:
            cell = self.layout.cell(stray.row, stray.column)
            if cell is not None and stray.certain and stray.message not in said and number_in(cell.text).value:
                said.add(stray.message)
                place, value = str(cell.position), cell.text.strip()
                yield Fault(cell.position.file, place, self.title, value, stray.message, stray.mend, Gravity.WARNING)

    def statement(self, unit: Unit) -> Statement:
        """The statement as it is printed."""
        title = self.group.title
        places = {(spot.row, spot.column): spot.address for spot in self.found.spots}
        first = min((spot.row for spot in self.found.spots), default=len(self.layout.rows))
        rows = self.layout.rows
        return Statement(
            id=self.id,
            number=self._number,
            title=self.title,
            unit=unit,
            head=tuple(_headings(row) for row in rows[:first]),
            body=tuple(tuple(_cells(row, index, places)) for index, row in enumerate(rows) if index >= first),
            widths=tuple(6 for _ in range(self.layout.block.width)),
            note="\n".join(self.notes),
            empty=self.is_empty,
            caption=title.text if title else "",
            lines=tuple(sides(text) for text in self.captions),
            position=self.position,
        )


def _is_heading(spot: Spot, cell: TableCell) -> bool:
    """Whether the cell prints the heading of its column where the figure should stand."""
    if not cell.text or cell.text[0].isdigit():
        return False
    text = heading(cell.text)
    return bool(text) and (text == heading(spot.address.column) or text in _SUMS)


def _headings(row: Sequence[TableCell]) -> tuple[Heading, ...]:
    return tuple(Heading(tidy(cell.text), cell.rows, cell.columns) for cell in row if not cell.is_covered)


def _cells(row: Sequence[TableCell], index: int, places: dict[tuple[int, int], Address]) -> Iterator[Cell]:
    for column, cell in enumerate(row):
        address = places.get((index, column))
        if address:
            yield Figure(address, columns=max(1, cell.columns))
        elif not cell.is_covered:
            yield from _labels(tidy(cell.text), cell.columns)


def _labels(text: str, columns: int) -> Iterator[Label]:
    """The words of a cell; a code before a name is a label of its own."""
    name = text.lstrip("0123456789")
    code = text.removesuffix(name)
    if len(code) in (3, 5, 7) and name.strip():
        yield Label(code)
        yield Label(name.strip(), columns=columns)
    else:
        yield Label(text, columns=columns)


def notes_below(texts: Sequence[str]) -> tuple[str, ...]:
    """The notes below a grid, what was broken into lines joined again."""
    notes: list[str] = []
    for text in texts:
        if notes and not is_note(text):
            notes[-1] += text.strip()
        else:
            notes.append(text.strip())
    return tuple(notes)
