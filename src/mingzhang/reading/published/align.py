"""Align 对齐: a page of a table whose lines were drawn differently, laid into the columns of the first page."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from mingzhang.disclosure.table import TableCell

_NEAR: Final = 2

Row = tuple[TableCell, ...]
Edges = list[tuple[int, int]]


def aligned(rows: Sequence[Row], first: Sequence[Row]) -> Sequence[Row]:
    """The rows in the columns of the first page where the two differ in number and their places are known."""
    if not first or not rows or len(rows[0]) == len(first[0]):
        return rows
    edges = _edges(first)
    if not edges or any(cell.position.box is None for row in rows for cell in row if not cell.is_covered):
        return rows
    return [_laid(row, edges) for row in rows]


def _edges(rows: Sequence[Row]) -> Edges:
    """The left and right edge of every column, told by the cells that cover it alone; empty when one is not known."""
    edges: Edges = []
    for column in range(len(rows[0])):
        boxes = [row[column].position.box for row in rows if row[column].columns == 1 and not row[column].is_covered]
        known = [box for box in boxes if box]
        if not known:
            return []
        edges.append((min(box[0] for box in known), max(box[2] for box in known)))
    return edges


def _laid(row: Row, edges: Edges) -> Row:
    blank = replace(row[0], text="", rows=1, columns=1)
    laid = [blank] * len(edges)
    for cell in row:
        if cell.is_covered or cell.position.box is None:
            continue
        left, right = cell.position.box[0], cell.position.box[2]
        covered = [c for c, (start, end) in enumerate(edges) if start < right - _NEAR and end > left + _NEAR]
        if not covered:
            continue
        before = laid[covered[0]]
        # Two cells in one column of the first page: what they say stands side by side, and is no number any more.
        text = " ".join(filter(None, (before.text, cell.text)))
        laid[covered[0]] = replace(cell, text=text, columns=len(covered))
        for column in covered[1:]:
            laid[column] = replace(cell, text="", rows=0, columns=0)
    return tuple(laid)
