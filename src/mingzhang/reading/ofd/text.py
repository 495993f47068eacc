"""Text 文字: the characters of an OFD text object, each with where it stands."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from mingzhang.reading.element import Element, attribute, child, children
from mingzhang.reading.ofd.measure import moved, number, placed, steps
from mingzhang.reading.pdf.frame import Matrix
from mingzhang.reading.plain.wrap import width_of

_MOST_LETTERS: Final = 20_000
_ASKEW: Final = 4.0
OBLIQUE: Final = -1
"""The quarter of what stands askew."""

Point = tuple[float, float]


class Letter(NamedTuple):
    """A character: its origin on the baseline, where it ends along it, its height, and how it is turned."""

    text: str
    origin: Point
    end: Point
    size: float
    quarter: int


@dataclass(frozen=True, slots=True)
class _Hand:
    """How a text object writes: its matrix, type size, the direction of a letter, whether it writes downwards."""

    matrix: Matrix
    size: float
    along: Point
    height: float
    quarter: int
    downwards: bool


def letters(element: Element, outer: Matrix) -> Iterator[Letter]:
    """The characters of a text object in the space of the page, whose y runs upwards."""
    hand = _hand(element, outer)
    if hand is None or (attribute(element, "Fill").lower() == "false" and child(element, "StrokeColor") is None):
        return
    x = y = 0.0
    for code in children(element, "TextCode"):
        x, y = number(code, "X", x), number(code, "Y", y)
        yield from _letters(code, (x, y), hand)


def _hand(element: Element, outer: Matrix) -> _Hand | None:
    matrix = placed(element, outer)
    size = number(element, "Size", 0.0)
    a, b, c, d, _, _ = matrix
    along = math.hypot(a, b)
    if not (math.isfinite(along) and along > 0 and 0 < size < 10_000):
        return None
    # Letters are turned clockwise, on a page whose y runs downwards.
    turned = math.radians(number(element, "CharDirection", 0.0))
    heading = (math.cos(turned), math.sin(turned))
    ahead = moved(*heading, (a, b, c, d, 0.0, 0.0))
    angle = math.degrees(math.atan2(ahead[1], ahead[0]))
    quarter = round(angle / 90)
    scale = number(element, "HScale", 1.0)
    return _Hand(
        matrix,
        size,
        (heading[0] * scale, heading[1] * scale),
        abs(size * (a * d - b * c) / along),
        quarter % 4 if abs(angle - quarter * 90) <= _ASKEW else OBLIQUE,
        number(element, "ReadDirection", 0.0) in (90.0, 270.0),
    )


def _letters(code: Element, start: Point, hand: _Hand) -> Iterator[Letter]:
    text = (code.text or "")[:_MOST_LETTERS]
    across, down = steps(attribute(code, "DeltaX"), len(text)), steps(attribute(code, "DeltaY"), len(text))
    x, y = start
    for place, letter in enumerate(text):
        wide = hand.size * width_of(letter) / 2
        step = (across[place] if place < len(across) else 0.0, down[place] if place < len(down) else 0.0)
        reach = min(wide, math.hypot(*step) or wide)
        end = moved(x + hand.along[0] * reach, y + hand.along[1] * reach, hand.matrix)
        yield Letter(letter, moved(x, y, hand.matrix), end, hand.height, hand.quarter)
        if not across and not down:
            step = (0.0, wide) if hand.downwards else (wide, 0.0)
        x, y = x + step[0], y + step[1]
