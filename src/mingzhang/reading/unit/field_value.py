"""Field values 字段的值: what a cell of a register, or a condition on it, holds in the one form it is compared in."""

from collections.abc import Mapping
from typing import Final

from mingzhang.books.register import Field, FieldKind
from mingzhang.books.value import BadValue, as_day, as_number
from mingzhang.reading.unit.entry import is_clean
from mingzhang.reading.unit.nearest import near
from mingzhang.terms.criterion import Value

LONGEST_TEXT: Final = 500
_LARGEST: Final = 10**15
KINDS: Final[Mapping[str, FieldKind]] = {kind.value: kind for kind in FieldKind}


def read_value(field: Field, text: str) -> Value:
    """The value that a text stands for in a field, "" for a blank; BadValue says what is wrong with it."""
    text = text.strip()
    if len(text) > LONGEST_TEXT:
        raise BadValue(f"超过{LONGEST_TEXT}字", "写短一些；多半是前面有一个双引号没有配对")
    if not text:
        return ""
    match field.kind:
        case FieldKind.NUMBER:
            return _number(text)
        case FieldKind.DAY:
            return as_day(text).isoformat()
        case FieldKind.TEXT:
            return _chosen(field, text)


def _number(text: str) -> Value:
    try:
        number = as_number(text)
    except BadValue:
        raise _not_whole() from None
    if number is None:
        return ""
    if number != number.to_integral_value() or abs(number) >= _LARGEST:
        raise _not_whole()
    return int(number)


def _not_whole() -> BadValue:
    return BadValue("不是整数", "写成整数，如 14571，不要带小数、文字和单位")


def _chosen(field: Field, text: str) -> Value:
    if not is_clean(text):
        raise BadValue("有看不见的控制字符", "删去后重新输入")
    if field.choices and text not in field.choices:
        raise BadValue(f"不在“{field.name}”可选的值之中", near(text, field.choices))
    return text
