"""Joined: a table that runs over several pages is one table, whether or not its head is printed again."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from mingzhang.audit.performance.reader import read
from mingzhang.disclosure.evaluation import Evaluation
from mingzhang.disclosure.table import Table, TableCell

_NEAR: Final = 4
"""Points by which the edge of a column may differ from one page to the next."""


def join(first: Table, second: Table) -> Table | None:
    """Both as one table, if the second goes on with the first; None if it stands for itself."""
    if not _may_go_on(first, second):
        return None
    rows = second.rows if len(second.rows[0]) == len(first.rows[0]) else _fitted(first, second)
    return Table(first.rows + rows, first.position, first.ruled and second.ruled) if rows else None


def _may_go_on(first: Table, second: Table) -> bool:
    """Whether the first is an evaluation without foot, and the second no evaluation of its own."""
    begun, own = read(first), read(second)
    if not begun or begun[-1].total or not first.rows or not second.rows:
        return False
    page, next_page = first.rows[-1][0].position.page, second.position.page
    if page is not None and next_page is not None and next_page - page > 1:
        return False
    if not own:
        return bool(begun[-1].columns or begun[-1].fundings)
    heads = [entry.text for _, entry in begun[-1].columns]
    again = [entry.text for _, entry in own[0].columns]
    alone = own[0].name or own[0].fundings or heads != again
    return not alone and (next_page != page if page is not None else _is_rest(own[0]))


def _is_rest(second: Evaluation) -> bool:
    """Whether what no page tells apart is the rest of an evaluation: it begins under no heading, or has the foot."""
    return bool(second.total) or not (second.indicators and second.indicators[0].first)


def _fitted(first: Table, second: Table) -> tuple[tuple[TableCell, ...], ...]:
    """The rows of the second in the columns of the first, by the edges of their cells; nothing if they do not fit."""
    edges = _edges(first)
    rows = tuple(tuple(_row(row, edges)) for row in second.rows)
    return rows if edges and all(len(row) == len(edges) for row in rows) else ()


def _edges(table: Table) -> list[int]:
    """The left edges of the columns; none where a column has no cell with a box of its own."""
    lefts: dict[int, int] = {}
    for _, column, cell in table.cells():
        if cell.position.box:
            lefts.setdefault(column, cell.position.box[0])
    edges = [lefts[column] for column in sorted(lefts)]
    return edges if len(edges) == len(table.rows[0]) and edges == sorted(edges) else []


def _row(row: tuple[TableCell, ...], edges: list[int]) -> Iterator[TableCell]:
    """A row laid over other columns; too few or too many cells show that it does not fit."""
    for cell in row:
        if cell.is_covered or cell.position.box is None:
            continue
        left, _, right, _ = cell.position.box
        start, end = bisect_left(edges, left - _NEAR), bisect_left(edges, right - _NEAR)
        yield replace(cell, columns=max(end - start, 1))
        for _ in range(start + 1, end):
            yield TableCell("", cell.position, 0, 0)
