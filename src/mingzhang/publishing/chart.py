"""Drawn charts 图: the columns of two years, the parts of a whole; every mark named by its figure."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from typing import Final

from mingzhang.disclosure.chart import Chart, ChartKind, Point
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Facts
from mingzhang.disclosure.section import ChartPlace
from mingzhang.publishing import svg
from mingzhang.publishing.attainment import attainment
from mingzhang.publishing.drawing import BEFORE, INK, NOW, QUIET, TRACK, Drawing, Link, percent
from mingzhang.publishing.typeface import FontSet
from mingzhang.terms.unit import WAN, Unit


def draw(chart: Chart, facts: Facts, unit: Unit, *, narrow: bool = False, link: Link | None = None) -> str:
    """The chart as SVG text; `narrow` for a phone, `link` when its marks shall lead somewhere."""
    drawing = Drawing(facts, unit, narrow, link)
    height, marks = _PAINTERS[chart.kind](chart, drawing)
    name = f"chart-{chart.number}{'-narrow' if narrow else ''}"
    title = f"图{chart.number}：{chart.title}"
    return svg.picture(drawing.width, height, name, title, chart.alternative, marks, interactive=link is not None)


def chart_unit(chart: Chart, facts: Facts) -> Unit:
    """The unit of a chart's labels: that of its first figure."""
    return next((facts[point.address].unit for point in chart.points if point.address in facts), WAN)


def pictures(disclosure: Disclosure, fonts: FontSet) -> dict[int, bytes]:
    """Every chart of a document as PNG, by its number."""
    charts = (block.chart for _, block in disclosure.blocks() if isinstance(block, ChartPlace))
    facts = disclosure.facts
    return {chart.number: png(draw(chart, facts, chart_unit(chart, facts)), fonts) for chart in charts}


def png(drawn: str, fonts: FontSet) -> bytes:
    """The picture at twice its size, in the given fonts only, so that every machine gives the same bytes."""
    from resvg_py import svg_to_bytes

    return bytes(
        svg_to_bytes(
            svg_string=drawn,
            zoom=2,
            background="#ffffff",
            skip_system_fonts=True,
            font_files=[str(fonts.sans.regular), str(fonts.sans.bold)],
            font_family=fonts.sans.family,
            sans_serif_family=fonts.sans.family,
        )
    )


def _unit_note(drawing: Drawing) -> str:
    return svg.text(0, 14, f"单位：{drawing.unit.name}", font_size=13, fill=QUIET)


# 变动: columns of two years


def _change(chart: Chart, drawing: Drawing) -> tuple[float, list[str]]:
    """Columns on one base line, grouped by series; a loss hangs below the line."""
    groups = [(series, list(points)) for series, points in groupby(chart.points, lambda p: p.series)]
    scale = _Scale.over([drawing.value(point) for point in chart.points], top=52.0, height=196.0)
    room = drawing.width / max(1, len(groups))
    labels = sorted({point.label for point in chart.points})
    marks = [_unit_note(drawing)]
    for number, (series, points) in enumerate(groups):
        middle = room * (number + 0.5)
        marks += _columns(points, labels, middle, room, scale, drawing)
        marks += [
            svg.text(
                middle,
                scale.bottom + 48 + 20 * row,
                words,
                font_size=drawing.size,
                fill=INK,
                text_anchor="middle",
            )
            for row, words in enumerate(svg.wrap(series, drawing.size, room - 8))
        ]
    marks.append(svg.line(0, scale.zero, drawing.width, scale.zero, stroke=INK, stroke_width=1))
    rows = max((len(svg.wrap(series, drawing.size, room - 8)) for series, _ in groups), default=1)
    return scale.bottom + 40 + 20 * rows, marks


def _columns(
    points: list[Point], labels: list[str], middle: float, room: float, scale: "_Scale", drawing: Drawing
) -> list[str]:
    step = min(96.0, room * 0.9 / max(1, len(points)))
    first = middle - step * (len(points) - 1) / 2
    return [
        _column(point, first + step * number, step, point.label == labels[-1], scale, drawing)
        for number, point in enumerate(points)
    ]


def _column(point: Point, x: float, room: float, latest: bool, scale: "_Scale", drawing: Drawing) -> str:
    value, shown, width = drawing.value(point), drawing.shown(point), room * 0.62
    end = scale.at(value)
    above = min(end, scale.zero) - 8
    look: svg.Attributes = {"text_anchor": "middle", "fill": INK}
    bold = {"font_weight": "bold"} if latest else {}
    return drawing.mark(
        point,
        (shown, point.label),
        svg.rect(
            x - width / 2,
            min(end, scale.zero),
            width,
            max(abs(scale.zero - end), 0.5),
            fill=NOW if latest else BEFORE,
        ),
        svg.text(x, above, shown, font_size=min(drawing.size, room / svg.breadth(shown, 1)), **look, **bold),
        svg.text(x, scale.bottom + 22, point.label, font_size=drawing.size - 1, **{**look, "fill": QUIET}),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """Heights for values: nothing stands at `zero`, the largest at the top, a negative one below."""

    zero: float
    bottom: float
    per_value: Fraction

    @staticmethod
    def over(values: list[int], top: float, height: float) -> "_Scale":
        high, low = max([0, *values]), min([0, *values])
        per_value = Fraction(round(height), max(1, high - low))
        return _Scale(top + float(high * per_value), top + height, per_value)

    def at(self, value: int) -> float:
        return self.zero - float(value * self.per_value)


# 结构: parts of a whole

BAR = 16.0
ROW_GAP = 20.0


def _structure(chart: Chart, drawing: Drawing) -> tuple[float, list[str]]:
    """A bar for each part that is not nothing, on a track as long as the whole; its name stands above."""
    points = [point for point in chart.points if drawing.value(point)]
    whole = sum(drawing.value(point) for point in points)
    signs = {drawing.value(point) > 0 for point in points}
    share = Fraction(1, whole) if len(signs) == 1 else None
    y, marks = 38.0, [_unit_note(drawing)]
    if not points:
        marks.append(svg.text(0, y + 12, "本年度各项金额均为零。", font_size=drawing.size, fill=INK))
        return y + 30, marks
    largest = max(abs(drawing.value(point)) for point in points)
    for point in points:
        height, mark = _part(point, y, share, largest, drawing)
        marks.append(mark)
        y += height + ROW_GAP
    return y - ROW_GAP + 4, marks


def _part(point: Point, y: float, share: Fraction | None, largest: int, drawing: Drawing) -> tuple[float, str]:
    """The height and marks of one part: its name, what it comes to, and its bar."""
    value, size, end = drawing.value(point), drawing.size, drawing.width
    part = value * share if share is not None else None
    shown = drawing.shown(point)
    aside = 0.0 if part is None else 5 * size
    names = svg.wrap(point.label, size, end - aside - svg.breadth(shown, size) - 16)
    bottom = y + size * 1.3 * len(names)
    look: svg.Attributes = {"font_size": size, "fill": INK}
    words = [svg.text(0, y + size * (0.95 + 1.3 * row), name, **look) for row, name in enumerate(names)]
    figure: svg.Attributes = {**look, "text_anchor": "end"}
    words.append(svg.text(end - aside, bottom - size * 0.35, shown, **figure, font_weight="bold"))
    if part is not None:
        words.append(svg.text(end, bottom - size * 0.35, percent(part), **{**figure, "fill": QUIET}))
    seen = (*names, shown) if part is None else (*names, shown, percent(part))
    length = float(Fraction(abs(value), largest) if part is None else part) * end
    track = svg.rect(0, bottom + 4, end, BAR, fill=TRACK)
    bar = svg.rect(0, bottom + 4, max(1.0, length), BAR, fill=NOW if value > 0 else BEFORE)
    return bottom + 4 + BAR - y, drawing.mark(point, seen, *words, track, bar)


_PAINTERS: Final = {
    ChartKind.CHANGE: _change,
    ChartKind.STRUCTURE: _structure,
    ChartKind.ATTAINMENT: attainment,
}
