"""Framework 指标体系: the headings of a year's indicators, what they weigh, how they are scored and graded."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from mingzhang.disclosure.evaluation import Scope
from mingzhang.terms.period import ALWAYS, Span
from mingzhang.terms.target import Attainment

FULL: Final = Fraction(100)
"""满分: what all weights of an evaluation add up to."""
OVERSHOOT: Final = Fraction(13, 10)
"""From which share of a target on a result has to be explained, where no framework says otherwise."""
_SUFFIX: Final = "指标"


@dataclass(frozen=True, slots=True)
class Level:
    """一级指标: its heading, its weight (None where units set them), the second levels it may have."""

    name: str
    weight: Fraction | None
    seconds: tuple[str, ...]

    def is_called(self, heading: str) -> bool:
        """Whether a heading names it: 产出 and 产出指标 are the same."""
        return heading.removesuffix(_SUFFIX) == self.name.removesuffix(_SUFFIX)

    def has(self, second: str) -> bool:
        """Whether a second-level heading is usual under it; 社会效益 and 社会效益指标 are the same."""
        return second.removesuffix(_SUFFIX) in {name.removesuffix(_SUFFIX) for name in self.seconds}


@dataclass(frozen=True, slots=True)
class Execution:
    """预算执行率: its weight, the rate from which it gets full points, and the rate below which it gets none."""

    label: str
    weight: Fraction
    full_from: Fraction = Fraction(1)
    nothing_below: Fraction = Fraction(0)

    def share(self, rate: Fraction) -> Fraction:
        """The share of the points that a rate earns: all, none, or the rate itself."""
        if rate >= self.full_from:
            return Fraction(1)
        return rate if rate >= max(self.nothing_below, Fraction(0)) else Fraction(0)


@dataclass(frozen=True, slots=True)
class Grade:
    """等级: a word and the lowest score, of 100, that earns it."""

    word: str
    lowest: Fraction


@dataclass(frozen=True, slots=True)
class Band:
    """达成程度: the share of points a qualitative result of this kind may get, from `lowest` to `highest`."""

    attainment: Attainment
    highest: Fraction
    lowest: Fraction

    def takes(self, share: Fraction) -> bool:
        """Whether a share lies in the band; its upper end belongs to the next better band, 100 % to the best."""
        return self.lowest <= share and (share < self.highest or share == self.highest == 1)


@dataclass(frozen=True, slots=True)
class Framework:
    """One framework as it stands in a span of years. `overshoot` is the share of a target above which a result has to
    be explained; `columns` are those of 分值, 得分 and 扣分 that its table prints.
    """

    id: str
    label: str
    scope: Scope
    levels: tuple[Level, ...]
    execution: Execution | None
    grades: tuple[Grade, ...]
    bands: tuple[Band, ...]
    overshoot: Fraction
    columns: tuple[str, ...]
    reference: str
    trust: str
    verified_on: date
    span: Span = ALWAYS

    def level(self, heading: str) -> Level | None:
        """The first level that a heading names."""
        return next((level for level in self.levels if level.is_called(heading)), None)

    def band(self, attainment: Attainment) -> Band:
        """The band of a kind of result."""
        return next(band for band in self.bands if band.attainment is attainment)

    @property
    def is_weighted(self) -> bool:
        """Whether it gives weights, so that a unit need not."""
        return all(level.weight is not None for level in self.levels)

    def problems(self) -> tuple[str, ...]:
        """What is wrong with the data it was made from, all at once."""
        return tuple(
            f"指标体系“{self.id}”：{problem}" for problem in (*self._weights(), *self._grades(), *self._bands())
        )

    def _weights(self) -> Iterable[str]:
        names = [level.name.removesuffix(_SUFFIX) for level in self.levels]
        given = [level.weight for level in self.levels if level.weight is not None]
        execution = self.execution.weight if self.execution else Fraction(0)
        if not names or len(set(names)) < len(names):
            yield "一级指标没有列出，或有重名"
        if given and len(given) < len(self.levels):
            yield "有的一级指标有分值，有的没有；要么都给，要么都不给"
        if given and sum(given) + execution != FULL:
            yield f"一级指标和预算执行的分值合计{_number(sum(given) + execution)}，应为100"
        if any(weight <= 0 for weight in given) or not 0 <= execution < FULL:
            yield "分值应大于0，预算执行的分值应小于100"

    def _grades(self) -> Iterable[str]:
        lowest = [grade.lowest for grade in self.grades]
        if lowest != sorted(set(lowest), reverse=True) or lowest[-1:] != [0] or lowest[0] > FULL:
            yield "等级应从好到差排列，最低分逐级下降，最后一级从0分起"
        if len({grade.word for grade in self.grades}) < len(self.grades):
            yield "等级名称有重复"

    def _bands(self) -> Iterable[str]:
        if tuple(band.attainment for band in self.bands) != tuple(Attainment):
            yield f"达成程度应依次列出{'、'.join(kind.value for kind in Attainment)}"
            return
        ends = [self.bands[0].highest, *(band.lowest for band in self.bands)]
        joined = all(band.highest == end for band, end in zip(self.bands, ends, strict=False))
        if not joined or ends != sorted(set(ends), reverse=True) or ends[0] != 1 or ends[-1] != 0:
            yield "达成程度的得分区间应从100%到0%首尾相接"
        if self.overshoot <= 1:
            yield "超额界限应大于100%"


Frameworks = Mapping[str, Framework]
"""The frameworks that hold in a year, by id."""


def _number(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"{value.numerator}/{value.denominator}"
