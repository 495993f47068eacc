"""Turns 分别: 分别为 A、B gives each of several subjects its own number."""

from mingzhang.narrative.prose.lexicon import Word
from mingzhang.narrative.prose.numeral import Kind
from mingzhang.narrative.prose.reader import Reader
from mingzhang.narrative.prose.subject import Subject
from mingzhang.narrative.prose.token import Token


def respectively(r: Reader) -> None:
    """分别为 A、B: as many numbers of a kind as subjects, each in its turn; otherwise nobody knows whose they are."""
    s = r.state
    ahead = [t.numeral for t in _until_next_subject(r) if t.numeral]
    for kind in (Kind.MONEY, Kind.RATE):
        numbers = [numeral for numeral in ahead if numeral.kind is kind]
        if numbers and len(numbers) == len(ahead):
            joined = _joined(r)
            if len(numbers) == len(joined):
                s.turns = list(joined)
            elif len(numbers) > 1:
                s.name(None)


def _joined(r: Reader) -> list[Subject]:
    """What 分别 speaks of: the names just joined, the two sides of one word, or all parts since 其中."""
    s = r.state
    if len(s.subjects) > 1:
        return list(s.subjects)
    if s.subject and s.subject.pair:
        return [s.subject, Subject(s.subject.pair)]
    return s.parts


def _until_next_subject(r: Reader) -> list[Token]:
    found: list[Token] = []
    for token in r.tokens[r.at + 1 : r.at + 40]:
        if token.word in (Word.STOP, Word.SEMICOLON, Word.SUBJECT, Word.ITEM):
            break
        found.append(token)
    return found
