"""Tables 表格 that are no statements, in Word: merged cells, repeated head rows, a bookmark a figure."""

from collections.abc import Iterator
from itertools import pairwise
from math import ceil
from typing import Final

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.table import CellKind
from mingzhang.publishing.docx.anchors import Anchors
from mingzhang.publishing.docx.layout import LINE, PORTRAIT
from mingzhang.publishing.docx.styles import DENSE, ROOMY, SMALL
from mingzhang.publishing.docx.wml import Element, child, clean, paragraph, run, w
from mingzhang.publishing.tabular import (
    LARGE,
    MIDDLE,
    Setting,
    Spot,
    head_rows,
    owners,
    pieces,
    settings,
    shares,
    title_of,
    type_size,
)

_PAD: Final = 120
_AIR: Final = 90
"""Twips left and right inside a cell together, and over and under its lines."""

_LEADING: Final = 1.3
_NO_BANDS: Final = {"lastRow": 0, "firstColumn": 0, "lastColumn": 0, "noHBand": 1, "noVBand": 1}
_TALL: Final = 12 * LINE
"""A row higher than this may be parted by the end of a page."""


class PlainTable:
    """One table on its way to a w:tbl."""

    def __init__(self, spot: Spot, anchors: Anchors) -> None:
        """Nothing is made yet."""
        self._spot, self._table, self._anchors = spot, spot.table, anchors
        size = type_size(spot.table)
        self._ending = ROOMY if size >= LARGE else DENSE if size >= MIDDLE else SMALL
        self._widths = _widths(spot)
        self._needs = row_needs(spot)

    def element(self) -> Element:
        """The table with all its rows."""
        grid = w("tblGrid", *(w("gridCol", w=width) for width in self._widths))
        return w("tbl", self._properties(), grid, *self._rows())

    def _properties(self) -> Element:
        """Title and description are what a screen reader says of the table."""
        head, title = head_rows(self._table), clean(title_of(self._spot))
        said = f"{title}，{len(self._widths)}列" + (f"，前{head}行为表头。" if head else "。")
        return w(
            "tblPr",
            w("tblStyle", val="TableGrid"),
            w("tblW", w=sum(self._widths), type="dxa"),
            w("jc", val="center"),
            w("tblLayout", type="fixed"),
            w("tblLook", val="0020" if head else "0000", firstRow=int(head > 0), **_NO_BANDS),
            w("tblCaption", val=title),
            w("tblDescription", val=said),
        )

    def _rows(self) -> Iterator[Element]:
        places, head = owners(self._table), head_rows(self._table)
        for row, need in enumerate(self._needs):
            element = w("tr")
            properties = child(element, "trPr")
            if need <= _TALL:
                child(properties, "cantSplit")
                child(properties, "trHeight", val=need, hRule="atLeast")
            if row < head:
                child(properties, "tblHeader")
            element.extend(self._cells(row, places))
            yield element

    def _cells(self, row: int, places: dict[tuple[int, int], Setting]) -> Iterator[Element]:
        """The cells of a row; one that a cell above covers goes on with it."""
        column = 0
        while column < len(self._widths):
            own = places.get((row, column))
            columns = own.cell.columns if own else 1
            cell = w("tc")
            properties = child(cell, "tcPr")
            child(properties, "tcW", w=sum(self._widths[column : column + columns]), type="dxa")
            if columns > 1:
                child(properties, "gridSpan", val=columns)
            if own and own.cell.rows > 1:
                child(properties, "vMerge", **({"val": "restart"} if own.row == row else {}))
            child(properties, "vAlign", val="center")
            cell.append(self._words(own if own and own.row == row else None))
            yield cell
            column += columns

    def _words(self, own: Setting | None) -> Element:
        if own is None:
            return paragraph(f"TableText{self._ending}")
        cell = own.cell
        kind = "Figure" if cell.kind is CellKind.FIGURE else "Head" if own.centred else "Text"
        bold = (w("b"), w("bCs")) if cell.kind is CellKind.HEAD else ()
        runs = [
            element
            for text, address in pieces(cell)
            for element in self._piece(text, address, run(text, *bold) if text else None)
        ]
        return paragraph(f"Table{kind}{self._ending}", *runs)

    def _piece(self, text: str, address: Address | None, words: Element | None) -> tuple[Element, ...]:
        """Words; a figure's first place is its bookmark, any further one leads there."""
        if words is None:
            return ()
        if address is None:
            return (words,)
        return self._anchors.first_or_link(address, text, words)


def row_needs(spot: Spot) -> tuple[int, ...]:
    """The height of each row in twips; what a cell of several rows lacks goes to its last row."""
    size, widths = type_size(spot.table) * 20, _widths(spot)
    needs = [round(size * _LEADING) + _AIR] * len(spot.table.rows)
    for each in sorted(settings(spot.table), key=lambda each: each.cell.rows):
        room = sum(widths[each.column : each.column + each.cell.columns]) - _PAD
        lines = sum(max(1, ceil(_breadth(line) * size / max(room, size))) for line in each.cell.text.split("\n"))
        last = each.row + each.cell.rows
        needs[last - 1] += max(0, round(lines * size * _LEADING) + _AIR - sum(needs[each.row : last]))
    return tuple(needs)


def _breadth(text: str) -> float:
    return sum(0.5 if char.isascii() else 1 for char in text)


def _widths(spot: Spot) -> tuple[int, ...]:
    """The columns in twips, together as wide as the page's text."""
    parts, room = shares(spot.table), PORTRAIT.text_width
    edges = [room * sum(parts[:n]) // sum(parts) for n in range(len(parts) + 1)]
    return tuple(right - left for left, right in pairwise(edges))
