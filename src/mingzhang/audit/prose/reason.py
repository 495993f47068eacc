"""Reason 原因: a difference that is told has a reason beside it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.prose.matter import text_of
from mingzhang.audit.prose.outcome import amiss, passed
from mingzhang.audit.prose.said import Said, Text
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule, Severity
from mingzhang.disclosure.address import TOTAL
from mingzhang.disclosure.claim import Change, Comparison, Completion

_WORDS: Final = re.compile(
    r"原因|由于|因为|因(?!公)|主要是|主要系|系|受.{1,12}影响|导致|所致|得益|根据|按照|为了|用于|新增|调整|政策|落实|压缩|严格"
)

_ANNOUNCES: Final = re.compile(r"(?:如下|其中|包括|分别为)[^。；]{0,24}[:：]$|具体情况如下")
"""The words with which a paragraph leaves the particulars to those after it."""

_TOTALS: Final = frozenset({"合计", "小计"})
_CAUSE: Final = re.compile(r"原因|由于|因为|因(?!公|素)|主要是|系|受.{1,12}影响|导致|所致|得益")

_EMPTY: Final = re.compile(r"(?:主要|变动|增减|差异)原因(?:主要)?(?:\s*[是为系：:]\s*)+[。；;]")
_CUT_OFF: Final = re.compile(r"[，、,]\s*$")
"""The end of a sentence whose rest is lost."""


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
    for spot in text.spots:
        found = _EMPTY.search(spot.text) if spot.part == "narrative" and not spot.is_doubtful else None
        if found:
            note = f"{spot.where}“{found[0].strip()}”后面没有写出原因"
            root = f"reason:empty:{spot.number}"
            yield amiss(rule, spot, found.span(), note, found[0].strip(), "写明主要原因", root)


def _differs(said: Said) -> bool:
    match said.claim:
        case Change(_, _, delta, rate):
            return bool(delta or rate)
        case Comparison(_, _, sign):
            return sign != 0
        case _:
            return False


def _has_reason(said: Said, text: Text) -> bool:
    """In its paragraph, or in one of the next two of its section; what announces a list leaves reasons to its items."""
    if _ANNOUNCES.search(re.sub(r"\s", "", said.spot.text)):
        return True
    first = said.spot.number
    near = [s for s in text.spots if s.section == said.spot.section and first <= s.number <= first + 2]
    return any(spot.is_doubtful or _WORDS.search(re.sub(r"\s", "", spot.text)) for spot in near)


def item_reasons(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """An item that differs from its budget has a reason, where the items around it have theirs."""
    text = text_of(context.document)
    sections: dict[int, list[Said]] = {}
    for claims in text.by_paragraph.values():
        said = next((one for one in claims if one.spot.topic in rule.arguments and _misses(one)), None)
        if said:
            sections.setdefault(said.spot.section, []).append(said)
    for found in sections.values():
        bare = [said for said in found if not _reasoned(said, text)]
        if len(bare) * 2 < len(found):
            yield from (passed(rule) for said in found if said not in bare)
            yield from (_unreasoned(rule, said) for said in bare)


def _unreasoned(rule: Rule, said: Said) -> Result:
    note = f"{said.spot.where}决算数与预算数不同（{said.text.strip()}），没有写原因，同节其他各项都写了"
    root = f"reason:{said.spot.section}"
    result = amiss(rule, said.spot, said.span, note, said.text.strip(), "写明主要原因", root)
    return replace(result, severity=Severity.MEDIUM) if _CUT_OFF.search(said.spot.text) else result


def _misses(said: Said) -> bool:
    """Whether it tells that an item is not what its budget was; a total is explained by its items."""
    fact = said.fact
    if fact is None or fact.row == TOTAL or (fact.statement == "T7" and fact.column in _TOTALS):
        return False
    match said.claim:
        case Completion(_, _, ratio):
            return ratio is not None and ratio != 1 and ratio != 0
        case Comparison(_, _, sign):
            return sign != 0
        case _:
            return False


def _reasoned(said: Said, text: Text) -> bool:
    """In its own paragraph, or in those after it that speak of no other figure."""
    if said.spot.is_doubtful or _CAUSE.search(re.sub(r"\s", "", said.spot.text)):
        return True
    after = [s for s in text.spots if s.section == said.spot.section and said.spot.number < s.number]
    own = takewhile(lambda spot: spot.number not in text.by_paragraph, after)
    return any(spot.is_doubtful or _CAUSE.search(re.sub(r"\s", "", spot.text)) for spot in own)
