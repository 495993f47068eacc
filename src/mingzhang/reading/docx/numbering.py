"""Numbering 自动编号: the 一、 （一） 1. before a paragraph, which stand nowhere in its text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from mingzhang.reading.counting import counted
from mingzhang.reading.element import Element, attribute, child, children, is_on, number, value

_LEVELS: Final = 9
_ASCII_END: Final = re.compile(r"[0-9A-Za-z.]$")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts: the form, the text with %1 … %9 in it, and after which level it starts anew."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    gap: bool = True
    legal: bool = False
    restart: int | None = None


@dataclass(frozen=True, slots=True)
class Numbered:
    """A list: the pattern whose counters it shares, its levels, and the levels it starts itself."""

    pattern: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@dataclass
class Numbering:
    """The lists of a document, and how far each has counted."""

    lists: Mapping[str, Numbered]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _started: set[str] = field(default_factory=set)

    @staticmethod
    def of(root: Element | None) -> "Numbering":
        """The part numbering.xml, or no lists at all."""
        if root is None:
            return Numbering({})
        patterns = {attribute(each, "abstractNumId"): each for each in children(root, "abstractNum")}
        linked = {value(each, "styleLink"): name for name, each in patterns.items() if value(each, "styleLink")}
        found = {}
        for each in children(root, "num"):
            name = value(each, "abstractNumId")
            name = linked.get(value(patterns.get(name), "numStyleLink"), name)
            found[attribute(each, "numId")] = _numbered(each, name, patterns.get(name))
        return Numbering(found)

    def mark(self, list_id: str, level: int) -> str:
        """The number of the next paragraph of a list at a level; empty for bullets and for no list."""
        numbered = self.lists.get(list_id)
        if numbered is None or not 0 <= level < _LEVELS:
            return ""
        counts = self._counts.setdefault(numbered.pattern, {})
        if list_id not in self._started:
            self._started.add(list_id)
            for each in numbered.starts:
                counts.pop(each, None)
        _count(counts, numbered, level)
        return _written(counts, numbered, level)


def _count(counts: dict[int, int], numbered: Numbered, level: int) -> None:
    counts[level] = counts[level] + 1 if level in counts else _start(numbered, level)
    for deeper in range(level + 1, _LEVELS):
        restart = numbered.levels.get(deeper, Level()).restart
        if restart is None or (restart > 0 and level < restart):
            counts.pop(deeper, None)


def _start(numbered: Numbered, level: int) -> int:
    return numbered.starts.get(level, numbered.levels.get(level, Level()).start)


def _written(counts: Mapping[int, int], numbered: Numbered, level: int) -> str:
    own = numbered.levels.get(level, Level())
    if own.form in ("bullet", "none") and "%" not in own.text:
        return "" if own.form == "bullet" else own.text

    def shown(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        form = "decimal" if own.legal else numbered.levels.get(at, Level()).form
        return counted(counts.get(at, _start(numbered, at)), form)

    text = re.sub(r"%([1-9])", shown, own.text)
    return text + " " if own.gap and _ASCII_END.search(text) else text


def _numbered(element: Element, name: str, pattern: Element | None) -> Numbered:
    levels = {} if pattern is None else {number(attribute(e, "ilvl")): _level(e) for e in children(pattern, "lvl")}
    starts = {}
    for each in children(element, "lvlOverride"):
        at = number(attribute(each, "ilvl"))
        own = child(each, "lvl")
        if own is not None:
            levels[at] = _level(own)
        if start := value(each, "startOverride"):
            starts[at] = number(start, 1)
    return Numbered(name, levels, starts)


def _level(element: Element) -> Level:
    restart = value(element, "lvlRestart")
    return Level(
        number(value(element, "start"), 1),
        value(element, "numFmt") or "decimal",
        value(element, "lvlText"),
        value(element, "suff") != "nothing",
        is_on(element, "isLgl"),
        number(restart) if restart else None,
    )
