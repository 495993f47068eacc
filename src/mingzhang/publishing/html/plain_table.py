"""Tables 表格 that are no statements, on the page: merged cells, heads of rows and columns, figures that open."""

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.table import CellKind
from mingzhang.publishing.html.markup import grid_cell_id, grid_id, panel_id, tag, words
from mingzhang.publishing.html.panels import Panels
from mingzhang.publishing.tabular import (
    Setting,
    Spot,
    head_rows,
    is_heading,
    pieces,
    settings,
    shares,
)

_SHORT = 12
"""Characters of a figure that stays on one line."""

_EMS = 6.5
"""What a column needs at least, in type sizes, before the table scrolls sideways."""


def plain_table(spot: Spot, panels: Panels) -> str:
    """The title, then the grid in a region of its own that scrolls on a phone; without a title the heading names it."""
    name = grid_id(spot.entry.id, spot.block)
    named = f"{name}-t" if spot.table.title else spot.entry.id
    title = tag("p", words(spot.table.title), class_="title", id=named) if spot.table.title else ""
    width = f"min-width:{len(shares(spot.table)) * _EMS:.0f}em"
    grid = tag("table", _columns(spot), *_rows(spot, panels), aria_labelledby=named, style=width)
    region = tag("div", grid, class_="scroll", role="region", tabindex=0, aria_labelledby=named)
    return tag("div", title, region, class_="sheet grid", id=name)


def _columns(spot: Spot) -> str:
    widths = shares(spot.table)
    return "".join(f'<col style="width:{100 * width / sum(widths):.2f}%">' for width in widths)


def _rows(spot: Spot, panels: Panels) -> tuple[str, ...]:
    rows: list[list[str]] = [[] for _ in spot.table.rows]
    for each in settings(spot.table):
        rows[each.row].append(_cell(spot, each, panels))
    made, head = [tag("tr", *cells) for cells in rows], head_rows(spot.table)
    body = tag("tbody", *made[head:])
    return (tag("thead", *made[:head]), body) if head else (body,)


def _cell(spot: Spot, each: Setting, panels: Panels) -> str:
    cell, fact = each.cell, panels.disclosure.facts.get(each.cell.address) if each.cell.address else None
    text = "".join(_words(piece, None if cell.address else address, panels) for piece, address in pieces(cell))
    if fact and cell.text and panels.has(fact.address):
        text = tag("a", text, href=f"#{panel_id(fact.address)}")
    is_name = cell.kind in (CellKind.HEAD, CellKind.LABEL) and cell.text.strip() and not fact
    return tag(
        "th" if is_name else "td",
        text,
        id=grid_cell_id(spot.entry.id, spot.block, each.row, each.column) if fact or cell.stretches else None,
        class_=_look(each),
        scope=_scope(spot, each) if is_name else None,
        data_address=str(fact.address) if fact else None,
        data_fen=fact.value if fact else None,
        rowspan=cell.rows if cell.rows > 1 else None,
        colspan=cell.columns if cell.columns > 1 else None,
    )


def _words(text: str, address: Address | None, panels: Panels) -> str:
    """Words, or words that open the figure they state."""
    plain = "<br>".join(map(words, text.split("\n")))
    fact = panels.disclosure.facts.get(address) if address else None
    if not fact or not panels.has(fact.address):
        return plain
    link = f"#{panel_id(fact.address)}"
    return tag("a", plain, href=link, data_address=str(fact.address), data_fen=fact.value)


def _scope(spot: Spot, each: Setting) -> str:
    """Over what a head stands: the columns below, or the row or rows beside it."""
    if each.row < head_rows(spot.table) or (each.cell.kind is CellKind.HEAD and is_heading(spot.table, each.row)):
        return "colgroup" if each.cell.columns > 1 else "col"
    return "rowgroup" if each.cell.rows > 1 else "row"


def _look(each: Setting) -> str | None:
    cell = each.cell
    if cell.kind is CellKind.FIGURE:
        return "n" if len(cell.text) <= _SHORT else "n long"
    if cell.kind is CellKind.HEAD:
        return "hd"
    return "ct" if each.centred else None
