"""A statement as a real table: spans, repeated head rows, one bookmark a figure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import Final

from mingzhang.disclosure.fact import Facts
from mingzhang.disclosure.statement import Cell, Figure, Heading, Label, Statement
from mingzhang.publishing.docx.anchors import Anchors
from mingzhang.publishing.docx.layout import LANDSCAPE, LINE, PORTRAIT, Page
from mingzhang.publishing.docx.styles import DENSE, ROOMY
from mingzhang.publishing.docx.wml import Element, child, clean, paragraph, run, w
from mingzhang.publishing.grid import Placed, place_head, place_row, printed

_NAMES: Final = 2 * LINE
_OVER: Final = 360
"""Twips that heading and title, and each line of unit and currency, take from a statement's page."""

_TALLEST: Final = 420
_BORDER: Final = 10
_PAD: Final = 120
"""Twips left and right inside a cell together."""


@dataclass(frozen=True, slots=True)
class Density:
    """How close a table is set: its styles, and the width of a character and height of a line in twips."""

    ending: str
    character: int
    line: int
    least: int

    def row(self, room: int, needs: Sequence[int]) -> int:
        """The height of a row with which the table still fits its page, however tall its words make some rows."""
        heights = range(_TALLEST, self.least, -5)
        return next((h for h in heights if sum(max(h, need) for need in needs) <= room), self.least)


_DENSITIES: Final = (Density(ROOMY, 210, 280, 300), Density(DENSE, 180, 230, 245))


def page_of(statement: Statement) -> Page:
    """How the page lies on which a statement stands."""
    return LANDSCAPE if statement.landscape else PORTRAIT


def room_of(statement: Statement) -> int:
    """Twips of height that a statement's page leaves for its table."""
    notes = ceil(210 * len(statement.note) / page_of(statement).text_width)
    rows = len(statement.head) + len(statement.body)
    words = _NAMES + _OVER * (len(statement.lines) or 1) + 300 * notes + 60
    return page_of(statement).text_height - words - _BORDER * rows


def widths_of(statement: Statement) -> list[int]:
    """The columns in twips, together as wide as the page's text."""
    whole, room = sum(statement.widths) or 1, page_of(statement).text_width
    edges = [room * sum(statement.widths[:n]) // whole for n in range(len(statement.widths) + 1)]
    return [right - left for left, right in pairwise(edges)]


def density_of(statement: Statement) -> Density:
    """The roomy type where the table then fits its page, else the dense."""
    roomy, dense = _DENSITIES
    fits = sum(row_heights(statement, roomy)) <= room_of(statement)
    return roomy if fits else dense


def row_heights(statement: Statement, density: Density) -> list[int]:
    """The least height of each row, head first, with the lines that its words need."""
    heads = [[(p.column, p.cell.columns, p.cell.text) for p in place_head([r])] for r in statement.head]
    body = [
        [(p.column, p.cell.columns, p.cell.text) for p in place_row(r) if isinstance(p.cell, Label)]
        for r in statement.body
    ]
    widths = widths_of(statement)
    return [max([density.least, *(_need(widths, density, cell) for cell in row)]) for row in heads + body]


def _need(widths: Sequence[int], density: Density, cell: tuple[int, int, str]) -> int:
    column, columns, text = cell
    room = sum(widths[column : column + columns]) - _PAD
    length = sum(density.character if ord(char) > 255 else density.character // 2 for char in text)
    return density.line * ceil(length / max(room, density.character))


class Table:
    """One statement on its way to a table."""

    def __init__(self, statement: Statement, facts: Facts, anchors: Anchors) -> None:
        """Nothing is made yet."""
        self._statement, self._facts, self._anchors = statement, facts, anchors
        self._density = density_of(statement)
        self._widths = widths_of(statement)
        self._height = self._density.row(room_of(statement), row_heights(statement, self._density))

    def element(self) -> Element:
        """The w:tbl."""
        table = w("tbl", self._properties(), w("tblGrid", *(w("gridCol", w=width) for width in self._widths)))
        table.extend(self._head())
        table.extend(self._row(place_row(cells)) for cells in self._statement.body)
        return table

    def _properties(self) -> Element:
        """Title and description are what a screen reader says of the table."""
        title = self._statement.title
        said = f"表{self._statement.number} {title}，{len(self._widths)}列，前{len(self._statement.head)}行为表头。"
        return w(
            "tblPr",
            w("tblStyle", val="TableGrid"),
            w("tblW", w=sum(self._widths), type="dxa"),
            w("jc", val="center"),
            w("tblLayout", type="fixed"),
            w("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
            w("tblCaption", val=title),
            w("tblDescription", val=said),
        )

    def _head(self) -> Iterator[Element]:
        placed = place_head(self._statement.head)
        for row in range(len(self._statement.head)):
            yield self._row(_with_covered(row, placed), header=True)

    def _row(self, cells: Iterator[Placed[Cell] | Placed[Heading]], *, header: bool = False) -> Element:
        row = w("tr")
        properties = child(row, "trPr")
        child(properties, "cantSplit")
        child(properties, "trHeight", val=self._height, hRule="atLeast")
        if header:
            child(properties, "tblHeader")
        column = 0
        for placed in cells:
            row.append(self._cell(placed, header=header))
            column = placed.column + placed.cell.columns
        row.extend(self._blank(c) for c in range(column, len(self._widths)))
        return row

    def _cell(self, placed: Placed[Cell] | Placed[Heading], *, header: bool) -> Element:
        cell, columns = placed.cell, placed.cell.columns
        element = w("tc")
        properties = child(element, "tcPr")
        child(properties, "tcW", w=sum(self._widths[placed.column : placed.column + columns]), type="dxa")
        if columns > 1:
            child(properties, "gridSpan", val=columns)
        if placed.rows != 1:
            child(properties, "vMerge", **({"val": "restart"} if placed.rows else {}))
        child(properties, "vAlign", val="center")
        words = self._heading(cell, placed.rows) if isinstance(cell, Heading) else self._words(cell)
        element.append(words)
        return element

    def _blank(self, column: int) -> Element:
        properties = w("tcPr", w("tcW", w=self._widths[column], type="dxa"))
        return w("tc", properties, paragraph(f"TableText{self._density.ending}"))

    def _heading(self, heading: Heading, rows: int) -> Element:
        text = heading.text if rows else ""
        return paragraph(f"TableHead{self._density.ending}", *self._runs(text, bold=False))

    def _words(self, cell: Cell) -> Element:
        text = printed(self._statement, self._facts, cell)
        runs = self._runs(text, bold=cell.bold)
        if isinstance(cell, Figure):
            return paragraph(f"TableFigure{self._density.ending}", *self._anchors.around(cell.address, *runs))
        style = "TableHead" if cell.centred or cell.columns > 1 else "TableText"
        indent = (w("ind", left=cell.indent * self._density.character),) if cell.indent else ()
        return paragraph(f"{style}{self._density.ending}", *runs, properties=indent)

    def _runs(self, text: str, *, bold: bool) -> tuple[Element, ...]:
        if not text:
            return ()
        return (run(clean(text), *((w("b"), w("bCs")) if bold else ())),)


def _with_covered(row: int, placed: Sequence[Placed[Heading]]) -> Iterator[Placed[Heading]]:
    """The cells of a head row, those covered from above among them, which are marked by covering no row."""
    for p in sorted(placed, key=lambda p: p.column):
        if p.row == row:
            yield p
        elif p.row < row < p.row + p.rows:
            yield Placed(row, p.column, 0, p.cell)
