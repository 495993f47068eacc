"""Understand 读懂: a disclosure with the claims of its sentences, and the figures that only its sentences state."""

from dataclasses import dataclass, field, replace
from typing import Final

from mingzhang.disclosure import topic as t
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.section import Block, Paragraph, Part, Section
from mingzhang.narrative.prose.absence import absences
from mingzhang.narrative.prose.all_funds import tells_all_funds
from mingzhang.narrative.prose.binding import Binding
from mingzhang.narrative.prose.catalogue import Catalogue
from mingzhang.narrative.prose.flat import Flat
from mingzhang.narrative.prose.gathering import Seats, Stretch, seats_of
from mingzhang.narrative.prose.glossary import glossary_names
from mingzhang.narrative.prose.grammar import read
from mingzhang.narrative.prose.numeral import Kind, Numeral, numerals
from mingzhang.narrative.prose.places import topics_of, with_topics
from mingzhang.narrative.prose.reader import Reader
from mingzhang.narrative.prose.runs import with_mentions
from mingzhang.narrative.prose.scene import Scene
from mingzhang.narrative.prose.state import State
from mingzhang.narrative.prose.stated import stated_facts
from mingzhang.narrative.prose.subject import Subject
from mingzhang.narrative.prose.title import title_subject
from mingzhang.narrative.prose.token import tokens
from mingzhang.narrative.prose.words.topics import ITEMISED, Ground, ground
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
    """The document under way: what its paragraphs have stated so far, and the item that was told last."""

    document: Disclosure
    functions: Catalogue
    economics: Catalogue
    stated: dict[Address, Fact] = field(default_factory=dict)
    grounds: dict[tuple[str, bool], Ground] = field(default_factory=dict)
    titled: dict[tuple[str, str], Subject | None] = field(default_factory=dict)
    seats: dict[tuple[int, int], Seats] = field(default_factory=dict)
    item: Subject | None = None
    heading: str = ""
    tables: bool = False
    all_funds: bool = False

    def part(self, part: Part) -> Part:
        """The part, read; among the statements only notes that say there is nothing are sentences."""
        self.tables = part.id == "statements"
        return replace(part, sections=tuple(self._section(section, False) for section in part.sections))

    def _section(self, section: Section, all_funds: bool) -> Section:
        all_funds = tells_all_funds(section, all_funds, self.document, self.functions)
        self.item, self.heading, self.all_funds = None, section.heading, all_funds
        self.seats = self._seats(section)
        blocks: list[Block] = []
        for block in section.blocks:
            opening = not any(isinstance(before, Paragraph) for before in blocks)
            blocks.append(self._paragraph(section, block, opening) if isinstance(block, Paragraph) else block)
        inner = tuple(self._section(each, all_funds) for each in section.sections)
        return replace(section, blocks=tuple(blocks), sections=inner)

    def _seats(self, section: Section) -> dict[tuple[int, int], Seats]:
        """The rows of the items that a section names, by paragraph and stretch."""
        flats = [(id(b), Flat.of(b.text).text) for b in section.blocks if isinstance(b, Paragraph)]
        found = {
            (which, start): self._stretch(topic, text[start:end])
            for which, text in flats
            for start, end, topic in topics_of(section.topic, text)
            if topic in ITEMISED
        }
        return dict(zip(found, seats_of(list(found.values())), strict=True))

    def _stretch(self, topic: str, text: str) -> Stretch:
        found = tuple(numerals(text))
        scene = self._scene(topic, text, found, False)
        return Stretch(scene, text, tokens(text, found, scene.words.words, self._ground(topic).names))

    def _paragraph(self, section: Section, paragraph: Paragraph, opening: bool) -> Paragraph:
        flat = Flat.of(paragraph.text)
        bindings: list[Binding] = []
        for start, end, topic in topics_of(section.topic, flat.text):
            seats = self.seats.get((id(paragraph), start), {})
            bindings += (b.moved(start) for b in self._bindings(topic, flat.text[start:end], opening, seats))
        for fact in stated_facts(paragraph, flat, bindings):
            self.stated.setdefault(fact.address, fact)
        return with_mentions(paragraph, flat, bindings) if bindings else paragraph

    def _bindings(self, topic: str, text: str, opening: bool, seats: Seats) -> list[Binding]:
        if topic in _DEAF:
            return []
        found = tuple(numerals(text))
        scene = replace(self._scene(topic, text, found, opening), seats=seats)
        if topic == t.GLOSSARY:
            return list(glossary_names(text, scene))
        nothing = list(absences(text, found, scene))
        if self.tables:
            return nothing
        state = State(scene.subject, (scene.subject,) if scene.subject else ())
        reader = Reader(scene, text, tokens(text, found, scene.words.words, self._ground(topic).names), state)
        read(reader)
        self.item = state.subject
        return nothing + reader.found

    def _ground(self, topic: str) -> Ground:
        known = (topic, self.all_funds)
        if known not in self.grounds:
            self.grounds[known] = ground(topic, self.all_funds, self.functions, self.economics)
        return self.grounds[known]

    def _scene(self, topic: str, text: str, found: tuple[Numeral, ...], opening: bool) -> Scene:
        document, base = self.document, self._ground(topic)
        years = frozenset(int(n.value) for n in found if n.kind is Kind.YEAR)
        scene = Scene(
            topic, document.year, years, base.words, base.roll, self.functions, self.economics, document.facts
        )
        subject = self._subject(scene, self._title(scene) or base.words.default, text, opening)
        return replace(scene, subject=subject, opening=opening)

    def _title(self, scene: Scene) -> Subject | None:
        """The one figure that the heading of the section names."""
        known = (scene.topic, self.heading)
        if known not in self.titled:
            self.titled[known] = title_subject(self.heading, scene, self._ground(scene.topic).names)
        return self.titled[known]

    def _subject(self, scene: Scene, default: Subject | None, text: str, opening: bool) -> Subject | None:
        """What a paragraph speaks of before it names anything: the section's figure, or the item told last."""
        usual = scene.words.default
        if opening or (default and usual and default.fact != usual.fact):
            return default
        if scene.topic in _ITEMS:
            return self.item if text.startswith(_CARRIED) else None
        return None if text[:2].strip("(").isdigit() else default
