"""Picture 页面图: the strip of a page around a finding, and where on it the marks lie."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from mingzhang.disclosure.remark import Remark
from mingzhang.publishing.examined.pages import Pages, page_box
from mingzhang.publishing.examined.spot import Box, around

_ROOM: Final = 48
"""Points of the page that are shown above and below a mark."""

_SCALE: Final = 1.6
"""Pixels a point: about 115 dpi."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A rectangle on a picture in percent of its width and height, from the top left."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Strip:
    """A PNG of part of a page, with its marks."""

    png: bytes
    marks: tuple[Mark, ...]


def strips(data: bytes, remarks: Sequence[Remark]) -> dict[Remark, Strip]:
    """A strip for each remark that has a place on a page of the PDF `data`."""
    pages = Pages(data)
    found: dict[Remark, Strip] = {}
    try:
        for number in sorted({r.page for r in remarks if r.page is not None and 1 <= r.page <= len(pages)}):
            mine = [remark for remark in remarks if remark.page == number]
            with pages.handle(number) as page:
                for remark, boxes in zip(mine, pages.boxes(page, mine), strict=True):
                    if boxes:
                        shown = _shown(page_box(page), boxes)
                        marks = tuple(_mark(shown, box.grown(1)) for box in boxes)
                        found[remark] = Strip(pages.picture(page, shown, _SCALE), marks)
    finally:
        pages.close()
    return found


def _shown(page: Box, boxes: Sequence[Box]) -> Box:
    """The page's full width, as high as the marks with some room."""
    inner = around(boxes)
    return Box(page.left, max(page.bottom, inner.bottom - _ROOM), page.right, min(page.top, inner.top + _ROOM))


def _mark(shown: Box, box: Box) -> Mark:
    width, height = max(shown.right - shown.left, 1), max(shown.top - shown.bottom, 1)
    return Mark(
        100 * (box.left - shown.left) / width,
        100 * (shown.top - box.top) / height,
        100 * (box.right - box.left) / width,
        100 * (box.top - box.bottom) / height,
    )
