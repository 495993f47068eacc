"""Cells 扫描单元格: the tables of a scanned page, cell by cell."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from mingzhang.disclosure.position import Position
from mingzhang.reading.grid import Slot, laid_out
from mingzhang.reading.pdf.cells import run_on
from mingzhang.reading.pdf.frame import Frame
from mingzhang.reading.pdf.lattice import Lattice, Region
from mingzhang.reading.pdf.page import PlacedTable
from mingzhang.reading.scan.crops import text_lines
from mingzhang.reading.scan.detect import Area
from mingzhang.reading.scan.raster import Pixels, Raster
from mingzhang.reading.scan.recognise import Said, recognised
from mingzhang.reading.scan.tidy import tidy

Cells = list[list[Said]]
"""What the lines of each cell say, in the order of a lattice's regions."""
_INSET: Final = 1.2
"""Points a cell's ruling takes of the cell."""
_POINTED: Final = re.compile(r"-?[\d,]+\.\d\d")
_POINTLESS: Final = re.compile(r"-?\d[\d,]{2,}")
_SOME: Final = 0.2
"""Share of the cells of a table that are amounts with points where all its amounts have them."""
_RULE: Final = 3
"""Pixels around a ruling that are wiped before text is looked for."""


def without_rules(black: Pixels, lattices: Sequence[Lattice], scale: float) -> Pixels:
    """The ink of a page less the lines of its tables."""
    bare = black.copy()
    for lattice in lattices:
        for region in lattice.regions:
            _wipe(bare, [round(side * scale) for side in lattice.box_of(region)])
    return bare


def _wipe(bare: Pixels, box: Sequence[int]) -> None:
    """Take the four sides of a box away."""
    left, top, right, bottom = box
    for x in (left, right):
        bare[max(0, top - _RULE) : bottom + _RULE, max(0, x - _RULE) : x + _RULE] = 0
    for y in (top, bottom):
        bare[max(0, y - _RULE) : y + _RULE, max(0, left - _RULE) : right + _RULE] = 0


def cells_of(raster: Raster, bare: Pixels, lattice: Lattice) -> Cells:
    """What the cells of a lattice say."""
    strips = [text_lines(bare, _area(lattice, region, raster.scale)) for region in lattice.regions]
    pixels = raster.pixels
    said = iter(recognised([pixels[s.top : s.bottom, s.left : s.right] for some in strips for s in some]))
    return [[next(said) for _ in some] for some in strips]


def table_from(lattice: Lattice, cells: Cells, frame: Frame, number: int, file: str) -> PlacedTable:
    """A lattice with its words as a table."""
    placed: dict[tuple[int, int], Slot] = {}
    for region, found in zip(lattice.regions, cells, strict=True):
        position = Position(file, number, frame.as_shown(lattice.box_of(region)))
        text = _joined(found)
        doubtful = bool(text) and not all(each.is_sure for each in found)
        slot = Slot(text, position, region.rows, region.columns, doubtful=doubtful)
        placed[region.row, region.column] = slot
    _doubt_pointless(placed)
    whole = Position(file, number, frame.as_shown(lattice.box))
    return PlacedTable(laid_out(placed, len(lattice.ys) - 1, whole), lattice.box)


def _doubt_pointless(placed: dict[tuple[int, int], Slot]) -> None:
    """Doubt whole numbers among amounts with points: the point, a speck of ink, may have been lost."""
    texts = [slot.text for slot in placed.values()]
    pointless = [place for place, slot in placed.items() if _POINTLESS.fullmatch(slot.text)]
    if sum(1 for text in texts if _POINTED.fullmatch(text)) > len(texts) * _SOME:
        for place in pointless:
            placed[place] = replace(placed[place], doubtful=True)


def _joined(found: Sequence[Said]) -> str:
    texts = [each.text for each in found if each.text]
    return tidy(run_on(texts)) if texts else ""


def _area(lattice: Lattice, region: Region, scale: float) -> Area:
    left, top, right, bottom = lattice.box_of(region)
    inner = (left + _INSET, top + _INSET, right - _INSET, bottom - _INSET)
    return Area(*(round(side * scale) for side in inner))
