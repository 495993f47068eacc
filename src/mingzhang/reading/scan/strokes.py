"""Strokes 框线像素: the ruled lines of a scanned page, as the lines of a drawn one."""

from collections.abc import Sequence
from typing import Final

import cv2
import numpy as np

from mingzhang.reading.pdf.drawings import Drawings, Ruling
from mingzhang.reading.scan.raster import Pixels, Raster

_LEVEL: Final = 26.0
"""Points a level stroke must run to be a ruling and no part of a character."""
_UPRIGHT: Final = 9.0
"""Points an upright stroke must run; those that do not run into a level ruling at both ends are none."""
_LONG: Final = 30.0
"""Points from which an upright stroke is a ruling wherever it ends: no character is so tall."""
_THICKEST: Final = 4.0
_REACH: Final = 1.6
"""Points a line is drawn on at either end, since a scan leaves gaps where lines meet."""
_TOUCHES: Final = 0.6
"""Points between a stroke and the ruling it runs into: a character keeps clear of the lines around it."""


def ink(pixels: Pixels) -> Pixels:
    """The page in black (255) and white (0), the light of the glass evened out."""
    return np.asarray(cv2.adaptiveThreshold(pixels, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 41, 15))


def drawings_of(raster: Raster, black: Pixels) -> Drawings:
    """The rulings of a page, in points."""
    drawings = Drawings()
    for y, left, right in _level(raster, black):
        drawings.rule((left, y), (right, y))
    for x, top, bottom in _upright(raster, black):
        if bottom - top >= _LONG or all(_meets(end, x, drawings.level) for end in (top, bottom)):
            drawings.rule((x, top - _REACH), (x, bottom + _REACH))
    return drawings


def _level(raster: Raster, black: Pixels) -> list[Ruling]:
    """Level rulings as height, left and right end."""
    boxes = _runs(black, (round(_LEVEL * raster.scale), 1), (3, 1))
    return [
        ((y + h / 2) / raster.scale, x / raster.scale - _REACH, (x + w) / raster.scale + _REACH)
        for x, y, w, h in boxes
        if h <= _THICKEST * raster.scale
    ]


def _upright(raster: Raster, black: Pixels) -> list[Ruling]:
    """Upright strokes as place, top and bottom end."""
    boxes = _runs(black, (1, round(_UPRIGHT * raster.scale)), (1, 1))
    return [
        ((x + w / 2) / raster.scale, y / raster.scale, (y + h) / raster.scale)
        for x, y, w, h in boxes
        if w <= _THICKEST * raster.scale
    ]


def _meets(y: float, x: float, level: Sequence[Ruling]) -> bool:
    """Whether a point lies on a level ruling."""
    return any(abs(at - y) <= _TOUCHES + 0.5 and left <= x <= right for at, left, right in level)


def _runs(black: Pixels, shape: tuple[int, int], bridge: tuple[int, int]) -> list[tuple[int, int, int, int]]:
    """The strokes at least as long as `shape`, over as many missing pixels as `bridge`: x, y, width, height."""
    bridged = cv2.morphologyEx(black, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_RECT, bridge))
    kept = cv2.morphologyEx(bridged, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, shape))
    stats = cv2.connectedComponentsWithStats(np.asarray(kept, np.uint8), connectivity=8)[2][1:]
    return [(x, y, w, h) for x, y, w, h, _ in stats.tolist()]
