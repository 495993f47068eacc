"""Crops 剪切: the lines of ink inside a part of the page, each as a strip to be recognised."""

from itertools import pairwise
from typing import Final

import numpy as np

from mingzhang.reading.scan.detect import Area
from mingzhang.reading.scan.raster import Pixels

_LEAST_INK: Final = 6
"""Dark pixels that are more than dust."""
_MARGIN: Final = 4
_THIN: Final = 5
"""Rows of ink that are too few for a character: the remains of a line, or dust."""
_GAP: Final = 2
_WIDE: Final = 1.0
"""Times a line's height: a gap without ink that parts what stands on it as columns do."""
_APART: Final = 0.35
"""Share of the tallest line's height below which a strip is an accent of its neighbour, not a line."""


def text_lines(black: Pixels, area: Area) -> list[Area]:
    """The lines of ink in an area of the page without rulings, from top to bottom."""
    part = black[area.top : area.bottom, area.left : area.right]
    if part.size == 0 or int(np.count_nonzero(part)) < _LEAST_INK:
        return []
    bands = _joined(_bands(np.count_nonzero(part, axis=1) > 0))
    tallest = max((end - start for start, end in bands), default=0)
    kept = [(start, end) for start, end in bands if end - start >= max(_THIN, _APART * tallest)]
    return [strip for start, end in kept if (strip := _strip(part, area, start, end)) is not None]


def parted(black: Pixels, area: Area) -> list[Area]:
    """A line in pieces where gaps as wide as those between columns run through it."""
    part = black[area.top : area.bottom, area.left : area.right]
    bands = _bands(np.count_nonzero(part, axis=0) > 0)
    wide = _WIDE * (area.bottom - area.top)
    starts = [start for (_, before), (start, _) in pairwise(bands) if start - before >= wide]
    ends = [before for (_, before), (start, _) in pairwise(bands) if start - before >= wide]
    sides = zip([area.left, *(area.left + s - _MARGIN for s in starts)],
                [*(area.left + e + _MARGIN for e in ends), area.right], strict=True)  # fmt: skip
    return [Area(left, area.top, right, area.bottom) for left, right in sides]


def _bands(filled: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> list[tuple[int, int]]:
    """Runs of rows that hold ink."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], filled.astype(np.int8), [0]))))
    return [(int(start), int(end)) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _joined(bands: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Bands with hardly a gap between them are one: the strokes of one line of characters."""
    joined: list[tuple[int, int]] = []
    for start, end in bands:
        if joined and (start - joined[-1][1] <= _GAP or min(end - start, joined[-1][1] - joined[-1][0]) < _THIN):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _strip(part: Pixels, area: Area, start: int, end: int) -> Area | None:
    columns = np.flatnonzero(np.count_nonzero(part[start:end], axis=0))
    if columns.size == 0:
        return None
    left, right = int(columns[0]), int(columns[-1]) + 1
    height, width = part.shape
    return Area(
        area.left + max(0, left - _MARGIN),
        area.top + max(0, start - _MARGIN),
        area.left + min(width, right + _MARGIN),
        area.top + min(height, end + _MARGIN),
    )
