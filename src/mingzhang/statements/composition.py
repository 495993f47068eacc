"""Compositions 组成: which printed figures are sums of which others, as the form and the codes imply."""

from collections.abc import Iterable, Iterator, Sequence

from mingzhang.disclosure.address import TOTAL, Address
from mingzhang.disclosure.statement import Composition
from mingzhang.disclosure.trace import Term, plus
from mingzhang.statements.compile import LENGTHS
from mingzhang.statements.form import Axis, Column, Form, Lane

Codes = Sequence[tuple[str, ...]]
"""The codes that each lane of a form lists."""


def compositions(form: Form, codes: Codes) -> Iterator[Composition]:
    """Every sum of the table: along the rows, down the fixed rows, up the levels of the codes, and the feet."""
    for lane, listed in zip(form.lanes, codes, strict=True):
        for column in lane.columns:
            yield from _across(form, lane, column, listed)
            yield from _down(form, lane, column)
            yield from _levels(form, lane, column, listed)
    yield from _feet(form, codes)


def _across(form: Form, lane: Lane, column: Column, codes: Iterable[str]) -> Iterator[Composition]:
    """合计 = the columns it is made of, in each row."""
    if column.sum_of:
        for row in (column.row,) if column.row else (*(i.name for i in lane.items if i.name), *codes):
            terms = tuple(Term(sign, Address(form.id, row, name)) for sign, name in column.sum_of)
            yield Composition(Address(form.id, row, column.name), terms)


def _down(form: Form, lane: Lane, column: Column) -> Iterator[Composition]:
    """A fixed row = the rows it is made of."""
    for item in lane.items:
        if item.sum_of:
            terms = tuple(Term(sign, Address(form.id, name, column.name)) for sign, name in item.sum_of)
            yield Composition(Address(form.id, item.name, column.name), terms)


def _levels(form: Form, lane: Lane, column: Column, codes: tuple[str, ...]) -> Iterator[Composition]:
    """合计 = Σ类, 类 = Σ款, 款 = Σ项, as far as there are rows below."""
    has_total = any(item.name == TOTAL for item in lane.items)
    for parent in ((TOTAL,) if has_total else ()) + codes:
        children = _children(lane.axis, parent, codes)
        if children:
            terms = plus([Address(form.id, child, column.name) for child in children])
            yield Composition(Address(form.id, parent, column.name), terms)


def _children(axis: Axis, parent: str, codes: tuple[str, ...]) -> list[str]:
    prefix = "" if parent == TOTAL else parent
    length = next((n for n in LENGTHS.get(axis, ()) if n > len(prefix)), 0)
    return [code for code in codes if len(code) == length and code.startswith(prefix)]


def _feet(form: Form, codes: Codes) -> Iterator[Composition]:
    """A foot = Σ类 of its lane and of the lanes without a foot to its left."""
    classes: list[str] = []
    for lane, listed in zip(form.lanes, codes, strict=True):
        classes += _children(lane.axis, TOTAL, listed)
        if lane.foot:
            for column in lane.columns:
                terms = plus([Address(form.id, code, column.name) for code in classes])
                yield Composition(Address(form.id, lane.foot.name, column.name), terms)
            classes = []
