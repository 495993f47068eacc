"""All funds 各项财政拨款: whether a section on 财政拨款支出 tells what all funds paid, or the general budget alone."""

import re
from collections.abc import Iterator
from typing import Final

from mingzhang.disclosure import topic as t
from mingzhang.disclosure.address import TOTAL, Address
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.section import Paragraph, Section
from mingzhang.narrative.prose.catalogue import Catalogue
from mingzhang.narrative.prose.flat import Flat
from mingzhang.narrative.prose.numeral import Kind, Numeral, numerals

_TOPICS: Final = (t.GENERAL, t.GENERAL_TOTAL, t.GENERAL_STRUCTURE, t.GENERAL_ITEMS)
_GENERAL: Final = re.compile("公共预算|公共财政")
_SPENT: Final = re.compile(r"(?<!预算)财政拨款(?:本年)?(?:总)?支出(?:决算)?(?:数|额)?(?:合计|总计|总额|为|共|共计|:)*$")
_SAYS: Final = re.compile(r"财政拨款支出[^。]{0,16}(?:反映|包括|包含|含|由)[^。]{0,24}政府性基金")
_ITS_GENERAL: Final = re.compile(r"公共预算财政拨款支出决算(?:总体)?(?:情况|说明)")
_ALL: Final = Address("T4", "本年支出合计", "合计")
_ALONE: Final = (Address("T5", TOTAL, "小计"), Address("T4", "本年支出合计", "一般公共预算财政拨款"))


def tells_all_funds(section: Section, above: bool, document: Disclosure, functions: Catalogue) -> bool:
    """Whether all funds are meant: by its words, by its total, by the items that only another fund paid, or because
    another section is on the general budget alone.

    A heading that names the general budget, or a total that is its total, settles that nothing else is meant; a
    subsection means what the section `above` it means.
    """
    if _GENERAL.search(section.heading):
        return False
    if above or section.topic not in _TOPICS:
        return above
    everything = document.facts.get(_ALL)
    alone = next((fact for at in _ALONE if (fact := document.facts.get(at))), None)
    if everything is None or alone is None or everything.value == alone.value:
        return False
    text = "\n".join(_texts(section))
    totals = [n for n in numerals(text) if n.kind is Kind.MONEY and _SPENT.search(text, max(0, n.start - 30), n.start)]
    if any(_is(total, alone) for total in totals):
        return False
    told = _SAYS.search(text) is not None or any(_is(total, everything) for total in totals)
    return told or _names_another(text, functions) or _is_beside_the_general(section, document)


def _texts(section: Section) -> Iterator[str]:
    """Its paragraphs and those of its subsections on the same."""
    yield from (Flat.of(block.text).text for block in section.blocks if isinstance(block, Paragraph))
    for each in section.sections:
        if each.topic in _TOPICS and not _GENERAL.search(each.heading):
            yield from _texts(each)


def _is_beside_the_general(section: Section, document: Disclosure) -> bool:
    """Whether the heading says 财政拨款 and another one of its level says 一般公共预算财政拨款 of the same."""
    beside = (each.heading for part in document.parts if part.id != "statements" for each in part.sections)
    return "财政拨款" in section.heading and any(_ITS_GENERAL.search(Flat.of(heading).text) for heading in beside)


def _is(number: Numeral, fact: Fact) -> bool:
    return abs(number.printed.fen - fact.value) <= max(number.printed.spread, fact.spread)


def _names_another(text: str, functions: Catalogue) -> bool:
    """Whether an item is named, as one, that another fund paid and the general budget did not."""
    others = functions.rows.get("T8", frozenset()) | functions.rows.get("T9", frozenset())
    items = [code for code in others - functions.rows.get("T5", frozenset()) if len(code) > len("208")]
    names = {name for code in items for name in functions.labels.get(code, ())}
    return any(re.search(rf"{re.escape(Flat.of(name).text)}(?:支出)?\([款项]\)", text) for name in names)
