"""Drawing 绘图: what every chart is drawn with: its figures, its size, its tones, and where its marks lead."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.chart import Point
from mingzhang.disclosure.fact import Facts, value_of
from mingzhang.publishing import svg
from mingzhang.terms.unit import Unit

Link = Callable[[Address], str]
"""The web address of a figure's panel; empty when it has none."""

INK = "#1d2a33"
QUIET = "#55636e"
RULE = "#b9c3ca"
TRACK = "#e9edf0"
NOW = "#17506b"
BEFORE = "#8296a3"
"""The two fills differ in lightness (33 and 61 of 100), so they stay apart in grey print."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a chart is drawn with: the figures, the unit of its labels, its size and where its marks lead."""

    facts: Facts
    unit: Unit
    narrow: bool = False
    link: Link | None = None

    @property
    def width(self) -> float:
        """How wide the picture is, in its own points: a text column or a phone."""
        return 320.0 if self.narrow else 640.0

    @property
    def size(self) -> float:
        """The size of the labels."""
        return 14.0 if self.narrow else 15.0

    def value(self, point: Point) -> int:
        """The figure of a point."""
        return value_of(self.facts, point.address)

    def shown(self, point: Point) -> str:
        """The figure as it is printed everywhere else."""
        return self.unit.show(self.value(point))

    def mark(self, point: Point, words: Sequence[str], *inner: str) -> str:
        """The marks of one figure, carrying its address and, on a page, leading to its panel.

        `words` are those that can be seen in it: its spoken name begins with them and adds group and unit (one with
        a base tells its own unit).
        """
        href = self.link(point.address) if self.link else ""
        attributes: svg.Attributes = {"data-address": str(point.address), "data-fen": self.value(point)}
        if href:
            unit = "" if point.base else self.unit.name
            label = " ".join((*words, point.series, unit)).replace("  ", " ").strip()
            return svg.element("a", {"href": href, "aria-label": label, **attributes}, " ".join(inner))
        return svg.element("g", attributes, *inner)


def percent(ratio: Fraction) -> str:
    """A share as sentences print it: two decimals, half up."""
    return f"{Unit('', 1_000_000, 2).show(round_half_up(ratio * 100_000_000))}%"


def round_half_up(ratio: Fraction) -> int:
    """The nearest whole number, halves away from zero."""
    size = (abs(ratio) * 2 + 1) // 2
    return int(size if ratio >= 0 else -size)
