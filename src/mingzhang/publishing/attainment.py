"""Attainment 完成情况: a bar for each point over its full mark, a line at 100 %, missed ones hatched and said to be."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from mingzhang.disclosure.address import PRIOR
from mingzhang.disclosure.chart import Chart, Point
from mingzhang.publishing import svg
from mingzhang.publishing.drawing import INK, NOW, QUIET, TRACK, Drawing, percent

_BAR: Final = 16.0
_GAP: Final = 18.0
_MOST: Final = Fraction(2)
"""Where a bar that goes on is cut: at twice its mark."""

_STEPS: Final = (Fraction(1), Fraction(5, 4), Fraction(3, 2), _MOST)
"""How far a chart may reach, so that 100 % stands at the same place in most of them."""

_SCORES: Final = ("得满分", "有扣分", "满分")
_TARGETS: Final = ("完成", "未完成", "目标值")
_YEARS: Final = ("不低于上年", "低于上年", "上年")
"""What a bar that reaches its mark is called, one that does not, and the mark itself."""


@dataclass(frozen=True, slots=True)
class _Reached:
    """A point in words and as a share of its mark; the share is None where there is no value or no mark."""

    point: Point
    value: str
    share: Fraction | None
    met: bool

    @property
    def words(self) -> tuple[str, str, str]:
        """What it is called when it reaches its mark, when not, and the mark: by what it is held against."""
        if self.point.base and self.point.base.phase == PRIOR:
            return _YEARS
        return _SCORES if self.point.address.column == "得分" else _TARGETS

    @property
    def verdict(self) -> str:
        """What is said of it."""
        return self.words[0 if self.met else 1]

    @property
    def figure(self) -> str:
        """The share as it is printed."""
        return "" if self.share is None else percent(self.share)


def attainment(chart: Chart, drawing: Drawing) -> tuple[float, list[str]]:
    """The height and the marks."""
    reached = [_reached(point, drawing) for point in chart.points]
    hatch = f"hatch-{chart.number}{'-narrow' if drawing.narrow else ''}"
    most = max((one.share for one in reached if one.share is not None), default=Fraction(1))
    scale = next((step for step in _STEPS if most <= step), _MOST)
    marks = [_pattern(hatch)]
    y, legend = _legend(reached, hatch, drawing)
    marks += legend
    for one in reached:
        height, mark = _row(one, y, scale, hatch, drawing)
        marks.append(mark)
        y += height + _GAP
    return y - _GAP + 6, marks


def _reached(point: Point, drawing: Drawing) -> _Reached:
    fact = drawing.facts.get(point.address)
    base = drawing.facts.get(point.base) if point.base else None
    goal = point.goal or (base.unit.state(base.value) if base else "")
    value = fact.unit.state(fact.value) if fact else "没有完成值"
    share = None
    if fact and base and base.value > 0 and fact.unit.scale == base.unit.scale:
        share = Fraction(fact.value, base.value)
    met = point.met if point.met is not None else share is not None and share >= 1
    return _Reached(point, f"{value}／{goal}" if goal else value, share, met)


def _pattern(name: str) -> str:
    """The hatching of what was missed: it stays apart from a full bar in grey print and for any eye."""
    stroke = svg.line(0.0, 0.0, 0.0, 6.0, stroke=NOW, stroke_width=3.5)
    attributes: svg.Attributes = {
        "id": name,
        "width": 6,
        "height": 6,
        "patternUnits": "userSpaceOnUse",
        "patternTransform": "rotate(45)",
    }
    return svg.element("defs", {}, svg.element("pattern", attributes, stroke))


def _legend(reached: list[_Reached], hatch: str, drawing: Drawing) -> tuple[float, list[str]]:
    """What the two kinds of bars and the line mean; where the first bar may begin."""
    met, missed, full = reached[0].words if reached else _TARGETS
    size, x, marks = 13.0, 0.0, []
    for words, fill in ((met, NOW), (missed, f"url(#{hatch})")):
        marks.append(svg.rect(x + 0.5, 3.5, 22.0, 11.0, fill=fill, stroke=NOW, stroke_width=1))
        marks.append(svg.text(x + 29, 14, words, font_size=size, fill=INK))
        x += 29 + svg.breadth(words, size) + 18
    marks.append(_limit(x + 4, 1.0, 17.0))
    marks.append(svg.text(x + 12, 14, f"{full}（100%）", font_size=size, fill=INK))
    return 34.0, marks


def _limit(x: float, top: float, bottom: float) -> str:
    """The line at 100 %: white beneath, so that it is seen on a full bar too."""
    under = svg.line(x, top, x, bottom, stroke="#ffffff", stroke_width=4)
    return under + svg.line(x, top, x, bottom, stroke=INK, stroke_width=2)


def _row(one: _Reached, y: float, scale: Fraction, hatch: str, drawing: Drawing) -> tuple[float, str]:
    """The height and marks of one point: its name, what was reached of what, and its bar."""
    end = drawing.width
    seen, words, bottom = _words(one, y, drawing)
    top = bottom + 5
    inner = [*words, svg.rect(0, top, end, _BAR, fill=TRACK)]
    at = float(1 / scale) * (end - 2)
    if one.share is not None:
        length = max(1.0, float(min(max(one.share, Fraction(0)), scale) / scale) * (end - 2))
        fill = NOW if one.met else f"url(#{hatch})"
        inner.append(svg.rect(0.5, top + 0.5, length, _BAR - 1, fill=fill, stroke=NOW, stroke_width=1))
        inner.append(_limit(at, top - 4, top + _BAR + 4))
        if one.share > scale:
            inner.append(_cut(end - 22, top))
    return top + _BAR - y, drawing.mark(one.point, seen, *inner)


def _words(one: _Reached, y: float, drawing: Drawing) -> tuple[tuple[str, ...], list[str], float]:
    """The words over a bar as they are seen, as marks, and how far they reach down."""
    size, end = drawing.size, drawing.width
    step = size * 1.3
    figure = " ".join(filter(None, (one.figure, one.verdict)))
    aside = svg.breadth(figure, size) + 12
    value = svg.breadth(one.value, size)
    look: svg.Attributes = {"font_size": size, "fill": INK}
    beside = not drawing.narrow and value < end * 0.45
    room = end - aside - (value + 16 if beside else 0)
    names = svg.wrap(one.point.label, size, room)
    marks = [svg.text(0, y + size * 0.95 + step * row, name, **look) for row, name in enumerate(names)]
    last = y + size * 0.95 + step * (len(names) - 1)
    share = svg.text(end, last, figure, **look, text_anchor="end", font_weight="bold")
    quiet: svg.Attributes = {**look, "fill": QUIET}
    if beside:
        marks += [svg.text(end - aside, last, one.value, **quiet, text_anchor="end"), share]
        return (*names, one.value, figure), marks, last + size * 0.35
    lines = svg.wrap(one.value, size, end) if value > end else (one.value,)
    marks += [svg.text(0, last + step * row, line, **quiet) for row, line in enumerate(lines, 1)]
    return (*names, *lines, figure), [*marks, share], last + step * len(lines) + size * 0.35


def _cut(x: float, top: float) -> str:
    """Two slanted gaps: the bar goes on beyond the picture."""
    strokes = (svg.line(x + n, top + _BAR, x + n + 7, top, stroke="#ffffff", stroke_width=2.5) for n in (0, 6))
    return "".join(strokes)
