"""A document by hand: headings marked #, rows of cells parted by | or tabs, everything else paragraphs.

A cell < belongs to the cell left of it, a cell ^ to the one above.
"""

from mingzhang.disclosure import topic
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.section import Block, Paragraph, Part, Section, TablePlace, Words
from mingzhang.disclosure.table import Table, TableCell
from mingzhang.terms.entity import Entity, EntityKind

_TOPICS = (("绩效", topic.PERFORMANCE), ("重点工作", topic.WORK), ("附件", topic.ANNEX))
Texts = list[list[str]]


def document(text: str, facts: dict[Address, Fact] | None = None) -> Disclosure:
    """The document that a text draws."""
    sections: list[Section] = []
    heading, blocks, rows = "", list[Block](), list[tuple[int, str]]()
    for number, line in enumerate([*text.splitlines(), "#"], 1):
        if "\t" in line or line.startswith("|"):
            rows.append((number, line))
            continue
        if rows:
            blocks.append(TablePlace(table(rows)))
            rows = []
        if line.startswith("#"):
            sections.append(Section(heading, tuple(blocks), topic=_topic(heading)))
            heading, blocks = line.strip("# "), []
        elif line.strip():
            blocks.append(Paragraph((Words(line),), ((0, Position("例", line=number)),)))
    part = Part("narrative", "", tuple(sections))
    entity = Entity("1", "甲单位", EntityKind.INSTITUTION)
    return Disclosure(entity, 2021, "", "", "", (part,), (), facts or {})


def cells(line: str) -> list[str]:
    """The cells of a line."""
    if not line.startswith("|"):
        return line.split("\t")
    return [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]


def tabs(text: str) -> str:
    """The text with its rows parted by tabs; merged places are blank."""
    return "\n".join("\t".join(plain(cells(line))) if line.startswith("|") else line for line in text.splitlines())


def plain(row: list[str]) -> list[str]:
    """The cells with merged places left blank."""
    return ["" if cell in {"<", "^"} else cell for cell in row]


def table(rows: list[tuple[int, str]]) -> Table:
    """A grid, its rows filled up to the same width."""
    split = [cells(line) for _, line in rows]
    width = max(len(row) for row in split)
    texts = [row + [""] * (width - len(row)) for row in split]
    grid = tuple(
        tuple(_cell(texts, down, right, rows[down][0]) for right in range(width)) for down in range(len(texts))
    )
    return Table(grid, Position("例", line=rows[0][0]))


def _cell(texts: Texts, down: int, right: int, line: int) -> TableCell:
    position = Position("例", line=line)
    if texts[down][right] in {"<", "^"}:
        return TableCell("", position, 0, 0)
    return TableCell(texts[down][right], position, _height(texts, down, right), _width(texts, down, right))


def _width(texts: Texts, down: int, right: int) -> int:
    row = texts[down][right + 1 :]
    return 1 + next((i for i, text in enumerate(row) if text != "<"), len(row))


def _height(texts: Texts, down: int, right: int) -> int:
    column = [row[right] for row in texts[down + 1 :]]
    return 1 + next((i for i, text in enumerate(column) if text != "^"), len(column))


def _topic(heading: str) -> str:
    return next((name for word, name in _TOPICS if word in heading), "")
