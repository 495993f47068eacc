"""Set phrases 固定用语: the long terms of final accounts with one character wrong, left out or doubled."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.rule import Rule
from mingzhang.audit.words.hit import Hit, Texts
from mingzhang.audit.words.passage import Passage, Role
from mingzhang.audit.words.phrases import Phrase

_LINKING: Final = frozenset("和与及或、预决")
"""Characters that stand for one another in rightful variants."""
_ITEM: Final = "（项）"
_NEAR: Final = 6


def set_phrases(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """The listed terms, written almost right: nothing else is written so."""
    listed = [_parsed(argument) for argument in rule.arguments]
    for passage in (p for p in texts if p.role is not Role.CELL):
        for phrase, slips in listed:
            for start, end in _places(passage.text, phrase, slips):
                if _ITEM in passage.text[end : end + _NEAR]:
                    continue  # The name of an item, for which another rule knows what is right.
                yield _hit(passage, start, end, phrase.wrong)


@lru_cache(maxsize=64)
def _parsed(argument: str) -> tuple[Phrase, tuple[str, ...]]:
    """A term with its harmless variants, and what it is with a character left out or doubled."""
    phrase = Phrase.parse(argument)
    inner = range(1, len(phrase.wrong) - 1)
    short = (phrase.wrong[:i] + phrase.wrong[i + 1 :] for i in inner)
    twice = (phrase.wrong[:i] + phrase.wrong[i] + phrase.wrong[i:] for i in inner)
    return phrase, tuple(dict.fromkeys(slip for slip in (*short, *twice) if slip not in phrase.harmless))


def _places(text: str, phrase: Phrase, slips: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    term, half = phrase.wrong, len(phrase.wrong) // 2
    if term[:half] not in text and term[half:] not in text:
        return
    for slip in slips:
        start = text.find(slip)
        if start >= 0 and text[start : start + len(term)] != term:
            yield start, start + len(slip)
    starts = {*_all(text, term[:half], 0), *_all(text, term[half:], half)}
    for start in sorted(starts):
        if _is_one_off(text[start : start + len(term)], phrase):
            yield start, start + len(term)


def _all(text: str, part: str, back: int) -> Iterator[int]:
    """Where the term would begin for each place where a half of it stands."""
    found = text.find(part)
    while found >= 0:
        if found >= back:
            yield found - back
        found = text.find(part, found + 1)


def _is_one_off(piece: str, phrase: Phrase) -> bool:
    """Whether exactly one inner character is another Chinese one."""
    term = phrase.wrong
    if len(piece) != len(term) or piece in phrase.harmless:
        return False
    odd = [index for index, pair in enumerate(zip(piece, term, strict=True)) if pair[0] != pair[1]]
    inner = len(odd) == 1 and 0 < odd[0] < len(term) - 1
    return inner and "\u4e00" <= piece[odd[0]] <= "\u9fff" and not {piece[odd[0]], term[odd[0]]} <= _LINKING


def _hit(passage: Passage, start: int, end: int, right: str) -> Hit:
    note = f"“{passage.piece(start, end)}”应为“{right}”"
    return Hit(passage, start, end, note, right, passage.text[start:end])
