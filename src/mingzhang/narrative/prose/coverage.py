"""Coverage 绑定率: which numbers of the narrative are bound to figures, and which are left as words."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from mingzhang.disclosure import topic as t
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.section import Paragraph, Section
from mingzhang.narrative.prose.flat import Flat
from mingzhang.narrative.prose.free import free_text
from mingzhang.narrative.prose.numeral import FIGURES, numerals

_OUTSIDE: Final = (t.GLOSSARY, t.WORK, t.ANNEX, t.DUTIES, t.STRUCTURE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as printed, in the section with this heading; `bound` when a claim covers it.

    `free` when it stands in a reason or purpose, where anybody may write anything and no number is a claim.
    """

    text: str
    heading: str
    topic: str
    offset: int
    position: Position | None
    bound: bool
    free: bool = False


def unbound(document: Disclosure) -> tuple[Figure, ...]:
    """The numbers of the narrative that no claim covers; years, dates, ordinals and codes are no figures."""
    return tuple(figure for figure in figures(document) if not figure.bound)


def share_bound(document: Disclosure) -> Fraction:
    """The share of the numbers of the narrative outside of free text that are bound; 1 when there are none."""
    found = [figure.bound for figure in figures(document) if figure.bound or not figure.free]
    return Fraction(sum(found), len(found)) if found else Fraction(1)


def figures(document: Disclosure) -> Iterator[Figure]:
    """Every number of the narrative that could be a figure, in reading order."""
    for part in document.parts:
        if part.id == "narrative":
            for section in part.sections:
                yield from _in_section(section)


def _in_section(section: Section) -> Iterator[Figure]:
    if section.topic not in _OUTSIDE:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                yield from _in_paragraph(section, block)
    for inner in section.sections:
        yield from _in_section(inner)


def _in_paragraph(section: Section, paragraph: Paragraph) -> Iterator[Figure]:
    text = paragraph.text
    flat = Flat.of(text)
    free = list(free_text(flat.text))[::-1]
    covered = [(start, start + len(mention.text)) for start, mention in paragraph.mentions()][::-1]
    for numeral in numerals(flat.text):
        if numeral.kind in FIGURES:
            start, end = flat.span(numeral.start, numeral.end)
            while covered and covered[-1][1] <= start:
                covered.pop()
            while free and free[-1][1] <= numeral.start:
                free.pop()
            bound = bool(covered) and covered[-1][0] <= start
            place = paragraph.position(start)
            loose = bool(free) and free[-1][0] <= numeral.start
            yield Figure(text[start:end], section.heading, section.topic, start, place, bound, loose)
