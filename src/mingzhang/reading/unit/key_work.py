"""The tables [[work]] 重点工作 and [texts] of performance.toml: what was done, in words with slots for values."""

from collections.abc import Iterator, Mapping
from typing import Final

from mingzhang.books.fault import Gravity
from mingzhang.books.plan import KeyWork
from mingzhang.reading.unit.entry import Entry
from mingzhang.reading.unit.known import Known
from mingzhang.reading.unit.nearest import near
from mingzhang.reading.unit.slot import check_slots, told

TEXTS: Final = (
    "工作开展", "结果应用", "评价目的", "评价过程", "实施情况", "存在的问题", "有关建议", "其他说明",
)  # fmt: skip
"""The passages that the document has a place for."""


def read_works(found: Iterator[Entry], known: Known) -> Iterator[KeyWork]:
    """The pieces of key work, each with what was to be done and what was."""
    seen: set[str] = set()
    for entry in found:
        entry.knows("title", "goal", "done", "story", "indicators")
        title = entry.name("title", "持续推进社会保障卡制发工作")
        if title and title in seen:
            entry.wrong("title", title, "重点工作重名", "改掉其中一个")
        seen.add(title)
        goal, done, story = (told(entry, key, known) for key in ("goal", "done", "story"))
        for key, text in (("goal", goal), ("done", done)):
            if not text and not entry.table.get(key):
                entry.wrong(key, "", "没有填写", f'写上 {key} = "…"')
        indicators = entry.texts("indicators")
        for id in indicators:
            entry.refers("indicators", id, known.indicators, "指标")
        yield KeyWork(title, goal, done, story, indicators)


def read_texts(entry: Entry, known: Known) -> Mapping[str, str | tuple[str, ...]]:
    """The free passages by name."""
    found: dict[str, str | tuple[str, ...]] = {}
    for name, value in entry.table.items():
        if name not in TEXTS:
            entry.wrong(name, "", "不认识的名称，未使用", near(name, TEXTS), Gravity.WARNING)
        texts = entry.texts(name)
        for text in texts:
            check_slots(entry, name, text, known)
        found[name] = texts if isinstance(value, list) else "".join(texts)
    return found
