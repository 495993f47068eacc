"""On which page each heading will stand, reckoned from the grid of 22 lines and 28 characters.

A Word file does not know its pages before somebody lays it out. The grid is fixed, so we can count: the table of
contents is right when the file is opened, and Word's own 更新域 replaces our count by its own.
"""

from collections.abc import Mapping
from math import ceil

from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.section import ChartPlace, Paragraph, StatementPlace, TablePlace
from mingzhang.publishing.docx.contents import heading_text
from mingzhang.publishing.docx.layout import CHARACTERS, LINE, LINES
from mingzhang.publishing.docx.plain_table import row_needs
from mingzhang.publishing.docx.setting import setting_of
from mingzhang.publishing.outline import Entry, outline
from mingzhang.publishing.tabular import Spot

_TWIPS_PER_EMU = 1 / 635


class Count:
    """A place in the numbered pages: page, and lines already used on it."""

    def __init__(self) -> None:
        """The top of the first page."""
        self.page, self._used = 1, 0

    def turn(self) -> None:
        """Go to the top of the next page, unless there already."""
        if self._used:
            self.page, self._used = self.page + 1, 0

    def take(self, lines: int, *, together: bool = False, with_next: int = 0) -> None:
        """Use lines; `together` when they may not be parted, `with_next` lines that must follow on the same page."""
        if self._used and (together or with_next) and self._used + lines + with_next > LINES:
            self.turn()
        self._used += lines
        while self._used > LINES:
            self.page, self._used = self.page + 1, self._used - LINES

    def full(self, pages: int) -> None:
        """Use whole pages."""
        self.turn()
        self.page += pages - 1
        self.rest()

    def rest(self) -> None:
        """Leave the rest of the page empty."""
        self._used = LINES


def pages(disclosure: Disclosure, pictures: Mapping[int, tuple[int, int]]) -> dict[str, int]:
    """The page of each entry of the outline by its id; `pictures` gives printed sizes in EMU by chart number."""
    count, found = Count(), {}
    entries = list(outline(disclosure))
    for entry, after in zip(entries, [*entries[1:], None], strict=True):
        found[entry.id] = _heading(entry, after, count, disclosure.entity.name)
        _blocks(disclosure, entry, pictures, count)
    return found


def _heading(entry: Entry, after: Entry | None, count: Count, name: str) -> int:
    if entry.level == 1:
        count.turn()
        count.take(lines(heading_text(entry, name), 0, 22) + 1)
        if after and holds_statement(after):
            count.rest()
        return count.page
    if holds_statement(entry):
        count.turn()
        return count.page
    count.take(lines(entry.heading, 2), together=True, with_next=1)
    return count.page


def holds_statement(entry: Entry) -> bool:
    """Whether a statement stands directly under the heading."""
    return any(isinstance(block, StatementPlace) for block in entry.blocks)


def _blocks(disclosure: Disclosure, entry: Entry, pictures: Mapping[int, tuple[int, int]], count: Count) -> None:
    for number, block in enumerate(entry.blocks):
        if isinstance(block, Paragraph):
            count.take(lines(block.text, 2))
        elif isinstance(block, ChartPlace):
            height = pictures.get(block.chart.number, (0, 0))[1] * _TWIPS_PER_EMU
            count.take(ceil(height / LINE) + 1, together=True)
        elif isinstance(block, StatementPlace):
            count.full(setting_of(disclosure.statement(block.statement)).pages)
        elif isinstance(block, TablePlace):
            count.take(
                (1 if block.table.title else 0) + ceil(sum(row_needs(Spot(entry, number, block.table))) / LINE) + 1
            )


def _table_lines(spot: Spot) -> int:
    """Lines of the grid that the title, the rows and the space below a table take."""
    return (1 if spot.table.title else 0) + ceil(sum(row_needs(spot)) / LINE) + 1


def lines(text: str, indent: int, size: int = 16) -> int:
    """The lines a paragraph takes; Latin letters and digits are half as wide as a Chinese character."""
    room = CHARACTERS * 16 / size
    return sum(max(1, ceil((_width(line) + indent) / room)) for line in text.split("\n"))


def _width(text: str) -> float:
    return sum(0.5 if char.isascii() else 1 for char in text)
