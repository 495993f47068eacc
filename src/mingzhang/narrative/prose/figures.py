"""Figures 数的归属: what one number states, decided by the words of its own clause and nothing beyond it."""

import re
from collections.abc import Mapping
from typing import Final

from mingzhang.disclosure.address import ACTUAL, ADJUSTED, BUDGET, PRIOR, Address
from mingzhang.disclosure.claim import Amount, Change, Claim, Completion, Count, Share
from mingzhang.narrative.prose.binding import Binding
from mingzhang.narrative.prose.lexicon import PHRASE_FILL, Word
from mingzhang.narrative.prose.numeral import Kind, Numeral
from mingzhang.narrative.prose.reader import Reader
from mingzhang.narrative.prose.state import UNCLEAR
from mingzhang.narrative.prose.subject import NOBODY, Subject
from mingzhang.narrative.prose.token import Token
from mingzhang.narrative.prose.whose import whose_change

SIGNS: Final[Mapping[Word, int]] = {Word.ABOVE: 1, Word.EQUAL: 0, Word.BELOW: -1}
_FILL: Final = re.compile(PHRASE_FILL)
_CODE_NAME: Final = re.compile(r"[-—)\"]*[一-鿿()\"、]{0,30}")
_ENDS_A_NAME: Final = re.compile(
    r"(?:支出|收入|经费|费用?|资金|款|事务|项目|补助|科目|类|项)(?:决算)?(?:数|额)?(?:为|:|共|计)?$"
)
_RATE_WORDS: Final = ("增长", "下降", "上升", "降低", "提高")
_FAR_OFF: Final = 60
_COUNT_FILL: Final = re.compile(PHRASE_FILL[:-3] + r"|人员|项目|接待|来访|境内|总|次|批|台次|名|出访|共有)*+")
_FAR: Final = 8
"""More characters than this between the last word and a count tell of something else."""
_TELLING: Final = ("批次", "人次", "人")
"""Units that say what is counted, whatever 批次 or 人次 was said before."""
_ENDS: Final = frozenset("。;,、)\n(")


def bind(r: Reader, token: Token, numeral: Numeral) -> None:
    """The claim a number states, if its clause says whose number it is."""
    s = r.state
    if s.turns and numeral.kind in (Kind.MONEY, Kind.RATE):
        s.name(s.turns.pop(0))
    kind = _read_as(r, token, numeral)
    if kind is Kind.MONEY:
        _money(r, token, numeral)
    elif kind is Kind.RATE:
        _rate(r, token, numeral)
    elif kind is Kind.COUNT:
        _count(r, token, numeral)
    s.armed, s.measure = False, ""
    if s.pending and not s.turns and not _waits_on(r, kind):
        s.pending, s.two_way = None, False
    if not (s.pending and s.done):
        s.phase = ACTUAL


def _waits_on(r: Reader, kind: Kind) -> bool:
    """完成预算27万元的63.2%, 占本年支出500万元的80%: the amount in between does not end it."""
    s = r.state
    if kind is not Kind.MONEY or s.pending is None:
        return False
    return s.pending.word is Word.DONE or (s.pending.word is Word.SHARE and s.whole is not None)


def _read_as(r: Reader, token: Token, numeral: Numeral) -> Kind:
    """What a number without unit must be from the words around it."""
    if numeral.kind is not Kind.BARE:
        return numeral.kind
    s = r.state
    if s.measure:
        return Kind.COUNT
    ends = token.end == len(r.text) or r.text[token.end] in _ENDS or r.follows(Word.MORE, Word.LESS, Word.STOP)
    if not ends or numeral.value >= 10**7:
        return Kind.BARE
    if s.pending is None:
        return Kind.MONEY if s.armed and (numeral.places or not numeral.value) else Kind.BARE
    if s.pending.word in (Word.SHARE, Word.DONE, Word.RATE_DONE):
        return Kind.RATE
    if s.pending.text.startswith(_RATE_WORDS):
        return Kind.RATE if s.changed else Kind.BARE
    return Kind.MONEY if numeral.places else Kind.BARE


def _is_near(r: Reader, token: Token) -> bool:
    """Whether nothing but filling stands between the last word and this number; a code's name may."""
    last = r.state.last
    if last and last.numeral and last.numeral.kind is Kind.CODE:
        return _CODE_NAME.fullmatch(r.text, last.end, token.start) is not None
    start = last.end if last else 0
    return token.start - start <= _FAR_OFF and _FILL.fullmatch(r.text, start, token.start) is not None


def _money(r: Reader, token: Token, numeral: Numeral) -> None:
    s = r.state
    if not _is_near(r, token):
        if s.pending is None:
            _meet_stranger(r, token)
        return
    if s.pending and s.pending.word in (Word.MORE, Word.LESS):
        _delta(r, token, numeral)
    elif s.pending and s.pending.word is Word.SHARE and s.whole:
        _add(r, token.start, token, Amount(s.whole.fact, numeral.printed.fen), numeral)
    elif s.pending and s.pending.word is not Word.DONE:
        return
    elif (s.armed or (s.pending and s.done) or _opens(r)) and _is_alone(r):
        _amount(r, token, numeral)


def _meet_stranger(r: Reader, token: Token) -> None:
    """Another name stood before this amount: it is spoken of now, unless it is a mere remark (年中追加10万元)."""
    s = r.state
    if _ENDS_A_NAME.search(r.text, s.last.end if s.last else 0, token.start):
        s.name(None)
    s.stranger = True


def _is_alone(r: Reader) -> bool:
    """Whether one figure of money is meant, in a phase that is known."""
    s = r.state
    return s.subject is not None and not s.subject.unit and len(s.subjects) == 1 and s.phase != UNCLEAR


def _amount(r: Reader, token: Token, numeral: Numeral) -> None:
    s = r.state
    if s.subject and s.subject.others:
        s.name(r.scene.meant(s.subject, s.phase, numeral.printed))
    if s.subject:
        _add(r, token.start, token, Amount(s.subject.at(s.phase), numeral.printed.fen), numeral)
        s.base = s.base or (PRIOR if s.phase == PRIOR else "")


def _opens(r: Reader) -> bool:
    """A section may begin with its amount and leave the name to the heading."""
    return (
        r.scene.opening
        and r.at < 6
        and all(token.numeral is not None and token.numeral.kind is not Kind.MONEY for token in r.tokens[: r.at])
    )


def _delta(r: Reader, token: Token, numeral: Numeral) -> None:
    s = r.state
    _settle(r)
    sign = _sign(r, numeral)
    if sign is None or s.pending is None or s.subject is None:
        return
    claim = Change(s.subject.fact, s.subject.at(s.base), sign * abs(numeral.printed.fen), None)
    _add(r, s.pending.start, token, claim, numeral)
    s.changed = sign


def _settle(r: Reader) -> None:
    """Decide whose a change is that began after 其中."""
    s = r.state
    if s.doubt:
        subject = whose_change(r)
        s.doubt = False
        s.base = s.base if subject else UNCLEAR
        s.name(subject or s.subject)


def _sign(r: Reader, numeral: Numeral) -> int | None:
    """The sign of a change by its word; None when the word is a choice, or nothing is compared."""
    s = r.state
    if s.pending is None or s.subject is None or s.subject.unit or s.base in ("", UNCLEAR) or len(s.subjects) != 1:
        return None
    if s.stranger:
        return None
    if s.two_way:
        return s.changed or None
    sign = 1 if s.pending.word is Word.MORE else -1
    if numeral.value < 0:
        return -1 if sign > 0 else None
    return sign


def _rate(r: Reader, token: Token, numeral: Numeral) -> None:
    word = r.state.pending.word if r.state.pending else None
    if word in (Word.MORE, Word.LESS):
        _growth(r, token, numeral)
    elif word is Word.SHARE:
        _share(r, token, numeral)
    elif word in (Word.DONE, Word.RATE_DONE):
        _completion(r, token, numeral)


def _growth(r: Reader, token: Token, numeral: Numeral) -> None:
    s = r.state
    if not _is_near(r, token):
        return
    _settle(r)
    sign = _sign(r, numeral)
    if sign is None or s.pending is None or s.subject is None:
        return
    ratio = abs(numeral.value) / 100
    if r.text[s.last.end if s.last else 0 : token.start].endswith("不足"):
        ratio /= 2
    _add(r, s.pending.start, token, Change(s.subject.fact, s.subject.at(s.base), None, sign * ratio), numeral)


def _share(r: Reader, token: Token, numeral: Numeral) -> None:
    s = r.state
    if s.subject is None or s.subject.unit or len(s.subjects) != 1 or s.stranger or not _is_near(r, token):
        return
    whole = _whole(r, s.subject, numeral)
    if whole:
        _add(r, token.start, token, Share(s.subject.fact, whole, numeral.value / 100), numeral)


def _whole(r: Reader, part: Subject, numeral: Numeral) -> Address | None:
    """What a share is of: what the clause names, else what the part belongs to; by its value when both are possible."""
    named = r.state.whole
    if named:
        wholes = [named.fact, *named.others]
    else:
        above = [scope.subject.fact for scope in r.state.among[-1:] if scope.subject]
        wholes = list(dict.fromkeys([*above, *part.wholes]))
    wholes = [whole for whole in wholes if whole != part.fact]
    fitting = r.scene.whole(part.fact, wholes, numeral.value, numeral.places)
    if fitting:
        return fitting
    unclear = not named and len(wholes) > 1 and len(r.state.among) > 1
    return _likeliest(r, wholes) if wholes and not unclear else None


def _likeliest(r: Reader, wholes: list[Address]) -> Address:
    """Of the wholes of which it is not the share the first, or the one that the same statement does not print."""
    first = wholes[0]
    hidden = (w for w in wholes if w not in r.scene.facts and (w.statement, w.row) == (first.statement, first.row))
    return next(hidden, first) if first in r.scene.facts else first


def _completion(r: Reader, token: Token, numeral: Numeral) -> None:
    s = r.state
    phase = s.done or s.budget
    if s.subject is None or s.subject.unit or len(s.subjects) != 1 or phase not in (BUDGET, ADJUSTED):
        return
    if _is_near(r, token):
        claim = Completion(s.subject.fact, s.subject.at(phase), numeral.value / 100)
        _add(r, token.start, token, claim, numeral)


def _count(r: Reader, token: Token, numeral: Numeral) -> None:
    s = r.state
    counting = s.counting or s.subject
    if counting is None or numeral.value.denominator != 1 or numeral.value < 0:
        return
    if s.pending and s.pending.word in (Word.MORE, Word.LESS):
        s.counting = NOBODY
        return
    if not _is_near_count(r, token):
        return
    fact = counting.count(numeral.unit if numeral.unit in _TELLING else s.measure or numeral.unit)
    if fact:
        _add(r, token.start, token, Count(fact, int(numeral.value)), numeral)


def _is_near_count(r: Reader, token: Token) -> bool:
    """Whether nothing but filling stands between the last word and a count."""
    start = r.state.last.end if r.state.last else 0
    return token.start - start <= _FAR and _COUNT_FILL.fullmatch(r.text, start, token.start) is not None


def _add(r: Reader, start: int, token: Token, claim: Claim, numeral: Numeral) -> None:
    r.found.append(Binding(start, token.end, claim, numeral))
