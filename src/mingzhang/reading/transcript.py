"""Transcript 誊本: what stands in a file, in reading order and with its places, before anybody understands it."""

from collections.abc import Iterator
from dataclasses import dataclass

from mingzhang.books.fault import Fault
from mingzhang.disclosure.fact import Facts
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.table import Table


@dataclass(frozen=True, slots=True)
class TextLine:
    """One printed line, or one paragraph where the format keeps paragraphs whole (`whole`).

    `level` is the depth of a heading where the format itself says so (1 for the outermost), 0 where it does not.
    `indent` is how far the line begins right of the text's left edge and `room` how far it ends before the right one,
    in whole characters; they tell where a paragraph begins and ends. `size` is the height of the type in points.
    """

    text: str
    position: Position
    level: int = 0
    whole: bool = False
    indent: int = 0
    room: int = 0
    size: int = 0
    centred: bool = False
    doubtful: bool = False


Item = TextLine | Table


@dataclass(frozen=True, slots=True)
class Transcript:
    """The lines and tables of a file in reading order; headers, footers and page numbers are left out.

    `pages` is how many pages the file has, None for a format without pages. `recognised` is true when the text comes
    from pictures. `faults` tell what could not be read. `exact` are the facts of a file that Mingzhang itself wrote,
    read from its anchors, empty for any other.
    """

    file: str
    format: str
    items: tuple[Item, ...]
    pages: int | None = None
    faults: tuple[Fault, ...] = ()
    recognised: bool = False
    exact: Facts | None = None

    def lines(self) -> Iterator[TextLine]:
        """The lines of text outside of tables."""
        return (item for item in self.items if isinstance(item, TextLine))

    def tables(self) -> Iterator[Table]:
        """The tables."""
        return (item for item in self.items if isinstance(item, Table))
