"""Comparing 比较: the words that say against what a figure is held, in which phase, and how the two compare."""

from mingzhang.disclosure.address import ACTUAL, ADJUSTED, BUDGET, PRIOR
from mingzhang.disclosure.claim import Amount, Change, Comparison
from mingzhang.narrative.prose import figures
from mingzhang.narrative.prose.binding import Binding
from mingzhang.narrative.prose.lexicon import Word
from mingzhang.narrative.prose.numeral import Numeral
from mingzhang.narrative.prose.reader import Reader
from mingzhang.narrative.prose.state import UNCLEAR
from mingzhang.narrative.prose.token import Token


def direction(r: Reader, token: Token) -> None:
    """增加 or 减少 waits for its amount; both beside each other are a choice nobody made."""
    s = r.state
    before = s.pending
    opposite = before is not None and before.word is not token.word and before.word in (Word.MORE, Word.LESS)
    s.two_way = opposite and before is not None and r.text[before.end : token.start] in ("(", "/", "或", "、")
    s.pending = before if s.two_way else token


def level(r: Reader, token: Token) -> None:
    """持平: a change of nothing against what is compared with."""
    s = r.state
    if s.subject and len(s.subjects) == 1 and not s.stranger and s.base not in ("", UNCLEAR) and not s.subject.unit:
        r.found.append(Binding(token.start, token.end, Change(s.subject.fact, s.subject.at(s.base), 0, None)))
    s.pending = None


def size(r: Reader, token: Token) -> None:
    """大于, 小于, 等于: waits for what it is compared with; two of them are a choice nobody made."""
    s = r.state
    s.two_way = s.pending is not None and s.pending.word in figures.SIGNS
    s.pending = token


def share(r: Reader, token: Token) -> None:
    """占 waits for what it is a share of, and for the percentage."""
    r.state.pending, r.state.whole = token, None


def done(r: Reader, token: Token) -> None:
    """完成 or 完成率 waits for the budget and the percentage."""
    s = r.state
    s.pending, s.done = token, ""
    if token.word is Word.RATE_DONE:
        s.done = BUDGET if "初" in token.text else ADJUSTED if "全年" in token.text else s.budget or r.scene.budget


def budget(r: Reader, token: Token) -> None:
    """A budget: of what was done, of what is held against it, or of the next amount."""
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
    s.phase, s.armed, s.stranger = phase, s.subject is not None, s.stranger and s.against


def actual(r: Reader, token: Token) -> None:
    """决算: the next plain amount is the final account, unless last year was just named."""
    s = r.state
    if s.phase != PRIOR or not _follows_last_year(r):
        s.phase = s.phase if s.against and s.base else ACTUAL
    s.armed, s.stranger = s.subject is not None, s.stranger and s.against


def _follows_last_year(r: Reader) -> bool:
    before = r.before()
    return before is not None and (before.word is Word.PRIOR or before.numeral is not None)


def prior(r: Reader, token: Token) -> None:
    """Last year: what is held against it, or what the next amount is of."""
    if r.state.pending and r.state.pending.word in figures.SIGNS:
        _compare(r, PRIOR)
    else:
        _phase(r, PRIOR)


def same_period(r: Reader, token: Token) -> None:
    """同比 compares with last year."""
    r.state.base, r.state.pending = PRIOR, None
    _doubt(r)


def _doubt(r: Reader) -> None:
    """A comparison that begins only after 其中 may be of the part or of the whole."""
    s = r.state
    s.doubt = bool(s.among) and not s.among[-1].base


def difference(r: Reader, token: Token) -> None:
    """预决算差异率: the change against the budget; a rate without a sign is one only where more was spent."""
    s, after = r.state, r.next()
    s.pending, s.base = None, s.budget or r.scene.budget
    if after and after.numeral and (after.numeral.value < 0 or not _is_less(r)):
        s.pending = Token(Word.MORE, token.start, token.end, token.text)


def _is_less(r: Reader) -> bool:
    """Whether the last amounts that were told say that less was spent than planned."""
    s = r.state
    if s.subject is None:
        return False
    told = {b.claim.fact: b.claim.value for b in r.found if isinstance(b.claim, Amount)}
    planned, done = told.get(s.subject.at(s.base)), told.get(s.subject.fact)
    return planned is not None and done is not None and done < planned


def other_period(r: Reader, token: Token) -> None:
    """环比 compares with what no figure stands for."""
    r.state.base = UNCLEAR


def incomparable(r: Reader, token: Token) -> None:
    """不可比: no number follows what was waited for."""
    s = r.state
    s.pending, s.done, s.two_way = None, "", False


def against(r: Reader, token: Token) -> None:
    """比, 较, 与: a comparison begins."""
    s = r.state
    s.against, s.base, s.armed, s.pending = True, "", False, None
    _doubt(r)


def compared(r: Reader, token: Token) -> None:
    """相比: what is compared with has been named."""
    s = r.state
    s.against, s.phase, s.armed = False, ACTUAL, False


def year(r: Reader, token: Token, numeral: Numeral) -> None:
    """A year: this one's is the final account, the one before it may be last year's, others are unknown."""
    s = r.state
    if numeral.value == r.scene.year:
        s.base = UNCLEAR if s.against else s.base
        s.phase = ACTUAL
    elif numeral.value == r.scene.year - 1 and (s.against or r.scene.year in r.scene.years):
        _phase(r, PRIOR)
    else:
        _phase(r, UNCLEAR)
