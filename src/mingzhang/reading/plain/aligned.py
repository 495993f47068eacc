"""Aligned 对齐的表: tables whose columns are told only by blanks, as programs that turn pages into text write them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from mingzhang.reading.plain.rows import Line, is_caption
from mingzhang.reading.plain.wrap import width_of

_WORDS: Final = re.compile(r"\S+(?:[ \u3000]\S+)*")
"""What stands together: single blanks do not part it."""
_NUMBER: Final = re.compile(r"[-+(（]?[\d,，]*\.?\d+%?[)）]?|[-—]+")
_AMOUNT: Final = re.compile(r"[-+(（]?[\d,，]+\.\d+%?[)）]?")
_LEADER: Final = re.compile(r"\.{4,}|…{2,}|·{4,}|．{3,}")
_FEWEST_ROWS: Final = 3
_FEWEST_COLUMNS: Final = 3
_LONGEST: Final = 600


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in a line and the places they take."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """A row: the line it is, and its pieces with the first column and the number of columns they cover."""

    number: int
    cells: tuple[tuple[str, int, int], ...]


def aligned_length(lines: Sequence[Line], start: int) -> int:
    """How many lines from `start` on are an aligned table; 0 when none begins there."""
    if len(_parts(lines[start].text)) < 2 or is_caption(lines[start].text):
        return 0
    end = place = start + 1
    while place < len(lines) and place - end < _FEWEST_ROWS:
        if "\t" in lines[place].text or len(lines[place].text) > _LONGEST:
            break
        parts = _parts(lines[place].text)
        if len(parts) > 1:
            end = place + 1
        elif parts and len(parts[0]) > 30:
            break
        place += 1
    return end - start if aligned_rows(lines[start:end]) else 0


def aligned_rows(lines: Sequence[Line]) -> list[AlignedRow]:
    """The rows of a run, by whichever measure of width parts its columns better; none when it is no table."""
    if sum(len(_parts(line.text)) >= _FEWEST_COLUMNS for line in lines) < _FEWEST_ROWS or not _has_numbers(lines):
        return []
    columns = max((_columns(lines, measure) for measure in (width_of, len)), key=lambda each: len(each[1]))
    measure, edges = columns
    if len(edges) < _FEWEST_COLUMNS:
        return []
    rows = [AlignedRow(line.number, _placed(_pieces(line.text, measure), edges)) for line in lines if line.text.strip()]
    return rows if _is_clear(rows) else []


def _is_clear(rows: Sequence[AlignedRow]) -> bool:
    """Whether every column of amounts has its own words above the first amount; a head beside its column has not."""
    amounts = [{at for text, at, _ in row.cells if _AMOUNT.fullmatch(text)} for row in rows]
    first = next((place for place, found in enumerate(amounts) if found), 0)
    headed = {at for row in rows[:first] for _, at, columns in row.cells if columns == 1}
    return first > 0 and set().union(*amounts) <= headed


def _has_numbers(lines: Sequence[Line]) -> bool:
    """Whether enough lines hold numbers, and none leads to a page number by dots."""
    if any(_LEADER.search(line.text) for line in lines):
        return False
    return sum(any(map(_NUMBER.fullmatch, _parts(line.text))) for line in lines) >= _FEWEST_ROWS


def _parts(text: str) -> list[str]:
    return _WORDS.findall(text.replace("\f", ""))


Measure = Callable[[str], int]
Edges = tuple[tuple[int, int], ...]


def _pieces(text: str, measure: Measure) -> list[Piece]:
    pieces = []
    for found in _WORDS.finditer(text.replace("\f", "")):
        start = measure(text[: found.start()])
        pieces.append(Piece(found[0], start, start + measure(found[0])))
    return pieces


def _columns(lines: Sequence[Line], measure: Measure) -> tuple[Measure, Edges]:
    """The stretches that full rows fill, parted where none of them has anything."""
    rows = [_pieces(line.text, measure) for line in lines]
    most = max(map(len, rows), default=0)
    full = [row for row in rows if len(row) * 10 >= most * 6]
    stretches: list[list[int]] = []
    for start, end in sorted((piece.start, piece.end) for row in full for piece in row):
        if stretches and start <= stretches[-1][1]:
            stretches[-1][1] = max(stretches[-1][1], end)
        else:
            stretches.append([start, end])
    edges = tuple((start, end) for start, end in stretches)
    return measure, edges if len(edges) >= most - 1 else ()


def _placed(pieces: Sequence[Piece], edges: Edges) -> tuple[tuple[str, int, int], ...]:
    """Each piece in the columns it reaches over; those that meet in one column are one."""
    cells: list[tuple[str, int, int]] = []
    for piece in pieces:
        over = [n for n, (start, end) in enumerate(edges) if piece.start < end and start < piece.end]
        first = over[0] if over else _nearest(piece, edges)
        if cells and cells[-1][1] + cells[-1][2] > first:
            text, at, count = cells[-1]
            cells[-1] = (f"{text} {piece.text}", at, max(count, (over[-1] if over else first) - at + 1))
        else:
            cells.append((piece.text, first, max(1, len(over))))
    return tuple(cells)


def _nearest(piece: Piece, edges: Edges) -> int:
    middles = [(one[1] + other[0]) / 2 for one, other in pairwise(edges)]
    return sum(piece.start >= middle for middle in middles)
