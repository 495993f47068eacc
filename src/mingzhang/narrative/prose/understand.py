"""Understand 读懂: a disclosure with the claims of its sentences, and the figures that only its sentences state."""

from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final

from mingzhang.disclosure import topic as t
from mingzhang.disclosure.address import TOTAL, Address
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.section import Block, Paragraph, Part, Section
from mingzhang.narrative.prose.absence import absences
from mingzhang.narrative.prose.binding import Binding
from mingzhang.narrative.prose.catalogue import Catalogue
from mingzhang.narrative.prose.flat import Flat
from mingzhang.narrative.prose.glossary import glossary_names
from mingzhang.narrative.prose.grammar import read
from mingzhang.narrative.prose.numeral import Kind, numerals
from mingzhang.narrative.prose.places import paragraph_topic, with_topics
from mingzhang.narrative.prose.reader import Reader
from mingzhang.narrative.prose.runs import with_mentions
from mingzhang.narrative.prose.scene import Scene
from mingzhang.narrative.prose.state import State
from mingzhang.narrative.prose.stated import stated_facts
from mingzhang.narrative.prose.subject import Subject, Vocabulary
from mingzhang.narrative.prose.token import Scanner
from mingzhang.narrative.prose.vocabulary import vocabulary
from mingzhang.terms.classification import CodeList

_DEAF: Final = (t.WORK, t.ANNEX, t.DUTIES, t.STRUCTURE, "", t.OTHER_MATTERS)
_ITEMS: Final = (t.GENERAL_ITEMS, t.FUND, t.STATE_CAPITAL)
_CARRIED: Final = ("年初预算", "支出决算", "决算数", "全年预算", "预算数", "完成", "主要用于", "较", "比", "与")


def understand(document: Disclosure, functions: CodeList, economics: CodeList) -> Disclosure:
    """The same document with topics on its sections, claims in its paragraphs and the figures only they state.

    Not a character of the text changes. A number whose clause does not say beyond doubt what it is stays words.
    """
    work = _Work(document, Catalogue.of(document, functions), Catalogue.of(document, economics))
    parts = tuple(work.part(with_topics(part)) for part in document.parts)
    return replace(document, parts=parts, facts={**work.stated, **document.facts})


@dataclass
class _Work:
    """The document under way: what its paragraphs have stated so far."""

    document: Disclosure
    functions: Catalogue
    economics: Catalogue
    stated: dict[Address, Fact] = field(default_factory=dict)
    item: Subject | None = None

    def part(self, part: Part) -> Part:
        return replace(part, sections=tuple(self._section(section) for section in part.sections))

    def _section(self, section: Section) -> Section:
        self.item = None
        blocks: list[Block] = []
        for block in section.blocks:
            opening = not any(isinstance(before, Paragraph) for before in blocks)
            blocks.append(self._paragraph(section, block, opening) if isinstance(block, Paragraph) else block)
        return replace(
            section, blocks=tuple(blocks), sections=tuple(self._section(inner) for inner in section.sections)
        )

    def _paragraph(self, section: Section, paragraph: Paragraph, opening: bool) -> Paragraph:
        flat = Flat.of(paragraph.text)
        topic = paragraph_topic(section.topic, flat.text)
        bindings = self._bindings(topic, flat, opening)
        for fact in stated_facts(paragraph, flat, bindings):
            self.stated.setdefault(fact.address, fact)
        return with_mentions(paragraph, flat, bindings)

    def _bindings(self, topic: str, flat: Flat, opening: bool) -> list[Binding]:
        if topic in _DEAF:
            return []
        scene = self._scene(topic, flat, opening)
        if topic == t.GLOSSARY:
            return list(glossary_names(flat.text, scene))
        found = list(absences(flat.text, numerals(flat.text), scene))
        reader = Reader(scene, flat.text, _scanner(scene.words).tokens(flat.text), _start(scene))
        read(reader)
        self.item = reader.state.subject
        return found + reader.found

    def _scene(self, topic: str, flat: Flat, opening: bool) -> Scene:
        short = Address("T9", TOTAL, "合计") in self.document.facts
        words = vocabulary(topic, short_capital=short)
        years = frozenset(int(n.value) for n in numerals(flat.text) if n.kind is Kind.YEAR)
        subject = words.default
        if topic in _ITEMS and not opening:
            subject = self.item if flat.text.startswith(_CARRIED) else None
        elif not opening and flat.text[:2].strip("(").isdigit():
            subject = None
        return Scene(
            topic,
            self.document.year,
            years,
            words,
            self.functions,
            self.economics,
            self.document.facts,
            subject,
            opening,
        )


def _start(scene: Scene) -> State:
    return State(scene.subject, (scene.subject,) if scene.subject else ())


@cache
def _scanner(words: Vocabulary) -> Scanner:
    return Scanner.of(words)
