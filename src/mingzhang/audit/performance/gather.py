"""Gather: the evaluations and the passages about performance that a document contains."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from mingzhang.audit.performance.joined import join
from mingzhang.audit.performance.reader import read
from mingzhang.audit.performance.remember import once
from mingzhang.disclosure import topic
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.evaluation import Evaluation, Scope
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.section import Block, Paragraph, Section, TablePlace
from mingzhang.disclosure.table import Table

_PARTS: Final = frozenset({"performance", "work", "annex"})
_TOPICS: Final = frozenset({topic.PERFORMANCE, topic.WORK, topic.ANNEX})
_WORDS: Final = ("绩效", "自评", "重点工作", "重点评价")
_SAID: Final = ("绩效目标", "绩效自评", "绩效评价", "自评得分", "绩效跟踪")
_CAPTION: Final = re.compile(r"^[^。；;]{0,40}(?:整体支出|项目支出)[^。；;]{0,12}表(?:[（(][^）)]{1,10}[）)])?$")
_SIGNS: Final = ("一级指标", "二级指标", "三级指标", "绩效指标", "年度指标值", "实际完成值")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or a cell of words, about performance: its text, where it stands, under which heading."""

    text: str
    heading: str
    paragraph: Paragraph | None = None
    spot: Position | None = None

    def position(self, offset: int = 0) -> Position | None:
        """Where the character at an offset stands."""
        return self.paragraph.position(offset) if self.paragraph else self.spot

    def sentence(self, offset: int) -> str:
        """The whole sentence around a place, by which a reader finds it again."""
        end = self.text.find("。", offset)
        return self.text[self.text.rfind("。", 0, offset) + 1 : end if end >= 0 else len(self.text)].strip()


def blocks(document: Disclosure) -> Iterator[tuple[Section, Block, bool]]:
    """Every block with its section and whether that is about performance, in reading order."""
    for part in document.parts:
        for section in part.sections:
            yield from _blocks(section, part.id in _PARTS or _speaks(part.heading))


@once
def passages(document: Disclosure) -> tuple[Passage, ...]:
    """The paragraphs about performance, wherever they stand, and the cells with whole sentences of tables about it."""
    found: list[Passage] = []
    for section, block, speaks in blocks(document):
        if isinstance(block, Paragraph) and (speaks or any(word in block.text for word in _SAID)):
            found.append(Passage(block.text, section.heading, block))
        elif isinstance(block, TablePlace) and (speaks or any(word in block.table.text for word in _SAID)):
            found += _cells(block.table, section.heading)
    return tuple(found)


@once
def evaluations(document: Disclosure) -> tuple[Evaluation, ...]:
    """The evaluations of the document; money and indicators in tables that follow each other are one."""
    found: list[Evaluation] = []
    named = _captions(document)
    for section, table, follows in tables(document):
        for evaluation in read(table):
            _add(found, _scoped(evaluation, named.get(table.position) or section.heading), follows)
    return tuple(found)


def tables(document: Disclosure) -> Iterator[tuple[Section, Table, bool]]:
    """The tables that are no statements, pages joined, with their section and whether they follow right on another."""
    held: tuple[Section, Table, bool] | None = None
    before: Block | None = None
    within: Section | None = None
    for section, block, _ in blocks(document):
        if isinstance(block, TablePlace):
            follows = isinstance(before, TablePlace) and section is within
            joined = join(held[1], block.table) if held and follows else None
            if held and not joined:
                yield held
            held = (held[0], joined, held[2]) if held and joined else (section, block.table, follows)
        if not isinstance(block, Paragraph) or block.text.strip():
            before, within = block, section
    if held:
        yield held


@once
def unread(document: Disclosure) -> tuple[Table, ...]:
    """Tables that look like evaluations and yet yield no indicators and no money."""
    found = (table for _, table, _ in tables(document))
    return tuple(t for t in found if sum(sign in t.text for sign in _SIGNS) >= 2 and not read(t))


def _blocks(section: Section, speaks: bool) -> Iterator[tuple[Section, Block, bool]]:
    mine = speaks or section.topic in _TOPICS or _speaks(section.heading)
    for block in section.blocks:
        yield section, block, mine
    for inner in section.sections:
        yield from _blocks(inner, mine)


def _speaks(heading: str) -> bool:
    return any(word in heading for word in _WORDS)


def _cells(table: Table, heading: str) -> Iterator[Passage]:
    for _, _, cell in table.cells():
        if len(cell.text) >= 8 and not cell.doubtful:
            yield Passage(cell.text, heading, None, cell.position)


def _captions(document: Disclosure) -> dict[Position, str]:
    """The title in a line of its own right above a table, by the place of the table."""
    pairs = pairwise(block for _, block, _ in blocks(document))
    return {
        below.table.position: above.text
        for above, below in pairs
        if isinstance(above, Paragraph) and isinstance(below, TablePlace) and _CAPTION.search(above.text.strip())
    }


def _scoped(evaluation: Evaluation, heading: str) -> Evaluation:
    whole = "整体支出" in heading and not evaluation.name
    return replace(evaluation, scope=Scope.WHOLE) if whole else evaluation


def _add(found: list[Evaluation], evaluation: Evaluation, follows: bool) -> None:
    last = found[-1] if found and follows else None
    if last and not last.indicators and not last.columns and not evaluation.fundings and not evaluation.name:
        scope = Scope.WHOLE if Scope.WHOLE in {last.scope, evaluation.scope} and not last.name else last.scope
        found[-1] = replace(evaluation, scope=scope, name=last.name, fundings=last.fundings, position=last.position)
    else:
        found.append(evaluation)
