"""Plan 绩效目标: what a unit set out to do with its money, what was measured of it, and what is to be told about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from mingzhang.terms.criterion import Criterion
from mingzhang.terms.target import Aim, Attainment, Target
from mingzhang.terms.unit import Unit


@dataclass(frozen=True, slots=True)
class Given:
    """A number that people hand in, with what proves it: in the unit of its measure; in a line of money, in yuan."""

    value: Fraction
    evidence: str


@dataclass(frozen=True, slots=True)
class Named:
    """A figure of the accounts by its written address, such as T5[2080108].项目支出."""

    address: str


@dataclass(frozen=True, slots=True)
class Spent:
    """What the books hold for a project (its code or name there): money spent in the year, closing entries left out."""

    project: str


Operand = Criterion | Named | Spent | Given
"""What a measure is computed from: records, a figure of the accounts or another measure, spending, or a number."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A value of the year 完成值, defined once and told everywhere from here: a sum, or a quotient of two sums.

    Operands carry the sign +1 or −1. `complement` takes 1 − quotient (压减率); a quotient in % is multiplied by 100.
    """

    id: str
    label: str
    unit: Unit
    numerator: tuple[tuple[int, Operand], ...]
    denominator: tuple[tuple[int, Operand], ...] = ()
    complement: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """The result of a qualitative target: how far, in which share of the points, in words, with what proves it."""

    attainment: Attainment
    share: Fraction
    text: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """绩效指标: a target under its first- and second-level headings, and the measure or judgement that answers it.

    Exactly one of `measure` (the id of one) and `judged` is given; neither when nothing was measured. `reason` and
    `remedy` say why a target was missed or far surpassed and what is done about it.
    """

    id: str
    first: str
    second: str
    name: str
    target: Target | Aim
    measure: str | None = None
    judged: Judged | None = None
    evidence: str = ""
    reason: str = ""
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """资金: one line of money of an evaluation: its label, and what was planned and spent (a figure, or handed in)."""

    label: str
    budget: Operand
    executed: Operand
    opening: Operand | None = None


@dataclass(frozen=True, slots=True)
class Weighted:
    """An indicator in an evaluation with its weight 分值; None where the framework's weights are to be split.

    `first` and `second` are its headings there, where the evaluation's framework has others than the indicator.
    """

    indicator: str
    weight: Fraction | None = None
    first: str = ""
    second: str = ""


@dataclass(frozen=True, slots=True)
class Undertaking:
    """What is evaluated: the whole unit (`id` is 整体), or a project. The first line is the total, others its sources.

    `details` are words above the table (项目类别, 主管部门 …), `expected` and `actual` the goal of the year in words;
    slots in texts name measures: {制卡量}.
    `framework` is the id of the framework of indicators.
    """

    id: str
    name: str
    framework: str
    lines: tuple[Line, ...]
    indicators: tuple[Weighted, ...]
    details: tuple[tuple[str, str], ...] = ()
    expected: str = ""
    actual: str = ""
    problems: str = ""
    improvements: str = ""


@dataclass(frozen=True, slots=True)
class KeyWork:
    """重点工作: title, what was to be done, what was done (with slots), and the indicators it answers to."""

    title: str
    goal: str
    done: str
    story: str = ""
    indicators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything of `performance.toml`; `texts` are the free passages by name (工作开展, 评价目的, 存在的问题 …)."""

    measures: tuple[Measure, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    whole: Undertaking | None = None
    projects: tuple[Undertaking, ...] = ()
    works: tuple[KeyWork, ...] = ()
    texts: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
