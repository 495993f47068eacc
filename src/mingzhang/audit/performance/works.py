"""Works 重点工作: pieces of key work with their targets and what was done, from tables and from numbered paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from mingzhang.audit.performance.gather import Passage, blocks
from mingzhang.audit.performance.heads import squeezed
from mingzhang.audit.performance.places import Row, rows_of, under
from mingzhang.audit.performance.remember import once
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.evaluation import Entry
from mingzhang.disclosure.section import Paragraph, TablePlace
from mingzhang.disclosure.table import Table

_NAME: Final = re.compile(
    r"(?:重要|重点|主要|年度)*(?:工作)?(?:事项|任务)(?:名称)?|重点工作(?:名称)?|主要工作|任务名称"
)
_TARGET: Final = re.compile(r"(?:工作|主要|年度)*(?:内容|目标)(?:任务)?(?:及目标|及要求)?|预期目标|目标值|计划")
_DONE: Final = re.compile(r"(?:工作|实际|目标|年度)*完成情况|完成结果|实际完成|工作成效|落实情况")
_NUMBERED: Final = re.compile(
    r"\s*(?:\d{1,2}\s*[.、．]|[（(][一二三四五六七八九十\d]{1,3}[）)])\s*(?P<title>[^。，；：:\d]{6,40})。(?P<text>.+)",
    re.S,
)


@dataclass(frozen=True, slots=True)
class Work:
    """One piece of work: its name, its target in words and what was done, with where that stands."""

    name: str
    target: str
    done: Passage
    start: int = 0


@once
def works(document: Disclosure) -> tuple[Work, ...]:
    """The pieces of work of the document, those of tables and those told in numbered paragraphs."""
    found: list[Work] = []
    for section, block, speaks in blocks(document):
        if isinstance(block, TablePlace):
            found += _table(block.table, section.heading)
        elif speaks and isinstance(block, Paragraph):
            numbered = _NUMBERED.fullmatch(block.text)
            if numbered:
                done = Passage(block.text, section.heading, block)
                found.append(Work(numbered["title"].strip(), "", done, numbered.start("text")))
    return tuple(found)


def _table(table: Table, heading: str) -> Iterator[Work]:
    columns: dict[str, tuple[int, int]] = {}
    for row in rows_of(table):
        head = _heads(row)
        if head.keys() >= {"name", "done"}:
            columns = head
        elif columns:
            yield from _work(row, columns, heading)


def _heads(row: Row) -> dict[str, tuple[int, int]]:
    kinds = (("name", _NAME), ("target", _TARGET), ("done", _DONE))
    found: dict[str, tuple[int, int]] = {}
    for place in row:
        kind = next((k for k, pattern in kinds if pattern.fullmatch(squeezed(place.text))), "")
        if kind and not place.shared:
            found.setdefault(kind, (place.start, place.end))
    return found


def _work(row: Row, columns: dict[str, tuple[int, int]], heading: str) -> Iterator[Work]:
    cells = {kind: under(row, *span) for kind, span in columns.items()}
    name, done = cells["name"], cells["done"]
    if _says(name) and _says(done) and name and done:
        target = cells.get("target")
        yield Work(name.text, target.text if target else "", Passage(done.text, heading, None, done.position))


def _says(entry: Entry | None) -> bool:
    return bool(entry and entry.text and not entry.shared and not entry.doubtful)
