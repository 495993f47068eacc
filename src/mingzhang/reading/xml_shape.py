"""Shape 记录形状: the texts of a flat XML record taken by one pattern, several times faster than element by element.

A pattern names every element of the record in order and must match the whole of it, so nothing can be misread: a
record of another shape matches no pattern, is read element by element, and adds its own shape.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from mingzhang.reading.xml_stream import local

_MOST_SHAPES: Final = 8
_VALUE: Final = "value"


@dataclass(frozen=True, slots=True)
class Shape:
    """A pattern whose groups are the texts of the elements that are used, and what each group is used for."""

    pattern: re.Pattern[str]
    uses: tuple[int, ...]


class Shapes:
    """The shapes met so far. `use_of` tells from an element's local name what it is used for, -1 when for nothing."""

    def __init__(self, use_of: Callable[[str], int]) -> None:
        """Know no shape yet."""
        self._use_of = use_of
        self._shapes: list[Shape] = []

    def texts(self, element: etree._Element) -> Iterator[tuple[int, str]] | None:
        """What each used element of the record is used for, and its text; None for a record that is not flat."""
        whole = etree.tostring(element, encoding="unicode", with_tail=False)
        if "&" in whole:
            return None
        for index, shape in enumerate(self._shapes):
            found = shape.pattern.fullmatch(whole)
            if found:
                if index:
                    self._shapes.insert(0, self._shapes.pop(index))
                return zip(shape.uses, found.groups(""), strict=True)
        self._learn(element)
        return None

    def _learn(self, element: etree._Element) -> None:
        """Remember the shape for records to come, unless the record is nested or has attributes."""
        if any(child.attrib or (len(child) and not _is_value(child)) for child in element):
            return
        uses = [self._use_of(local(str(child.tag))) for child in element]
        parts = (_part(child, use >= 0) for child, use in zip(element, uses, strict=True))
        pattern = re.compile(r"<[^>]*>" + "".join(parts) + r"\s*</[^>]*>")
        self._shapes = [Shape(pattern, tuple(use for use in uses if use >= 0)), *self._shapes[: _MOST_SHAPES - 1]]


def _is_value(child: etree._Element) -> bool:
    return len(child) == 1 and not len(child[0]) and not child[0].attrib and local(str(child[0].tag)).lower() == _VALUE


def _part(child: etree._Element, used: bool) -> str:
    """The pattern of one element, which another record of this shape may leave out."""
    name = re.escape(_written(child))
    text = "([^<]*)" if used else "[^<]*"
    if len(child):
        inner = re.escape(_written(child[0]))
        text = rf"\s*<{inner}(?:>{text}</{inner}>|/>)\s*"
    return rf"(?:\s*<{name}(?:>{text}</{name}>|/>))?+"


def _written(element: etree._Element) -> str:
    name = local(str(element.tag))
    return f"{element.prefix}:{name}" if element.prefix else name
