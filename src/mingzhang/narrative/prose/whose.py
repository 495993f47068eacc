"""Whose 归属: 总收入A，其中本年收入B，较上年减少C，下降D%: the part's change or the whole's, by its own arithmetic."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Final

from mingzhang.disclosure.claim import Amount
from mingzhang.narrative.prose.lexicon import Word
from mingzhang.narrative.prose.numeral import Kind, Numeral
from mingzhang.narrative.prose.reader import Reader
from mingzhang.narrative.prose.subject import Subject
from mingzhang.narrative.prose.token import Token

_AHEAD: Final = 6
_SIGNS: Final = {Word.MORE: 1, Word.LESS: -1}
_ENDS: Final = (Word.STOP, Word.SEMICOLON, Word.SUBJECT, Word.ITEM, Word.REASON)


def whose_change(r: Reader) -> Subject | None:
    """The subject of the change that begins here; None when it may be the part's as well as the whole's."""
    s = r.state
    part, whole = s.subject, s.among[-1].subject if s.among else None
    if part is None or whole is None or part == whole:
        return part
    change = _change(r)
    if change:
        fitting = [each for each in (part, whole) if _fits(r, each, *change)]
        if len(fitting) == 1:
            return fitting[0]
        if not fitting and not _may_be(r, part, *change) and _may_be(r, whole, *change):
            return whole
    return part if _is_list(r) else None


def _change(r: Reader) -> tuple[Numeral, Numeral, int] | None:
    """The amount and the rate of the change, with its sign, when both are printed."""
    money: Numeral | None = None
    sign = 0
    for token in _ahead(r):
        sign = _SIGNS.get(token.word, sign)
        if token.numeral and token.numeral.kind is Kind.MONEY:
            money = token.numeral
        elif token.numeral and token.numeral.kind is Kind.RATE and money and sign:
            return money, token.numeral, sign
    return None


def _ahead(r: Reader) -> Iterator[Token]:
    """The words of the change: from its first number, its direction before it."""
    for token in r.tokens[max(r.at - 1, 0) : r.at + _AHEAD]:
        if token.word in _ENDS:
            return
        yield token


def _fits(r: Reader, subject: Subject, money: Numeral, rate: Numeral, sign: int) -> bool:
    """Whether the printed rate follows from the printed change and the subject's printed amount."""
    return any(_follows(value, sign * money.printed.fen, rate) for value in _values(r, subject))


def _may_be(r: Reader, subject: Subject, money: Numeral, rate: Numeral, sign: int) -> bool:
    """Whether the subject was at least something the year before: a rise above the amount itself is another's."""
    return any(value >= sign * money.printed.fen for value in _values(r, subject))


def _follows(value: int, delta: int, rate: Numeral) -> bool:
    base = value - delta
    return base > 0 and abs(Fraction(100 * abs(delta), base) - rate.value) <= Fraction(3, 2) / 10**rate.places


def _values(r: Reader, subject: Subject) -> Iterable[int]:
    for binding in reversed(r.found):
        if isinstance(binding.claim, Amount) and binding.claim.fact == subject.fact:
            return [binding.claim.value]
    fact = r.scene.facts.get(subject.fact)
    return [fact.value] if fact else []


def _is_list(r: Reader) -> bool:
    """Whether the parts are told one by one between semicolons, each with its own change."""
    if r.state.listed:
        return True
    for ahead, token in enumerate(r.tokens[r.at : r.at + 30]):
        if token.word is Word.STOP:
            return False
        if token.word is Word.SEMICOLON:
            after = r.next(ahead + 1)
            return after is not None and after.word in (Word.SUBJECT, Word.ITEM)
    return False
