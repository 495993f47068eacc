"""The tables [[register]] of performance.toml: which registers there are, and what their columns hold."""

from collections.abc import Iterator
from typing import Final

from mingzhang.books.register import Field, FieldKind
from mingzhang.reading.unit.entry import LONGEST_NAME, Entry
from mingzhang.reading.unit.field_value import KINDS
from mingzhang.reading.unit.nearest import near
from mingzhang.reading.unit.registers import RegisterForm

FOLDER: Final = "registers"
_FIELDS: Final = 'fields = [ { name = "制卡日期", kind = "日期" }, { name = "人群", choices = ["职工", "居民"] } ]'


def read_register_table(entry: Entry, id: str) -> RegisterForm:
    """The form of a register, with those of its fields that are understood."""
    entry.knows("id", "label", "file", "fields", "day")
    label = entry.name("label") or id
    file = entry.name("file") or f"{FOLDER}/{id}.csv"
    fields = tuple(_fields(entry))
    return RegisterForm(id, label, fields, file, _day(entry, fields))


def _day(entry: Entry, fields: tuple[Field, ...]) -> str:
    """The field of days a register is counted by; "" when none is named, or one that cannot be."""
    if not entry.has("day"):
        return ""
    name, days = entry.name("day", "制卡日期"), [one.name for one in fields if one.kind is FieldKind.DAY]
    if not name:
        return ""
    if name in {one.name for one in fields} and name not in days:
        entry.wrong("day", name, "这一栏不是日期，不能按它分期间", "在 fields 里把 kind 写成“日期”")
        return ""
    return name if entry.refers("day", name, days, "日期栏目") else ""


def _fields(entry: Entry) -> Iterator[Field]:
    names: set[str] = set()
    if not entry.table.get("fields"):
        entry.wrong("fields", "", "没有写栏目", _FIELDS)
    for key, item in entry.items("fields"):
        if not isinstance(item, dict):
            entry.wrong(key, item, "应是一个表", '写成 { name = "制卡日期", kind = "日期" }')
            continue
        field = _field(entry.at(key, item))
        if field.name in names:
            entry.wrong(key, field.name, "栏目重复", "每个栏目的 name 各不相同")
        elif field.name:
            names.add(field.name)
            yield field


def _field(entry: Entry) -> Field:
    entry.knows("name", "kind", "choices", "required")
    name, word = entry.name("name", "制卡日期"), entry.name("kind") or FieldKind.TEXT.value
    if word not in KINDS:
        entry.wrong("kind", word, "不认识的种类", near(word, KINDS))
    kind = KINDS.get(word, FieldKind.TEXT)
    choices = entry.texts("choices")
    if choices and kind is not FieldKind.TEXT:
        entry.wrong("choices", "、".join(choices), f"{kind.value}不列可选的值", "删去 choices，或把 kind 改成“文字”")
    if any(len(choice) > LONGEST_NAME for choice in choices):
        entry.wrong("choices", "", f"可选的值超过{LONGEST_NAME}字", "写短一些")
    return Field(name, kind, choices if kind is FieldKind.TEXT else (), entry.flag("required"))
