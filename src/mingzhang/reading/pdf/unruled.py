"""Unruled 无框线表: tables of which only the words are drawn, or three level lines, found by their heads."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Final

from mingzhang.reading.pdf.anchor import begins_row, is_amount, is_head, is_label, is_note, is_row
from mingzhang.reading.pdf.columns import Columns, columns_of, columns_under
from mingzhang.reading.pdf.drawings import Ruling
from mingzhang.reading.pdf.frame import Box
from mingzhang.reading.pdf.lines import Line
from mingzhang.reading.pdf.pieces import is_caption
from mingzhang.reading.pdf.unruled_head import FRAME, head_of, is_near, leaves_of

_FAR: Final = 4.5
"""Times the size: how far apart rows may be."""
_WIDER: Final = 1.5
"""Times the step from the line before: a label that far down is no row any more."""
_RECENT: Final = 6
"""Lines by whose distance the next row is judged."""
_WRAPPED: Final = 1.3
"""Times the size: lines so close are of one row where nothing says how far rows are apart."""
_SAME_SIZE: Final = 0.15
_OUT: Final = 6.0
"""Times the size: how far left of a centred head its labels may begin."""
_TIGHT: Final = 0.75
"""Times the usual distance of rows: lines closer than that are of one row."""


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of a table without upright rules: its head, its rows, each of one or more lines, and its columns.

    `close`: its columns stand so close that only the words of a head say what they stand over.
    """

    head: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    columns: Columns
    close: bool = False

    @property
    def lines(self) -> Iterator[Line]:
        """All its lines."""
        yield from self.head
        for row in self.rows:
            yield from row

    @property
    def box(self) -> Box:
        """Left, top, right, bottom."""
        boxes = [line.box for line in self.lines]
        walls = self.columns.walls
        return walls[0], min(box[1] for box in boxes), walls[-1], max(box[3] for box in boxes)


def blocks(
    lines: Sequence[Line], rules: Sequence[Ruling], carried: Columns | None, walls: Sequence[float]
) -> list[Block]:
    """The tables among the lines of a page.

    `rules` are its level lines that touch no upright ones, `carried` the columns of a table that may go on from the
    page before, `walls` the heights at which drawn tables stand, which no other table runs across.
    """
    found: list[Block] = []
    place = 0
    if carried is not None and (block := _continued(lines, carried, walls)) is not None:
        found.append(block)
        place = sum(1 for _ in block.lines)
    while place < len(lines):
        block = _block(lines, place, rules, walls) if is_head(lines[place]) else None
        if block is None:
            place += 1
            continue
        found.append(block)
        place = lines.index(max(block.lines, key=lambda line: line.base)) + 1
    return found


def _block(lines: Sequence[Line], anchor: int, rules: Sequence[Ruling], walls: Sequence[float]) -> Block | None:
    first, last, spans = head_of(lines, anchor, rules)
    head = lines[first : last + 1]
    end = last
    heads = columns_of([leaf.segment for leaf in leaves_of(head)])
    while end + 1 < len(lines) and _goes_on(lines, anchor, end, heads, spans, walls):
        end += 1
    body = lines[last + 1 : end + 1]
    if not (any(map(is_row, body)) or (len(spans) > FRAME and body)):
        return None
    pieces = [segment for line in body for segment in line.segments]
    figures = [segment for segment in pieces if is_amount(segment.text)]
    labels = [segment for segment in pieces if not is_amount(segment.text)]
    columns = columns_under(leaves_of(head), figures, labels)
    if len(columns.ends) < 2:
        return None
    return Block(tuple(head), tuple(_rows(body, spans)), columns)


def _goes_on(
    lines: Sequence[Line], anchor: int, end: int, heads: Columns, spans: Sequence[float], walls: Sequence[float]
) -> bool:
    """Whether the line after `end` is in the table too."""
    line, before = lines[end + 1], lines[end]
    if any(before.base < wall <= line.base for wall in walls):
        return False
    if spans:
        return line.base < spans[-1]
    if not is_near(lines, end, _FAR) or is_note(line) or is_caption(line):
        return False
    if is_row(line):
        return True
    steps = [other.base - one.base for one, other in pairwise(lines[max(anchor, end - _RECENT) : end + 1])]
    if steps and line.base - before.base > _WIDER * max(steps):
        return False
    left = min(each.segments[0].left for each in lines[anchor : end + 1])
    return is_label(line) and _like(line, before) and _under(line, heads, left)


def _like(line: Line, before: Line) -> bool:
    return abs(line.size - before.size) <= _SAME_SIZE * before.size


def _under(line: Line, heads: Columns, begins: float) -> bool:
    """Whether each piece of a line stands under one word of a head, as the labels of a row do."""
    left, right = min(begins, heads.ends[0][0] - _OUT * line.size) - 1, heads.ends[-1][1] + line.size
    inside = left <= line.segments[0].left and line.segments[-1].right <= right
    places = [heads.of(segment) for segment in line.segments]
    return inside and all(last - first <= 1 for first, last in places) and len(set(places)) == len(places)


def _rows(body: Sequence[Line], spans: Sequence[float]) -> Iterator[tuple[Line, ...]]:
    """The lines of each row: those between two rules where rows are ruled, else those much closer than rows are."""
    if len(spans) > 4:
        bands: dict[int, list[Line]] = {}
        for line in body:
            bands.setdefault(sum(1 for y in spans if y < line.base), []).append(line)
        yield from map(tuple, bands.values())
        return
    steps = [after.base - before.base for before, after in pairwise(body) if begins_row(before) and begins_row(after)]
    usual = median(steps) if steps else 0.0
    row: list[Line] = []
    for line in body:
        tight = row and line.base - row[-1].base < (_TIGHT * usual or _WRAPPED * line.size)
        if row and not (tight and not (begins_row(line) and any(map(begins_row, row)))):
            yield tuple(row)
            row = []
        row.append(line)
    if row:
        yield tuple(row)


def _continued(lines: Sequence[Line], carried: Columns, walls: Sequence[float]) -> Block | None:
    """The rows at the top of a page that stand in the columns of the page before."""
    end = 0
    while end < len(lines) and not any(wall <= lines[end].base for wall in walls):
        line = lines[end]
        label = len(line.segments) == 1 and carried.of(line.segments[0]) in ((0, 0), (1, 1)) and end > 0
        if not (carried.takes(line) and (is_row(line) or label)) or is_note(line) or is_caption(line):
            break
        if end and not is_near(lines, end - 1, _FAR):
            break
        end += 1
    if not any(map(is_row, lines[:end])):
        return None
    return Block((), tuple(_rows(lines[:end], ())), replace(carried))
