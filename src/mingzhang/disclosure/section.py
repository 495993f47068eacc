"""Section 章节: headings, paragraphs made of words and claims, statements and charts in their place."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from mingzhang.disclosure.chart import Chart
from mingzhang.disclosure.claim import Claim
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.table import Table


@dataclass(frozen=True, slots=True)
class Words:
    """Plain text."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """Text that states a claim: on every surface it opens the figures behind it."""

    text: str
    claim: Claim


Run = Words | Mention


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; for one that was read `lines` say at which offset each printed line begins, and where it stands.

    `doubtful`: its letters were recognised with too little confidence to be held against anyone.
    """

    runs: tuple[Run, ...]
    lines: tuple[tuple[int, Position], ...] = ()
    doubtful: bool = False

    @property
    def text(self) -> str:
        """The paragraph as a reader sees it."""
        return "".join(run.text for run in self.runs)

    def position(self, offset: int) -> Position | None:
        """The printed line on which the character at this offset of the text stands."""
        index = bisect_right([start for start, _ in self.lines], offset) - 1
        return self.lines[max(index, 0)][1] if self.lines else None

    def mentions(self) -> Iterator[tuple[int, Mention]]:
        """The claims of the paragraph with the offsets at which their texts begin."""
        offset = 0
        for run in self.runs:
            if isinstance(run, Mention):
                yield offset, run
            offset += len(run.text)


@dataclass(frozen=True, slots=True)
class StatementPlace:
    """Here stands the statement with this id."""

    statement: str


@dataclass(frozen=True, slots=True)
class ChartPlace:
    """Here stands this chart."""

    chart: Chart


@dataclass(frozen=True, slots=True)
class TablePlace:
    """Here stands a table that is none of the statements."""

    table: Table


Block = Paragraph | StatementPlace | ChartPlace | TablePlace


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its number as printed (`一、收入支出决算总体情况说明`), its blocks, then its subsections.

    `topic` says what it is about whatever its heading (see `disclosure.topic`); `position` is where the heading stands
    in a document that was read.
    """

    heading: str
    blocks: tuple[Block, ...] = ()
    sections: tuple["Section", ...] = ()
    topic: str = ""
    position: Position | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the document; `id` is overview, statements, narrative, performance, work, glossary or annex."""

    id: str
    heading: str
    sections: tuple[Section, ...]
    position: Position | None = None
