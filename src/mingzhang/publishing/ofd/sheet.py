"""Sheets 报表页: a statement's grid in millimetres, its head repeated on every page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.statement import Figure, Label, Statement
from mingzhang.publishing.fit import LEADING, fit
from mingzhang.publishing.fit import SIDE as SIDE_POINTS
from mingzhang.publishing.grid import is_numbering, place_head, place_row, printed
from mingzhang.publishing.ofd.face import Face, Faces
from mingzhang.publishing.ofd.lines import Line, Setter, Span
from mingzhang.publishing.ofd.mark import MM, Mark, Rule

ASCENT = 0.86
"""Where the base line lies in a line's height, in parts of the type size."""

SIDE = SIDE_POINTS * MM


@dataclass(frozen=True, slots=True)
class Box:
    """One cell: where it lies in its band, its lines and how they are aligned: 0 left, ½ centre, 1 right."""

    row: int
    rows: int
    column: int
    columns: int
    spans: tuple[Span, ...]
    lines: tuple[Line, ...]
    align: float
    indent: float = 0.0
    grey: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """Rows that stay together: the head, or one row of the body."""

    heights: tuple[float, ...]
    boxes: tuple[Box, ...]

    @property
    def height(self) -> float:
        """How much room it takes."""
        return sum(self.heights)


@dataclass(frozen=True, slots=True)
class Grid:
    """A statement measured for a width: the left edges of its columns, its head and its rows."""

    setter: Setter
    edges: tuple[float, ...]
    head: Band
    rows: tuple[Band, ...]

    def draw(self, band: Band, left: float, top: float) -> Iterator[Mark]:
        """The marks of a band whose upper left corner is given."""
        tops = [top]
        for height in band.heights:
            tops.append(tops[-1] + height)
        for box in band.boxes:
            x1, x2 = left + self.edges[box.column], left + self.edges[box.column + box.columns]
            y1, y2 = tops[box.row], tops[box.row + box.rows]
            yield from _frame(x1, y1, x2, y2)
            yield from self._words(box, x1, y1, x2, y2)

    def _words(self, box: Box, x1: float, y1: float, x2: float, y2: float) -> Iterator[Mark]:
        step = self.setter.size * LEADING
        y = (y1 + y2 - step * len(box.lines)) / 2 + self.setter.size * (ASCENT + (LEADING - 1) / 2)
        for line in box.lines:
            start, room = x1 + SIDE + box.indent, x2 - x1 - 2 * SIDE - box.indent
            x = start + max(0.0, room - line.width) * box.align
            yield from self.setter.place(line, box.spans, x, y, grey=box.grey)
            y += step


def _frame(x1: float, y1: float, x2: float, y2: float) -> tuple[Rule, ...]:
    return Rule(x1, y1, x2, y1), Rule(x1, y2, x2, y2), Rule(x1, y1, x1, y2), Rule(x2, y1, x2, y2)


def grid(disclosure: Disclosure, statement: Statement, faces: Faces, width: float, height: float) -> Grid:
    """The statement measured for a width, set so that it stays within the height if legible type allows."""
    fitted = fit(statement, disclosure.facts, width / MM, height / MM)
    whole = sum(statement.widths) or 1
    edges = [0.0]
    for share in statement.widths:
        edges.append(edges[-1] + width * share / whole)
    maker = _Maker(Setter(faces, fitted.size * MM), tuple(edges), fitted.air * MM)
    return Grid(maker.setter, maker.edges, maker.head(statement), tuple(maker.rows(disclosure, statement)))


@dataclass(frozen=True, slots=True)
class _Maker:
    setter: Setter
    edges: tuple[float, ...]
    padding: float

    def head(self, statement: Statement) -> Band:
        boxes = []
        for placed in place_head(statement.head):
            small = is_numbering(placed.cell.text)
            span = Span(placed.cell.text, Face.SONG if small else Face.BOLD)
            boxes.append(
                self._box((span,), placed.row, placed.rows, placed.column, placed.cell.columns, 0.5, grey=small)
            )
        return self._band(boxes, len(statement.head))

    def rows(self, disclosure: Disclosure, statement: Statement) -> Iterator[Band]:
        for cells in statement.body:
            boxes = []
            for placed in place_row(cells):
                cell = placed.cell
                states = (cell.address,) if isinstance(cell, Figure) else ()
                span = Span(printed(statement, disclosure.facts, cell), Face.BOLD if cell.bold else Face.SONG, states)
                indent = self.setter.size * cell.indent if isinstance(cell, Label) else 0.0
                boxes.append(self._box((span,), 0, 1, placed.column, cell.columns, _alignment(cell), indent))
            yield self._band(boxes, 1)

    def _box(
        self,
        spans: tuple[Span, ...],
        row: int,
        rows: int,
        column: int,
        columns: int,
        align: float,
        indent: float = 0.0,
        *,
        grey: bool = False,
    ) -> Box:
        room = self.edges[column + columns] - self.edges[column] - 2 * SIDE - indent
        lines = tuple(self.setter.lines(spans, room))
        return Box(row, rows, column, columns, spans, lines, align, indent, grey)

    def _band(self, boxes: Sequence[Box], rows: int) -> Band:
        """Rows as high as their fullest cell; what a cell of several rows lacks goes to its last row."""
        step = self.setter.size * LEADING
        heights = [step + 2 * self.padding] * rows
        for box in sorted(boxes, key=lambda box: box.rows):
            has = sum(heights[box.row : box.row + box.rows])
            needs = step * len(box.lines) + 2 * self.padding
            heights[box.row + box.rows - 1] += max(0.0, needs - has)
        return Band(tuple(heights), tuple(boxes))


def _alignment(cell: Label | Figure) -> float:
    if isinstance(cell, Figure):
        return 1.0
    return 0.5 if cell.centred or cell.bold else 0.0
