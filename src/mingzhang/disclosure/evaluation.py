"""Evaluation 绩效自评: what a table says of money, targets and results, before anybody judges it."""

from dataclasses import dataclass
from enum import Enum

from mingzhang.disclosure.position import Position


class Scope(Enum):
    """What is evaluated: a whole body, one project, or its pieces of key work."""

    WHOLE = "整体支出"
    PROJECT = "项目支出"
    WORK = "重点工作"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of an evaluation as printed; `row` is the whole printed row of an entry of the foot.

    `shared`: it stands in a cell that also covers the row above, so that it is not this row's own.
    """

    text: str
    position: Position
    shared: bool = False
    doubtful: bool = False
    row: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing is filled in, where something of its own could be."""
        return not self.text.strip() and not self.shared


@dataclass(frozen=True, slots=True)
class Funding:
    """资金: one line of money by its label (年度资金总额, 当年财政拨款, 上年结转, 其他资金); None for a missing column.

    `budget` is the year's budget the execution is measured by (全年预算数 A, or 预算数), `opening` the one at the
    beginning of the year where both are printed, `executed` what was spent (执行数 B), `rate` B/A.
    """

    label: str
    quote: str
    position: Position
    opening: Entry | None = None
    budget: Entry | None = None
    executed: Entry | None = None
    rate: Entry | None = None
    weight: Entry | None = None
    score: Entry | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """指标: one line of targets and results under its first- and second-level headings; None for a missing column.

    `target` is the whole target in words even where a table parts sign, number and unit; `deduction` is 扣分.
    """

    first: str
    second: str
    name: str
    quote: str
    position: Position
    target: Entry | None = None
    actual: Entry | None = None
    unit: str = ""
    weight: Entry | None = None
    score: Entry | None = None
    deduction: Entry | None = None
    reason: Entry | None = None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One self-evaluation: money, indicators, and the foot of the table as far as it has them.

    `columns` are the columns its indicators have (target, actual, weight, score, deduction, reason) with their heads
    as printed; `reason` is a cell for the whole table (目标未完成原因分析); `full` is the printed sum of weights.
    """

    scope: Scope
    name: str
    position: Position
    fundings: tuple[Funding, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    columns: tuple[tuple[str, Entry], ...] = ()
    full: Entry | None = None
    total: Entry | None = None
    grade: Entry | None = None
    reason: Entry | None = None
    ruled: bool = True

    def column(self, name: str) -> Entry | None:
        """The head of a column, if the table has it."""
        return dict(self.columns).get(name)
