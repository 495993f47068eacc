"""Story 正文: the paragraphs and tables of a document in their order."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from mingzhang.disclosure.position import Position
from mingzhang.reading.docx.numbering import Numbering
from mingzhang.reading.docx.paragraph import Runs
from mingzhang.reading.docx.styles import BODY, Style, Styles
from mingzhang.reading.element import Element, attribute, child, children, is_on, number, tag, value
from mingzhang.reading.grid import MOST_COLUMNS, Slot, without_columns
from mingzhang.reading.nest import text_of, unfold
from mingzhang.reading.plain.markup import plain_spaces
from mingzhang.reading.plain.wrap import paragraphs
from mingzhang.reading.transcript import Item, TextLine

_WRAPPERS: Final = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_LEAST: Final = 80
"""Twentieths of a point: less than half a letter."""


@dataclass
class Story:
    """Reads blocks one after another, counting paragraphs, tables and lists as it goes."""

    file: str
    styles: Styles
    numbering: Numbering
    runs: Runs
    _paragraphs: int = 0
    _tables: int = 0
    _carried: list[str] = field(default_factory=list)

    def blocks(self, container: Element) -> Iterator[Item]:
        """The lines and tables of a body, a cell or a box."""
        for block in flat(container, "p", "tbl"):
            yield from self._paragraph(block) if tag(block) == "p" else self._table(block)

    def _paragraph(self, paragraph: Element) -> Iterator[Item]:
        self._paragraphs += 1
        position = Position(self.file, line=self._paragraphs)
        properties = child(paragraph, "pPr")
        said = self.runs.read(paragraph)
        if child(properties, "rPr", "del") is not None:
            # The mark between this paragraph and the next was deleted: they are one.
            self._carried.append(said.text)
            return
        text = "".join([*self._carried, said.text])
        self._carried.clear()
        style = self.styles.of(value(properties, "pStyle"))
        words = paragraphs(plain_spaces(text.replace("\t", " ")))
        if words and not _is_unseen(paragraph, said.text):
            words[0] = self._mark(properties, style) + words[0]
            yield from (self._line(each, position, properties, style) for each in words)
        for box in said.boxes:
            yield from self.blocks(box)

    def _mark(self, properties: Element | None, style: Style) -> str:
        own = value(properties, "numPr", "numId")
        level = value(properties, "numPr", "ilvl")
        return self.numbering.mark(own or style.list_id, number(level) if level else style.list_level or 0)

    def _line(self, text: str, position: Position, properties: Element | None, style: Style) -> TextLine:
        outline = value(properties, "outlineLvl")
        level = number(outline, BODY) if outline else style.level
        align = value(properties, "jc")
        return TextLine(
            text,
            position,
            level=0 if level is None or level >= BODY else level + 1,
            whole=True,
            size=style.size // 2,
            centred=align == "center" if align else bool(style.centred),
        )

    def _table(self, table: Element) -> Iterator[Item]:
        self._tables += 1
        name = f"表{self._tables}"
        position = Position(self.file, cell=name, line=self._paragraphs + 1)
        rows = [row for row in flat(table, "tr") if child(row, "trPr", "del") is None]
        found: dict[tuple[int, int], Slot] = {}
        for place, row in enumerate(rows):
            self._row(row, place, name, found)
        yield from unfold(without_columns(found, _narrow(table)), len(rows), position)

    def _row(self, row: Element, place: int, name: str, found: dict[tuple[int, int], Slot]) -> None:
        column = number(value(row, "trPr", "gridBefore"))
        for cell in flat(row, "tc"):
            span = min(max(1, number(value(cell, "tcPr", "gridSpan"), 1)), MOST_COLUMNS)
            within = tuple(self.blocks(cell))
            if column >= MOST_COLUMNS:
                return
            if not _joined(cell, place, column, found):
                position = Position(self.file, cell=f"{name}第{place + 1}行第{column + 1}列")
                found[place, column] = Slot(text_of(within), position, 1, span, within)
            column += span


def _narrow(table: Element) -> set[int]:
    """The columns too narrow for a letter, which shifted edges leave behind."""
    grid = child(table, "tblGrid")
    widths = [] if grid is None else [number(attribute(each, "w"), _LEAST) for each in children(grid, "gridCol")]
    return {place for place, width in enumerate(widths[:MOST_COLUMNS]) if width < _LEAST}


def _joined(cell: Element, row: int, column: int, found: dict[tuple[int, int], Slot]) -> bool:
    """Whether a cell is the rest of the one above or beside it, which then reaches over it."""
    properties = child(cell, "tcPr")
    down, aside = child(properties, "vMerge"), child(properties, "hMerge")
    if aside is not None and attribute(aside) != "restart":
        before = max((place for place in found if place[0] == row and place[1] < column), default=None)
        if before is not None:
            found[before] = replace(found[before], columns=column - before[1] + 1)
            return True
    if down is None or attribute(down) == "restart":
        return False
    above = max((place for place in found if place[1] == column and place[0] < row), default=None)
    if above is None or above[0] + found[above].rows != row:
        return False
    found[above] = replace(found[above], rows=row - above[0] + 1)
    return True


def _is_unseen(paragraph: Element, text: str) -> bool:
    """Whether a paragraph is hidden as a whole: its mark is, and no run of it shows."""
    return not text.strip() and is_on(paragraph, "pPr", "rPr", "vanish")


def flat(container: Element, *names: str) -> Iterator[Element]:
    """The elements of these names, content controls and accepted changes opened, deleted ones left out."""
    for each in container:
        name = tag(each)
        if name in names:
            yield each
        elif name in _WRAPPERS:
            yield from flat(each, *names)
        elif name == "AlternateContent":
            chosen = child(each, "Choice")
            yield from flat(each if chosen is None else chosen, *names)
