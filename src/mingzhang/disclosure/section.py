"""Section 章节: headings, paragraphs made of words and claims, statements and charts in their place."""

from dataclasses import dataclass

from mingzhang.disclosure.chart import Chart
from mingzhang.disclosure.claim import Claim


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
    """One paragraph."""

    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The paragraph as a reader sees it."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class StatementPlace:
    """Here stands the statement with this id."""

    statement: str


@dataclass(frozen=True, slots=True)
class ChartPlace:
    """Here stands this chart."""

    chart: Chart


Block = Paragraph | StatementPlace | ChartPlace


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its number as printed (`一、收入支出决算总体情况说明`), its blocks, then its subsections."""

    heading: str
    blocks: tuple[Block, ...] = ()
    sections: tuple["Section", ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the document; `id` is overview, statements, narrative, performance, work, glossary or annex."""

    id: str
    heading: str
    sections: tuple[Section, ...]
