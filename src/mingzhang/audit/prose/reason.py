"""Reason 原因: a difference that is told has a reason beside it."""

import re
from collections.abc import Iterator
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.prose.matter import text_of
from mingzhang.audit.prose.outcome import amiss, passed
from mingzhang.audit.prose.said import Said, Text
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.claim import Change, Comparison

_WORDS: Final = re.compile(
    r"原因|由于|因为|因(?!公)|主要是|主要系|系|受.{1,12}影响|导致|所致|得益|根据|按照|为了|用于|新增|调整|政策|落实|压缩|严格"
)


def reasons(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Each paragraph that tells a difference; a section is told of once."""
    text = text_of(context.document)
    told: set[int] = set()
    for number, claims in text.by_paragraph.items():
        said = next((one for one in claims if one.spot.topic in rule.arguments and _differs(one)), None)
        if said is None:
            continue
        if _has_reason(said, text):
            yield passed(rule)
        elif said.spot.section not in told:
            told.add(said.spot.section)
            note = f"{said.spot.where}写了增减或与预算的差异（{said.text.strip()}），没有写原因"
            yield amiss(rule, said.spot, said.span, note, said.text.strip(), "写明主要原因", f"reason:{number}")


def _differs(said: Said) -> bool:
    match said.claim:
        case Change(_, _, delta, rate):
            return bool(delta or rate)
        case Comparison(_, _, sign):
            return sign != 0
        case _:
            return False


def _has_reason(said: Said, text: Text) -> bool:
    """In its paragraph, or in one of the next two of its section."""
    first = said.spot.number
    near = [s for s in text.spots if s.section == said.spot.section and first <= s.number <= first + 2]
    return any(spot.is_doubtful or _WORDS.search(re.sub(r"\s", "", spot.text)) for spot in near)
