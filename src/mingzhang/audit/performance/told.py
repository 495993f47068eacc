"""Told 文中说的指标: an indicator that a sentence names in quotes, with its target and its result."""

import re
from collections.abc import Iterator
from typing import Final

from mingzhang.audit.performance.gather import Passage, passages
from mingzhang.audit.performance.remember import once
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.evaluation import Entry, Indicator
from mingzhang.disclosure.position import Position
from mingzhang.terms.printed import plain

_AMOUNT: Final = r"(?:[≥>≤<=]|不低于|不少于|不超过|不高于)?\s*\d[\d,]*(?:\.\d+)?\s*[%\u4e00-\u9fff]{0,4}"
_TOLD: Final = re.compile(
    rf"[“\"](?P<name>[^”\"]{{2,48}})[”\"](?:指标)?的?(?:年度|年初|全年)*目标值?(?:为|是)?\s*(?P<target>{_AMOUNT})[，,、]\s*"
    rf"(?:全年|年度|实际)*(?:完成|达到|实现)值?(?:为|是|了)?\s*(?P<actual>{_AMOUNT})(?=[，。；;,、（(])"
)
_OWNS_UP: Final = re.compile("原因|没有达到|未达到|未完成|未达标")


@once
def told(document: Disclosure) -> tuple[tuple[Indicator, Passage, bool], ...]:
    """The indicators of all sentences, with their passage and whether that owns up to what was missed."""
    return tuple(one for passage in passages(document) for one in _of(passage))


def _of(passage: Passage) -> Iterator[tuple[Indicator, Passage, bool]]:
    for found in _TOLD.finditer(plain(passage.text)):
        target, actual = (Entry(found[kind], _spot(passage, found.start(kind))) for kind in ("target", "actual"))
        quote = passage.text[found.start() : found.end()]
        owns_up = bool(_OWNS_UP.search(passage.sentence(found.start())))
        yield Indicator("", "", found["name"], quote, target.position, target, actual), passage, owns_up


def _spot(passage: Passage, offset: int) -> Position:
    return passage.position(offset) or Position("")
