"""Slots 空位 in the unit's own words: {制卡量} becomes the value of a measure, {制卡量:数} its digits alone."""

import re
from collections.abc import Iterable
from typing import Final

from mingzhang.disclosure.appraisal import Achievement
from mingzhang.narrative.context import Context
from mingzhang.narrative.owed import Owed
from mingzhang.narrative.passage import EMPTY, Passage, joined, lacking, words
from mingzhang.narrative.performance import named
from mingzhang.narrative.performance.figures import figure, said

_SLOT: Final = re.compile(r"\{\s*(?P<measure>[^{}:：]+?)\s*(?P<bare>[:：]\s*数\s*)?\}")
_BREAK: Final = re.compile(r"\s*\n\s*")


def filled(c: Context, text: str, answering: Iterable[Achievement] = ()) -> Passage:
    """The text with the value of every measure it names, and the targets of the indicators it is about, bound.

    Nothing is written, and the value is owed, where it names a measure that has none.
    """
    flat = _BREAK.sub("", text.strip())
    pieces = [_slot(c, piece, found) for piece, found in _pieces(flat)]
    if any(piece.owed for piece in pieces):
        return joined(lacking(owed) for piece in pieces for owed in piece.owed)
    whole = EMPTY
    for piece, (_, found) in zip(pieces, _pieces(flat), strict=True):
        whole = whole + (piece if found else _targets(c, piece.text, tuple(answering)))
    return whole


def _pieces(text: str) -> list[tuple[str, re.Match[str] | None]]:
    pieces: list[tuple[str, re.Match[str] | None]] = []
    start = 0
    for found in _SLOT.finditer(text):
        pieces += [(text[start : found.start()], None), (found[0], found)]
        start = found.end()
    return [(piece, found) for piece, found in (*pieces, (text[start:], None)) if piece]


def _slot(c: Context, piece: str, found: re.Match[str] | None) -> Passage:
    if found is None:
        return words(piece)
    address = named.value(found["measure"])
    if address in c.facts:
        return figure(c, address, bare=bool(found["bare"]))
    question = f"文字中用到“{found['measure']}”的完成值，但没有这个完成值；请补上它的取数办法，或改写这段文字"
    return lacking(Owed(address, question, named.PLAN_FILE, "[measure]", f'id = "{found["measure"]}"'))


def _targets(c: Context, text: str, answering: tuple[Achievement, ...]) -> Passage:
    """The targets, as tables print them, that occur in the text: each bound when only one indicator has it."""
    known = {one.target for one in answering if one.target and named.target(one.indicator) in c.facts}
    single = {t: own[0] for t in known if len(own := [o for o in answering if o.target == t]) == 1}
    if not single:
        return words(text)
    pattern = "|".join(map(re.escape, sorted(single, key=len, reverse=True)))
    whole = EMPTY
    for piece in re.split(f"({pattern})(?![.\\d])", text):
        one = single.get(piece)
        whole = whole + (said(c, named.target(one.indicator), piece) if one else words(piece))
    return whole
