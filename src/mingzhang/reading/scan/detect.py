"""Detect 找行: where lines of text stand on a straight page."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from mingzhang.reading.scan.models import session
from mingzhang.reading.scan.raster import Pixels

_LONGEST: Final = 1280
_STRIDE: Final = 32
_MEAN: Final = np.array((0.485, 0.456, 0.406), np.float32).reshape(3, 1, 1)
_SPREAD: Final = np.array((0.229, 0.224, 0.225), np.float32).reshape(3, 1, 1)
_LIKELY: Final = 0.3
_GROWN: Final = 0.6
"""Share of a line's height that its box is grown by: the network marks the heart of a line."""
_SMALLEST: Final = 4


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of pixels."""

    left: int
    top: int
    right: int
    bottom: int


def lines_of(pixels: Pixels) -> list[Area]:
    """The boxes of lines of text, from top to bottom; what stands side by side in one line is one box each."""
    height, width = pixels.shape
    factor = min(1.0, _LONGEST / max(height, width))
    size = [max(_STRIDE, round(side * factor / _STRIDE) * _STRIDE) for side in (width, height)]
    small = cv2.resize(pixels, (size[0], size[1]), interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    block = ((small[None] - _MEAN) / _SPREAD)[None]
    (output,) = session("det").run(None, {session("det").get_inputs()[0].name: block.astype(np.float32)})
    likely = (np.asarray(output)[0, 0] > _LIKELY).astype(np.uint8)
    stats = cv2.connectedComponentsWithStats(likely, connectivity=8)[2][1:].tolist()
    across, down = width / size[0], height / size[1]
    found = [_area(x, y, w, h, across, down, width, height) for x, y, w, h, _ in stats if min(w, h) >= _SMALLEST]
    return sorted(found, key=lambda area: (area.top, area.left))


def _area(x: int, y: int, w: int, h: int, across: float, down: float, width: int, height: int) -> Area:
    more = _GROWN * h / 2
    left, top = max(0, round((x - more) * across)), max(0, round((y - more) * down))
    right, bottom = min(width, round((x + w + more) * across)), min(height, round((y + h + more) * down))
    return Area(left, top, right, bottom)
