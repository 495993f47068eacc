"""Phrases 词语表: words that must not stand in a published text, listed by the rule with what they should have been."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.rule import Rule
from mingzhang.audit.words.hit import Hit, Texts
from mingzhang.audit.words.passage import Passage, Role
from mingzhang.disclosure.topic import DUTIES, WORK

_STOP: Final = re.compile("[。；]")
_LONG: Final = 6
"""A phrase of so many characters is nobody's own."""
_AMOUNT: Final = "#"
"""Stands at the end of a phrase for the digit that must follow it."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as a rule writes it: 末完成→未完成!年末完成, with what is right and where it is no fault."""

    wrong: str
    right: str = ""
    harmless: tuple[str, ...] = ()

    @staticmethod
    def parse(text: str) -> "Phrase":
        """The phrase a rule's argument stands for."""
        words, *harmless = text.split("!")
        wrong, _, right = words.partition("→")
        return Phrase(wrong, right, tuple(harmless))

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Where it stands in a text, but for the places where it is no fault."""
        words = self.wrong.removesuffix(_AMOUNT)
        start = text.find(words)
        while start >= 0:
            end = start + len(words)
            counted = words == self.wrong or text[end : end + 1].isdigit()
            if counted and not self._excused(text, start, end):
                yield start, end
            start = text.find(words, end)

    def _excused(self, text: str, start: int, end: int) -> bool:
        return any(_covers(text, words, start, end) for words in self.harmless)


def _covers(text: str, words: str, start: int, end: int) -> bool:
    """Whether an occurrence of `words` covers these characters."""
    found = text.find(words, max(0, end - len(words)), start + len(words))
    return found >= 0


def phrases(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """The listed phrases anywhere in the document; of two that overlap the first."""
    listed, any_of_them = _listed(rule.arguments)
    for passage in (p for p in texts if any_of_them.search(p.text)):
        behind = 0
        for start, end, phrase in _found(listed, passage.text):
            if start >= behind:
                yield _hit(passage, start, end, phrase)
                behind = end


def prose_phrases(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """The listed phrases, those of one sentence together; in tables, and short ones in duties, may be meant."""
    listed, any_of_them = _listed(rule.arguments)
    for passage in (p for p in texts if p.role is not Role.CELL and any_of_them.search(p.text)):
        meant = passage.role is Role.PARAGRAPH and passage.topic in {DUTIES, WORK}
        together: list[tuple[int, int, Phrase]] = []
        for start, end, phrase in _found(listed, passage.text):
            if meant and end - start < _LONG:
                continue
            if together and _STOP.search(passage.text[together[-1][1] : start]):
                yield _joined(passage, together)
                together = []
            together.append((start, end, phrase))
        if together:
            yield _joined(passage, together)


def _found(listed: tuple[Phrase, ...], text: str) -> list[tuple[int, int, Phrase]]:
    places = ((start, end, phrase) for phrase in listed for start, end in phrase.places(text))
    return sorted(places, key=lambda place: (place[0], -place[1]))


@lru_cache(maxsize=16)
def _listed(arguments: tuple[str, ...]) -> tuple[tuple[Phrase, ...], re.Pattern[str]]:
    """The phrases of a rule, and a pattern that tells at once whether a text has any of them."""
    listed = tuple(Phrase.parse(argument) for argument in arguments)
    return listed, re.compile("|".join(re.escape(phrase.wrong.removesuffix(_AMOUNT)) for phrase in listed))


def _joined(passage: Passage, together: list[tuple[int, int, Phrase]]) -> Hit:
    return _hit(passage, together[0][0], max(end for _, end, _ in together), together[0][2])


def _hit(passage: Passage, start: int, end: int, phrase: Phrase) -> Hit:
    advice = f"应为“{phrase.right}”" if phrase.right else "应当删去或改写"
    note = f"“{passage.piece(start, end)}”{advice}"
    return Hit(passage, start, end, note, phrase.right, phrase.wrong)
