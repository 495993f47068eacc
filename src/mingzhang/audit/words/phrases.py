"""Phrases 词语表: words that must not stand in a published text, listed by the rule with what they should have been."""

from collections.abc import Iterator
from dataclasses import dataclass

from mingzhang.audit.context import Context
from mingzhang.audit.rule import Rule
from mingzhang.audit.words.hit import Hit, Texts
from mingzhang.audit.words.passage import Passage, Role
from mingzhang.disclosure.topic import DUTIES, WORK

_AMOUNT = "#"
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
    """The listed phrases anywhere in the document."""
    yield from _search(rule, texts)


def prose_phrases(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """The listed phrases, but for tables, duties and achievements, where such words may be meant."""
    yield from _search(rule, (p for p in texts if p.role is not Role.CELL and p.topic not in {DUTIES, WORK}))


def _search(rule: Rule, texts: Iterator[Passage] | Texts) -> Iterator[Hit]:
    listed = [Phrase.parse(argument) for argument in rule.arguments]
    for passage in texts:
        for phrase in listed:
            for start, end in phrase.places(passage.text):
                note = f"“{passage.piece(start, end)}”" + (
                    f"应为“{phrase.right}”" if phrase.right else "应当删去或改写"
                )
                yield Hit(passage, start, end, note, phrase.right, phrase.wrong)
