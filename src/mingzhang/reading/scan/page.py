"""Page 扫描页: the lines and tables of one picture of a page, as those of any other page."""

from collections.abc import Sequence
from dataclasses import dataclass

from mingzhang.reading.pdf.columns import Columns
from mingzhang.reading.pdf.frame import Frame
from mingzhang.reading.pdf.lattice import Lattice, lattice_of
from mingzhang.reading.pdf.page import Page, page_with
from mingzhang.reading.pdf.rulings import Net, nets
from mingzhang.reading.scan.cells import Cells, cells_of, table_from, without_rules
from mingzhang.reading.scan.lines import Piece, lines_from, pieces_of
from mingzhang.reading.scan.raster import Raster
from mingzhang.reading.scan.straighten import straightened
from mingzhang.reading.scan.strokes import drawings_of, ink
from mingzhang.reading.scan.upright import CLEAR, certainty_of, quarters_to_upright, turned


@dataclass(frozen=True, slots=True)
class Sight:
    """What was made out of a page in one turn of it: its grids with their words, and the words outside of them."""

    scale: float
    gathered: Sequence[Net]
    lattices: Sequence[Lattice]
    cells: Sequence[Cells]
    pieces: Sequence[Piece]

    @property
    def certainty(self) -> float:
        """How sure the words are; a page without words is sure."""
        said = [each for cells in self.cells for found in cells for each in found]
        said += [each for _, each in self.pieces]
        return certainty_of(said) if any(each.text for each in said) else 1.0


def read_raster(raster: Raster, number: int, file: str, carried: Columns | None = None) -> Page:
    """What a page says, whichever way up it lies.

    What could not be made out well enough is marked as doubtful. `carried` are the columns of a table without rules
    that may go on on it.
    """
    sight, quarters = _seen(raster), 0
    if sight.certainty < CLEAR:
        quarters = quarters_to_upright(raster, sight.certainty)
        sight = _seen(turned(raster, quarters)) if quarters else sight
    frame = Frame(0, 0, raster.width, raster.height, text=-quarters % 4)
    return _page(sight, frame, number, file, carried)


def _seen(raster: Raster) -> Sight:
    straight = straightened(raster)
    black = ink(straight.pixels)
    gathered = nets(drawings_of(straight, black))
    lattices = [lattice for net in gathered if (lattice := lattice_of(net)) is not None]
    lattices = [lattice for lattice in lattices if not _holds_another(lattice, lattices)]
    bare = without_rules(black, lattices, straight.scale)
    cells = [cells_of(straight, bare, lattice) for lattice in lattices]
    pieces = pieces_of(straight, black, [lattice.box for lattice in lattices])
    return Sight(straight.scale, gathered, lattices, cells, pieces)


def _holds_another(lattice: Lattice, lattices: Sequence[Lattice]) -> bool:
    """Whether a lattice is a frame drawn around another one."""
    left, top, right, bottom = lattice.box
    inner = [other.box for other in lattices if other is not lattice]
    return any(left <= b[0] and top <= b[1] and b[2] <= right and b[3] <= bottom for b in inner)


def _page(sight: Sight, frame: Frame, number: int, file: str, carried: Columns | None) -> Page:
    tables = [
        table_from(lattice, cells, frame, number, file)
        for lattice, cells in zip(sight.lattices, sight.cells, strict=True)
    ]
    tables.sort(key=lambda table: table.box[1])
    return page_with(lines_from(sight.pieces, sight.scale), tables, sight.gathered, frame, number, file, carried)
