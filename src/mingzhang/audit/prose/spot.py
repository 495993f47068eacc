"""Spot 处: a paragraph in its section: what it is about, where it stands in words, verbatim text around a place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.section import Paragraph, Section

_ORDINAL: Final = re.compile(
    r"\s*((?:第[一二三四五六七八九十]+(?:部分|章|节)|[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+(?=[、．.])|\d+(?=[、．.])))"
)
_ITEM: Final = re.compile(r"\s*[（(]?(\d{1,2})[）)、．.]")
_PART_NAMES: Final = {
    "narrative": "说明",
    "performance": "绩效",
    "work": "重点工作",
    "annex": "附件",
    "glossary": "名词解释",
}
_AROUND: Final = 16
_LEAST: Final = 12


@dataclass(frozen=True, slots=True)
class Spot:
    """A paragraph: `number` counts paragraphs of the document, `section` its innermost section."""

    number: int
    section: int
    part: str
    headings: tuple[str, ...]
    topic: str
    paragraph: Paragraph

    @property
    def text(self) -> str:
        """The paragraph as a reader sees it."""
        return self.paragraph.text

    @property
    def is_doubtful(self) -> bool:
        """Whether its words were recognised with too little confidence to miss anything in them."""
        return self.paragraph.doubtful

    @property
    def where(self) -> str:
        """The place in words: 说明五（三）第7项; a heading without number in full."""
        numbers = "".join(_short(heading) for heading in self.headings)
        item = _ITEM.match(self.text)
        return _PART_NAMES.get(self.part, "") + numbers + (f"第{item[1]}项" if item else "")

    def quote(self, start: int, end: int) -> str:
        """Verbatim text with the place inside, from one printed line where that says enough."""
        first, last = self.line(start)
        text = self.text
        if min(last, end + _AROUND) - max(first, start - _AROUND) < _LEAST or end > last:
            first, last = 0, len(text)
        return text[max(first, start - _AROUND) : min(last, end + _AROUND)].strip()

    def sentence(self, offset: int) -> tuple[int, int]:
        """Where the sentence around a place begins and ends."""
        start = max(self.text.rfind("。", 0, offset), self.text.rfind("；", 0, offset)) + 1
        ends = [i for i in (self.text.find("。", offset), self.text.find("；", offset)) if i >= 0]
        return start, min(ends, default=len(self.text))

    def line(self, offset: int) -> tuple[int, int]:
        """Where the printed line with this offset begins and ends."""
        starts = [start for start, _ in self.paragraph.lines]
        first = max((s for s in starts if s <= offset), default=0)
        return first, min((s for s in starts if s > offset), default=len(self.text))


def spots(document: Disclosure) -> Iterator[Spot]:
    """Every paragraph of a document in reading order."""
    numbers = _Numbers()
    for part in document.parts:
        for section in part.sections:
            yield from _of(section, part.id, (), "", numbers)


class _Numbers:
    """Counts paragraphs and sections as they are met."""

    def __init__(self) -> None:
        self.paragraph = self.section = 0


def _of(section: Section, part: str, above: tuple[str, ...], topic: str, numbers: _Numbers) -> Iterator[Spot]:
    headings, about = (*above, section.heading), section.topic or topic
    numbers.section += 1
    mine = numbers.section
    for block in section.blocks:
        if isinstance(block, Paragraph):
            numbers.paragraph += 1
            yield Spot(numbers.paragraph, mine, part, headings, about, block)
    for inner in section.sections:
        yield from _of(inner, part, headings, about, numbers)


def _short(heading: str) -> str:
    found = _ORDINAL.match(heading)
    return found[1] if found else f"“{heading.strip()}”" if heading.strip() else ""
