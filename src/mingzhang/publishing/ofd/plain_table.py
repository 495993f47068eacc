"""Tables 表格 that are no statements, in millimetres: rows that break over pages, merged cells that go on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from mingzhang.disclosure.table import CellKind, Table
from mingzhang.publishing.fit import LEADING
from mingzhang.publishing.ofd.face import Face, Faces
from mingzhang.publishing.ofd.lines import Line, Setter, Span
from mingzhang.publishing.ofd.mark import MM
from mingzhang.publishing.ofd.sheet import SIDE, Band, Box, Grid
from mingzhang.publishing.tabular import Setting, head_rows, pieces, settings, shares, type_size

_AIR: Final = 2.6 * MM
"""Over and under the words of a cell."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A table measured for a width: the height of each row, and its cells with their lines."""

    grid: Grid
    heights: tuple[float, ...]
    boxes: tuple[Box, ...]
    head: int

    @property
    def step(self) -> float:
        """From line to line."""
        return self.grid.setter.size * LEADING

    def pages(self, first: float, full: float) -> Iterator[Band]:
        """The rows by pages, the head over each; `first` is the room left on this one, `full` that of a new one.

        Nothing at all, an empty band, stands for a page turned before anything fits.
        """
        head = sum(self.heights[: self.head])
        start, room = self.head, first
        while start < len(self.heights):
            end, used = start, head
            while end < len(self.heights) and used + self.heights[end] <= room + 0.01:
                used += self.heights[end]
                end += 1
            if end == start and room < full:
                yield Band((), ())
            else:
                end = max(end, start + 1)
                yield self._band(start, end)
                start = end
            room = full
        if self.head and self.head == len(self.heights):
            yield self._band(self.head, self.head)

    def _band(self, start: int, end: int) -> Band:
        """The head and the rows from start to end; of a cell that reaches beyond, what lies inside."""
        above = range(self.head)
        rows = [*above, *range(start, end)]
        made = [box for box in self.boxes if box.row < self.head]
        for box in self.boxes:
            if box.row < self.head or box.row >= end or box.row + box.rows <= start:
                continue
            top, bottom = max(box.row, start), min(box.row + box.rows, end)
            lines = box.lines if box.row >= start or box.align == 0.5 else ()
            made.append(replace(box, row=self.head + top - start, rows=bottom - top, lines=lines))
        return Band(tuple(self.heights[row] for row in rows), tuple(made))


def measured(table: Table, faces: Faces, width: float, full: float) -> Measured:
    """The table set in its own type; a row is never higher than a page, longer words are parted into several rows."""
    setter = Setter(faces, type_size(table) * MM)
    edges = [0.0]
    for share in shares(table):
        edges.append(edges[-1] + width * share / sum(shares(table)))
    boxes = [_box(each, setter, edges) for each in settings(table)]
    empty = Grid(setter, tuple(edges), Band((), ()), ())
    heights = _heights(boxes, len(table.rows), setter.size * LEADING)
    head = head_rows(table) if sum(heights[: head_rows(table)]) < full / 2 else 0
    room = full - sum(heights[:head])
    return Measured(empty, *_parted(boxes, heights, room, setter.size * LEADING), head)


def _box(each: Setting, setter: Setter, edges: Sequence[float]) -> Box:
    cell = each.cell
    face = Face.BOLD if cell.kind is CellKind.HEAD else Face.SONG
    room = edges[each.column + cell.columns] - edges[each.column] - 2 * SIDE
    spans: list[Span] = []
    lines: list[Line] = []
    for paragraph in _paragraphs(each, face):
        lines += [_moved(line, len(spans)) for line in setter.lines(paragraph, room)]
        spans += paragraph
    align = 1.0 if cell.kind is CellKind.FIGURE else 0.5 if each.centred else 0.0
    return Box(each.row, cell.rows, each.column, cell.columns, tuple(spans), tuple(lines), align)


def _paragraphs(each: Setting, face: Face) -> Iterator[list[Span]]:
    """The words of a cell by its own line breaks."""
    line: list[Span] = []
    for text, address in pieces(each.cell):
        first, *more = text.split("\n")
        line.append(Span(first, face, (address,) if address else ()))
        for words in more:
            yield line
            line = [Span(words, face, (address,) if address else ())]
    yield line


def _moved(line: Line, by: int) -> Line:
    """The line with its letters counted among more spans."""
    return Line(tuple(replace(letter, span=letter.span + by) for letter in line.letters), line.width)


def _heights(boxes: Sequence[Box], rows: int, step: float) -> list[float]:
    """Rows as high as their fullest cell; what a cell of several rows lacks goes to its last row."""
    heights = [step + 2 * _AIR] * rows
    for box in sorted(boxes, key=lambda box: box.rows):
        last = box.row + box.rows
        heights[last - 1] += max(0.0, step * len(box.lines) + 2 * _AIR - sum(heights[box.row : last]))
    return heights


def _parted(
    boxes: Sequence[Box], heights: Sequence[float], room: float, step: float
) -> tuple[tuple[float, ...], tuple[Box, ...]]:
    """The same with rows that are higher than a page cut into as many as they need."""
    most = max(1, int((room - 2 * _AIR) / step))
    starts: list[int] = []
    made: list[float] = []
    for height in heights:
        starts.append(len(made))
        lines = int((height - 2 * _AIR) / step + 0.5)
        counts = [most] * ((lines - 1) // most) if height > room else []
        made += [step * count + 2 * _AIR for count in counts]
        made.append(height if not counts else step * (lines - most * len(counts)) + 2 * _AIR)
    starts.append(len(made))
    parts = (part for box in boxes for part in _parts(box, starts, most))
    return tuple(made), tuple(parts)


def _parts(box: Box, starts: Sequence[int], most: int) -> Iterator[Box]:
    first, last = starts[box.row], starts[box.row + box.rows]
    if last - first == box.rows or len(box.lines) <= most:
        yield replace(box, row=first, rows=last - first)
        return
    for number, row in enumerate(range(first, last)):
        yield replace(box, row=row, rows=1, lines=box.lines[number * most : (number + 1) * most])
