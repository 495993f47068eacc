"""Write: the parts of a disclosure from its figures, in the wording of its region, with what people still owe."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count
from types import MappingProxyType
from typing import Final

from mingzhang.disclosure.fact import Facts
from mingzhang.disclosure.section import ChartPlace, Paragraph, Part, Section, StatementPlace, TablePlace
from mingzhang.narrative.context import Context
from mingzhang.narrative.draft import Draft, drafted
from mingzhang.narrative.numerals import numbered
from mingzhang.narrative.owed import Owed
from mingzhang.narrative.supplement import with_totals
from mingzhang.narrative.wording import PartPlace

_NONE: Final[Facts] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Narrative:
    """The written parts in printed order; what is owed; and the figures, with the totals that the text adds to them."""

    parts: tuple[Part, ...]
    owed: tuple[Owed, ...]
    facts: Facts


def write(
    context: Context,
    extra_parts: Mapping[str, Part] | None = None,
    extra_sections: Mapping[str, Section] | None = None,
    extra_owed: tuple[Owed, ...] = (),
    extra_facts: Facts = _NONE,
) -> Narrative:
    """Every part that the wording's outline places and that has something to say.

    `extra_parts` (by part id: work, annex) and `extra_sections` (by place id: performance) are written elsewhere;
    they get the heading and number of their place and are left out when not handed in. What they owe and the figures
    they add come with them.
    """
    c = replace(context, facts=with_totals({**context.facts, **extra_facts}))
    given, sections = extra_parts or {}, extra_sections or {}
    drafts = {place.id: _part(c, place, given, sections) for place in c.wording.parts if place.id != "glossary"}
    told = replace(c, written=_text(section for draft in drafts.values() for section in draft.sections))
    for place in c.wording.parts:
        if place.id == "glossary":
            drafts[place.id] = _part(told, place, given, sections)
    owed = (*(owed for place in c.wording.parts for owed in drafts[place.id].owed), *extra_owed)
    return Narrative(tuple(_numbered_parts(c, drafts)), tuple(dict.fromkeys(owed)), c.facts)


def _part(c: Context, place: PartPlace, parts: Mapping[str, Part], extra: Mapping[str, Section]) -> Draft:
    if place.id in parts:
        return Draft(parts[place.id].sections)
    if place.id == "statements":
        return Draft(_statements(c))
    style = c.wording.style
    return drafted(c, place.sections, extra, (style.section, style.subsection, style.item))


def _statements(c: Context) -> tuple[Section, ...]:
    return tuple(
        Section(
            numbered(c.wording.style.section, n)
            + c.say("statement.heading", title=statement.title, number=str(statement.number)).text,
            (StatementPlace(statement.id),),
        )
        for n, statement in enumerate(c.statements, 1)
    )


def _numbered_parts(c: Context, drafts: Mapping[str, Draft]) -> Iterator[Part]:
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
    """The words of sections, those of tables included, by which the glossary knows what is used."""
    lines = []
    for section in sections:
        lines += [section.heading, *(b.text for b in section.blocks if isinstance(b, Paragraph))]
        lines += (block.table.text for block in section.blocks if isinstance(block, TablePlace))
        lines.append(_text(section.sections))
    return "\n".join(lines)
