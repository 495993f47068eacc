"""Disclosure 公开文本: a unit's whole published final accounts for one year."""

from collections.abc import Iterator
from dataclasses import dataclass

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.appraisal import Performance
from mingzhang.disclosure.fact import Fact, Facts
from mingzhang.disclosure.section import Block, Part, Section
from mingzhang.disclosure.statement import Statement
from mingzhang.terms.entity import Entity


@dataclass(frozen=True)
class Disclosure:
    """The document: who, which year, its parts in printed order, its statements and every fact by address.

    `recognised`: it was read from pictures, so that a single wrong letter may be the recogniser's. `performance` is
    the self-evaluation it tells of, when we compiled it.
    """

    entity: Entity
    year: int
    profile: str
    title: str
    dated: str
    parts: tuple[Part, ...]
    statements: tuple[Statement, ...]
    facts: Facts
    recognised: bool = False
    performance: Performance | None = None

    def statement(self, identity: str) -> Statement:
        """The statement T1…T9 by identity."""
        return next(s for s in self.statements if s.id == identity)

    def fact(self, address: str) -> Fact:
        """The fact at a written address."""
        return self.facts[Address.parse(address)]

    def blocks(self) -> Iterator[tuple[Section, Block]]:
        """Every block with the section it stands in, in reading order."""
        for part in self.parts:
            for section in part.sections:
                yield from _blocks(section)


def _blocks(section: Section) -> Iterator[tuple[Section, Block]]:
    for block in section.blocks:
        yield section, block
    for inner in section.sections:
        yield from _blocks(inner)
