"""Layout 排版: a form and its facts as the printed statement, figures still named by address."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Facts
from mingzhang.disclosure.statement import Cell, Figure, Label, Statement
from mingzhang.statements.compile import LENGTHS, codes_of
from mingzhang.statements.composition import Codes, compositions
from mingzhang.statements.form import Axis, Form, LabelKind, Lane, LineItem
from mingzhang.statements.head import head

Names = Callable[[Axis, str], str]
"""The official name of a code of a classification in the year; empty when there is none."""

Row = tuple[Cell, ...]


def lay_out(form: Form, facts: Facts, names: Names, entity: str, year: int) -> Statement:
    """The statement as printed. Which code rows it has follows from the facts, wherever they come from."""
    codes = tuple(codes_of(lane, _codes(form, lane, facts)) for lane in form.lanes)
    empty = bool(form.empty_note) and _is_empty(form, facts)
    fields = {"entity": entity, "year": year, "unit": form.unit.name, "number": form.number, "title": form.title}
    note = form.note.format_map(fields)
    return Statement(
        id=form.id,
        number=form.number,
        title=form.title,
        unit=form.unit,
        head=head(form),
        body=tuple(_body(form, codes, names)),
        widths=tuple(column.width for column in form.printed_columns()),
        compositions=tuple(compositions(form, codes)),
        note=form.empty_note.format_map({**fields, "note": note}) if empty else note,
        landscape=form.landscape,
        zero=form.zero,
        empty=empty,
        caption=form.caption.format_map(fields),
        lines=tuple((left.format_map(fields), right.format_map(fields)) for left, right in form.lines),
    )


def _codes(form: Form, lane: Lane, facts: Facts) -> Iterator[str]:
    """The codes that rows of the facts are named by, zero rows included: they were printed or compiled."""
    if lane.axis is not Axis.FIXED:
        columns = {column.name for column in lane.columns}
        for address in facts:
            ours = address.statement == form.id and not address.phase and address.column in columns
            if ours and address.row.isdigit():
                yield address.row


def _is_empty(form: Form, facts: Facts) -> bool:
    return not any(f.value for a, f in facts.items() if a.statement == form.id and not a.phase)


def _body(form: Form, codes: Codes, names: Names) -> Iterator[Row]:
    blocks = [_rows(form, lane, listed, names) for lane, listed in zip(form.lanes, codes, strict=True)]
    length = max(len(block) - _gaps(block) for block in blocks)
    blocks = [_stretched(block, length) for block in blocks]
    # 行次 run down the first block, then down the second.
    starts = [1 + length * n for n in range(len(blocks))]
    for line, rows in enumerate(zip(*blocks, strict=True)):
        placed = zip(form.lanes, rows, starts, strict=True)
        yield tuple(chain.from_iterable(_cells(form, lane, row, start + line) for lane, row, start in placed))
    if any(lane.foot for lane in form.lanes):
        yield tuple(_foot(form))


def _rows(form: Form, lane: Lane, codes: Iterable[str], names: Names) -> list[LineItem]:
    """The rows of a lane, its total before or after its codes."""
    listed = [LineItem(code, names(lane.axis, code)) for code in codes]
    return [*lane.items, *listed] if form.total_first else [*listed, *lane.items]


def _gaps(rows: list[LineItem]) -> int:
    return sum(row.gap for row in rows)


def _stretched(rows: list[LineItem], length: int) -> list[LineItem]:
    """The rows brought to this length: at the gap, or at the end."""
    place = next((i for i, row in enumerate(rows) if row.gap), len(rows))
    tail = rows[place + 1 :]
    return [*rows[:place], *([LineItem()] * (length - place - len(tail))), *tail]


def _cells(form: Form, lane: Lane, row: LineItem, line: int) -> Iterator[Cell]:
    yield from _labels(lane, row, line)
    for column in lane.columns:
        if row.name:
            yield Figure(Address(form.id, column.row or row.name, column.name), bold=row.bold, zero=column.zero)
        else:
            yield Label("")


def _labels(lane: Lane, row: LineItem, line: int) -> Iterator[Cell]:
    kinds = [label.kind for label in lane.labels]
    if LabelKind.CODE in kinds and row.name and not row.name.isdigit():
        yield Label(row.label, bold=row.bold, centred=True, columns=len(kinds))
        return
    for kind in kinds:
        yield _label(kind, lane, row, line)


def _label(kind: LabelKind, lane: Lane, row: LineItem, line: int) -> Label:
    if kind is LabelKind.LINE:
        return Label(str(line), centred=True)
    if kind is LabelKind.CODE:
        return Label(row.name)
    indent = sum(n < len(row.name) for n in LENGTHS.get(lane.axis, ()))
    return Label(row.label, indent=indent, bold=row.bold, centred=row.bold)


def _foot(form: Form) -> Iterator[Cell]:
    """The last line: each foot's label reaches over the lanes without one to its left."""
    pending = 0
    for lane in form.lanes:
        pending += len(lane.labels)
        if lane.foot is None:
            pending += len(lane.columns)
            continue
        yield Label(lane.foot.label, bold=True, centred=True, columns=pending)
        yield from (Figure(Address(form.id, lane.foot.name, column.name), bold=True) for column in lane.columns)
        pending = 0
