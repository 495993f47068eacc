"""Grammar 语法: a paragraph read word by word; every number is given to the figure it is said of, or to none."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from mingzhang.disclosure import topic as t
from mingzhang.disclosure.address import ACTUAL, ADJUSTED, BUDGET, PRIOR
from mingzhang.disclosure.claim import Change, Comparison, Naming
from mingzhang.narrative.prose import figures
from mingzhang.narrative.prose.binding import Binding
from mingzhang.narrative.prose.lexicon import CLAUSE_FILL, Word
from mingzhang.narrative.prose.listing import listed
from mingzhang.narrative.prose.numeral import FIGURES, Kind, Numeral
from mingzhang.narrative.prose.reader import Reader
from mingzhang.narrative.prose.silence import goes_on, numbered, wakes
from mingzhang.narrative.prose.state import UNCLEAR
from mingzhang.narrative.prose.subject import NOBODY, Again, Column, Recounted, Shared, Sided, Subject, Unknown
from mingzhang.narrative.prose.token import Token
from mingzhang.narrative.prose.words.three import GUESTS, counted
from mingzhang.narrative.prose.words.topics import ITEMISED


def read(r: Reader) -> None:
    """Every token once, from left to right."""
    for at, token in enumerate(r.tokens):
        r.at = at
        if r.state.silent is None or wakes(r, token):
            if token.word in _SAYING and _names_another(r, token):
                r.state.name(None)
            _ON[token.word](r, token)
        r.state.last = token


_CLAUSE: Final = re.compile(CLAUSE_FILL)
_SAYING: Final = (Word.AGAINST, Word.SAME_PERIOD, Word.MORE, Word.LESS, Word.LEVEL, Word.SHARE)
_BEGINNINGS: Final = (
    Word.COMMA, Word.STOP, Word.SEMICOLON, Word.AMONG, Word.PAUSE, Word.OPEN, Word.SUBJECT, Word.ITEM, Word.COMPARED,
)  # fmt: skip


def _names_another(r: Reader, token: Token) -> bool:
    """Whether before this word something is named that is no figure of ours: 人员支出较上年增加."""
    last = r.state.last
    if last is None or last.word not in _BEGINNINGS:
        return False
    return _CLAUSE.fullmatch(r.text, last.end, token.start) is None


def _stop(r: Reader, token: Token) -> None:
    if goes_on(r, token):
        return
    base = r.state.base
    r.state.end_sentence()
    if r.follows(Word.AMONG):
        r.state.base = base


def _comma(r: Reader, token: Token) -> None:
    if r.follows(Word.REASON):
        _direction_alone(r)
    r.state.end_clause()


def _semicolon(r: Reader, token: Token) -> None:
    _comma(r, token)
    r.state.listed, r.state.doubt = bool(r.state.among), False


def _pause(r: Reader, token: Token) -> None:
    if not r.state.turns:
        r.state.pending, r.state.armed = None, False


def _among(r: Reader, token: Token) -> None:
    r.state.among.append(r.state.scope())
    r.state.parts.clear()
    r.state.armed, r.state.pending, r.state.listed = False, None, False


def _open(r: Reader, token: Token) -> None:
    r.state.brackets.append(r.state.scope())


def _close(r: Reader, token: Token) -> None:
    if r.state.brackets:
        r.state.restore(r.state.brackets.pop())


def _reason(r: Reader, token: Token) -> None:
    _direction_alone(r)
    r.state.silent, r.state.numbered_reason = Word.REASON, numbered(r.next())


def _direction_alone(r: Reader) -> None:
    """支出减少的主要原因是: a direction without an amount, against what the paragraph compared with."""
    s = r.state
    base = s.base or s.last_base
    if (
        s.pending
        and s.subject
        and not s.two_way
        and base not in ("", UNCLEAR)
        and s.pending.word in (Word.MORE, Word.LESS)
    ):
        sign = 1 if s.pending.word is Word.MORE else -1
        claim = Comparison(s.subject.fact, s.subject.at(base), sign)
        r.found.append(Binding(s.pending.start, s.pending.end, claim))
    s.pending = None


def _purpose(r: Reader, token: Token) -> None:
    r.state.silent = Word.PURPOSE


def _list(r: Reader, token: Token) -> None:
    if r.scene.topic != t.BASIC or r.state.subject is None:
        return
    found = listed(r.text, token.end, r.scene.economics)
    if found is not None:
        r.state.silent = Word.LIST
        r.found += found


def _direction(r: Reader, token: Token) -> None:
    s = r.state
    before = s.pending
    opposite = before is not None and before.word is not token.word and before.word in (Word.MORE, Word.LESS)
    s.two_way = opposite and before is not None and r.text[before.end : token.start] in ("(", "/", "或", "、")
    s.pending = before if s.two_way else token


def _level(r: Reader, token: Token) -> None:
    s = r.state
    if s.subject and len(s.subjects) == 1 and s.base not in ("", UNCLEAR) and not s.subject.unit:
        r.found.append(Binding(token.start, token.end, Change(s.subject.fact, s.subject.at(s.base), 0, None)))
    s.pending = None


def _size(r: Reader, token: Token) -> None:
    """大于, 小于, 等于: waits for what it is compared with; two of them are a choice nobody made."""
    s = r.state
    s.two_way = s.pending is not None and s.pending.word in figures.SIGNS
    s.pending = token


def _share(r: Reader, token: Token) -> None:
    r.state.pending, r.state.whole = token, None


def _done(r: Reader, token: Token) -> None:
    s = r.state
    s.pending, s.done = token, ""
    if token.word is Word.RATE_DONE:
        s.done = BUDGET if "初" in token.text else ADJUSTED if "全年" in token.text else s.budget or r.scene.budget


def _budget(r: Reader, token: Token) -> None:
    s = r.state
    phase = {Word.BUDGET: BUDGET, Word.ADJUSTED: ADJUSTED}.get(token.word) or s.budget or r.scene.budget
    if token.word is not Word.ANY_BUDGET:
        s.budget = phase
    if s.pending and s.pending.word in figures.SIGNS:
        _compare(r, phase)
    elif s.pending and s.pending.word in (Word.DONE, Word.SHARE):
        s.pending, s.done, s.phase = Token(Word.DONE, s.pending.start, s.pending.end, s.pending.text), phase, phase
    else:
        _phase(r, phase)


def _compare(r: Reader, base: str) -> None:
    s = r.state
    if s.pending and s.subject and not s.two_way and len(s.subjects) == 1:
        claim = Comparison(s.subject.fact, s.subject.at(base), figures.SIGNS[s.pending.word])
        r.found.append(Binding(s.pending.start, s.pending.end, claim))
    s.pending = None


def _phase(r: Reader, phase: str) -> None:
    """What the next plain amount states; after 比 also what is compared with."""
    s = r.state
    if s.against:
        s.base = phase
    s.phase, s.armed = phase, s.subject is not None


def _actual(r: Reader, token: Token) -> None:
    s = r.state
    if s.phase != PRIOR or not _follows_last_year(r):
        s.phase = s.phase if s.against and s.base else ACTUAL
    s.armed = s.subject is not None


def _follows_last_year(r: Reader) -> bool:
    before = r.before()
    return before is not None and (before.word is Word.PRIOR or before.numeral is not None)


def _prior(r: Reader, token: Token) -> None:
    if r.state.pending and r.state.pending.word in figures.SIGNS:
        _compare(r, PRIOR)
    else:
        _phase(r, PRIOR)


def _same_period(r: Reader, token: Token) -> None:
    r.state.base, r.state.pending = PRIOR, None
    _doubt(r)


def _doubt(r: Reader) -> None:
    """A comparison that begins only after 其中 may be of the part or of the whole."""
    s = r.state
    s.doubt = bool(s.among) and not s.among[-1].base


def _other_period(r: Reader, token: Token) -> None:
    r.state.base = UNCLEAR


def _against(r: Reader, token: Token) -> None:
    s = r.state
    s.against, s.base, s.armed, s.pending = True, "", False, None
    _doubt(r)


def _compared(r: Reader, token: Token) -> None:
    s = r.state
    s.against, s.phase, s.armed = False, ACTUAL, False


def _each(r: Reader, token: Token) -> None:
    if token.text == "各" and (first := r.state.first or r.state.earlier):
        r.state.name(first)


def _subject(r: Reader, token: Token) -> None:
    s, meaning = r.state, token.meaning
    if meaning is None or isinstance(meaning, Unknown) or not r.scene.holds(meaning):
        s.name(None)
        s.counting = NOBODY
    elif isinstance(meaning, Column):
        s.name(r.scene.in_column(s.among[-1].subject if s.among else s.subject, meaning.name))
    elif _is_named_by_code(r, token):
        return
    elif isinstance(meaning, Sided):
        s.name(_side(r, meaning))
    elif isinstance(meaning, Shared):
        s.name(_bearer(r, meaning))
    elif isinstance(meaning, Again):
        s.armed, s.phase = s.subject is not None, ACTUAL
    elif isinstance(meaning, Recounted):
        s.counting = s.counting if s.counting in meaning.kept else meaning.counted
    elif meaning.unit or s.silent:
        s.counting = meaning
    elif s.pending and s.pending.word is Word.SHARE:
        s.whole = meaning
    elif s.against and s.base and s.subject:
        s.base = s.base if s.subject.fact == meaning.fact else UNCLEAR
    else:
        s.listed = s.listed or (bool(s.among) and _is_numbered(r))
        s.name(meaning, joined=_is_joined(r))
        s.counting = meaning if meaning.counts else s.counting


def _side(r: Reader, meaning: Sided) -> Subject | None:
    """The side of T4 of what was named before."""
    above = r.state.among[-1].subject if r.state.among else r.state.subject
    if above is None or above.fact.statement != "T4":
        return None
    return meaning.income if above.fact.column == "金额" else meaning.spending


def _is_named_by_code(r: Reader, token: Token) -> bool:
    """2010301行政运行: the code before the name has said it already."""
    before = r.before()
    return (
        before is not None
        and before.numeral is not None
        and before.numeral.kind is Kind.CODE
        and token.start - before.end <= 1
    )


def _bearer(r: Reader, meaning: Shared) -> Subject | None:
    """The row that is meant by a name of several: the one below what was named before, or worth the amount."""
    above = [scope.subject for scope in r.state.among[-1:]] + [r.state.subject]
    for subject in above:
        if subject and subject.fact.row.isdigit() and (found := meaning.under(subject.fact.row)):
            return found
    amount = figures.spent(r)
    worth = [row for row in meaning.rows if amount and r.scene.is_worth(row.fact, amount.printed)]
    return worth[0] if len(worth) == 1 else None


def _is_joined(r: Reader) -> bool:
    joint, first = r.before(), r.before(2)
    return (
        joint is not None
        and first is not None
        and joint.word in (Word.AND, Word.PAUSE)
        and first.word is Word.SUBJECT
        and first.end == joint.start
    )


def _item(r: Reader, token: Token) -> None:
    if token.item is None:
        return
    subject = r.scene.item(token.item, figures.spent(r))
    r.found.append(Binding(token.start, token.end, Naming(subject.fact if subject else None, token.item.path)))
    if _is_numbered(r) or len(r.found) == 1:
        r.state.among.clear()
    r.state.name(subject)


def _is_numbered(r: Reader) -> bool:
    """Whether a name is a point of a numbered list."""
    return numbered(r.before()) or numbered(r.before(2))


def _number(r: Reader, token: Token) -> None:
    numeral = token.numeral
    if numeral is None:
        return
    if numeral.kind in FIGURES:
        figures.bind(r, token, numeral)
    elif numeral.kind is Kind.YEAR:
        _year(r, token, numeral)
    elif numeral.kind is Kind.CODE:
        _code(r, token, numeral)


def _year(r: Reader, token: Token, numeral: Numeral) -> None:
    s = r.state
    if numeral.value == r.scene.year:
        s.base = UNCLEAR if s.against else s.base
        s.phase = ACTUAL
    elif numeral.value == r.scene.year - 1 and (s.against or r.scene.year in r.scene.years):
        _phase(r, PRIOR)
    else:
        _phase(r, UNCLEAR)


def _code(r: Reader, token: Token, numeral: Numeral) -> None:
    subject = r.scene.row(numeral.digits) if r.scene.topic in ITEMISED else None
    if subject:
        r.state.name(subject)
        r.state.brackets[:] = [replace(scope, subject=subject) for scope in r.state.brackets]


def _nothing(r: Reader, token: Token) -> None:
    return


def _measure(r: Reader, token: Token) -> None:
    s = r.state
    s.measure = "批次" if token.text.startswith("批") else "人次"
    if r.scene.topic == t.THREE and s.counting is None and s.measure == "批次":
        s.counting = counted(GUESTS)


def _respectively(r: Reader, token: Token) -> None:
    figures.respectively(r, token)


_ON: Final[Mapping[Word, Callable[[Reader, Token], None]]] = {
    Word.NUMBER: _number,
    Word.SUBJECT: _subject,
    Word.ITEM: _item,
    Word.STOP: _stop,
    Word.SEMICOLON: _semicolon,
    Word.COMMA: _comma,
    Word.PAUSE: _pause,
    Word.OPEN: _open,
    Word.CLOSE: _close,
    Word.AMONG: _among,
    Word.REASON: _reason,
    Word.PURPOSE: _purpose,
    Word.LIST: _list,
    Word.MORE: _direction,
    Word.LESS: _direction,
    Word.LEVEL: _level,
    Word.ABOVE: _size,
    Word.BELOW: _size,
    Word.EQUAL: _size,
    Word.SHARE: _share,
    Word.DONE: _done,
    Word.RATE_DONE: _done,
    Word.BUDGET: _budget,
    Word.ADJUSTED: _budget,
    Word.ANY_BUDGET: _budget,
    Word.ACTUAL: _actual,
    Word.PRIOR: _prior,
    Word.SAME_PERIOD: _same_period,
    Word.OTHER_PERIOD: _other_period,
    Word.AGAINST: _against,
    Word.COMPARED: _compared,
    Word.EACH: _each,
    Word.RESPECTIVELY: _respectively,
    Word.AND: _nothing,
    Word.MEASURE: _measure,
}
