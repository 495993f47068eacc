"""Slots 空位: {制卡量} in a text stands for the value of a measure, {制卡量:数} for its digits alone."""

import re
from typing import Final

from mingzhang.reading.unit.entry import Entry
from mingzhang.reading.unit.known import Known

_SLOT: Final = re.compile(r"\{\s*([^{}:：]+?)\s*(?:[:：]\s*([^{}]*?)\s*)?\}")
_BARE: Final = "数"


def told(entry: Entry, key: str, known: Known) -> str:
    """The text of a key, its slots checked."""
    text = entry.text(key)
    check_slots(entry, key, text, known)
    return text


def check_slots(entry: Entry, key: str, text: str, known: Known) -> None:
    """Note every slot that names no measure, and every brace that makes none."""
    for name, form in dict.fromkeys(found.groups() for found in _SLOT.finditer(text)):
        entry.refers(key, name, known.measures, "完成值")
        if form not in (None, _BARE):
            entry.wrong(key, form, "不认识的写法", f"带单位写成 {{{name}}}，只要数字写成 {{{name}:数}}")
    rest = _SLOT.sub("", text)
    if "{" in rest or "}" in rest:
        at = min(place for place in (rest.find("{"), rest.find("}")) if place >= 0)
        entry.wrong(key, rest[max(0, at - 8) : at + 8], "花括号没有配对，或里面是空的", "写成 {完成值的编号}")
