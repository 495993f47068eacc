"""Appraisal 绩效评价: a compiled self-evaluation: money, targets, values and scores, each with its figure.

Its figures are facts like all others: `P[measure].完成值` (and @上年), `P[measure].分子` and `分母` of a quotient,
`P[indicator].目标值` of a quantitative target (and @上年); `E[evaluation].总分` (and @上年) and `分值`,
`E[evaluation/indicator].得分` and `分值`, `E[evaluation/first level].得分` and `分值`;
`E[evaluation/line of money].预算数`, `执行数`, `年初预算数`, `执行率`, `得分`, `分值`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.evaluation import Scope


class State(Enum):
    """What became of a target."""

    MET = "完成"
    SURPASSED = "超额完成"
    """Met, and so far beyond the target that it has to be explained."""
    MISSED = "未完成"
    UNMEASURED = "没有完成值"


@dataclass(frozen=True, slots=True)
class Money:
    """One line of money; `rate` is None where nothing was planned. Only the first line of an appraisal is scored."""

    label: str
    budget: Address
    executed: Address
    rate: Fraction | None
    opening: Address | None = None
    weight: Fraction | None = None
    score: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Achievement:
    """One indicator of an appraisal, as every table, text and chart tells it.

    `target` and `actual` are in words (≥10000张, 14571张). `ratio` is actual ÷ target where both are numbers, `fact`
    the address of the value. `flags` are what comparison with last year says: a target set too low, or left as it was.
    `prior` is last year's value in words, `change` how much more this year's is: as a share of last year's, for a rate
    in percentage points.
    """

    indicator: str
    first: str
    second: str
    name: str
    target: str
    actual: str
    state: State
    fact: Address | None = None
    ratio: Fraction | None = None
    weight: Fraction | None = None
    score: Fraction | None = None
    reason: str = ""
    remedy: str = ""
    evidence: str = ""
    prior: str = ""
    change: Fraction | None = None
    flags: tuple[str, ...] = ()

    @property
    def deduction(self) -> Fraction | None:
        """扣分: the points it did not get."""
        return None if self.weight is None or self.score is None else self.weight - self.score

    @property
    def is_missed(self) -> bool:
        """Whether the target was not met, or nothing was measured."""
        return self.state in (State.MISSED, State.UNMEASURED)

    @property
    def is_owed(self) -> bool:
        """Whether a reason and a measure have to be given and are not."""
        needed = self.state is not State.MET
        return needed and not (self.reason and (self.remedy or self.state is State.SURPASSED))


@dataclass(frozen=True, slots=True)
class Appraisal:
    """One evaluation. `framework` is the label of its framework, `reference` the rule that comes from, `levels` its
    first-level headings in order. `total` is the sum of the scores, `full` that of the weights; None where nothing is
    scored. `columns` are those of 分值, 得分 and 扣分 that tables of the framework print.
    """

    id: str
    scope: Scope
    name: str
    framework: str
    reference: str
    levels: tuple[str, ...]
    monies: tuple[Money, ...]
    achievements: tuple[Achievement, ...]
    total: Fraction | None = None
    full: Fraction | None = None
    grade: str = ""
    details: tuple[tuple[str, str], ...] = ()
    expected: str = ""
    actual: str = ""
    problems: str = ""
    improvements: str = ""
    prior_total: Fraction | None = None
    columns: tuple[str, ...] = ()

    @property
    def missed(self) -> tuple[Achievement, ...]:
        """The indicators whose targets were not met, or not measured."""
        return tuple(one for one in self.achievements if one.is_missed)

    @property
    def surpassed(self) -> tuple[Achievement, ...]:
        """The indicators that went so far beyond their targets that it has to be explained."""
        return tuple(one for one in self.achievements if one.state is State.SURPASSED)


@dataclass(frozen=True, slots=True)
class Work:
    """One piece of key work; its texts have slots that name measures; `achievements` are what it answers to."""

    title: str
    goal: str
    done: str
    story: str = ""
    achievements: tuple[Achievement, ...] = ()


@dataclass(frozen=True, slots=True)
class Performance:
    """The whole year: the unit's own appraisal, its projects', its key work, and free passages by name.

    Slots {measure} in any text stand for the value with its unit, {measure:数} for its digits alone.
    """

    whole: Appraisal | None
    projects: tuple[Appraisal, ...] = ()
    works: tuple[Work, ...] = ()
    texts: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)

    @property
    def appraisals(self) -> tuple[Appraisal, ...]:
        """The unit's own appraisal, then those of its projects."""
        return ((self.whole,) if self.whole else ()) + self.projects

    @property
    def all_met(self) -> bool:
        """Whether every target was reached, of evaluations and of key work, so that the conclusion may say so."""
        return not self.missed

    @property
    def missed(self) -> tuple[Achievement, ...]:
        """Every indicator once whose target was not met, or not measured, whether it stands in a table or not."""
        of_works = (one for work in self.works for one in work.achievements if one.is_missed)
        of_tables = (one for appraisal in self.appraisals for one in appraisal.missed)
        return tuple({one.indicator: one for one in (*of_tables, *of_works)}.values())
