"""Tight 紧密表: tables without any lines whose columns stand close and whose names run over several lines."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from mingzhang.reading.pdf.anchor import WORDS
from mingzhang.reading.pdf.bands import Bands, bands_of
from mingzhang.reading.pdf.close_columns import close_columns
from mingzhang.reading.pdf.columns import Columns
from mingzhang.reading.pdf.lines import Line
from mingzhang.reading.pdf.pieces import (
    begins_item,
    figures_run_on,
    is_anchor,
    is_count,
    is_figure,
    is_label,
    is_whole_name,
)
from mingzhang.reading.pdf.unruled import Block

_FAR: Final = 4.5
"""Times the size: how far apart lines of a table may be."""
_MOST_HEAD: Final = 10
_FEWEST_WORDS: Final = 2
_FEWEST_FIGURES: Final = 3
_NUMBERS: Final = "栏次"
_FEWEST_COUNTS: Final = 2
"""Rows that have a code or the number of a line, where rows are known by it."""


@dataclass(frozen=True, slots=True)
class Zone:
    """Lines one below the other that may be a table, by number: from `start` to before `end`."""

    start: int
    end: int


def tight_block(fine: Sequence[Line], zone: Zone, carried: Columns | None) -> tuple[Zone, Block] | None:
    """The table in a zone and where it stands; `carried` are the columns of one that may go on from another page."""
    return _continued(fine, zone, carried) or _headed(fine, zone)


def zones_of(lines: Sequence[Line], walls: Sequence[float]) -> Iterator[Zone]:
    """The runs of lines that cells may hold, with figures among them."""
    start = 0
    for place in range(len(lines) + 1):
        ends = place == len(lines) or not is_label(lines[place])
        if ends or (place > start and not _near(lines[place - 1], lines[place], walls)):
            if any(map(is_anchor, lines[start:place])):
                yield Zone(start, place)
            start = place + 1 if ends else place


def _near(before: Line, line: Line, walls: Sequence[float]) -> bool:
    if any(before.base < wall <= line.base for wall in walls):
        return False
    return line.base - before.base <= _FAR * max(before.size, line.size)


def is_tight(lines: Sequence[Line]) -> bool:
    """Whether figures run together with what stands beside them, or names run over the lines between figures."""
    anchors = [place for place, line in enumerate(lines) if is_anchor(line)]
    if any(map(figures_run_on, lines)) or not anchors:
        return True
    return not all(map(_is_of_its_own, lines[anchors[0] : anchors[-1]]))


def _is_of_its_own(line: Line) -> bool:
    """Whether a line has what begins a row: a figure, a code, the number of a line or of a name."""
    return is_anchor(line) or any(is_count(piece) or begins_item(piece) for piece in line.segments)


def _headed(lines: Sequence[Line], zone: Zone) -> tuple[Zone, Block] | None:
    """The table of a zone that begins with a head."""
    body, anchors = lines[zone.start : zone.end], _anchors(lines, zone)
    first = anchors[0]
    columns = close_columns(body[:first], body[first:])
    bands = _bands(body, anchors, columns) if columns else None
    if bands is None or columns is None:
        return None
    head = _head(bands.above)
    words = {columns.of(piece) for line in head for piece in line.segments if WORDS.search(piece.text)}
    if len(words) < _FEWEST_WORDS or not _is_table(bands, columns):
        return None
    begins = zone.start + len(bands.above) - len(head)
    end = zone.end - len(bands.below)
    above, numbers = _parted(head)
    rows = (*((line,) for line in numbers), *bands.rows)
    return Zone(begins, end), Block(above, rows, columns, close=not numbers)


def _continued(lines: Sequence[Line], zone: Zone, columns: Columns | None) -> tuple[Zone, Block] | None:
    """The table of a zone in the columns of the page before; what stands above its first row is the rest of one."""
    if columns is None:
        return None
    body, anchors = lines[zone.start : zone.end], _anchors(lines, zone)
    if not all(_fits(body[place], columns) for place in anchors):
        return None
    bands = _bands(body, anchors, columns)
    if bands is None or len(bands.above) > _MOST_HEAD:
        return None
    rows = (bands.above, *bands.rows) if bands.above else bands.rows
    return Zone(zone.start, zone.end - len(bands.below)), Block((), rows, columns, close=True)


def _bands(body: Sequence[Line], anchors: Sequence[int], columns: Columns) -> Bands | None:
    """The rows around figures, and around codes and line numbers where a row has no figure.

    None when two numbered rows are in one whatever is taken for a row.
    """
    known = _counting(body, columns)
    more = [
        place
        for place, line in enumerate(body)
        if is_whole_name(line) or any(is_count(p) and columns.of(p)[0] in known for p in line.segments)
    ]
    chosen = {*anchors, *more}
    for _ in body:
        bands = bands_of(body, sorted(chosen), columns)
        crowded = next((row for row in bands.rows if _holds_two(row, columns)), None) if bands else None
        if crowded is None:
            return bands
        begun = [n for n, line in enumerate(body) if line in crowded and any(map(begins_item, line.segments))]
        if not {*begun} - chosen:
            return None
        # A numbered name without figures beside it: where it begins, a row of its own does.
        chosen.add(max({*begun} - chosen, key=lambda n: min(abs(n - other) for other in chosen)))
    return None


def _counting(body: Sequence[Line], columns: Columns) -> set[int]:
    """The columns of codes and of line numbers: hardly anything else stands in them."""
    pieces = [(columns.of(piece)[0], is_count(piece)) for line in body for piece in line.segments]
    counts, every = Counter(column for column, count in pieces if count), Counter(column for column, _ in pieces)
    return {column for column, many in counts.items() if many >= _FEWEST_COUNTS and many * 3 > every[column] * 2}


def _holds_two(row: Sequence[Line], columns: Columns) -> bool:
    """Whether two names that are numbered stand in one cell."""
    begun = [columns.of(piece)[0] for line in row for piece in line.segments if begins_item(piece)]
    return len(begun) > len(set(begun))


def _anchors(lines: Sequence[Line], zone: Zone) -> list[int]:
    return [place - zone.start for place in range(zone.start, zone.end) if is_anchor(lines[place])]


def _fits(line: Line, columns: Columns) -> bool:
    """Whether each piece of a line stands in a column of its own and none beside all of them."""
    left, right = columns.ends[0][0] - line.size, columns.ends[-1][1] + line.size
    inside = left <= line.segments[0].left and line.segments[-1].right <= right
    return inside and columns.takes(line)


def _head(above: Sequence[Line]) -> Sequence[Line]:
    """The lines of the head: from the first that has a word of one."""
    close = above[-_MOST_HEAD:]
    begins = next((n for n, line in enumerate(close) if any(WORDS.search(p.text) for p in line.segments)), len(close))
    return close[begins:]


def _parted(head: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The words of a head, and the numbers of the columns below them."""
    place = next((n for n, line in enumerate(head) if line.segments[0].text == _NUMBERS), len(head))
    return tuple(head[:place]), tuple(head[place:])


def _is_table(bands: Bands, columns: Columns) -> bool:
    """Whether there are figures enough, each in a column of its own, to be no text."""
    figures = [piece for row in bands.rows for line in row for piece in line.segments if is_figure(piece)]
    own = all(columns.of(piece)[0] == columns.of(piece)[1] for piece in figures)
    return own and len(columns.ends) > 1 and len(figures) >= _FEWEST_FIGURES
