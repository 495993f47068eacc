"""Figures 留存数: what is kept of an audited document so that others of the unit can be held against it.

Hundreds of documents are kept at once, so the figures stay lines of text until somebody asks for them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from mingzhang.audit.context import names_of, titles_of
from mingzhang.disclosure.address import PRIOR, Address
from mingzhang.disclosure.claim import addresses
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.section import Paragraph, Section
from mingzhang.disclosure.topic import STRUCTURE
from mingzhang.disclosure.trace import Stated
from mingzhang.terms.unit import Unit
from mingzhang.workflows.bodies import texts


@dataclass(frozen=True, slots=True)
class Figures:
    """`lines` are the facts, `rows` the names of coded rows, `titles` those of statements, all parted by tabs.

    `structure` are the words of 单位构成; `compared` the paragraphs that compare with last year, with their claims.
    """

    lines: str = ""
    rows: str = ""
    titles: str = ""
    structure: str = ""
    compared: tuple[tuple[str, Paragraph], ...] = ()

    def facts(self, file: str) -> dict[Address, Fact]:
        """The facts, standing in that file."""
        return {fact.address: fact for fact in (_fact(line, file) for line in self.lines.split("\n") if line)}

    def names(self) -> dict[tuple[str, str], str]:
        """What coded rows are called."""
        return {(statement, row): name for statement, row, name in _split(self.rows)}

    def called(self) -> dict[str, str]:
        """What statements are called."""
        return {pair[0]: pair[1] for pair in _split(self.titles)}


NO_FIGURES = Figures()
"""What is kept of a file that could not be audited."""


def figures_of(document: Disclosure) -> Figures:
    """What to keep of a document."""
    return Figures(
        lines="\n".join(_line(fact) for fact in document.facts.values()),
        rows="\n".join("\t".join((*key, _flat(name))) for key, name in names_of(document.statements).items()),
        titles="\n".join(f"{key}\t{_flat(title)}" for key, title in titles_of(document.statements).items()),
        structure="\n".join(text for part in document.parts for s in part.sections for text in _structure(s)),
        compared=tuple(_compared(document)),
    )


def _line(fact: Fact) -> str:
    unit = fact.unit
    shown = "" if fact.printed is None else f"={_flat(fact.printed)}"
    at = fact.trace.position if isinstance(fact.trace, Stated) else Position("")
    place = (at.page or "", _flat(at.sheet), at.cell, at.line or "")
    parts = (fact.address, fact.value, fact.spread, unit.name, unit.scale, unit.decimals, shown, *place)
    return "\t".join(str(part) for part in parts)


def _fact(line: str, file: str) -> Fact:
    address, value, spread, name, scale, decimals, shown, page, sheet, cell, number = line.split("\t")
    at = Position(file, int(page) if page else None, None, sheet, cell, int(number) if number else None)
    unit, printed = Unit(name, int(scale), int(decimals)), shown[1:] if shown else None
    return Fact(Address.parse(address), int(value), unit, Stated(at), int(spread), printed)


def _split(text: str) -> Iterator[list[str]]:
    return (line.split("\t") for line in text.split("\n") if line)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _structure(section: Section) -> Iterator[str]:
    if section.topic == STRUCTURE:
        yield from texts(section)
    else:
        for inner in section.sections:
            yield from _structure(inner)


def _compared(document: Disclosure) -> Iterator[tuple[str, Paragraph]]:
    for section, block in document.blocks():
        if isinstance(block, Paragraph) and any(
            address.phase == PRIOR for _, mention in block.mentions() for address in addresses(mention.claim)
        ):
            yield section.heading, block
