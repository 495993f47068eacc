"""Token 词: the words, names and numbers of a flat text in their order; what stands between them says nothing."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from mingzhang.narrative.prose.item import ItemName, item_names
from mingzhang.narrative.prose.lexicon import LEXICON, Word
from mingzhang.narrative.prose.names import Names
from mingzhang.narrative.prose.numeral import Numeral
from mingzhang.narrative.prose.subject import Meaning


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


Search = Callable[[str, int], Token | None]
"""The first token of one kind in a text from a place on."""

Words = tuple[tuple[str, Word | Meaning], ...]

_NEVER: Final = 1 << 60


def tokens(
    text: str, numerals: Iterable[Numeral], own: tuple[tuple[str, Meaning], ...], names: Names
) -> tuple[Token, ...]:
    """The tokens of a flat text: numbers, paths of names, the topic's own words, names of items, words of every topic.

    Of two that overlap the one that begins first stays; of two that begin together the one of the kind named first.
    """
    return tuple(_merged(text, (_fixed(text, numerals), _expression(own), _named(names), _expression(LEXICON))))


def _merged(text: str, searches: tuple[Search, ...]) -> Iterator[Token]:
    waiting = [search(text, 0) for search in searches]
    while any(waiting):
        first = min(range(len(searches)), key=lambda kind: token.start if (token := waiting[kind]) else _NEVER)
        token = waiting[first]
        if token is None:
            return
        yield token
        for kind, other in enumerate(waiting):
            if other and other.start < token.end:
                waiting[kind] = searches[kind](text, token.end)


def _fixed(text: str, numerals: Iterable[Numeral]) -> Search:
    """Numbers and paths of names, which are found at once."""
    found = [Token(Word.NUMBER, n.start, n.end, text[n.start : n.end], numeral=n) for n in numerals]
    found += [Token(Word.ITEM, i.start, i.end, text[i.start : i.end], item=i) for i in item_names(text)]
    found.sort(key=lambda token: (-token.start, token.end))

    def search(text: str, start: int) -> Token | None:
        while found and found[-1].start < start:
            found.pop()
        return found[-1] if found else None

    return search


def _named(names: Names) -> Search:
    def search(text: str, start: int) -> Token | None:
        found = names.search(text, start)
        return found and Token(Word.SUBJECT, found[0], found[1], text[found[0] : found[1]], meaning=found[2])

    return search


_COMPILED: Final[dict[int, tuple[Words, Search]]] = {}
"""Expressions by the identity of their words, which are constants and are kept."""


def _expression(words: Words) -> Search:
    """The search for words written as expressions, made once."""
    if id(words) not in _COMPILED:
        _COMPILED[id(words)] = words, _compiled(words)
    return _COMPILED[id(words)][1]


def _compiled(words: Words) -> Search:
    """Many expressions as one; group n found means the n-th of them."""
    if not words:
        return lambda text, start: None
    expression = re.compile("|".join(f"(?:{pattern})()" for pattern, _ in words))
    senses = tuple(sense for _, sense in words)

    def search(text: str, start: int) -> Token | None:
        found = expression.search(text, start)
        while found and found.end() == found.start():
            found = expression.search(text, found.end() + 1)
        return _token(found, senses[(found.lastindex or 1) - 1]) if found else None

    return search


def _token(found: re.Match[str], sense: Word | Meaning) -> Token:
    if isinstance(sense, Word):
        return Token(sense, found.start(), found.end(), found[0])
    return Token(Word.SUBJECT, found.start(), found.end(), found[0], meaning=sense)
