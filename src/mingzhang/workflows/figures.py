"""Figures 留存数: what is kept of an audited document so that others of the unit can be held against it.

Hundreds of documents are kept at once, so the figures stay lines of text until somebody asks for them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from mingzhang.disclosure.address import ACTUAL, Address
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.section import Section
from mingzhang.disclosure.topic import STRUCTURE
from mingzhang.disclosure.trace import Stated
from mingzhang.terms.unit import Unit
from mingzhang.workflows.bodies import texts


@dataclass(frozen=True, slots=True)
class Figures:
    """`lines` are this year's facts, one a line, parted by tabs; `title` is the document's own.

    `structure` are the words of 单位构成, in which a department names its units.
    """

    lines: str = ""
    title: str = ""
    structure: str = ""


NO_FIGURES = Figures()
"""What is kept of a file that could not be audited."""


def figures_of(document: Disclosure) -> Figures:
    """What to keep of a document."""
    facts = (fact for fact in document.facts.values() if fact.address.phase == ACTUAL)
    structure = "\n".join(text for part in document.parts for s in part.sections for text in _structure(s))
    return Figures("\n".join(map(_line, facts)), document.title, structure)


def facts_in(lines: str, file: str) -> dict[Address, Fact]:
    """The facts of kept lines, standing in that file."""
    found = (_fact(line, file) for line in lines.split("\n") if line)
    return {fact.address: fact for fact in found}


def _line(fact: Fact) -> str:
    unit, at = fact.unit, fact.position or Position("")
    shown = "" if fact.printed is None else f"={fact.printed}"
    words = (" ".join(part.split()) for part in (str(fact.address), unit.name, shown, at.sheet, at.cell))
    address, name, printed, sheet, cell = words
    page, line = at.page or "", at.line or ""
    return (
        f"{address}\t{fact.value}\t{fact.spread}\t{name}\t{unit.scale}\t{unit.decimals}\t{printed}"
        f"\t{page}\t{sheet}\t{cell}\t{line}"
    )


def _fact(line: str, file: str) -> Fact:
    address, value, spread, name, scale, decimals, shown, page, sheet, cell, number = line.split("\t")
    at = Position(file, int(page) if page else None, None, sheet, cell, int(number) if number else None)
    unit, printed = Unit(name, int(scale), int(decimals)), shown[1:] if shown else None
    return Fact(Address.parse(address), int(value), unit, Stated(at), int(spread), printed)


def _structure(section: Section) -> Iterator[str]:
    if section.topic == STRUCTURE:
        yield from texts(section)
    else:
        for inner in section.sections:
            yield from _structure(inner)
