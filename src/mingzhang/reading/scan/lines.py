"""Lines 扫描文字行: the lines of text outside of the tables of a scanned page."""

from collections.abc import Sequence

import cv2
import numpy as np

from mingzhang.reading.pdf.frame import Box
from mingzhang.reading.pdf.lines import ABOVE, BELOW, Line
from mingzhang.reading.pdf.spacing import Segment
from mingzhang.reading.scan.crops import parted
from mingzhang.reading.scan.detect import Area, lines_of
from mingzhang.reading.scan.raster import Pixels, Raster
from mingzhang.reading.scan.recognise import Said, recognised
from mingzhang.reading.scan.tidy import tidy

Piece = tuple[Area, Said]
_AROUND = 3
"""Pixels around a table that are wiped with it."""
_SHARED = 0.5


def pieces_of(raster: Raster, black: Pixels, tables: Sequence[Box]) -> list[Piece]:
    """What stands outside of the tables, piece by piece; `black` is the ink of the page."""
    pixels = _without(raster, tables)
    areas = [part for area in lines_of(pixels) for part in parted(black, area)]
    said = recognised([pixels[area.top : area.bottom, area.left : area.right] for area in areas])
    return [(area, each) for area, each in zip(areas, said, strict=True) if each.text]


def lines_from(pieces: Sequence[Piece], scale: float) -> list[Line]:
    """The pieces as lines from top to bottom."""
    return [_line(row, scale) for row in _rows(pieces)]


def _without(raster: Raster, tables: Sequence[Box]) -> Pixels:
    pixels = raster.pixels.copy()
    for box in tables:
        left, top, right, bottom = (round(side * raster.scale) for side in box)
        corner, other = (left - _AROUND, top - _AROUND), (right + _AROUND, bottom + _AROUND)
        cv2.rectangle(pixels, corner, other, (255.0,), -1)
    return np.asarray(pixels, np.uint8)


def _rows(found: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces that share most of their height as one line, left to right."""
    rows: list[list[Piece]] = []
    for area, said in sorted(found, key=lambda piece: piece[0].top + piece[0].bottom):
        if rows and _shares(rows[-1][0][0], area):
            rows[-1].append((area, said))
        else:
            rows.append([(area, said)])
    return [sorted(row, key=lambda piece: piece[0].left) for row in rows]


def _shares(one: Area, other: Area) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared >= _SHARED * min(one.bottom - one.top, other.bottom - other.top)


def _line(row: Sequence[Piece], scale: float) -> Line:
    segments = tuple(Segment(tidy(said.text), area.left / scale, area.right / scale) for area, said in row)
    top, bottom = min(area.top for area, _ in row) / scale, max(area.bottom for area, _ in row) / scale
    size = (bottom - top) / (1.25 * (ABOVE + BELOW))
    base = (top + bottom) / 2 + (ABOVE - BELOW) / 2 * size
    box = (segments[0].left, base - ABOVE * size, segments[-1].right, base + BELOW * size)
    return Line(segments, box, base, size, any(not said.is_sure for _, said in row))
