"""Upright 正置: which way up a page lies, told by the turn in which its words can be read."""

from typing import Final

import numpy as np

from mingzhang.reading.scan.detect import Area, lines_of
from mingzhang.reading.scan.raster import Raster
from mingzhang.reading.scan.recognise import Said, recognised
from mingzhang.reading.scan.straighten import straightened

CLEAR: Final = 0.85
"""Mean certainty from which a page is taken to stand upright."""
_BETTER: Final = 0.1
_SAMPLE: Final = 12
_LEAST: Final = 2.0
"""Times its height that a line is wide."""
_SHARE: Final = 0.5


def turned(raster: Raster, quarters: int) -> Raster:
    """The page turned to the left by so many quarters."""
    return Raster(np.ascontiguousarray(np.rot90(raster.pixels, quarters)), raster.scale)


def quarters_to_upright(raster: Raster, certainty: float) -> int:
    """How many quarters to the left the page must be turned, where it reads with this certainty as it lies."""
    tried = {quarters: _legible(straightened(turned(raster, quarters))) for quarters in (1, 3, 2)}
    best = max(tried, key=lambda quarters: tried[quarters])
    return best if tried[best] > certainty + _BETTER else 0


def certainty_of(said: list[Said]) -> float:
    """The mean certainty of texts, each letter counted; that of no letters is 0."""
    letters = sum(len(each.text) for each in said)
    return sum(each.mean * len(each.text) for each in said) / letters if letters else 0.0


def _legible(raster: Raster) -> float:
    """How well the longest lines can be read, as far as there are level lines at all."""
    areas = lines_of(raster.pixels)
    level = sorted(filter(_is_level, areas), key=lambda area: area.left - area.right)[:_SAMPLE]
    if len(level) < _SHARE * min(len(areas), _SAMPLE):
        return 0.0
    return certainty_of(recognised([raster.pixels[a.top : a.bottom, a.left : a.right] for a in level]))


def _is_level(area: Area) -> bool:
    return area.right - area.left >= _LEAST * (area.bottom - area.top)
