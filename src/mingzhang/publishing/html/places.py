"""Places 出处: everywhere a figure stands on the page, each with a name to lead back to."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.claim import addresses
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.section import ChartPlace, Mention, Paragraph, StatementPlace
from mingzhang.publishing.html.markup import cell_id, chart_id, mention_id
from mingzhang.publishing.outline import Entry, chart_caption, outline, statement_title


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
            match block:
                case Paragraph():
                    for address, place in _in_paragraph(entry, number, block):
                        found[address].append(place)
                case ChartPlace(chart):
                    place = Place(chart_id(chart.number), chart_caption(chart))
                    for address in dict.fromkeys(point.address for point in chart.points):
                        found[address].append(place)
                case StatementPlace(name):
                    statement = disclosure.statement(name)
                    for address in dict.fromkeys(statement.addresses()):
                        found[address].append(Place(cell_id(address), statement_title(disclosure, statement)))
    return dict(found)


def _in_paragraph(entry: Entry, block: int, paragraph: Paragraph) -> Iterator[tuple[Address, Place]]:
    for run, mention in enumerate(paragraph.runs):
        if isinstance(mention, Mention):
            place = Place(mention_id(entry.id, block, run), entry.heading, mention.text)
            for address in addresses(mention.claim):
                yield address, place
