"""A document by hand: headings marked #, rows of cells parted by tabs, everything else paragraphs."""

from mingzhang.disclosure import topic
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.section import Block, Paragraph, Part, Section, TablePlace, Words
from mingzhang.disclosure.table import Table, TableCell
from mingzhang.terms.entity import Entity, EntityKind

_TOPICS = (("绩效", topic.PERFORMANCE), ("重点工作", topic.WORK), ("附件", topic.ANNEX))


def document(text: str, facts: dict[Address, Fact] | None = None) -> Disclosure:
    """The document that a text draws."""
    sections: list[Section] = []
    heading, blocks, rows = "", list[Block](), list[tuple[int, str]]()
    for number, line in enumerate([*text.splitlines(), "#"], 1):
        if "\t" in line:
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


def table(rows: list[tuple[int, str]]) -> Table:
    """Rows of cells parted by tabs, filled up to the same width."""
    split = [(number, line.split("\t")) for number, line in rows]
    width = max(len(cells) for _, cells in split)
    grid = tuple(
        tuple(TableCell(cell, Position("例", line=number)) for cell in [*cells, *[""] * (width - len(cells))])
        for number, cells in split
    )
    return Table(grid, Position("例", line=rows[0][0]))


def _topic(heading: str) -> str:
    return next((name for word, name in _TOPICS if word in heading), "")
