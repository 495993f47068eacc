"""Passages: everything a document says, in reading order, each text with what it is and where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import Final, Generic, TypeVar

from mingzhang.audit.words.passage import Passage, Role, squeeze, squeezed
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.section import Block, Paragraph, Part, Section, StatementPlace, TablePlace
from mingzhang.disclosure.statement import Statement
from mingzhang.disclosure.table import Table

_WORDS: Final = re.compile(r"[^\W\d]|[*…。]")
_LONG_NUMBER: Final = 12
_UNIT: Final = re.compile(r"(?:金额)?单位：.*$")
_COVER: Final = "cover"
CONTENTS: Final = "contents"
"""The id of the part that lists the others."""


Value = TypeVar("Value")


@dataclass(frozen=True)
class Same(Generic[Value]):
    """A value as a key: the same object is the same value, however large."""

    value: Value

    def __hash__(self) -> int:
        """By identity."""
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        """By identity."""
        return isinstance(other, Same) and other.value is self.value


def passages(document: Disclosure) -> tuple[Passage, ...]:
    """Every text of the document; remembered, since every check asks for them."""
    return _passages(Same(document))


@lru_cache(maxsize=4)
def _passages(same: Same[Disclosure]) -> tuple[Passage, ...]:
    return tuple(p for p in _Walk(same.value).all() if p.text)


class _Walk:
    """Goes through a document once, numbering its headings."""

    def __init__(self, document: Disclosure) -> None:
        self._document = document
        self._numbers = count()
        self._statements = {s.id: s for s in document.statements}

    def all(self) -> Iterator[Passage]:
        document = self._document
        body = [passage for part in document.parts for passage in self._part(part)]
        for role, text in ((Role.TITLE, document.title), (Role.DATED, document.dated)):
            if not any(p.role is Role.TITLE and p.text == squeezed(text) for p in body):
                yield _passage(role, text, None, "封面")
        yield from body
        for statement in self._statements.values():
            yield from _statement(statement, next(self._numbers))

    def _part(self, part: Part) -> Iterator[Passage]:
        role = Role.CONTENTS if part.id == CONTENTS else Role.PART
        where = squeezed(part.heading)
        yield _passage(role, part.heading, part.position, where, part.id, section=next(self._numbers))
        for section in part.sections:
            yield from self._section(section, part.id, where, "")

    def _section(self, section: Section, part: str, above: str, topic: str) -> Iterator[Passage]:
        number, topic = next(self._numbers), section.topic or topic
        where = squeezed(section.heading) or above
        role = {CONTENTS: Role.CONTENTS, _COVER: Role.TITLE}.get(part, Role.HEADING)
        yield _passage(role, section.heading, section.position, where, part, topic, section=number)
        for block in section.blocks:
            yield from self._block(block, part, where, topic, number)
        for inner in section.sections:
            yield from self._section(inner, part, where, topic)

    def _block(self, block: Block, part: str, where: str, topic: str, number: int) -> Iterator[Passage]:
        if isinstance(block, Paragraph):
            text, spots = squeeze(block.text)
            role = {CONTENTS: Role.CONTENTS, _COVER: Role.TITLE}.get(part, Role.PARAGRAPH)
            yield Passage(role, text, block.text, spots, block.lines, where, part, topic, "", number)
        elif isinstance(block, TablePlace):
            yield from _cells(block.table, part, where, topic, number)
        elif isinstance(block, StatementPlace) and block.statement in self._statements:
            yield from _statement(self._statements.pop(block.statement), number)


def _passage(
    role: Role,
    printed: str,
    position: Position | None,
    where: str,
    part: str = "",
    topic: str = "",
    statement: str = "",
    section: int = 0,
) -> Passage:
    text, spots = squeeze(printed)
    lines = ((0, position),) if position else ()
    return Passage(role, text, printed, spots, lines, where, part, topic, statement, section)


def _cells(table: Table, part: str, where: str, topic: str, number: int) -> Iterator[Passage]:
    for _, _, cell in table.cells():
        if not cell.doubtful and (_WORDS.search(cell.text) or len(cell.text) >= _LONG_NUMBER):
            yield _passage(Role.CELL, cell.text, cell.position, where, part, topic, "", number)


def _statement(statement: Statement, number: int) -> Iterator[Passage]:
    """What stands around the grid of a statement."""
    where, at = _UNIT.sub("", squeezed(statement.caption or statement.title)), statement.position
    texts = [(Role.CAPTION, statement.caption or statement.title)]
    texts += [(Role.HEAD, text) for pair in statement.lines for text in pair]
    texts += [(Role.NOTE, text) for text in statement.note.split("\n")]
    for role, text in texts:
        yield _passage(role, text, at, where, "statements", "", statement.id, number)
