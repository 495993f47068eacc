"""Conditions 条件: `where` of a question to a register, checked against what its fields may hold."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from mingzhang.books.fault import Gravity
from mingzhang.books.register import Field, FieldKind
from mingzhang.books.value import BadValue
from mingzhang.reading.unit.entry import Entry
from mingzhang.reading.unit.field_value import read_value
from mingzhang.reading.unit.registers import RegisterForm
from mingzhang.terms.criterion import Condition, Held, Value

_TESTS: Final = {"not": Held.IS_NOT, "from": Held.FROM, "to": Held.TO}
_BLANK: Final = "blank"
_FORMS: Final = '"职工"、["职工", "居民"]、{ not = "退件" }、{ from = "2021-01-01", to = … }、{ blank = false }'


def read_conditions(entry: Entry, form: RegisterForm) -> Iterator[Condition]:
    """The conditions of `where`, in the order they are written."""
    where = entry.inner("where")
    if where is None:
        return
    names = [one.name for one in form.fields]
    for name, value in where.table.items():
        if where.refers(name, name, names, f"栏目（台账“{form.id}”）"):
            field = next(one for one in form.fields if one.name == name)
            yield from _conditions(where, field, value)


def _conditions(where: Entry, field: Field, value: object) -> Iterator[Condition]:
    if not isinstance(value, dict):
        yield from _condition(where, field.name, field, Held.IS, value)
        return
    inner = where.at(field.name, value)
    inner.knows(*_TESTS, _BLANK, gravity=Gravity.ERROR)
    if not value:
        inner.wrong("", "", "条件是空的", f"写成 {_FORMS} 之一")
    found = [one for key in _TESTS if key in value for one in _condition(inner, key, field, _TESTS[key], value[key])]
    ends = {one.test: one for one in found}
    if Held.TO in ends and Held.FROM in ends and not ends[Held.TO].matches(ends[Held.FROM].values[0]):
        inner.wrong("from", value["from"], "起止颠倒，没有记录会符合", "from 写前面的，to 写后面的")
    yield from found
    if _BLANK in value:
        yield Condition(field.name, Held.BLANK if inner.flag(_BLANK) else Held.FILLED)


def _condition(entry: Entry, key: str, field: Field, test: Held, value: object) -> Iterator[Condition]:
    listed = value if isinstance(value, list) else [value]
    if test in (Held.FROM, Held.TO) and field.kind is FieldKind.TEXT:
        entry.wrong(key, value, "文字没有大小之分", "在 fields 里把 kind 写成“整数”或“日期”")
    elif not listed or (test in (Held.FROM, Held.TO) and len(listed) > 1):
        entry.wrong(key, value, "条件是空的" if not listed else "只能写一个值", f"写成 {_FORMS} 之一")
    else:
        found = [_value(entry, key, field, one) for one in listed]
        values = tuple(one for one in found if one is not None)
        if len(values) == len(found):
            yield Condition(field.name, test, values)


def _value(entry: Entry, key: str, field: Field, value: object) -> Value | None:
    if isinstance(value, date) and not isinstance(value, datetime):
        value = value.isoformat()
    if isinstance(value, bool) or not isinstance(value, str | int):
        entry.wrong(key, value, "不是可用的值", f"写成 {_FORMS} 之一")
        return None
    try:
        found = read_value(field, str(value))
    except BadValue as bad:
        entry.wrong(key, value, bad.message, bad.mend)
        return None
    if found == "":
        entry.wrong(key, value, "空白不能这样比较", "为空写成 { blank = true }，不为空写成 { blank = false }")
        return None
    return found
