"""Unruled table 无框线表成表: the words of a block as cells."""

from collections.abc import Sequence

from mingzhang.disclosure.position import Position
from mingzhang.disclosure.table import Table
from mingzhang.reading.grid import Slot, laid_out
from mingzhang.reading.pdf.cells import run_on
from mingzhang.reading.pdf.columns import Columns
from mingzhang.reading.pdf.frame import Frame
from mingzhang.reading.pdf.lines import Line
from mingzhang.reading.pdf.spans import Over, heads_of
from mingzhang.reading.pdf.unruled import Block

Placed = dict[tuple[int, int], Slot]


def table_of_block(block: Block, frame: Frame, file: str, page: int) -> Table:
    """A block as a table: words over several columns as spans, every place without words empty."""
    walls = block.columns.walls
    overs, depth = heads_of(block.head, block.columns, close=block.close) if block.head else ([], 0)

    def position(first: int, last: int, lines: Sequence[Line]) -> Position:
        top, bottom = min(line.box[1] for line in lines), max(line.box[3] for line in lines)
        return Position(file, page, frame.as_shown((walls[first], top, walls[last + 1], bottom)))

    placed: Placed = {}
    for over in overs:
        place = position(over.first, over.last, block.head)
        under = any(other.first == over.first and other.level > over.level for other in overs)
        rows = 1 if over.last > over.first or under else depth - over.level
        placed[over.level, over.first] = Slot(over.text, place, rows, over.last - over.first + 1)
    for number, row in enumerate(block.rows, depth):
        texts = _texts(row, block.columns)
        for column in range(len(walls) - 1):
            text = texts.get(column, "")
            doubtful = bool(text) and any(line.doubtful for line in row)
            placed[number, column] = Slot(text, position(column, column, row), doubtful=doubtful)
    whole = Position(file, page, frame.as_shown(block.box))
    return laid_out(_spread(placed, overs, depth, len(walls) - 1, whole), depth + len(block.rows), whole, ruled=False)


def _spread(placed: Placed, overs: Sequence[Over], depth: int, width: int, whole: Position) -> Placed:
    """The cells with an empty one in the last column where nothing is said, so that the grid keeps its width."""
    if depth and not any(over.last == width - 1 for over in overs):
        placed[0, width - 1] = Slot("", whole, depth)
    return placed


def _texts(row: Sequence[Line], columns: Columns) -> dict[int, str]:
    """What a row says in each column, the lines of a cell joined."""
    pieces: dict[int, list[str]] = {}
    for line in row:
        for segment in line.segments:
            pieces.setdefault(columns.of(segment)[0], []).append(segment.text)
    return {column: run_on(texts) for column, texts in pieces.items()}
