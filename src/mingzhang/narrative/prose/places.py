"""Places 段落定位: for every paragraph the topic it is read in, by its section, its part or its own first words."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from mingzhang.disclosure import topic as t
from mingzhang.disclosure.section import Block, Paragraph, Part, Section
from mingzhang.narrative.prose.flat import Flat
from mingzhang.narrative.prose.topics import heading_topic, opening_topic

_BY_PART: Final = {"glossary": t.GLOSSARY, "work": t.WORK, "annex": t.ANNEX, "performance": t.PERFORMANCE}
_DEAF: Final = (t.GLOSSARY, t.WORK, t.ANNEX, t.DUTIES, t.STRUCTURE)
_MIXED: Final = ("", t.OTHER_MATTERS)
_KIN: Final[dict[str, tuple[str, ...]]] = {
    t.OVERALL: (t.INCOME, t.SPENDING, t.GRANTS),
    t.INCOME: (t.SPENDING,),
    t.GENERAL: (t.GENERAL_STRUCTURE, t.GENERAL_ITEMS),
    t.GENERAL_TOTAL: (t.GENERAL_STRUCTURE, t.GENERAL_ITEMS),
    t.BASIC: (t.GENERAL_ITEMS,),
    t.RUNNING_COST: (t.PROCUREMENT, t.ASSETS),
    t.PROCUREMENT: (t.ASSETS,),
}
"""Topics that a section about one of them may turn to in a later paragraph."""
_STRUCTURE: Final = re.compile(r"公共预算(?:财政拨款)?支出(?:决算)?(?:为)?(?:[\d.,]+万?元,?)?(?:主要)?用于以下")
_POINT: Final = re.compile(r"\(?\d{1,2}[).、]")


def with_topics(part: Part) -> Part:
    """The part with a topic on every section that has one."""
    default = _BY_PART.get(part.id, "")
    return replace(part, sections=tuple(_labelled(section, default, default) for section in part.sections))


def _labelled(section: Section, above: str, default: str) -> Section:
    topic = section.topic or (default if default in _DEAF else heading_topic(section.heading, above)) or default
    topic = topic or (above if above not in _MIXED else "")
    inner = tuple(_labelled(each, topic, default) for each in section.sections)
    return _parted(replace(section, topic=topic, sections=inner))


def _parted(section: Section) -> Section:
    """A section on 财政拨款收支 that ends with what the general budget was spent on has that as a part of its own."""
    at = next((i for i, block in enumerate(section.blocks) if _tells_structure(block)), 0)
    if section.topic != t.GRANTS or not at or not all(_is_point(block) for block in section.blocks[at + 1 :]):
        return section
    part = Section("", section.blocks[at:], topic=t.GENERAL_STRUCTURE)
    return replace(section, blocks=section.blocks[:at], sections=(part, *section.sections))


def _tells_structure(block: Block) -> bool:
    return isinstance(block, Paragraph) and _STRUCTURE.search(Flat.of(block.text).text) is not None


def _is_point(block: Block) -> bool:
    return isinstance(block, Paragraph) and _POINT.match(Flat.of(block.text).text) is not None


def topics_of(section_topic: str, text: str) -> list[tuple[int, int, str]]:
    """The stretches of a flat paragraph with the topic each is about: one, unless nothing says what the section is."""
    if section_topic in _DEAF:
        return [(0, len(text), section_topic)]
    if section_topic not in _MIXED:
        opening = opening_topic(text)
        return [(0, len(text), opening if opening in _KIN.get(section_topic, ()) else section_topic)]
    return list(_by_sentence(section_topic, text))


def _by_sentence(topic: str, text: str) -> Iterator[tuple[int, int, str]]:
    """A new topic begins with the sentence that opens it; sentences without one go on with the last."""
    start = at = 0
    while at < len(text):
        end = text.find("。", at) + 1 or len(text)
        if (opening := opening_topic(text[at:end])) and opening != topic:
            if start < at:
                yield start, at, topic
            start, topic = at, opening
        at = end
    if start < len(text):
        yield start, len(text), topic
