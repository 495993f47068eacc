"""Clause 分句: where clauses and sentences end, what 其中 and brackets open and close, where free text begins."""

import re
from typing import Final

from mingzhang.disclosure import topic as t
from mingzhang.disclosure.claim import Comparison
from mingzhang.narrative.prose.binding import Binding
from mingzhang.narrative.prose.lexicon import Word
from mingzhang.narrative.prose.listing import listed
from mingzhang.narrative.prose.reader import Reader
from mingzhang.narrative.prose.silence import goes_on, numbered
from mingzhang.narrative.prose.state import UNCLEAR
from mingzhang.narrative.prose.token import Token

_NO_RATE: Final = re.compile(r"[^()。;]{0,16}(?:基数|不可比|无可比|数为0|为零|无法)")


def stop(r: Reader, token: Token) -> None:
    """A full stop ends the sentence, unless a numbered reason goes on; a comparison holds on into 其中."""
    if goes_on(r, token):
        return
    base = r.state.base
    r.state.end_sentence()
    if r.follows(Word.AMONG):
        r.state.base = base


def comma(r: Reader, token: Token) -> None:
    """A comma ends the clause; 减少，主要是… has said a direction without an amount."""
    if r.follows(Word.REASON):
        _direction_alone(r)
    r.state.end_clause()


def semicolon(r: Reader, token: Token) -> None:
    """A semicolon ends the clause and parts one part of 其中 from the next."""
    comma(r, token)
    r.state.listed, r.state.doubt = bool(r.state.among), False


def pause(r: Reader, token: Token) -> None:
    """A pause ends what waited for a number, but for numbers told in turn."""
    if not r.state.turns:
        r.state.pending, r.state.armed = None, False


def among(r: Reader, token: Token) -> None:
    """其中 goes one level down; what it is a part of is kept."""
    r.state.among.append(r.state.scope())
    r.state.parts.clear()
    r.state.armed, r.state.pending, r.state.listed = False, None, False


def open_bracket(r: Reader, token: Token) -> None:
    """A bracket goes one level down; one that says why there is no rate ends the waiting for it."""
    s = r.state
    if s.pending and _NO_RATE.match(r.text, token.end):
        s.pending, s.done, s.two_way = None, "", False
    s.brackets.append(s.scope())


def close_bracket(r: Reader, token: Token) -> None:
    """A closed bracket comes back to what was in force before it."""
    if r.state.brackets:
        before = r.state.brackets.pop()
        r.state.restore(before)
        del r.state.among[before.depth :]


def reason(r: Reader, token: Token) -> None:
    """A reason begins: no number in it is a claim."""
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


def purpose(r: Reader, token: Token) -> None:
    """A purpose begins: no number in it is a claim."""
    r.state.silent = Word.PURPOSE


def begin_list(r: Reader, token: Token) -> None:
    """主要包括: the items of T6 that a list names."""
    if r.scene.topic != t.BASIC or r.state.subject is None:
        return
    found = listed(r.text, token.end, r.scene.economics)
    if found is not None:
        r.state.silent = Word.LIST
        r.found += found
