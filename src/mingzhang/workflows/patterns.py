"""Patterns 表样: a form, and its sisters of other regions, as what to look for in somebody else's workbook."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from mingzhang.disclosure.address import Address
from mingzhang.reading.statements.pattern import Pattern, PatternColumn, PatternRow, Rows
from mingzhang.standards.codes import economic_codes, function_codes
from mingzhang.statements.form import Axis, Column, Form, LineItem

_ROWS = {Axis.FIXED: Rows.NAMES, Axis.FUNCTION: Rows.FUNCTIONS, Axis.ECONOMIC: Rows.ECONOMICS}
_TOTALS = ("合计", "小计")
_CLOSING = "年末财政拨款结转和结余"
_FUNDS = ("一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款")
_ALWAYS_THERE = frozenset(
    ("本年收入合计", "收入总计", "本年支出合计", "支出总计", "total", "人员经费合计", "公用经费合计")
)
_LABELS = {
    "使用非财政拨款结余": (
        "使用非财政拨款结余（含专用结余）",
        "用事业基金弥补收支差额",
        "使用非财政拨款结余和专用结余",
    ),
    "年初结转和结余": ("年初结转结余", "上年结转和结余"),
    "年末结转和结余": ("年末结转结余", "结转下年"),
    "年初财政拨款结转和结余": ("年初财政拨款结转结余",),
    _CLOSING: ("年末财政拨款结转结余",),
    "收入总计": ("合计", "收入合计"),
    "支出总计": ("合计", "支出合计"),
    "附属单位上缴收入": ("附属单位缴款收入",),
    "total": ("总计", "合计数"),
}
"""Names of rows seen in published final accounts beside those of the known regions."""


def pattern_of(form: Form, others: Sequence[Form], year: int) -> Pattern:
    """What the form's statement may look like: its own titles, headings and names first, then those of `others`."""
    rows = _rows(form)
    return Pattern(
        id=form.id,
        titles=tuple(dict.fromkeys((form.title, *(other.title for other in others)))),
        rows=rows,
        columns=tuple(_columns(form, others)),
        items=() if rows is Rows.SINGLE else tuple(_items(form, others)),
        names=_names(form.lanes[0].axis, year),
        nothing=_nothing(form.id),
    )


def _rows(form: Form) -> Rows:
    return _ROWS[form.lanes[0].axis] if form.lanes[0].labels else Rows.SINGLE


def _columns(form: Form, others: Sequence[Form]) -> Iterator[PatternColumn]:
    """The columns of the form under the headings of all; after them those that only others print."""
    printed = [_by_key(other, form) for other in (form, *others)]
    for key in dict.fromkeys(key for columns in printed for key in columns):
        lane, row, name = key
        paths = tuple(dict.fromkeys(column.path for columns in printed for column in columns.get(key, ())))
        yield PatternColumn(name, paths, row, lane, optional=not all(key in columns for columns in printed))


def _by_key(form: Form, home: Form) -> dict[tuple[int, str, str], list[Column]]:
    """The columns of a form by lane, row and the name they have at home; lanes of codes are all alike."""
    known = {(column.row, column.name) for _, column in home.columns()}
    found: dict[tuple[int, str, str], list[Column]] = {}
    for number, lane in enumerate(form.lanes):
        for column in lane.columns:
            name = column.name
            if (column.row, name) not in known and name in _TOTALS:
                # 国有资本经营 prints the same total as 合计 in its short form and as 小计 in its long one.
                name = next((total for total in _TOTALS if (column.row, total) in known), name)
            found.setdefault((number if lane.axis is Axis.FIXED else 0, column.row, name), []).append(column)
    return found


def _items(form: Form, others: Sequence[Form]) -> Iterator[PatternRow]:
    """The fixed rows and totals, in the order of the form, then those that only others print."""
    labels: dict[tuple[int, str], dict[str, None]] = {}
    printed: list[set[tuple[int, str]]] = []
    for other in (form, *others):
        rows = [(key, item) for key, item in _fixed(other)]
        printed.append({key for key, _ in rows})
        for key, item in rows:
            labels.setdefault(key, {}).update(dict.fromkeys((item.label or item.name, *_other_labels(item))))
    for key, names in labels.items():
        optional = key[1] not in _ALWAYS_THERE
        yield PatternRow(key[1], tuple(names), key[0], optional)


def _fixed(form: Form) -> Iterator[tuple[tuple[int, str], LineItem]]:
    for number, lane in enumerate(form.lanes):
        for item in (*lane.items, *((lane.foot,) if lane.foot else ())):
            if item.name:
                yield (number if lane.axis is Axis.FIXED else 0, item.name), item
            if item.name == _CLOSING:
                # Some regions divide what is left at the end of the year by fund, as at its beginning.
                yield from (((number, f"年末-{fund}"), LineItem(f"年末-{fund}", fund)) for fund in _FUNDS)


def _other_labels(item: LineItem) -> Iterator[str]:
    yield from _LABELS.get(item.name, ())
    for code in item.narrow.functions:
        yield from _class_names(code)


def _class_names(code: str) -> Iterable[str]:
    """Every name a class of spending had over the years."""
    return (line.name for line in function_codes().codes if line.code == code)


@cache
def _names(axis: Axis, year: int) -> dict[str, tuple[str, ...]]:
    """The codes of the year by their names, for workbooks that print none."""
    if axis is Axis.FIXED:
        return {}
    lists = function_codes() if axis is Axis.FUNCTION else economic_codes()
    names: dict[str, tuple[str, ...]] = {}
    for line in lists.codes:
        if year in line.span:
            names[line.name] = (*names.get(line.name, ()), line.code)
    return names


def _nothing(statement: str) -> tuple[Address, ...]:
    """The figures of 财政拨款收入支出决算总表 that show that a fund had no money, so that its statement is empty."""
    fund = {"T8": _FUNDS[1], "T9": _FUNDS[2]}.get(statement)
    if not fund:
        return ()
    rows = (fund, f"年初-{fund}")
    return (*(Address("T4", row, "金额") for row in rows), Address("T4", "支出总计", fund))
