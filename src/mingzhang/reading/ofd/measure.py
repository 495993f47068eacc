"""Measure 度量: numbers, boxes and matrices as OFD writes them."""

import math
import re
from typing import Final

from mingzhang.reading.element import Element, attribute
from mingzhang.reading.pdf.frame import Matrix, within

POINTS: Final = 72 / 25.4
"""Points in a millimetre."""

_NUMBER: Final = re.compile(r"[-+]?(?:\d{1,12}\.?\d{0,12}|\.\d{1,12})(?:[eE][-+]?\d{1,2})?")
IDENTITY: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def numbers(text: str) -> list[float]:
    """The numbers of a list; what is none is left out."""
    return [float(word) for word in text.split() if _NUMBER.fullmatch(word)]


def number(element: Element, name: str, otherwise: float) -> float:
    """A number in an attribute."""
    text = attribute(element, name)
    return float(text) if _NUMBER.fullmatch(text.strip()) else otherwise


def steps(text: str, most: int) -> list[float]:
    """The steps from letter to letter: `g count step` stands for so many equal ones, at most `most` in all."""
    words, found = iter(text.split()), list[float]()
    for word in words:
        if word != "g":
            found += numbers(word)
            continue
        count, step = next(words, ""), numbers(next(words, ""))
        if count.isdecimal() and len(count) < 8 and step:
            found += step * min(int(count), most)
        if len(found) >= most:
            break
    return found[:most]


def placed(element: Element, outer: Matrix) -> Matrix:
    """From the space of an object to that of its page: its own matrix, then the corner of its boundary."""
    box = numbers(attribute(element, "Boundary"))
    own = numbers(attribute(element, "CTM"))
    a, b, c, d, e, f = own if len(own) == 6 else IDENTITY
    left, top = (box[0], box[1]) if len(box) == 4 else (0.0, 0.0)
    return within((a, b, c, d, e + left, f + top), outer)


def moved(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    """A point under a matrix."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def stretch(matrix: Matrix) -> float:
    """How many times longer a matrix makes things, on the whole."""
    a, b, c, d, _, _ = matrix
    return math.sqrt(abs(a * d - b * c))
