"""Straighten 扶正: a page that was laid askew on the glass turned back."""

from collections.abc import Sequence
from typing import Any, Final

import cv2
import numpy as np

from mingzhang.reading.scan.raster import Pixels, Raster

_SMALL: Final = 700
"""Pixels of the longer side at which the angle is sought."""
_STEPS: Final = ((3.0, 0.5), (0.5, 0.1), (0.1, 0.02))
"""How far around the best angle so far, and in which steps, in degrees."""
_LEAST: Final = 0.04


def straightened(raster: Raster) -> Raster:
    """The page turned so that its rulings and lines of text run level; up to three degrees."""
    angle = _angle(raster.pixels)
    return raster if abs(angle) < _LEAST else Raster(_turned(raster.pixels, angle, 255.0), raster.scale)


def _angle(pixels: Pixels) -> float:
    """The turn after which rows of ink and rows of paper are told apart best."""
    factor = min(1.0, _SMALL / max(pixels.shape))
    small = cv2.resize(pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    dark = np.asarray(255 - np.asarray(small, np.uint8), np.uint8)
    best = 0.0
    for reach, step in _STEPS:
        best = _best(dark, [best + step * n for n in range(-round(reach / step), round(reach / step) + 1)])
    return best


def _best(dark: Pixels, angles: Sequence[float]) -> float:
    """The angle with the sharpest profile; the smallest turn where several are as good."""
    return max(angles, key=lambda angle: (round(_sharpness(dark, angle), 4), -abs(angle)))


def _sharpness(dark: Pixels, angle: float) -> float:
    profile: np.ndarray[Any, np.dtype[np.float64]] = _turned(dark, angle, 0.0).sum(axis=1, dtype=np.float64)
    return float(np.square(np.diff(profile)).sum() / max(1.0, float(np.square(profile).sum())))


def _turned(pixels: Pixels, angle: float, paper: float) -> Pixels:
    height, width = pixels.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    turned = cv2.warpAffine(pixels, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=(paper,))
    return np.asarray(turned, np.uint8)
