"""Chart 图: figures to be drawn, each still named by its address."""

from dataclasses import dataclass
from enum import Enum

from mingzhang.disclosure.address import Address


class ChartKind(Enum):
    """How a chart compares: totals of two years side by side, parts of a whole, or what was reached of what.

    ATTAINMENT draws one bar a point over its full mark: `address` over `base` (actual over target, score over weight),
    each point in its own unit.
    """

    CHANGE = "变动"
    STRUCTURE = "结构"
    ATTAINMENT = "完成"


@dataclass(frozen=True, slots=True)
class Point:
    """One bar or slice: `series` groups bars (收入, 支出), `label` names it (2020年).

    Of a point over its base: `goal` is the base in words where it is more than a number (≥10000张), `met` whether it
    was reached; None leaves that to the figures, which cannot tell of a target that is an upper limit.
    """

    label: str
    address: Address
    series: str = ""
    base: Address | None = None
    goal: str = ""
    met: bool | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """A numbered chart; `alternative` says in words what it shows."""

    number: int
    title: str
    kind: ChartKind
    points: tuple[Point, ...]
    alternative: str
