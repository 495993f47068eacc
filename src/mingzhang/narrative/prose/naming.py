"""Naming 指称: the words that say which figure is spoken of from here on."""

from dataclasses import replace

from mingzhang.disclosure import topic as t
from mingzhang.disclosure.address import ACTUAL
from mingzhang.disclosure.claim import Amount, Naming
from mingzhang.narrative.prose.binding import Binding
from mingzhang.narrative.prose.coded import coded
from mingzhang.narrative.prose.lexicon import Word
from mingzhang.narrative.prose.numeral import Kind, Numeral
from mingzhang.narrative.prose.reader import Reader
from mingzhang.narrative.prose.silence import numbered
from mingzhang.narrative.prose.spent import spent
from mingzhang.narrative.prose.state import UNCLEAR
from mingzhang.narrative.prose.subject import (
    NOBODY,
    Again,
    Column,
    Hosted,
    Meaning,
    Narrowed,
    Recounted,
    Shared,
    Sided,
    Subject,
    Unknown,
)  # fmt: skip
from mingzhang.narrative.prose.token import Token
from mingzhang.narrative.prose.words.three import GUESTS, counted
from mingzhang.narrative.prose.words.topics import ITEMISED


def each(r: Reader, token: Token) -> None:
    """各增加: the first subject of the sentence, which speaks for both sides."""
    if token.text == "各" and (first := r.state.first or r.state.earlier):
        r.state.name(first)


def subject(r: Reader, token: Token) -> None:
    """A name: of a figure of money, of something counted, or of what no figure stands for."""
    meaning = token.meaning
    if meaning is None or isinstance(meaning, Unknown) or not r.scene.holds(meaning):
        r.state.name(None)
        r.state.counting = NOBODY
    elif token.start in r.scene.seats:
        _point(r, token, r.scene.row(r.scene.seats[token.start]))
    elif not _is_named_by_code(r, token):
        _mean(r, meaning)


def _point(r: Reader, token: Token, row: Subject | None) -> None:
    """A point of a list by its bare name: the row that all of them together leave to it."""
    if row != token.meaning:
        r.found.append(Binding(token.start, token.end, Naming(row.fact if row else None, (token.text,))))
    if row:
        _mean(r, row)
    else:
        r.state.name(None)


def _mean(r: Reader, meaning: Meaning) -> None:
    s = r.state
    match meaning:
        case Column(name):
            s.name(r.scene.in_column(s.among[-1].subject if s.among else s.subject, name))
        case Sided():
            s.name(_side(r, meaning))
        case Shared():
            s.name(_bearer(r, meaning))
        case Narrowed():
            told = frozenset(b.claim.fact for b in r.found if isinstance(b.claim, Amount))
            _figure(r, meaning.about(told))
        case Again():
            s.armed, s.phase = s.subject is not None, ACTUAL
        case Hosted(home, abroad, guests):
            s.name(abroad if s.counting in guests else home)
        case Recounted(counted_now, kept):
            s.counting = s.counting if s.counting in kept else counted_now
        case Subject():
            _figure(r, meaning)


def _figure(r: Reader, meaning: Subject) -> None:
    """A figure: counted, the whole of a share, what is compared with, or the subject from here on."""
    s = r.state
    if meaning.unit or s.silent:
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
    amount = spent(r)
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


def item(r: Reader, token: Token) -> None:
    """A path of names leads to its row, which is named and spoken of from here on."""
    if token.item is None:
        return
    subject = r.scene.seated(token.item, spent(r))
    r.found.append(Binding(token.start, token.end, Naming(subject.fact if subject else None, token.item.path)))
    if _is_numbered(r) or len(r.found) == 1:
        r.state.among.clear()
    r.state.name(subject)


def _is_numbered(r: Reader) -> bool:
    """Whether a name is a point of a numbered list."""
    return numbered(r.before()) or numbered(r.before(2))


def code(r: Reader, token: Token, numeral: Numeral) -> None:
    """A printed code is its row, in brackets too."""
    if r.scene.topic not in ITEMISED:
        return
    subject, named = coded(r, token, numeral.digits)
    if named:
        r.found.append(named)
    if subject:
        r.state.name(subject)
        r.state.brackets[:] = [replace(scope, subject=subject) for scope in r.state.brackets]


def average(r: Reader, token: Token) -> None:
    """人均, 车均: a figure that stands nowhere."""
    r.state.name(None)
    r.state.counting = NOBODY


def measure(r: Reader, token: Token) -> None:
    """批次 or 人次 before its number says what the number counts."""
    s = r.state
    s.measure = "批次" if token.text.startswith("批") else "人次"
    if r.scene.topic == t.THREE and s.counting is None and s.measure == "批次":
        s.counting = counted(GUESTS)
