"""Draft: sections under way, written along the outline of a wording, and what they still owe."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from mingzhang.disclosure.chart import Chart
from mingzhang.disclosure.section import Block, ChartPlace, Section, TablePlace
from mingzhang.disclosure.table import Table
from mingzhang.narrative.block import Piece
from mingzhang.narrative.blocks import BLOCKS
from mingzhang.narrative.context import Context
from mingzhang.narrative.numerals import numbered
from mingzhang.narrative.owed import Owed
from mingzhang.narrative.passage import Passage
from mingzhang.narrative.wording import Place


@dataclass(frozen=True, slots=True)
class Draft:
    """Sections under way, and what they owe."""

    sections: tuple[Section, ...] = ()
    owed: tuple[Owed, ...] = ()


def drafted(c: Context, places: Iterable[Place], extra: Mapping[str, Section], patterns: tuple[str, ...]) -> Draft:
    """The sections of these places, each under its numbered heading; `patterns` number this level and those below."""
    sections: list[Section] = []
    owed: list[Owed] = []
    for place in ordered(places, tuple(statement.id for statement in c.statements)):
        if place.extra and place.id not in extra:
            continue
        draft = Draft((extra[place.id],)) if place.extra else body(c, place, extra, patterns)
        owed += draft.owed
        heading = numbered(patterns[0], len(sections) + 1) + _heading(c, place)
        sections += (replace(section, heading=heading) for section in draft.sections)
    return Draft(tuple(sections), tuple(owed))


def body(c: Context, place: Place, extra: Mapping[str, Section], patterns: tuple[str, ...]) -> Draft:
    """One section without its heading, or none when it has nothing to say."""
    pieces = tuple(piece for name in place.blocks for piece in BLOCKS[name].write(c))
    inner = drafted(c, place.sections, extra, patterns[1:])
    owed = tuple(o for piece in pieces if isinstance(piece, Passage) for o in piece.owed)
    blocks = tuple(_blocks(pieces))
    sections = (Section("", blocks, inner.sections),) if blocks or inner.sections else ()
    return Draft(sections, (*owed, *inner.owed))


def ordered(places: Iterable[Place], statements: tuple[str, ...]) -> tuple[Place, ...]:
    """The places with those tied to a statement in the order of the statements, and without those that have none."""
    if not statements:
        return tuple(places)
    kept = [place for place in places if not place.statement or place.statement in statements]
    tied = iter(sorted((p for p in kept if p.statement), key=lambda p: statements.index(p.statement)))
    return tuple(next(tied) if place.statement else place for place in kept)


def _blocks(pieces: Iterable[Piece]) -> Iterator[Block]:
    for piece in pieces:
        match piece:
            case Chart():
                yield ChartPlace(piece)
            case Table():
                yield TablePlace(piece)
            case Passage() if piece.runs:
                yield piece.paragraph()
            case Passage():
                pass


def _heading(c: Context, place: Place) -> str:
    return c.fill(place.heading if c.is_department else place.heading_unit).text
