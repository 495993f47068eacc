"""Phrases: a piece of work told in two places has the same numbers in the same words."""

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from mingzhang.audit.performance.gather import passages
from mingzhang.audit.performance.heads import squeezed
from mingzhang.audit.performance.quantity import Quantity, Spot, flat, spots
from mingzhang.audit.performance.remember import once
from mingzhang.audit.performance.verdict import broken, passed
from mingzhang.audit.performance.works import Work, works
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.document import Disclosure

_LEAST: Final = 3
_ACROSS: Final = 6
"""How many characters before two numbers must be the same: inside a clause, and across brackets and marks."""


def told_alike(rule: Rule, document: Disclosure) -> Iterator[Result]:
    """Numbers with the same words before them and the same unit after them are the same."""
    if any(first.quantity.value == second.quantity.value for _, _, first, second in _same_phrases(document)):
        yield passed(rule)
    for work, wrong, right in contradictions(document):
        yield broken(
            rule,
            f"“{work.name}”：此处为{wrong.quantity.text}，别处同一数为{right.quantity.text}",
            quote=work.done.text[max(wrong.start - 12, 0) : wrong.end],
            position=work.done.position(wrong.start),
            where=work.done.heading,
            printed=wrong.quantity.text,
            expected=right.quantity.text,
            root=f"PF.same:{squeezed(work.name)}:{wrong.before}",
        )


@once
def contradictions(document: Disclosure) -> tuple[tuple[Work, Spot, Spot], ...]:
    """Numbers told alike that differ: the work, the number that is wrong because it is told less often, the other."""
    found = []
    for one, other, first, second in _same_phrases(document):
        if first.quantity.value != second.quantity.value:
            rarer = times(first.quantity, document) < times(second.quantity, document)
            found.append((one, first, second) if rarer else (other, second, first))
    return tuple(found)


def times(quantity: Quantity, document: Disclosure) -> int:
    """How often the digits of a number stand in what is said of performance."""
    digits = re.sub(r"[^\d.]", "", quantity.text)
    pattern = re.compile(rf"(?<![\d.]){re.escape(digits)}(?![\d.])")
    return sum(len(pattern.findall(flat(passage.text))) for passage in passages(document))


def _same_phrases(document: Disclosure) -> Iterator[tuple[Work, Work, Spot, Spot]]:
    for one, other in combinations(works(document), 2):
        if squeezed(one.name) == squeezed(other.name):
            for first, second in _pairs(_told(one), _told(other)):
                yield one, other, first, second


def _told(work: Work) -> list[tuple[Spot, str]]:
    """The numbers of a work, each with the Chinese characters before it across all marks."""
    text = work.done.text
    mine = [spot for spot in spots(text) if spot.start >= work.start and spot.quantity.unit]
    return [(spot, re.sub(r"[^\u4e00-\u9fff]", "", text[max(spot.start - 24, 0) : spot.start])) for spot in mine]


def _pairs(ones: list[tuple[Spot, str]], others: list[tuple[Spot, str]]) -> Iterator[tuple[Spot, Spot]]:
    """The numbers that are told in the same words in both places, and only once in each."""
    for one, across in ones:
        for alike in (_in_clause, _at_end, _across):
            mine = [spot for spot, words in ones if alike(one, across, spot, words)]
            theirs = [spot for spot, words in others if alike(one, across, spot, words)]
            if len(mine) == 1 and len(theirs) == 1:
                yield one, theirs[0]
                break


def _in_clause(one: Spot, across: str, other: Spot, words: str) -> bool:
    """Whether the whole clause before both numbers is the same."""
    return len(one.before) >= _LEAST and one.before == other.before and one.quantity.unit == other.quantity.unit


def _at_end(one: Spot, across: str, other: Spot, words: str) -> bool:
    """Whether at least the last characters of both clauses are the same."""
    ends = one.before[-_LEAST:] == other.before[-_LEAST:] and len(one.before) >= _LEAST
    return ends and one.quantity.unit == other.quantity.unit


def _across(one: Spot, across: str, other: Spot, words: str) -> bool:
    """Whether more characters, counted across brackets, are the same: 就近办达75%以上（满分75%）."""
    ends = across[-_ACROSS:] == words[-_ACROSS:] and len(across) >= _ACROSS
    return ends and one.quantity.unit == other.quantity.unit
