"""Outline 章节: the parts and nested sections of a document, its statements and tables in their places."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from mingzhang.disclosure.position import Position
from mingzhang.disclosure.section import Block, Paragraph, Part, StatementPlace, TablePlace
from mingzhang.disclosure.table import Table
from mingzhang.reading.published.contents import contents_span
from mingzhang.reading.published.heading import (
    FREE,
    PART,
    Heading,
    heading_of,
    is_whole_title,
    ordinal_of,
    part_id,
    rank_of,
)
from mingzhang.reading.published.open_section import Open, OpenPart, broken_off, resumed
from mingzhang.reading.published.passage import Passage
from mingzhang.reading.published.title import title_of

_TOP: Final = 2
"""The rank of 一、: the headings that are the parts of a document without 第一部分."""
_NAMELESS: Final = 99
"""The rank of what stands in a part before its first heading: any heading ends it."""
_IMPLICIT: Final = ("cover", "contents", "")


@dataclass(frozen=True, slots=True)
class Mark:
    """Here stands a statement under its title."""

    statement: str
    heading: str
    position: Position


FlowItem = Passage | Table | Mark


def parts_of(flow: Sequence[FlowItem]) -> tuple[Part, ...]:
    """The parts of a document in printed order."""
    start, end = contents_span(flow)
    numbered = any(isinstance(item, Passage) and rank_of(item.text) == PART for item in flow[end:])
    builder = _Builder(PART if numbered else _top_rank(flow[end:]), numbered)
    for item in flow[:start]:
        builder.cover(item)
    builder.contents(flow[start:end])
    for item in flow[end:]:
        builder.take(item)
    return tuple(part.closed() for part in builder.parts if part.inner or part.heading)


def _top_rank(body: Iterable[FlowItem]) -> int:
    """The rank of the headings that are parts where no 第一部分 is: 一、 when their words say so."""
    passages = [item for item in body if isinstance(item, Passage)]
    tops = [item.text for item in passages if rank_of(item.text) == _TOP and heading_of(item.text, level=item.level)]
    named = {name for text in tops if (name := part_id(text)) and (name != "narrative" or "决算" in text)}
    return _TOP if len(named & {"overview", "statements", "narrative", "glossary"}) >= _TOP and len(tops) <= 9 else PART


class _Builder:
    """Puts sections together in reading order."""

    def __init__(self, top: int, numbered: bool) -> None:
        self.parts: list[OpenPart] = []
        self._top = top
        self._open: list[Open] = []
        self._numbered = numbered

    def cover(self, item: FlowItem) -> None:
        """What stands before the list of contents."""
        if not isinstance(item, Passage):
            self.take(item)
            return
        heading = heading_of(item.text, level=item.level, centred=item.centred)
        if (self.parts and self.parts[-1].id != "cover") or (
            heading and heading.rank == PART and rank_of(item.text) == PART
        ):
            self.take(item)
            return
        if not self.parts:
            self._part("cover", "", None)
        self._block(item.paragraph())

    def contents(self, items: Sequence[FlowItem]) -> None:
        """The list of contents, line by line."""
        passages = [item for item in items if isinstance(item, Passage)]
        if passages:
            self._part("contents", passages[0].text, passages[0].position)
            for passage in passages[1:]:
                self._block(passage.paragraph())

    def take(self, item: FlowItem) -> None:
        """The next piece of the body."""
        match item:
            case Mark():
                self._statement(item)
            case Table():
                self._ensure("cover")
                self._block(TablePlace(item))
            case _:
                self._passage(item)

    def _statement(self, mark: Mark) -> None:
        if (
            not self.parts
            or (self.parts[-1].id in _IMPLICIT and not self.parts[-1].named)
            or self.parts[-1].id == "contents"
        ):
            self._part("statements", "", None)
        if not self._is_headed(mark.statement):
            self._section(_TOP, mark.heading, mark.position)
        self._block(StatementPlace(mark.statement))

    def _is_headed(self, statement: str) -> bool:
        """Whether the open section has the statement's own title for its heading, and nothing in it yet."""
        if not self._open or self._open[-1].blocks:
            return False
        title = title_of(self._open[-1].heading)
        return title is not None and title.statement == statement

    def _passage(self, passage: Passage) -> None:
        heading = heading_of(passage.text, level=passage.level, centred=passage.centred)
        if heading is None:
            self._ensure("cover")
            self._follow(passage)
            self._block(passage.paragraph())
            return
        self._heading(passage, heading)
        if heading.end < len(passage.text):
            self._block(passage.paragraph(heading.end))

    def _follow(self, passage: Passage) -> None:
        """A numbered paragraph that counts on from an open section stands beside it, not in it."""
        rank, number = rank_of(passage.text), ordinal_of(passage.text)
        if rank is None:
            return
        for place, section in enumerate(self._open):
            if section.rank != rank:
                continue
            if number == 1:
                section.counted = True
            elif not section.counted and number == ordinal_of(section.heading) + 1:
                self._beside(place, rank, passage.position)
            return

    def _beside(self, place: int, rank: int, position: Position) -> None:
        """Go on beside an open section, in one without heading."""
        del self._open[place:]
        self._section(rank, "", position)
        self._open[-1].counted = True

    def _heading(self, passage: Passage, heading: Heading) -> None:
        text = passage.text[: heading.end].strip()
        is_part = heading.rank == PART or (
            heading.rank == self._top == _TOP and bool(part_id(text)) and self._may_be_part(text)
        )
        if is_part and self._is_inner(text):
            is_part, heading = False, Heading(FREE, heading.end)
        if is_part:
            self._part(part_id(text) or "annex", text, passage.position, named=True)
            return
        if heading.rank == FREE and not self._in_body:
            self._ensure("cover")
            self._block(passage.paragraph())
            return
        if heading.rank == _TOP and self.parts and self.parts[-1].id == "statements" and not self.parts[-1].named:
            self._part("narrative", "", None)
        self._ensure("narrative")
        self._section(heading.rank, text, passage.position)

    def _is_inner(self, text: str) -> bool:
        """Whether words like those of a part head something inside a numbered one, such as a report in an annex."""
        here = part_id(text)
        is_lost = is_whole_title(text) and all(part.id != here for part in self.parts)
        return self._numbered and self._in_body and rank_of(text) is None and self.parts[-1].named and not is_lost

    def _may_be_part(self, text: str) -> bool:
        """Whether 一、 begins a part and not a section of a narrative that counts the same way."""
        here = part_id(text)
        return not (
            self.parts and self.parts[-1].named and here in ("narrative", "performance", "work") and "决算" not in text
        )

    @property
    def _in_body(self) -> bool:
        return bool(self.parts) and self.parts[-1].id not in ("cover", "contents")

    def _part(self, identity: str, heading: str, position: Position | None, *, named: bool = False) -> None:
        self.parts.append(OpenPart(identity, heading, position, named))
        self._open = []

    def _ensure(self, identity: str) -> None:
        if not self.parts or (identity != "cover" and not self._in_body):
            self._part(identity, "", None)

    def _section(self, rank: int, heading: str, position: Position | None) -> None:
        self._open = resumed(self._open, self.parts[-1], rank, ordinal_of(heading))
        broken = broken_off(self._open) if rank == FREE else ()
        while self._open and self._open[-1].rank >= rank:
            self._open.pop()
        section = Open(rank, heading, position, broken)
        (self._open[-1].inner if self._open else self.parts[-1].inner).append(section)
        self._open.append(section)

    def _block(self, block: Block) -> None:
        """Into the open section, or into one without heading at the beginning of a part."""
        if not self._open:
            position = block.lines[0][1] if isinstance(block, Paragraph) and block.lines else None
            self._section(_NAMELESS, "", position)
        self._open[-1].blocks.append(block)
