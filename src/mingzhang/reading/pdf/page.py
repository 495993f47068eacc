"""Page 页: the lines and tables of one page, and why a page gives none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from mingzhang.disclosure.table import Table
from mingzhang.reading.pdf import native
from mingzhang.reading.pdf.blocks import blocks_of, may_be_tight
from mingzhang.reading.pdf.cells import held_by, table_from
from mingzhang.reading.pdf.columns import Columns
from mingzhang.reading.pdf.drawings import Drawings, read_drawings
from mingzhang.reading.pdf.frame import Box, Frame
from mingzhang.reading.pdf.glyphs import Glyphs, read_glyphs
from mingzhang.reading.pdf.lattice import Lattice, lattice_of
from mingzhang.reading.pdf.limits import PageTooFull
from mingzhang.reading.pdf.lines import Line, strips_of
from mingzhang.reading.pdf.rulings import Net, nets
from mingzhang.reading.pdf.spacing import NARROW
from mingzhang.reading.pdf.unlined_rows import with_rows
from mingzhang.reading.pdf.unruled import Block
from mingzhang.reading.pdf.unruled_table import table_of_block

_FEW: Final = 20
"""Characters a page may have beside its picture and still be a picture."""
_PICTURE: Final = 0.35
"""Share of the page that pictures cover on a page that is one."""
_OUTLINES: Final = 200
"""Curved shapes on a page without a character: its characters were turned into drawings."""
_PAGE_NUMBER: Final = 8
"""Characters a page number has at most."""
_NEEDED: Final = "需识别"
_UNMAPPED: Final = 0.04
"""Share of characters without a meaning from which a page is not believed."""


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table and the box it takes on the upright page."""

    table: Table
    box: Box


@dataclass(frozen=True, slots=True)
class Page:
    """What one page gives: `trouble` is why it gives nothing, `pictured` that a picture beside its text is not read.

    `columns` are those of a table without upright rules that reaches the foot of the page.
    """

    number: int
    frame: Frame
    lines: tuple[Line, ...] = ()
    tables: tuple[PlacedTable, ...] = ()
    trouble: str = ""
    pictured: bool = False
    columns: Columns | None = None

    @property
    def is_picture(self) -> bool:
        """Whether its letters have to be recognised."""
        return self.trouble.endswith(_NEEDED)


def read_page(document: int, number: int, file: str, carried: Columns | None = None) -> Page:
    """The page of that number, counted from 1; `carried` are the columns of a table that may go on on it."""
    page = native.load_page(document, number - 1)
    if not page:
        return Page(number, Frame(0, 0, 0, 0), trouble="已损坏，读不出")
    text = native.load_text(page)
    try:
        return _read(page, text, number, file, carried)
    except PageTooFull as full:
        return Page(number, _frame(page), trouble=f"{full}异常地多，没有读取")
    finally:
        if text:
            native.close_text(text)
        native.close_page(page)


def _read(page: int, text: int | None, number: int, file: str, carried: Columns | None) -> Page:
    glyphs, frame = read_glyphs(text, _frame(page)) if text else (Glyphs(), _frame(page))
    return page_of(glyphs, read_drawings(page, frame), frame, number, file, carried)


def page_of(
    glyphs: Glyphs, drawings: Drawings, frame: Frame, number: int, file: str, carried: Columns | None = None
) -> Page:
    """The page that characters and lines make, whatever format they come from."""
    covered = drawings.pictures / max(1.0, frame.width * frame.height)
    if trouble := _trouble(glyphs, drawings, covered):
        return Page(number, frame, trouble=trouble)
    gathered = nets(drawings)
    lattices = [lattice for net in gathered if (lattice := lattice_of(net)) is not None]
    tables, free = _tables(lattices, glyphs, frame, file, number)
    strips = strips_of(glyphs, free)
    lines = [strip.line() for strip in strips]
    fine = [strip.line(NARROW) for strip in strips] if may_be_tight(lines) else []
    page = page_with(lines, tables, gathered, frame, number, file, carried, fine)
    return replace(page, pictured=True) if covered > _PICTURE else page


def page_with(
    lines: Sequence[Line], tables: Sequence[PlacedTable], gathered: Sequence[Net], frame: Frame, number: int,
    file: str, carried: Columns | None, fine: Sequence[Line] = (),
) -> Page:  # fmt: skip
    """The page with its drawn tables and what the lines outside of them make: tables without upright rules, text.

    `fine` are the same lines in smaller pieces, for tables that wide gaps do not part.
    """
    rules = [ruling for net in gathered if not net.upright for ruling in net.level]
    fine = fine if len(fine) == len(lines) else ()
    found, left = blocks_of(lines, fine, rules, carried, [table.box[1] for table in tables])
    tables = [*tables, *(PlacedTable(table_of_block(block, frame, file, number), block.box) for block in found)]
    last = max(found, key=lambda block: block.box[3], default=None)
    columns = last.columns if last and _ends_page(last, left, tables) else None
    return Page(number, frame, tuple(left), tuple(tables), columns=columns)


def _ends_page(block: Block, lines: Sequence[Line], tables: Sequence[PlacedTable]) -> bool:
    """Whether nothing but a page number stands below a table, so that it may go on on the next page."""
    bottom = block.box[3]
    below = [line for line in lines if line.base > bottom and len(line.text) > _PAGE_NUMBER]
    return not below and all(table.box[1] <= bottom for table in tables)


def _frame(page: int) -> Frame:
    room = native.Floats(4)
    native.page_box(page, room.start)
    left, top, right, bottom = room.values()
    return Frame(left, bottom, right, top, native.page_rotation(page) % 4)


def _trouble(glyphs: Glyphs, drawings: Drawings, covered: float) -> str:
    count = len(glyphs.standing)
    if count <= _FEW and (covered > _PICTURE or drawings.curved > _OUTLINES or glyphs.hidden > count + _FEW):
        return f"是图像，{_NEEDED}"
    if glyphs.unmapped > _UNMAPPED:
        return f"的文字没有编码对照，{_NEEDED}"
    return ""


def _tables(
    lattices: Sequence[Lattice], glyphs: Glyphs, frame: Frame, file: str, number: int
) -> tuple[list[PlacedTable], list[int]]:
    """The tables, the innermost taking their characters first, and the characters no table took."""
    free = list(glyphs.standing)
    tables: list[PlacedTable] = []
    for lattice in sorted(lattices, key=_area):
        held, outside = held_by(lattice, glyphs, free, frame.width)
        lined_out = with_rows(lattice, held, glyphs)
        if lined_out is not lattice:
            held, outside = held_by(lined_out, glyphs, free, frame.width)
        free = outside
        turned = held_by(lined_out, glyphs, glyphs.sideways)[0] if glyphs.sideways else {}
        table = table_from(lined_out, held, turned, glyphs, frame, file, number)
        tables.append(PlacedTable(table, lattice.box))
    return sorted(tables, key=lambda each: each.box[1]), free


def _area(lattice: Lattice) -> float:
    left, top, right, bottom = lattice.box
    return (right - left) * (bottom - top)
