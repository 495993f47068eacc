"""Write: the parts of a disclosure from its figures, in the wording of its region, with what people still owe."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count

from mingzhang.disclosure.chart import Chart
from mingzhang.disclosure.fact import Facts
from mingzhang.disclosure.section import Block, ChartPlace, Paragraph, Part, Section, StatementPlace
from mingzhang.narrative.block import Piece
from mingzhang.narrative.blocks import BLOCKS
from mingzhang.narrative.context import Context
from mingzhang.narrative.numerals import numbered
from mingzhang.narrative.owed import Owed
from mingzhang.narrative.passage import Passage
from mingzhang.narrative.supplement import with_totals
from mingzhang.narrative.wording import PartPlace, Place


@dataclass(frozen=True, slots=True)
class Narrative:
    """The written parts in printed order; what is owed; and the figures, with the totals that the text adds to them."""

    parts: tuple[Part, ...]
    owed: tuple[Owed, ...]
    facts: Facts


@dataclass(frozen=True, slots=True)
class _Draft:
    """Sections under way, and what they owe."""

    sections: tuple[Section, ...] = ()
    owed: tuple[Owed, ...] = ()


def write(
    context: Context,
    extra_parts: Mapping[str, Part] | None = None,
    extra_sections: Mapping[str, Section] | None = None,
) -> Narrative:
    """Every part that the wording's outline places and that has something to say.

    `extra_parts` (by part id: performance, work, annex) and `extra_sections` (by place id: performance) come from
    other rooms; they get the heading and number of their place and are left out when not handed in.
    """
    c = replace(context, facts=with_totals(context.facts))
    given, sections = extra_parts or {}, extra_sections or {}
    drafts = {place.id: _part(c, place, given, sections) for place in c.wording.parts if place.id != "glossary"}
    told = replace(c, written=_text(section for draft in drafts.values() for section in draft.sections))
    for place in c.wording.parts:
        if place.id == "glossary":
            drafts[place.id] = _part(told, place, given, sections)
    owed = tuple(dict.fromkeys(owed for place in c.wording.parts for owed in drafts[place.id].owed))
    return Narrative(tuple(_numbered_parts(c, drafts)), owed, c.facts)


def _part(c: Context, place: PartPlace, parts: Mapping[str, Part], extra: Mapping[str, Section]) -> _Draft:
    if place.id in parts:
        return _Draft(parts[place.id].sections)
    if place.id == "statements":
        return _Draft(_statements(c))
    return _sections(c, place.sections, extra, (c.wording.style.section, c.wording.style.subsection))


def _statements(c: Context) -> tuple[Section, ...]:
    return tuple(
        Section(
            numbered(c.wording.style.section, n)
            + c.say("statement.heading", title=statement.title, number=str(statement.number)).text,
            (StatementPlace(statement.id),),
        )
        for n, statement in enumerate(c.statements, 1)
    )


def _sections(c: Context, places: Iterable[Place], extra: Mapping[str, Section], patterns: tuple[str, ...]) -> _Draft:
    sections: list[Section] = []
    owed: list[Owed] = []
    for place in ordered(places, tuple(statement.id for statement in c.statements)):
        if place.extra and place.id not in extra:
            continue
        written = _extra(extra[place.id]) if place.extra else _written(c, place, extra, patterns)
        owed += written.owed
        heading = numbered(patterns[0], len(sections) + 1) + _heading(c, place)
        sections += (replace(section, heading=heading) for section in written.sections)
    return _Draft(tuple(sections), tuple(owed))


def _extra(section: Section) -> _Draft:
    return _Draft((section,))


def _written(c: Context, place: Place, extra: Mapping[str, Section], patterns: tuple[str, ...]) -> _Draft:
    """One section without its heading, or none when it has nothing to say."""
    pieces = tuple(piece for name in place.blocks for piece in BLOCKS[name].write(c))
    inner = _sections(c, place.sections, extra, patterns[1:])
    owed = tuple(o for piece in pieces if isinstance(piece, Passage) for o in piece.owed)
    blocks = tuple(_blocks(pieces))
    sections = (Section("", blocks, inner.sections),) if blocks or inner.sections else ()
    return _Draft(sections, (*owed, *inner.owed))


def _blocks(pieces: Iterable[Piece]) -> Iterator[Block]:
    for piece in pieces:
        if isinstance(piece, Chart):
            yield ChartPlace(piece)
        elif piece.runs:
            yield piece.paragraph()


def ordered(places: Iterable[Place], statements: tuple[str, ...]) -> tuple[Place, ...]:
    """The places with those tied to a statement in the order of the statements, and without those that have none."""
    if not statements:
        return tuple(places)
    kept = [place for place in places if not place.statement or place.statement in statements]
    tied = iter(sorted((p for p in kept if p.statement), key=lambda p: statements.index(p.statement)))
    return tuple(next(tied) if place.statement else place for place in kept)


def _heading(c: Context, place: Place) -> str:
    return c.fill(place.heading if c.is_department else place.heading_unit).text


def _numbered_parts(c: Context, drafts: Mapping[str, _Draft]) -> Iterator[Part]:
    """The parts that have sections, numbered, their charts numbered through the whole document."""
    charts = count(1)
    present = (place for place in c.wording.parts if drafts[place.id].sections)
    for n, place in enumerate(present, 1):
        heading = numbered(c.wording.style.part, n) + c.fill(place.heading).text
        sections = tuple(_with_charts(section, charts) for section in drafts[place.id].sections)
        yield Part(place.id, heading, sections)


def _with_charts(section: Section, numbers: Iterator[int]) -> Section:
    blocks = tuple(
        ChartPlace(replace(block.chart, number=next(numbers))) if isinstance(block, ChartPlace) else block
        for block in section.blocks
    )
    return replace(section, blocks=blocks, sections=tuple(_with_charts(s, numbers) for s in section.sections))


def _text(sections: Iterable[Section]) -> str:
    lines = []
    for section in sections:
        lines += [section.heading, *(b.text for b in section.blocks if isinstance(b, Paragraph))]
        lines.append(_text(section.sections))
    return "\n".join(lines)
