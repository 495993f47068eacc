"""Unfold 展开: titles, captions and notes that a format keeps inside a grid become lines before and after it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from mingzhang.disclosure.table import Table, TableCell
from mingzhang.reading.published.caption import is_caption, is_note
from mingzhang.reading.published.layout import tidy
from mingzhang.reading.published.title import title_of
from mingzhang.reading.transcript import Item, TextLine

_FEW: Final = 4

Row = tuple[TableCell, ...]


def unfolded(items: Iterable[Item]) -> list[Item]:
    """The items with every grid cut at the titles inside it, and what stands around a grid outside of it."""
    found: list[Item] = []
    for item in items:
        found += _cut(item) if isinstance(item, Table) else [item]
    return found


def _cut(table: Table) -> Iterator[Item]:
    body: list[Row] = []
    above = True
    for row in table.rows:
        texts = [cell for cell in row if cell.text.strip()]
        if _is_title(texts):
            yield from _grid(table, body)
            body, above = [], True
            yield from _lines(texts)
        elif above and not body and texts and _are_captions(texts):
            yield from _lines(texts)
        else:
            body.append(row)
    yield from _grid(table, body)


def _grid(table: Table, rows: Sequence[Row]) -> Iterator[Item]:
    """The rows as a table of their own, and the notes at their end as lines."""
    end = len(rows)
    while end and _is_foot(rows[end - 1]):
        end -= 1
    body = rows[:end]
    if any(cell.text.strip() for row in body for cell in row):
        whole = len(body) == len(table.rows)
        yield table if whole else replace(table, rows=_bounded(body), position=body[0][0].position)
    for row in rows[end:]:
        yield from _lines([cell for cell in row if cell.text.strip()])


def _bounded(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows with no cell reaching below the last one."""
    return tuple(
        tuple(replace(cell, rows=min(cell.rows, len(rows) - index)) if cell.rows > 1 else cell for cell in row)
        for index, row in enumerate(rows)
    )


def _is_title(cells: Sequence[TableCell]) -> bool:
    """Whether a row holds one title and besides at most captions."""
    if not 0 < len(cells) <= _FEW:
        return False
    titles = [cell for cell in cells if (found := title_of(tidy(cell.text))) and found.statement]
    others = [cell for cell in cells if cell not in titles]
    if not titles and len(cells) == 1 and title_of(tidy(cells[0].text)):
        return True
    return len(titles) == 1 and all(_is_caption(cell) for cell in others)


def _is_caption(cell: TableCell) -> bool:
    """Whether a cell holds a caption; a mere number counts the lines of a list."""
    text = tidy(cell.text)
    return is_caption(text) and not text.isdecimal()


def _are_captions(cells: Sequence[TableCell]) -> bool:
    return (
        len(cells) <= _FEW
        and all(is_caption(tidy(cell.text)) for cell in cells)
        and not cells[0].text.strip().isdecimal()
    )


def _is_foot(row: Row) -> bool:
    texts = [cell for cell in row if cell.text.strip()]
    return (not texts and len(row) == 1) or (
        0 < len(texts) <= 2 and is_note(tidy(texts[0].text)) and len(texts[0].text) > 4
    )


def _lines(cells: Iterable[TableCell]) -> Iterator[TextLine]:
    for cell in cells:
        yield TextLine(tidy(cell.text), cell.position, whole=True, doubtful=cell.doubtful)
