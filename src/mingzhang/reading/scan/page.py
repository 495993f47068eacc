"""Page 扫描页: the lines and tables of one picture of a page, as those of any other page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import cv2
import numpy as np

from mingzhang.disclosure.position import Position
from mingzhang.disclosure.table import Table
from mingzhang.reading.grid import Slot, laid_out
from mingzhang.reading.pdf.cells import run_on
from mingzhang.reading.pdf.frame import Frame
from mingzhang.reading.pdf.lattice import Lattice, Region, lattice_of
from mingzhang.reading.pdf.lines import ABOVE, BELOW, Line
from mingzhang.reading.pdf.page import Page, PlacedTable
from mingzhang.reading.pdf.rulings import nets
from mingzhang.reading.pdf.spacing import Segment
from mingzhang.reading.scan.crops import text_lines
from mingzhang.reading.scan.detect import Area, lines_of
from mingzhang.reading.scan.raster import Pixels, Raster
from mingzhang.reading.scan.recognise import Said, recognised
from mingzhang.reading.scan.straighten import straightened
from mingzhang.reading.scan.strokes import drawings_of, ink
from mingzhang.reading.scan.tidy import tidy

_SURE: Final = 0.80
"""Mean certainty below which a text is doubtful."""
_DIGIT_SURE: Final = 0.55
"""Certainty of the least sure digit below which a number is doubtful."""
_INSET: Final = 1.2
"""Points a cell's ruling takes of the cell."""
_RULE: Final = 3
"""Pixels around a ruling that are wiped before text is looked for."""


def read_raster(raster: Raster, number: int, file: str) -> Page:
    """What a page says. Cells that could not be made out well enough are marked as doubtful."""
    straight = straightened(raster)
    black = ink(straight.pixels)
    drawings = drawings_of(straight, black)
    lattices = [lattice for net in nets(drawings) if (lattice := lattice_of(net)) is not None]
    lattices = [lattice for lattice in lattices if not _holds_another(lattice, lattices)]
    frame = Frame(0, 0, straight.width, straight.height)
    bare = _without_rules(black, lattices, straight.scale)
    tables = tuple(_table(straight, bare, lattice, frame, number, file) for lattice in lattices)
    lines = tuple(_lines(straight, [table.box for table in tables]))
    return Page(number, frame, lines, tuple(sorted(tables, key=lambda table: table.box[1])))


def _holds_another(lattice: Lattice, lattices: Sequence[Lattice]) -> bool:
    """Whether a lattice is a frame drawn around another one."""
    left, top, right, bottom = lattice.box
    inner = [other.box for other in lattices if other is not lattice]
    return any(left <= b[0] and top <= b[1] and b[2] <= right and b[3] <= bottom for b in inner)


def _without_rules(black: Pixels, lattices: Sequence[Lattice], scale: float) -> Pixels:
    """The ink of a page less the lines of its tables."""
    bare = black.copy()
    for lattice in lattices:
        left, top, right, _ = (round(side * scale) for side in lattice.box)
        for region in lattice.regions:
            box = [round(side * scale) for side in lattice.box_of(region)]
            for x in (box[0], box[2]):
                bare[max(top, box[1] - _RULE) : box[3] + _RULE, max(0, x - _RULE) : x + _RULE] = 0
            for y in (box[1], box[3]):
                bare[max(0, y - _RULE) : y + _RULE, max(left, box[0] - _RULE) : min(right, box[2]) + _RULE] = 0
    return bare


def _table(raster: Raster, bare: Pixels, lattice: Lattice, frame: Frame, number: int, file: str) -> PlacedTable:
    strips = [text_lines(bare, _area(lattice, region, raster.scale)) for region in lattice.regions]
    said = iter(recognised([_crop(raster.pixels, strip) for some in strips for strip in some]))
    placed: dict[tuple[int, int], Slot] = {}
    doubtful: set[tuple[int, int]] = set()
    for region, some in zip(lattice.regions, strips, strict=True):
        found = [next(said) for _ in some]
        place = (region.row, region.column)
        position = Position(file, number, frame.as_shown(lattice.box_of(region)))
        placed[place] = Slot(_joined(found), position, region.rows, region.columns)
        if any(not is_sure(each) for each in found):
            doubtful.add(place)
    table = laid_out(placed, len(lattice.ys) - 1, Position(file, number, frame.as_shown(lattice.box)))
    return PlacedTable(_marked(table, {placed[place].position for place in doubtful}), lattice.box)


def _marked(table: Table, doubtful: set[Position]) -> Table:
    """The table with its doubtful cells marked."""
    rows = (
        tuple(replace(cell, doubtful=True) if cell.text and cell.position in doubtful else cell for cell in row)
        for row in table.rows
    )
    return replace(table, rows=tuple(rows))


def is_sure(said: Said) -> bool:
    """Whether a text was recognised well enough to be held against anybody."""
    digits = any(char.isdigit() for char in said.text)
    return said.mean >= _SURE and (not digits or said.worst >= _DIGIT_SURE)


def _joined(found: Sequence[Said]) -> str:
    texts = [each.text for each in found if each.text]
    return tidy(run_on(texts)) if texts else ""


def _area(lattice: Lattice, region: Region, scale: float) -> Area:
    left, top, right, bottom = lattice.box_of(region)
    return Area(
        round((left + _INSET) * scale), round((top + _INSET) * scale), round((right - _INSET) * scale),
        round((bottom - _INSET) * scale),
    )  # fmt: skip


def _crop(pixels: Pixels, area: Area) -> Pixels:
    return pixels[area.top : area.bottom, area.left : area.right]


def _lines(raster: Raster, tables: Sequence[tuple[float, float, float, float]]) -> Iterator[Line]:
    """The lines of text outside of tables."""
    pixels = raster.pixels.copy()
    for box in tables:
        left, top, right, bottom = (round(side * raster.scale) for side in box)
        cv2.rectangle(pixels, (left - 3, top - 3), (right + 3, bottom + 3), (255.0,), -1)
    areas = lines_of(pixels)
    said = recognised([_crop(np.asarray(pixels, np.uint8), area) for area in areas])
    found = [(area, each) for area, each in zip(areas, said, strict=True) if each.text]
    for row in _rows(found):
        yield _line(row, raster.scale)


def _rows(found: Sequence[tuple[Area, Said]]) -> list[list[tuple[Area, Said]]]:
    """Boxes that share most of their height as one line, left to right."""
    rows: list[list[tuple[Area, Said]]] = []
    for area, said in sorted(found, key=lambda pair: pair[0].top + pair[0].bottom):
        last = rows[-1][0][0] if rows else None
        if last is not None and _shares(last, area):
            rows[-1].append((area, said))
        else:
            rows.append([(area, said)])
    return [sorted(row, key=lambda pair: pair[0].left) for row in rows]


def _shares(one: Area, other: Area) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared >= 0.5 * min(one.bottom - one.top, other.bottom - other.top)


def _line(row: Sequence[tuple[Area, Said]], scale: float) -> Line:
    pieces = [Segment(said.text, area.left / scale, area.right / scale) for area, said in row]
    top = min(area.top for area, _ in row) / scale
    bottom = max(area.bottom for area, _ in row) / scale
    size = (bottom - top) / (1.25 * (ABOVE + BELOW))
    middle = (top + bottom) / 2
    base = middle + (ABOVE - BELOW) / 2 * size
    return Line(tuple(pieces), (pieces[0].left, base - ABOVE * size, pieces[-1].right, base + BELOW * size), base, size)
