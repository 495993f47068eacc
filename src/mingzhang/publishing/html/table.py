"""Tables 报表: a statement as a table that a screen reader can walk and a phone can scroll."""

from collections.abc import Iterable

from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.statement import Cell, Figure, Heading, Label, Statement
from mingzhang.publishing.grid import Placed, heads_over, is_numbering, lanes, place_head, place_row, printed
from mingzhang.publishing.html.markup import cell_id, panel_id, tag, words
from mingzhang.publishing.html.panels import Panels
from mingzhang.publishing.outline import statement_lines, statement_title


def table(disclosure: Disclosure, statement: Statement, panels: Panels) -> str:
    """The whole statement: whose and in what unit, the grid in a region of its own, the note."""
    title = statement_title(disclosure, statement)
    name = f"t-{statement.id}"
    meta = "".join(
        tag("p", tag("span", words(left)), " ", tag("span", words(right)), class_="meta")
        for left, right in statement_lines(disclosure, statement)
    )
    grid = tag(
        "table",
        tag("caption", words(title), id=name),
        _columns(statement),
        _head(statement),
        _body(disclosure, statement, panels),
        style=f"min-width:{sum(statement.widths) * 0.8:.0f}em",
    )
    region = tag("div", grid, class_="scroll", role="region", tabindex=0, aria_labelledby=name)
    note = tag("p", words(statement.note), class_="note") if statement.note else ""
    return tag("div", meta, region, note, class_="sheet", id=statement.id)


def _columns(statement: Statement) -> str:
    whole = sum(statement.widths) or 1
    return "".join(f'<col style="width:{100 * width / whole:.2f}%">' for width in statement.widths)


def _head(statement: Statement) -> str:
    by_row: dict[int, list[str]] = {}
    for placed in place_head(statement.head):
        by_row.setdefault(placed.row, []).append(_heading(statement, placed))
    rows = (tag("tr", *cells, class_="no" if _numbers(statement.head[row]) else None) for row, cells in by_row.items())
    return tag("thead", *rows)


def _numbers(cells: Iterable[Heading]) -> bool:
    return all(is_numbering(cell.text) for cell in cells)


def _heading(statement: Statement, placed: Placed[Heading]) -> str:
    cell = placed.cell
    if is_numbering(cell.text):
        return tag("td", words(cell.text), **_spans(placed.rows, cell.columns))
    return tag(
        "th",
        words(cell.text),
        id=_head_id(statement, placed),
        scope="colgroup" if cell.columns > 1 else "col",
        **_spans(placed.rows, cell.columns),
    )


def _spans(rows: int, columns: int) -> dict[str, str | int | None]:
    return {"rowspan": rows if rows > 1 else None, "colspan": columns if columns > 1 else None}


def _head_id(statement: Statement, placed: Placed[Heading]) -> str:
    return f"h{statement.id}-{placed.row}-{placed.column}"


def _body(disclosure: Disclosure, statement: Statement, panels: Panels) -> str:
    heads = place_head(statement.head)
    several = lanes(statement) > 1
    rows = []
    for number, cells in enumerate(statement.body):
        names = _row_names(statement, number, cells)
        own, made = "", []
        for placed in place_row(cells):
            if isinstance(placed.cell, Label):
                own = names.get(placed.column, own)
                made.append(_label(placed.cell, names.get(placed.column), first=placed.column == min(names, default=0)))
            else:
                over = [_head_id(statement, p) for p in heads_over(heads, placed.column) if _named(p)]
                headers = " ".join([*over, own]).strip() if several else None
                made.append(_figure(disclosure, statement, placed.cell, panels, headers))
        rows.append(tag("tr", *made))
    return tag("tbody", *rows)


def _named(placed: Placed[Heading]) -> bool:
    return not is_numbering(placed.cell.text)


def _row_names(statement: Statement, row: int, cells: tuple[Cell, ...]) -> dict[int, str]:
    """The label cells that name the figures right of them, by column: the last words before a figure."""
    found: dict[int, str] = {}
    latest: int | None = None
    for placed in place_row(cells):
        if isinstance(placed.cell, Figure):
            if latest is not None:
                found[latest] = f"r{statement.id}-{row}-{latest}"
            latest = None
        elif placed.cell.text and not placed.cell.centred:
            latest = placed.column if latest is None or not placed.cell.text.isdigit() else latest
    return found


def _label(label: Label, name: str | None, *, first: bool) -> str:
    looks = ["b"] * label.bold + ["c"] * label.centred + ["s"] * first + [f"i{label.indent}"] * bool(label.indent)
    spans = _spans(1, label.columns)
    kind = " ".join(looks) or None
    if name is None:
        return tag("td", words(label.text), class_=kind, **spans)
    return tag("th", words(label.text), class_=kind, scope="row", id=name, **spans)


def _figure(disclosure: Disclosure, statement: Statement, figure: Figure, panels: Panels, headers: str | None) -> str:
    fact = disclosure.facts.get(figure.address)
    text = words(printed(statement, disclosure.facts, figure))
    shown = tag("a", text, href=f"#{panel_id(figure.address)}") if text and panels.has(figure.address) else text
    return tag(
        "td",
        shown,
        id=cell_id(figure.address) if panels.has(figure.address) else None,
        class_="n b" if figure.bold else "n",
        data_address=str(figure.address) if fact else None,
        data_fen=fact.value if fact else None,
        headers=headers,
        **_spans(1, figure.columns),
    )
