"""Path 路径: the straight lines of an OFD path, and the thin shapes that show as lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from mingzhang.reading.element import Element, attribute, child
from mingzhang.reading.ofd.measure import moved, number, numbers, placed, stretch
from mingzhang.reading.pdf.drawings import Drawings, Point
from mingzhang.reading.pdf.frame import Matrix

_WORD: Final = re.compile(r"[A-Za-z]|[-+]?[\d.]+(?:[eE][-+]?\d+)?")
_NEEDS: Final = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
_MOST_POINTS: Final = 4_000
_WIDTH: Final = 0.353
_THICKEST: Final = 3.5
_WHITE: Final = 250


@dataclass
class Outline:
    """One stretch of a path: its points, and whether it is straight all along and closed."""

    points: list[Point] = field(default_factory=list)
    straight: bool = True
    closed: bool = False


def draw(element: Element, outer: Matrix, drawings: Drawings) -> None:
    """Take the lines of a path object; white and invisible ones are none."""
    data = child(element, "AbbreviatedData")
    if data is None or not data.text:
        return
    matrix = placed(element, outer)
    stroked = attribute(element, "Stroke").lower() != "false" and _shows(child(element, "StrokeColor"))
    filled = attribute(element, "Fill").lower() == "true" and _shows(child(element, "FillColor"))
    thick = number(element, "LineWidth", _WIDTH) * stretch(matrix)
    for outline in outlines(data.text):
        points = [moved(x, y, matrix) for x, y in outline.points]
        if not outline.straight:
            drawings.curved += 1
        elif len(points) > 1:
            if stroked and thick <= _THICKEST:
                _stroke(points, drawings, closed=outline.closed)
            elif filled or stroked:
                drawings.fill(points)
            if filled and stroked and len(points) > 2:
                drawings.fill(points)


def _stroke(points: list[Point], drawings: Drawings, *, closed: bool) -> None:
    ends = [*points[1:], points[0]] if closed else points[1:]
    for one, other in zip(points, ends, strict=False):
        drawings.rule(one, other)


def outlines(data: str) -> Iterator[Outline]:
    """The stretches of an abbreviated path; what makes no sense ends it."""
    outline, words, place = Outline(), _WORD.findall(data[:400_000]), 0
    while place < len(words):
        operator = words[place]
        needs = _NEEDS.get(operator)
        values = numbers(" ".join(words[place + 1 : place + 1 + (needs or 0)]))
        if needs is None or len(values) != needs:
            break
        place += 1 + needs
        if operator in "SM" and outline.points:
            yield outline
            outline = Outline()
        if operator == "C":
            outline.closed = True
        elif len(outline.points) < _MOST_POINTS:
            outline.straight &= operator in "SML"
            outline.points.append((values[-2], values[-1]))
    if outline.points:
        yield outline


def _shows(colour: Element | None) -> bool:
    """Whether a colour can be seen on white paper."""
    if colour is None:
        return True
    values = numbers(attribute(colour, "Value"))
    white = len(values) == 3 and min(values) >= _WHITE
    return not white and number(colour, "Alpha", 255) > 0
