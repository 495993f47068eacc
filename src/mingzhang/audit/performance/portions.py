"""Portions 分项得分: what each first-level heading earned of its weight, told in prose: 产出得分38分（分值40分）."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.performance.gather import Passage, evaluations, passages
from mingzhang.audit.performance.marks import value
from mingzhang.audit.performance.remember import once
from mingzhang.audit.performance.verdict import broken, passed
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.document import Disclosure
from mingzhang.terms.printed import plain

_PORTION: Final = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,8}?)(?:指标)?(?:自评)?得分(?:为|是|:)?\s*(?P<score>\d+(?:\.\d+)?)\s*分\s*"
    r"[（(，,]\s*(?:分值|满分|权重)(?:为|是|:)?\s*(?P<weight>\d+(?:\.\d+)?)\s*分"
)
_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class Portions:
    """All portions that one sentence tells, by name: score, weight, and where the score stands."""

    passage: Passage
    parts: dict[str, tuple[str, str, int, int]]

    @property
    def key(self) -> frozenset[tuple[str, str]]:
        """By what the same evaluation is known when it is told again: names and weights."""
        return frozenset((name, weight) for name, (_, weight, _, _) in self.parts.items())

    @property
    def total(self) -> Fraction:
        """What the scores make."""
        return sum((Fraction(score) for score, _, _, _ in self.parts.values()), Fraction(0))


@dataclass(frozen=True, slots=True)
class Wrong:
    """A portion that cannot be: where, what is printed and what it should be."""

    told: Portions
    name: str
    expected: str
    note: str


def within(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """得分 ≤ 分值, and the same score wherever the same portions are told."""
    document = context.document
    found = wrong(document) if document else ()
    for one in found:
        score, _, start, end = one.told.parts[one.name]
        yield broken(
            rule,
            one.note,
            quote=one.told.passage.text[start:end],
            position=one.told.passage.position(start),
            where=one.told.passage.heading,
            printed=score,
            expected=one.expected,
        )
    if document and portions(document) and not found:
        yield passed(rule)


@once
def portions(document: Disclosure) -> tuple[Portions, ...]:
    """Every sentence that tells two portions or more."""
    found = []
    for passage in passages(document):
        for sentence in re.finditer("[^。]+", plain(passage.text)):
            parts = {
                part["name"]: (
                    part["score"],
                    part["weight"],
                    sentence.start() + part.start(),
                    sentence.start() + part.end(),
                )
                for part in _PORTION.finditer(sentence[0])
            }
            if len(parts) >= _FEWEST:
                found.append(Portions(passage, parts))
    return tuple(found)


@once
def wrong(document: Disclosure) -> tuple[Wrong, ...]:
    """Scores above their weight, and those told otherwise elsewhere where their own sum is no total of a table."""
    found = [one for told in portions(document) for one in _above(told)]
    totals = {total.value for e in evaluations(document) if (total := value(e.total))}
    known = {(id(one.told), one.name) for one in found}
    strange = Counter(told.key for told in portions(document) if told.total not in totals)
    for told, other in permutations(() if document.recognised else portions(document), 2):
        # Two that make no known total are two evaluations whose tables could not be read.
        alone = told.key == other.key and strange[told.key] == 1
        if alone and told.total != other.total and told.total not in totals and other.total in totals:
            found += [one for one in _otherwise(told, other) if (id(told), one.name) not in known]
            known |= {(id(told), one.name) for one in found}
    return tuple(found)


def _above(told: Portions) -> Iterator[Wrong]:
    for name, (score, weight, _, _) in told.parts.items():
        if Fraction(score) > Fraction(weight):
            yield Wrong(told, name, f"不大于{weight}", f"“{name}”得分{score}分，大于分值{weight}分")


def _otherwise(told: Portions, other: Portions) -> Iterator[Wrong]:
    for name, (score, _, _, _) in told.parts.items():
        right = other.parts[name][0]
        if Fraction(score) != Fraction(right):
            yield Wrong(told, name, right, f"“{name}”得分此处为{score}分，别处为{right}分")
