"""Known 已有的编号: what the entries of a plan may refer to, gathered before any of them is read."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from mingzhang.books.problem import FaultLog
from mingzhang.reading.unit.entry import Entry
from mingzhang.reading.unit.period_table import Period
from mingzhang.reading.unit.registers import RegisterForm
from mingzhang.reading.unit.toml_file import Table

_NOT_IN_IDS: Final = re.compile(r"[\[\]{}@/:：\s]|^-")
_LONGEST_ID: Final = 60


@dataclass(frozen=True, slots=True)
class Identified:
    """An entry and its id."""

    id: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Known:
    """The forms of registers, and the entries of measures and indicators, by id; those with faults included.

    `year` is the fiscal year; `period` the one whose records are counted, None where nothing says which.
    """

    registers: Mapping[str, RegisterForm]
    measures: Mapping[str, Identified]
    indicators: Mapping[str, Identified]
    year: int | None = None
    period: Period | None = None


def identified(file: str, table: Table, name: str, log: FaultLog) -> tuple[Identified, ...]:
    """The entries [[name]] of a file with their ids; an entry whose id does not do, or comes again, is a fault."""
    return tuple(_identified(entries(file, table, name, log)))


def by_id(found: Iterable[Identified]) -> Mapping[str, Identified]:
    """The entries by their ids, in the order of the file."""
    return {one.id: one for one in found}


def entries(file: str, table: Table, name: str, log: FaultLog, key: str = "id") -> Iterator[Entry]:
    """The entries [[name]] of a file, each placed as people count them: [[measure]] 第3个（制卡量）."""
    top = Entry(file, f"[[{name}]]", table, log)
    for number, (_, item) in enumerate(top.items(name), 1):
        place = f"[[{name}]] 第{number}个"
        if not isinstance(item, dict):
            Entry(file, place, {}, log).wrong("", item, "应是一节", f"写成 [[{name}]] 一节，每行一个名称")
            continue
        word = item.get(key)
        named = f"（{word[:_LONGEST_ID]}）" if isinstance(word, str) and word and word.isprintable() else ""
        yield Entry(file, f"{place}{named}", item, log)


def _identified(found: Iterable[Entry]) -> Iterator[Identified]:
    seen: set[str] = set()
    for entry in found:
        id = entry.name("id", "制卡量")
        if _NOT_IN_IDS.search(id) or len(id) > _LONGEST_ID:
            entry.wrong("id", id, "编号不能用", f"不超过{_LONGEST_ID}字，不含空格和 [ ] {{ }} @ / ：，不以减号开头")
        elif id in seen:
            entry.wrong("id", id, "编号重复", "每个编号只用一次，改掉其中一个")
        elif id:
            seen.add(id)
            yield Identified(id, entry)
