"""Page 页: the characters and lines of an OFD page, put before the same lattice as those of a PDF."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice
from typing import Final

from mingzhang.reading.element import Element, attribute, child, tag
from mingzhang.reading.ofd.document import PageParts
from mingzhang.reading.ofd.measure import POINTS, moved, placed
from mingzhang.reading.ofd.path import draw
from mingzhang.reading.ofd.text import OBLIQUE, Letter, letters
from mingzhang.reading.pdf.columns import Columns
from mingzhang.reading.pdf.drawings import Drawings
from mingzhang.reading.pdf.frame import Frame, Matrix
from mingzhang.reading.pdf.frame import within as nested
from mingzhang.reading.pdf.glyphs import Glyphs
from mingzhang.reading.pdf.letters import plain_letters
from mingzhang.reading.pdf.limits import MOST_DEPTH, MOST_GLYPHS, MOST_OBJECTS, PageTooFull
from mingzhang.reading.pdf.page import Page, page_of

_GROUPS: Final = frozenset(("Page", "Content", "Layer", "PageBlock"))
_OBJECTS: Final = frozenset(("TextObject", "PathObject", "ImageObject", "CompositeObject"))


def read_page(parts: PageParts, number: int, file: str, carried: Columns | None = None) -> Page:
    """The lines and tables of a page; one with too much on it gives the reason and nothing else.

    `carried` are the columns of a table without rules that may go on on it.
    """
    left, top, width, height = parts.box
    frame = Frame(0.0, 0.0, width * POINTS, height * POINTS)
    level: Matrix = (POINTS, 0.0, 0.0, -POINTS, -left * POINTS, (height + top) * POINTS)
    try:
        every = chain.from_iterable(_objects(content, level, parts) for content in parts.contents)
        drawn = list(islice(every, MOST_OBJECTS + 1))
        if len(drawn) > MOST_OBJECTS:
            raise PageTooFull("图形")
        found = list(_written(drawn))
        frame = replace(frame, text=_quarter(found))
        return page_of(_glyphs(found, frame), _drawings(drawn, frame), frame, number, file, carried)
    except PageTooFull as full:
        return Page(number, frame, trouble=f"{full}异常地多，没有读取")


def _objects(
    element: Element, outer: Matrix, parts: PageParts, within: frozenset[str] = frozenset()
) -> Iterator[tuple[Element, Matrix]]:
    """Everything drawn, with the matrix it is drawn under; what is not shown is left out.

    `within` are the composite graphics that are open: none is drawn inside itself.
    """
    for each in element:
        name = tag(each)
        if name in _GROUPS:
            yield from _objects(each, outer, parts, within)
        elif name in _OBJECTS and _is_shown(each):
            yield each, outer
            unit = attribute(each, "ResourceID")
            content = child(parts.units.get(unit), "Content") if name == "CompositeObject" else None
            if content is not None and unit not in within and len(within) < MOST_DEPTH:
                yield from _objects(content, placed(each, outer), parts, within | {unit})


def _is_shown(element: Element) -> bool:
    return attribute(element, "Visible").lower() != "false" and attribute(element, "Alpha") != "0"


def _written(drawn: Iterable[tuple[Element, Matrix]]) -> Iterator[Letter]:
    count = 0
    for element, outer in drawn:
        if tag(element) == "TextObject":
            for letter in letters(element, outer):
                count += 1
                if count > MOST_GLYPHS:
                    raise PageTooFull("文字")
                yield letter


def _quarter(found: Iterable[Letter]) -> int:
    """How the text of the page runs: as most of its characters do."""
    counts = Counter(letter.quarter for letter in found if letter.quarter != OBLIQUE and letter.text.strip())
    return counts.most_common(1)[0][0] if counts else 0


def _glyphs(found: list[Letter], frame: Frame) -> Glyphs:
    origins = [moved(*letter.origin, frame.turn) for letter in found]
    ends = [moved(*letter.end, frame.turn) for letter in found]
    text = plain_letters("".join(letter.text for letter in found))
    on_page = [
        place
        for place, (letter, (x, y)) in enumerate(zip(found, origins, strict=True))
        if text[place].strip()
        and math.isfinite(x + y)
        and -2 <= x <= frame.width + 2
        and -2 <= y <= frame.height + 2
        and letter.size > 0.5
    ]
    standing = [place for place in on_page if found[place].quarter == frame.text]
    return Glyphs(
        text,
        [x for x, _ in origins],
        [end for end, _ in ends],
        [(round(y, 1), round(letter.size, 1)) for letter, (_, y) in zip(found, origins, strict=True)],
        standing,
        [place for place in on_page if found[place].quarter not in (frame.text, OBLIQUE)],
        sum("\ue000" <= text[place] <= "\uf8ff" or text[place] == "\ufffd" for place in standing),
    )


def _drawings(drawn: Iterable[tuple[Element, Matrix]], frame: Frame) -> Drawings:
    drawings = Drawings()
    for element, outer in drawn:
        if tag(element) == "PathObject":
            draw(element, nested(outer, frame.turn), drawings)
        elif tag(element) == "ImageObject":
            drawings.pictures += _area(placed(element, outer))
    return drawings


def _area(matrix: Matrix) -> float:
    """The area of the unit square, which a picture fills, under a matrix."""
    a, b, c, d, _, _ = matrix
    return abs(a * d - b * c)
