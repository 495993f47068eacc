"""Write: section 预算绩效情况, the key work and the evaluation report from one self-evaluation."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from mingzhang.disclosure.appraisal import Performance
from mingzhang.disclosure.fact import Facts
from mingzhang.disclosure.section import Part, Section
from mingzhang.narrative.context import Context
from mingzhang.narrative.draft import Draft, body, drafted
from mingzhang.narrative.owed import Owed
from mingzhang.narrative.performance import dues, totals
from mingzhang.narrative.wording import Place

SECTION = "performance"
"""The place in the outline of the section about performance."""
_PARTS = ("work", "annex")


@dataclass(frozen=True, slots=True)
class Told:
    """What `narrative.write` takes in: the section, the parts by id, what is owed, and the figures the text adds."""

    section: Section
    parts: Mapping[str, Part]
    owed: tuple[Owed, ...]
    facts: Facts

    @property
    def sections(self) -> Mapping[str, Section]:
        """The section by its place; none when it has nothing to say."""
        return {SECTION: self.section} if self.section.blocks or self.section.sections else {}


def write_performance(context: Context, performance: Performance, dated: str = "") -> Told:
    """The texts about a year's self-evaluation, in the wording of the context; `dated` is the day of the report."""
    facts = totals.added(context.facts, performance)
    c = replace(context, facts={**context.facts, **facts}, performance=performance, dated=dated)
    section = _section(c)
    parts = {identity: _part(c, identity) for identity in _PARTS}
    written = {identity: Part(identity, "", draft.sections) for identity, draft in parts.items() if draft.sections}
    owed = (*section.owed, *(one for draft in parts.values() for one in draft.owed), *_dues(c, performance))
    return Told(next(iter(section.sections), Section("")), written, tuple(dict.fromkeys(owed)), facts)


def _section(c: Context) -> Draft:
    style = c.wording.style
    places = (place for place in c.wording.places() if place.id == SECTION)
    return next((body(c, place, {}, (style.section, style.subsection, style.item)) for place in places), Draft())


def _part(c: Context, identity: str) -> Draft:
    style = c.wording.style
    title = ("",) if identity == "annex" else ()
    return drafted(c, _places(c, identity), {}, (*title, style.section, style.subsection, style.item))


def _places(c: Context, identity: str) -> Iterator[Place]:
    return (place for part in c.wording.parts if part.id == identity for place in part.sections)


def _dues(c: Context, performance: Performance) -> Iterator[Owed]:
    yield from dues.explanations(performance)
    yield from dues.goals(performance.appraisals)
    yield from dues.unmeasured(c, performance)
