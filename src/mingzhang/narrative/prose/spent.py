"""Spent 支出数: the amount that a text states for an item it has just named, looked up ahead."""

from collections.abc import Iterable

from mingzhang.narrative.prose.lexicon import Word
from mingzhang.narrative.prose.numeral import Kind, Numeral
from mingzhang.narrative.prose.reader import Reader
from mingzhang.narrative.prose.token import Token


def spent(r: Reader) -> Numeral | None:
    """The amount that was spent on the item just named, looked up ahead to tell which row is meant."""
    return first_spent(r.tokens[r.at + 1 :])


def first_spent(tokens: Iterable[Token]) -> Numeral | None:
    """The first amount that is neither a budget nor a change, before another item is named."""
    phase: Word | None = Word.ACTUAL
    for token in tokens:
        if token.word is Word.ITEM:
            return None
        if token.word in (Word.BUDGET, Word.ADJUSTED, Word.ANY_BUDGET, Word.ACTUAL):
            phase = token.word
        elif token.word in (Word.MORE, Word.LESS, Word.REASON):
            phase = None
        if token.numeral and token.numeral.kind is Kind.MONEY:
            if phase is Word.ACTUAL:
                return token.numeral
            phase = None
    return None
