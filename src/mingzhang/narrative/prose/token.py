"""Token 词: the words, names and numbers of a flat text in their order; what stands between them says nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mingzhang.narrative.prose.item import ItemName, item_names
from mingzhang.narrative.prose.lexicon import LEXICON, Word
from mingzhang.narrative.prose.numeral import Numeral, numerals
from mingzhang.narrative.prose.subject import Meaning, Vocabulary


@dataclass(frozen=True, slots=True)
class Token:
    """One word: what it does, where it stands; a number's numeral, a subject's meaning, an item's name."""

    word: Word
    start: int
    end: int
    text: str
    numeral: Numeral | None = None
    meaning: Meaning | None = None
    item: ItemName | None = None


@dataclass(frozen=True)
class Scanner:
    """Everything that is looked for in one topic, as one expression; group n found means `senses[n - 1]`."""

    expression: re.Pattern[str]
    senses: tuple[Word | Meaning, ...]

    @staticmethod
    def of(vocabulary: Vocabulary) -> "Scanner":
        """The words of a topic before the words of every topic."""
        pairs: list[tuple[str, Word | Meaning]] = [*vocabulary.words]
        pairs += [(pattern, word) for word, pattern in LEXICON]
        expression = re.compile("|".join(f"(?:{pattern})()" for pattern, _ in pairs))
        return Scanner(expression, tuple(sense for _, sense in pairs))

    def tokens(self, text: str) -> tuple[Token, ...]:
        """The tokens of a flat text; a name of an item and a number hide the words inside them."""
        found = [Token(Word.NUMBER, n.start, n.end, text[n.start : n.end], numeral=n) for n in numerals(text)]
        found += [Token(Word.ITEM, i.start, i.end, text[i.start : i.end], item=i) for i in item_names(text)]
        return tuple(self._merged(text, sorted(found, key=_place)))

    def _merged(self, text: str, fixed: list[Token]) -> Iterator[Token]:
        """Numbers, names and words by their places; of two that overlap the one that begins first stays."""
        at, index = 0, 0
        word = self.expression.search(text)
        while word or index < len(fixed):
            if index < len(fixed) and (word is None or fixed[index].start <= word.start()):
                token = fixed[index]
                index += 1
            elif word:
                token = self._word(word)
            if token.start >= at and token.end > token.start:
                yield token
                at = token.end
            if word and (word.start() < at or word.end() == word.start()):
                word = self.expression.search(text, max(at, word.start() + 1))

    def _word(self, found: re.Match[str]) -> Token:
        sense = self.senses[(found.lastindex or 1) - 1]
        if isinstance(sense, Word):
            return Token(sense, found.start(), found.end(), found[0])
        return Token(Word.SUBJECT, found.start(), found.end(), found[0], meaning=sense)


def _place(token: Token) -> tuple[int, int]:
    return token.start, -token.end
