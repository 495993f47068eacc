"""Chart 图: figures to be drawn, each still named by its address."""

from dataclasses import dataclass
from enum import Enum

from mingzhang.disclosure.address import Address


class ChartKind(Enum):
    """How a chart compares: totals of two years side by side, or parts of a whole."""

    CHANGE = "变动"
    STRUCTURE = "结构"


@dataclass(frozen=True, slots=True)
class Point:
    """One bar or slice: `series` groups bars (收入, 支出), `label` names it (2020年)."""

    label: str
    address: Address
    series: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A numbered chart; `alternative` says in words what it shows."""

    number: int
    title: str
    kind: ChartKind
    points: tuple[Point, ...]
    alternative: str
