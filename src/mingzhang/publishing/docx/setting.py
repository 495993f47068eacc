"""Setting 排法: how the page lies for a statement and how close it is set, so that it fits one page if it can."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import ceil
from typing import Final

from mingzhang.disclosure.statement import Figure, Heading, Label, Statement
from mingzhang.publishing.docx.layout import LANDSCAPE, LINE, PORTRAIT, Page
from mingzhang.publishing.docx.styles import DENSE, ROOMY, SMALL
from mingzhang.publishing.grid import Placed, place_head, place_row

_NAMES: Final = 2 * LINE
_OVER: Final = 360
"""Twips that heading and title, and each line of unit and currency, take from a statement's page."""

_NOTE: Final = 300
_NOTE_CHARACTER: Final = 210
_TALLEST: Final = 420
_BORDER: Final = 10
_PAD: Final = 120
"""Twips left and right inside a cell together."""


@dataclass(frozen=True, slots=True)
class Density:
    """How close a table is set: its styles, and the width of a character and height of a line in twips."""

    ending: str
    character: int
    line: int
    least: int


_ROOMY = Density(ROOMY, 210, 280, 300)
_DENSE = Density(DENSE, 180, 230, 245)
_SMALL = Density(SMALL, 160, 200, 210)


@dataclass(frozen=True, slots=True)
class Setting:
    """One way to set a statement: `needs` are the heights of its rows, `room` what the page has for them."""

    page: Page
    density: Density
    widths: tuple[int, ...]
    needs: tuple[int, ...]
    room: int
    head: int
    """How many of the rows are head, repeated on every page."""

    @property
    def fits(self) -> bool:
        """Whether it stands on one page."""
        return sum(self.needs) <= self.room

    @property
    def pages(self) -> int:
        """The pages it takes."""
        head = sum(self.needs[: self.head])
        pages, used = 1, head
        for need in self.needs[self.head :]:
            room = self.room if pages == 1 else self.page.text_height
            if used + need > room:
                pages, used = pages + 1, head
            used += max(need, self.height) + (_BORDER if pages > 1 else 0)
        return pages

    @property
    def height(self) -> int:
        """The height of a row that fills the page, however tall words make some rows."""
        heights = range(_TALLEST, self.density.least, -5)
        filling = (h for h in heights if sum(max(h, need) for need in self.needs) <= self.room)
        return next(filling, self.density.least)


@lru_cache(maxsize=32)
def setting_of(statement: Statement) -> Setting:
    """As the form says if that fits one page, else closer, else upright; if nothing does, close on several pages."""
    wanted = LANDSCAPE if statement.landscape else PORTRAIT
    tries = ((wanted, _ROOMY), (wanted, _DENSE), (PORTRAIT, _DENSE), (wanted, _SMALL), (PORTRAIT, _SMALL))
    settings = (_setting(statement, page, density) for page, density in tries)
    fitting = next((setting for setting in settings if setting.fits), None)
    return fitting or _setting(statement, wanted, _DENSE)


def _setting(statement: Statement, page: Page, density: Density) -> Setting:
    widths = _widths(statement, page)
    return Setting(
        page, density, widths, _needs(statement, widths, density), _room(statement, page), len(statement.head)
    )


def _room(statement: Statement, page: Page) -> int:
    notes = ceil(_NOTE_CHARACTER * len(statement.note) / page.text_width) or 1
    rows = len(statement.head) + len(statement.body)
    words = _NAMES + _OVER * (len(statement.lines) or 1) + _NOTE * notes + 60
    return page.text_height - words - _BORDER * rows


def _widths(statement: Statement, page: Page) -> tuple[int, ...]:
    """The columns in twips, together as wide as the page's text."""
    whole, room = sum(statement.widths) or 1, page.text_width
    edges = [room * sum(statement.widths[:n]) // whole for n in range(len(statement.widths) + 1)]
    return tuple(right - left for left, right in pairwise(edges))


def _needs(statement: Statement, widths: Sequence[int], density: Density) -> tuple[int, ...]:
    """The least height of each row, head first, with the lines that its words need."""
    heads: list[list[Placed[Heading]]] = [[] for _ in statement.head]
    for placed in place_head(statement.head):
        heads[placed.row].append(placed)
    head = (max([density.least, *(_heading(p.cell, p.column, widths, density) for p in row)]) for row in heads)
    body = (
        max([density.least, *(_lines(p.cell, p.column, widths, density) for p in place_row(cells))])
        for cells in statement.body
    )
    return (*head, *body)


def _heading(heading: Heading, column: int, widths: Sequence[int], density: Density) -> int:
    """What a heading asks of its first row; one over several rows asks all of it there, to be safe."""
    return _lines(Label(heading.text, columns=heading.columns), column, widths, density)


def _lines(cell: Label | Figure, column: int, widths: Sequence[int], density: Density) -> int:
    if isinstance(cell, Figure):
        return density.line
    room = sum(widths[column : column + cell.columns]) - _PAD - cell.indent * density.character
    length = sum(density.character if ord(char) > 255 else density.character // 2 for char in cell.text)
    return density.line * ceil(length / max(room, density.character))
