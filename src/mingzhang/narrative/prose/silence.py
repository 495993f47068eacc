"""Silence 原因与用途: stretches of free text in which no number is a claim, and what ends them."""

import re
from typing import Final

from mingzhang.disclosure import topic as t
from mingzhang.narrative.prose.lexicon import PHRASE_FILL, Word
from mingzhang.narrative.prose.numeral import Kind
from mingzhang.narrative.prose.reader import Reader
from mingzhang.narrative.prose.subject import Subject, Unknown
from mingzhang.narrative.prose.token import Token
from mingzhang.narrative.prose.words.three import KEPT

_ENUMERATED: Final = re.compile(r"[一二三四五六七八九]是|其[一二三四次]|首先|再次|最后|另外|此外|同时|第[一二三四五]")
_FILL: Final = re.compile(PHRASE_FILL)
_PHASES: Final = (Word.BUDGET, Word.ADJUSTED, Word.ANY_BUDGET, Word.ACTUAL)
_BRACKETS: Final = (Word.OPEN, Word.CLOSE)
_COUNTING: Final = (t.ASSETS, t.STAFF)
_AGAIN: Final = re.compile(
    r"(?:比|较|与|同|和)(?:上一?年|去年|20\d\d年|(?:年初|全年)预算)度?(?:同期)?(?:支?出?决算)?数?(?:相比较?|对比)?,?净?(?:增加|减少|增长|下降)了?"
    r"[\d.,]+万?元,(?:增长|下降|上升|降低|减少|增加|增幅|降幅)了?(?:约|为)?[\d.,]+%(?:[,。;]|$)"
)
"""The figure's own change, told after a reason."""
_AROUND_ORDINALS: Final = (Word.OPEN, Word.CLOSE, Word.PAUSE)


def wakes(r: Reader, token: Token) -> bool:
    """Whether this token is to be read although a reason or purpose is being told."""
    if token.word is Word.STOP or token.word in _BRACKETS:
        return True
    if r.state.silent is Word.LIST:
        return token.word is Word.SEMICOLON and _speak(r)
    if token.word is Word.SEMICOLON:
        return _states_a_figure(r) and _speak(r)
    if r.state.silent is Word.REASON:
        return _counts_cars(r, token) or (_changes_again(r, token) and _speak(r))
    if r.state.silent is Word.PURPOSE:
        if token.word is Word.LIST and r.scene.topic == t.BASIC and r.state.last and r.state.last.word is Word.PURPOSE:
            return _speak(r)
        return _is_count(r, token) or (_tells_again(r, token) and _speak(r))
    return False


def _counts_cars(r: Reader, token: Token) -> bool:
    """In the 三公 section the cars kept at the end of the year are counted at the end of the sentence on reasons."""
    if r.scene.topic != t.THREE:
        return False
    if token.numeral:
        return token.numeral.kind is Kind.COUNT and r.state.last is not None and _is_cars_kept(r.state.last)
    return _is_cars_kept(token)


def _is_cars_kept(token: Token) -> bool:
    return isinstance(token.meaning, Subject) and bool(token.meaning.unit) and token.meaning.counts == KEPT


def _changes_again(r: Reader, token: Token) -> bool:
    """主要原因是厉行节约，与上年相比增加A，增长B%，: the figure itself is compared."""
    last = r.state.last
    return (
        token.word is Word.AGAINST
        and last is not None
        and last.word in (Word.COMMA, Word.SEMICOLON)
        and last.end == token.start
        and _AGAIN.match(r.text, token.start) is not None
    )


def _tells_again(r: Reader, token: Token) -> bool:
    """Whether the purpose is over: a phase with its amount, the year before it, or an item with its amount."""
    if token.word in _PHASES or token.word is Word.ITEM:
        return _money_follows(r, token, 1)
    after = r.next()
    is_year = token.numeral is not None and token.numeral.kind is Kind.YEAR
    return is_year and after is not None and after.word in _PHASES and _money_follows(r, after, 2)


def _speak(r: Reader) -> bool:
    r.state.silent = None
    return True


def _states_a_figure(r: Reader) -> bool:
    """Whether after this semicolon a name and its amount stand: the free text is over."""
    ahead = 1
    while (first := r.next(ahead)) and ahead < 5 and (numbered(first) or first.word in _AROUND_ORDINALS):
        ahead += 1
    if first is None or first.word not in (Word.SUBJECT, Word.ITEM):
        return False
    after = r.next(ahead + 1)
    return _money_follows(r, first, ahead + 1) or (
        after is not None and after.word in _PHASES and _money_follows(r, after, ahead + 2)
    )


def _money_follows(r: Reader, token: Token, ahead: int) -> bool:
    after = r.next(ahead)
    return (
        after is not None
        and after.numeral is not None
        and after.numeral.kind in ((Kind.MONEY, Kind.COUNT) if r.scene.topic in _COUNTING else (Kind.MONEY,))
        and _FILL.fullmatch(r.text, token.end, after.start) is not None
    )


def _is_count(r: Reader, token: Token) -> bool:
    """In the 三公 section guests, groups and cars are counted inside the sentence on what the money was for."""
    if r.scene.topic != t.THREE:
        return False
    if token.numeral:
        counted = token.numeral.kind is Kind.COUNT and token.numeral.unit in ("人次", "批次", "批", "辆", "个", "人")
        return counted or bool(r.state.measure)
    if token.word in (Word.AMONG, Word.MEASURE) or isinstance(token.meaning, Unknown):
        return True
    return isinstance(token.meaning, Subject) and bool(token.meaning.counts)


def goes_on(r: Reader, token: Token) -> bool:
    """Whether the reason goes on after this full stop, in the next of its numbered points."""
    if r.state.silent is not Word.REASON:
        return False
    if _ENUMERATED.match(r.text, token.end):
        return True
    return r.state.numbered_reason and numbered(r.next()) and not _item_follows(r)


def _item_follows(r: Reader) -> bool:
    return any(after is not None and after.word is Word.ITEM for after in (r.next(2), r.next(3)))


def numbered(token: Token | None) -> bool:
    """Whether a token is the numeral of a point: 1."""
    return token is not None and token.numeral is not None and token.numeral.kind is Kind.ORDINAL
