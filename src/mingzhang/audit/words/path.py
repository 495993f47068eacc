"""Path 科目路径: a classified item named from the outside in, 类 款 项, as prose and glossaries print it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from mingzhang.audit.words.passage import Passage

LEVELS: Final = "类款项"
_MARK: Final = re.compile(r"（([类款项])(?:级)?(?:科目)?）")
_BEGIN: Final = re.compile(r"[。；：，“”\"'‘’、:;,．.]|^\d+|^（?[一二三四五六七八九十\d]+[）、.．]|\d[.．、）]")
_LONGEST: Final = 40
_LEAD: Final = re.compile(
    r"^(?:(?:本年)?支出(?=[全均都])|(?:全部|均|都|具体|分别)(?:为|是|用于)|其中|主要(?:用于|是|包括)|用于|以及|和|与|及|包括|[\d.．（）]+|[一二三四五六七八九十]+[、）])+"
)


@dataclass(frozen=True, slots=True)
class Step:
    """One name of a path with its level 1 to 3; `end` lies behind the bracket that says the level."""

    level: int
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Path:
    """The names from the outside in, where they stand in a passage."""

    passage: Passage
    steps: tuple[Step, ...]

    @property
    def start(self) -> int:
        """Where the first name begins."""
        return self.steps[0].start

    @property
    def end(self) -> int:
        """Behind the last bracket."""
        return self.steps[-1].end

    def name(self, level: int) -> str:
        """The name at a level; nothing when the path does not give it."""
        return next((step.name for step in self.steps if step.level == level), "")

    @property
    def depth(self) -> int:
        """The level of the innermost name."""
        return self.steps[-1].level


def paths(passage: Passage) -> Iterator[Path]:
    """The paths of a passage: marks （类）（款）（项） of falling rank with nothing but a name between them."""
    steps: list[Step] = []
    behind = 0
    for mark in _MARK.finditer(passage.text):
        level = LEVELS.index(mark[1]) + 1
        between = passage.text[behind : mark.start()]
        goes_on = bool(steps) and level > steps[-1].level and _is_name(between)
        if not goes_on:
            if steps:
                yield Path(passage, tuple(steps))
            steps = []
        start = behind if goes_on else _beginning(passage.text, behind, mark.start())
        name = passage.text[start : mark.start()]
        steps = [*steps, Step(level, name, start, mark.end())] if name else steps
        behind = mark.end()
    if steps:
        yield Path(passage, tuple(steps))


def parted(passage: Passage, depth: int = 1) -> list[tuple[Path, int]]:
    """The paths of at least this depth, each with where what is said of it ends: at the next one."""
    found = [path for path in paths(passage) if path.depth >= depth]
    ends = [path.start for path in found[1:]] + [len(passage.text)] * bool(found)
    return list(zip(found, ends, strict=True))


def _is_name(text: str) -> bool:
    return 0 < len(text) <= _LONGEST and not re.search(r"[。；：，\d]", text)


def _beginning(text: str, low: int, end: int) -> int:
    """Where the name before a mark begins: behind the last mark of punctuation, number or lead-in."""
    low = max(low, end - _LONGEST)
    ends = [found.end() for found in _BEGIN.finditer(text[low:end])]
    start = low + (ends[-1] if ends else 0)
    lead = _LEAD.match(text[start:end])
    return start + (len(lead[0]) if lead and len(lead[0]) < end - start else 0)


_NOISE: Final = re.compile(r"[\s“”\"'‘’、，,·（）()]")


def bare_name(name: str) -> str:
    """A name without brackets and marks."""
    return _NOISE.sub("", name)


@lru_cache(maxsize=8192)
def plain_name(name: str) -> str:
    """A name as it is compared: 支出 at the end, brackets and marks do not count."""
    bare = bare_name(name)
    return bare[:-2] if bare.endswith("支出") and len(bare) > 2 else bare
