"""Places 出处: everywhere a figure stands on the page, each with a name to lead back to."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.chart import Chart
from mingzhang.disclosure.claim import addresses
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.section import Block, ChartPlace, Mention, Paragraph, StatementPlace, TablePlace
from mingzhang.publishing.html.markup import cell_id, chart_id, grid_cell_id, mention_id
from mingzhang.publishing.outline import Entry, chart_caption, outline, statement_title
from mingzhang.publishing.tabular import Spot, pieces, settings, title_of


@dataclass(frozen=True, slots=True)
class Place:
    """One place: where to go, where that is in words, and the words of a sentence that state the figure."""

    anchor: str
    where: str
    quote: str = ""


Places = dict[Address, list[Place]]


def places(disclosure: Disclosure) -> Places:
    """The places of every figure in reading order."""
    found: Places = defaultdict(list)
    for entry in outline(disclosure):
        for number, block in enumerate(entry.blocks):
            for address, place in _in_block(disclosure, entry, number, block):
                found[address].append(place)
    return dict(found)


def _in_block(disclosure: Disclosure, entry: Entry, number: int, block: Block) -> Iterator[tuple[Address, Place]]:
    match block:
        case Paragraph():
            yield from _in_paragraph(entry, number, block)
        case ChartPlace(chart):
            place = Place(chart_id(chart.number), chart_caption(chart))
            yield from ((address, place) for address in dict.fromkeys(_drawn(chart)))
        case StatementPlace(name):
            statement = disclosure.statement(name)
            title = statement_title(disclosure, statement)
            yield from ((a, Place(cell_id(a), title)) for a in dict.fromkeys(statement.addresses()))
        case TablePlace(table):
            yield from _in_table(Spot(entry, number, table))


def _drawn(chart: Chart) -> Iterator[Address]:
    for point in chart.points:
        yield point.address
        if point.base:
            yield point.base


def _in_table(spot: Spot) -> Iterator[tuple[Address, Place]]:
    for each in settings(spot.table):
        anchor = grid_cell_id(spot.entry.id, spot.block, each.row, each.column)
        for text, address in pieces(each.cell):
            if address:
                yield address, Place(anchor, title_of(spot), "" if each.cell.address else text)


def _in_paragraph(entry: Entry, block: int, paragraph: Paragraph) -> Iterator[tuple[Address, Place]]:
    for run, mention in enumerate(paragraph.runs):
        if isinstance(mention, Mention):
            place = Place(mention_id(entry.id, block, run), entry.heading, mention.text)
            for address in addresses(mention.claim):
                yield address, place
