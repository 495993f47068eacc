"""Manuscript 稿: the disclosure as the JSON text that the typst template sets; no arithmetic happens there."""

import json
from collections.abc import Iterator
from math import ceil
from typing import Any

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.chart import Chart
from mingzhang.disclosure.claim import addresses
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.section import Block, ChartPlace, Mention, Paragraph, Run, StatementPlace, TablePlace
from mingzhang.disclosure.statement import Cell, Figure, Heading, Statement
from mingzhang.disclosure.table import CellKind
from mingzhang.publishing.chart import chart_unit, draw
from mingzhang.publishing.day import published_on
from mingzhang.publishing.fit import Fit, fit
from mingzhang.publishing.grid import figure_places, is_numbering, printed
from mingzhang.publishing.outline import (
    Entry,
    chart_caption,
    outline,
    statement_lines,
    statement_title,
    title_lines,
    title_size,
)
from mingzhang.publishing.printable import clean
from mingzhang.publishing.svg import breadth, proportion
from mingzhang.publishing.tabular import Setting as Placed
from mingzhang.publishing.tabular import Spot, head_rows, pieces, settings, shares, stated, type_size
from mingzhang.publishing.typeface import FontSet

Item = dict[str, Any]
_LONG = 400
_LINES = 15
"""Characters and lines of a cell beyond which its row may be parted by the end of a page."""

_HIGHEST = 195
"""Millimetres that a chart may be high, so that its caption stands below it on the page."""

POINTS = 72 / 25.4
"""In one millimetre."""


def manuscript(disclosure: Disclosure, fonts: FontSet) -> str:
    """Everything the template prints, in reading order."""
    day = published_on(disclosure)
    title = title_lines(disclosure.title, disclosure.year)
    return json.dumps(
        _clean(
            {
                "title": clean(disclosure.title).strip() or disclosure.entity.name,
                "titleLines": title,
                "titleSize": title_size(title, 26, 156 * POINTS),
                "entity": disclosure.entity.name,
                "superior": disclosure.entity.superior,
                "dated": disclosure.dated,
                "date": [day.year, day.month, day.day],
                "serif": fonts.serif.family,
                "sans": fonts.sans.family,
                "leaves": list(_leaves(disclosure, fonts)),
            }
        ),
        ensure_ascii=False,
    )


def _clean(value: Any) -> Any:
    """The same data with only what can be printed in its texts."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: _clean(part) for key, part in value.items()}
    return [_clean(part) for part in value] if isinstance(value, list | tuple) else value


def _leaves(disclosure: Disclosure, fonts: FontSet) -> Iterator[Item]:
    """Runs of text and sheets with one statement each; headings go with what they stand over."""
    setter = _Setter(disclosure, fonts)
    flow: list[Item] = []
    waiting: list[Item] = []
    for entry in outline(disclosure):
        if entry.level == 1 and flow:
            yield {"kind": "flow", "items": flow}
            flow = []
        lines = title_lines(entry.heading, disclosure.year)
        waiting.append({"kind": "heading", "level": entry.level, "text": entry.heading, "lines": lines})
        for number, block in enumerate(entry.blocks):
            if isinstance(block, StatementPlace):
                if flow:
                    yield {"kind": "flow", "items": flow}
                    flow = []
                yield _sheet(disclosure, disclosure.statement(block.statement), waiting)
            else:
                flow += [*waiting, setter.item(entry, number, block)]
            waiting = []
    if flow or waiting:
        yield {"kind": "flow", "items": [*flow, *waiting]}


class _Setter:
    """Blocks of running text; it knows which figures have an anchor to lead to, and which it has given out."""

    def __init__(self, disclosure: Disclosure, fonts: FontSet) -> None:
        self._disclosure, self._fonts = disclosure, fonts
        anchored = {a for s in disclosure.statements for a in figure_places(s)}
        self._waiting = set(stated(disclosure)) - anchored
        self._anchored = anchored | self._waiting

    def item(self, entry: Entry, number: int, block: Block) -> Item:
        match block:
            case Paragraph(runs):
                return {"kind": "paragraph", "runs": [self._run(run) for run in runs]}
            case ChartPlace(chart):
                return self._chart(chart)
            case TablePlace(table):
                return self._table(Spot(entry, number, table))
            case StatementPlace():
                raise TypeError(f"not part of running text: {block}")

    def _chart(self, chart: Chart) -> Item:
        drawn = draw(chart, self._disclosure.facts, chart_unit(chart, self._disclosure.facts))
        svg = drawn.replace('font-family="sans-serif"', f'font-family="{self._fonts.sans.family}"')
        width = min(100.0, 100 * _HIGHEST / (156 * proportion(svg)))
        item = {"kind": "chart", "svg": svg, "alt": chart.alternative, "caption": chart_caption(chart)}
        return item | {"width": width}

    def _run(self, run: Run) -> Item:
        if not isinstance(run, Mention):
            return {"text": run.text, "bold": run.bold}
        target = next((a for a in addresses(run.claim) if a in self._anchored), None)
        return {"text": run.text, "bold": False} | ({"to": str(target)} if target else {})

    def _table(self, spot: Spot) -> Item:
        head = head_rows(spot.table)
        tall = {r for r, _, cell in spot.table.cells() if len(cell.text) > _LONG or cell.text.count("\n") > _LINES}
        cells = [(each.row, self._cell(each, whole=each.row not in tall)) for each in settings(spot.table)]
        return {
            "kind": "table",
            "title": spot.table.title,
            "widths": shares(spot.table),
            "head": [cell for row, cell in cells if row < head],
            "body": [cell for row, cell in cells if row >= head],
            "size": type_size(spot.table),
        }

    def _cell(self, each: Placed, *, whole: bool) -> Item:
        cell = each.cell
        align = "right" if cell.kind is CellKind.FIGURE else "center" if each.centred else "left"
        return {
            "runs": [self._piece(text, address) for text, address in pieces(cell)],
            "at": [each.column, each.row],
            "whole": whole and cell.rows == 1,
            "rows": cell.rows,
            "columns": cell.columns,
            "bold": cell.kind is CellKind.HEAD,
            "align": align,
        }

    def _piece(self, text: str, address: Address | None) -> Item:
        """Words; where a figure first stands its anchor is set, elsewhere they lead there."""
        item: Item = {"lines": text.split("\n")}
        if address is None or address not in self._anchored:
            return item
        if address in self._waiting:
            self._waiting.remove(address)
            return item | {"name": str(address)}
        return item | {"to": str(address)}


def _sheet(disclosure: Disclosure, statement: Statement, headings: list[Item]) -> Item:
    places = figure_places(statement)
    fitted = _fit(disclosure, statement, headings)
    return {
        "kind": "sheet",
        "landscape": statement.landscape,
        "headings": headings,
        "title": statement_title(disclosure, statement),
        "over": statement_lines(disclosure, statement),
        "widths": statement.widths,
        "head": [[_heading(cell) for cell in row] for row in statement.head],
        "body": [
            [_cell(disclosure, statement, cell, (r, n) == _first(places, cell, row, r)) for n, cell in enumerate(row)]
            for r, row in enumerate(statement.body)
        ],
        "note": statement.note,
        "size": fitted.size,
        "air": fitted.air,
    }


def _fit(disclosure: Disclosure, statement: Statement, headings: list[Item]) -> Fit:
    """What keeps the grid on the page with all that stands over and under it."""
    width, height = (257 * POINTS, 168 * POINTS) if statement.landscape else (174 * POINTS, 249 * POINTS)
    over = 36 + 16 * len(statement_lines(disclosure, statement)) + 100 * (len(headings) - 1)
    under = 10 + 13 * ceil(breadth(statement.note, 10) / width)
    return fit(statement, disclosure.facts, width, height - over - under, first=1.0)


def _first(places: dict[Any, Any], cell: Cell, row: tuple[Cell, ...], number: int) -> tuple[int, int] | None:
    """Where in the body the figure of this cell is anchored: a figure printed twice has one anchor."""
    if not isinstance(cell, Figure):
        return None
    return (number, row.index(cell)) if places[cell.address].row == number else None


def _heading(cell: Heading) -> Item:
    return {"text": cell.text, "rows": cell.rows, "columns": cell.columns, "small": is_numbering(cell.text)}


def _cell(disclosure: Disclosure, statement: Statement, cell: Cell, anchor: bool) -> Item:
    text = printed(statement, disclosure.facts, cell)
    if isinstance(cell, Figure):
        item: Item = {"text": text, "columns": cell.columns, "bold": cell.bold, "align": "right"}
        return item | ({"at": str(cell.address)} if anchor else {})
    align = "center" if cell.centred or cell.bold else "left"
    return {"text": text, "columns": cell.columns, "bold": cell.bold, "align": align, "indent": cell.indent}
