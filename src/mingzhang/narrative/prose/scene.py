"""Scene 场景: where a paragraph stands: its topic, the year, the words of the topic and the rows they can lead to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from mingzhang.disclosure.address import BUDGET, Address
from mingzhang.disclosure.fact import Facts
from mingzhang.narrative.prose.catalogue import Catalogue, matches
from mingzhang.narrative.prose.item import ItemName
from mingzhang.narrative.prose.numeral import Numeral
from mingzhang.narrative.prose.roll import Roll
from mingzhang.narrative.prose.subject import Meaning, Subject, Vocabulary
from mingzhang.terms.printed import Printed


@dataclass(frozen=True)
class Scene:
    """What a paragraph is read with. `subject` is in force before its first word; `opening` when it may go unnamed.

    `seats` are the rows of the items named in it, by where they are named, as far as all of them together tell.
    """

    topic: str
    year: int
    years: frozenset[int]
    words: Vocabulary
    roll: Roll
    functions: Catalogue
    economics: Catalogue
    facts: Facts
    seats: Mapping[int, str] = field(default_factory=dict)
    subject: Subject | None = None
    opening: bool = False
    budget: str = BUDGET

    def seated(self, name: ItemName, amount: Numeral | None) -> Subject | None:
        """The row of an item of this paragraph: the one that all of them together leave to it, else by itself."""
        if name.start in self.seats:
            return self.row(self.seats[name.start])
        return self.item(name, amount)

    def item(self, name: ItemName, amount: Numeral | None) -> Subject | None:
        """The row that a path of names leads to."""
        code = self.functions.row(name, self.roll.places, amount)
        return self.row(code) if code else None

    def row(self, code: str) -> Subject | None:
        """The row with a code, as a part of the whole statement."""
        fact = self.roll.at(code) if code in self.functions.names else None
        return Subject(fact, wholes=(self.roll.whole,)) if fact else None

    def in_column(self, subject: Subject | None, column: str) -> Subject | None:
        """The same row in another column: 基本支出 of an item."""
        subject = subject or self.words.default
        if subject is None or subject.fact.column not in self.words.columns:
            return None
        fact = Address(subject.fact.statement, subject.fact.row, column)
        return Subject(fact, wholes=(Address(fact.statement, fact.row, self.roll.column),))

    def holds(self, meaning: Meaning) -> bool:
        """Whether a word means its figure in this document."""
        if not isinstance(meaning, Subject) or meaning.same is None:
            return True
        one, other = (self.facts.get(address) for address in meaning.same)
        return one is not None and other is not None and one.value == other.value

    def is_worth(self, fact: Address, printed: Printed) -> bool:
        """Whether a figure is known and has this printed value."""
        found = self.facts.get(fact)
        return found is not None and abs(found.value - printed.fen) <= max(printed.spread, found.spread)

    def meant(self, subject: Subject, phase: str, printed: Printed) -> Subject | None:
        """The figure that a word with several meanings has at this value; where none fits the usual one, or None."""
        known = False
        for fact in (subject.fact, *subject.others):
            known = known or fact.at(phase) in self.facts
            if self.is_worth(fact.at(phase), printed):
                return Subject(fact, wholes=subject.wholes)
        return None if known and not subject.usual else Subject(subject.fact, wholes=subject.wholes)

    def whole(self, part: Address, wholes: Iterable[Address], ratio: Fraction, places: int) -> Address | None:
        """The whole of which a printed percentage is the share; None when no value says so."""
        return next((whole for whole in wholes if self._shares(part, whole, ratio, places)), None)

    def _shares(self, part: Address, whole: Address, percent: Fraction, places: int) -> bool:
        one, all_ = self.facts.get(part), self.facts.get(whole)
        return one is not None and all_ is not None and matches(percent, one.value, all_.value, places)
