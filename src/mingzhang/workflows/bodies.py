"""Bodies 单位性质: whether the accounts of a document that was read are those of 行政, 事业 or both kinds of body.

Rules about 机关运行经费 hang on it, so only plain words count; what is not plainly said stays unknown.
"""

import re
from collections.abc import Iterator
from typing import Final

from mingzhang.audit.context import ADMINISTRATIVE, INSTITUTION, MIXED
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.section import Paragraph, Section, TablePlace
from mingzhang.disclosure.topic import DUTIES, STAFF, STRUCTURE

_NEGATED: Final = re.compile(r"(?:无|没有|不含|不包括)[^，。；、]{0,6}事业(?:单位|编制)[^，。；]*")
_MANAGED: Final = re.compile(
    r"参照[^，。；]{0,12}公务员法?[^，。；]{0,8}(?:事业单位|单位|管理)|参公[^，。；]{0,6}(?:事业单位)?"
)
_INSTITUTION: Final = re.compile(r"事业单位|事业编制|事业人员")
_OFFICE: Final = re.compile(r"行政单位|行政机关|行政编制|(?:局|委|厅|办|部)机关|本级")
_SELF: Final = re.compile(r"(?:是|为|系|属于?|性质)[^。；]{0,40}?((?:行政|事业)单位)")
_ALONE: Final = re.compile(
    r"(?:无|没有)(?:下属|所属|二级)(?:预算|决算|独立核算)?单位|(?:仅|只)(?:包括|包含|含|有)?[^，。；]{0,16}本级|"
    r"(?:仅|只|共)[^，。；]{0,8}(?:1|一)(?:个|家)"
)
_STAFF: Final = (("行政在职", True), ("参公在职", True), ("事业在职", False))


def bodies_in(document: Disclosure) -> str:
    """行政, 混合 or 事业 by what the document says of its units and staff; empty where it does not say."""
    text = "\n".join(_said(document))
    managed = bool(_MANAGED.search(text))
    plain = _NEGATED.sub("", _MANAGED.sub("", text))
    office = managed or bool(_OFFICE.search(plain)) or _staffed(document, office=True)
    institution = bool(_INSTITUTION.search(plain)) or _staffed(document, office=False)
    if office and institution:
        return MIXED
    if institution:
        return INSTITUTION
    return ADMINISTRATIVE if office and _ALONE.search(text) else ""


def _staffed(document: Disclosure, *, office: bool) -> bool:
    """Whether the staff counts name people of that kind."""
    facts = (document.facts.get(Address("S", "人员", name)) for name, kind in _STAFF if kind is office)
    return any(fact.value > 0 and fact.is_readable for fact in facts if fact)


def _said(document: Disclosure) -> Iterator[str]:
    """What stands of units and staff, and what the unit calls itself among its duties (not whom it looks after)."""
    for part in document.parts:
        for section in part.sections:
            yield from _of_section(section)


def _of_section(section: Section) -> Iterator[str]:
    if section.topic in (STRUCTURE, STAFF):
        yield from texts(section)
    elif section.topic == DUTIES:
        yield from (found[1] for text in texts(section) for found in _SELF.finditer(text))
    else:
        for inner in section.sections:
            yield from _of_section(inner)


def texts(section: Section) -> Iterator[str]:
    """All words of a section: paragraphs, tables, and those of its subsections."""
    for block in section.blocks:
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, TablePlace):
            yield block.table.text
    for inner in section.sections:
        yield inner.heading
        yield from texts(inner)
