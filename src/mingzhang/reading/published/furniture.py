"""Furniture 页眉页脚: lines that stand at the edge of most pages and belong to none of the text."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from mingzhang.reading.published.caption import is_caption
from mingzhang.reading.published.heading import rank_of
from mingzhang.reading.published.title import title_of
from mingzhang.reading.transcript import Item, TextLine

_FEWEST_PAGES: Final = 3
_DIGITS: Final = re.compile(r"\d+")


def without_furniture(items: Sequence[Item]) -> list[Item]:
    """The items without the lines that come again, but for their digits, at the edge of every second page."""
    edges = [place for pair in _edges(items).values() for place in {*pair}]
    shapes = {place: _shape(item) for place in edges if isinstance(item := items[place], TextLine)}
    pages = len(_edges(items))
    counts = Counter(shapes.values())
    again = {shape for shape, count in counts.items() if shape and count >= _FEWEST_PAGES and 2 * count >= pages}
    return [item for place, item in enumerate(items) if shapes.get(place) not in again]


def _edges(items: Sequence[Item]) -> dict[int, tuple[int, int]]:
    """The first and last item of every page."""
    edges: dict[int, tuple[int, int]] = {}
    for place, item in enumerate(items):
        page = item.position.page
        if page is not None:
            edges[page] = (edges[page][0] if page in edges else place, place)
    return edges


def _shape(line: TextLine) -> str | None:
    """A line without its digits; None for one that may belong to a table on each page, or head a part."""
    if is_caption(line.text) or title_of(line.text) or rank_of(line.text.strip()) is not None:
        return None
    return _DIGITS.sub("#", line.text)
