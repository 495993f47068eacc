"""Margins 版心: where the text of a document begins and ends from left to right."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from mingzhang.reading.pdf.page import Page

_FEW: Final = 6
"""Lines of which less say nothing about where text begins and ends."""
_OUTLIERS: Final = 20
"""One line in so many may reach out of the text's block."""

Shape = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Margins:
    """Left and right edge of the text for each shape of page."""

    edges: Mapping[Shape, tuple[float, float]]

    def of(self, page: Page) -> tuple[float, float]:
        """Left and right edge on a page; a seventh from its sides when there is too little text to tell."""
        return self.edges.get(_shape(page), (page.frame.width / 7, page.frame.width * 6 / 7))


def margins_of(pages: Sequence[Page]) -> Margins:
    """The edges that the lines of all pages of a shape keep to."""
    starts: defaultdict[Shape, list[float]] = defaultdict(list)
    ends: defaultdict[Shape, list[float]] = defaultdict(list)
    for page in pages:
        starts[_shape(page)] += [line.box[0] for line in page.lines]
        ends[_shape(page)] += [line.box[2] for line in page.lines]
    return Margins(
        {
            shape: (sorted(lefts)[len(lefts) // _OUTLIERS], sorted(ends[shape])[-1 - len(lefts) // _OUTLIERS])
            for shape, lefts in starts.items()
            if len(lefts) >= _FEW
        }
    )


def _shape(page: Page) -> Shape:
    return round(page.frame.width / 10), round(page.frame.height / 10)
