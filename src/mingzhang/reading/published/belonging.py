"""Belonging 归类: whether a file that was read is the final accounts of a department, or what it is instead."""

import re
from collections.abc import Iterator
from typing import Final

from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.section import Paragraph, Section, TablePlace
from mingzhang.reading.transcript import Transcript

_FEWEST: Final = 3
_FEWEST_CHARACTERS: Final = 40
_DEPARTMENTAL: Final = frozenset(("T1", "T2", "T3", "T4", "T6", "T7"))
_TREASURY: Final = re.compile(r"(?:财政|政府|本级)(?:收支|总)?决算")


def too_little(document: Disclosure) -> str:
    """Why too little could be read to say anything; empty when enough was."""
    words = sum(len(text.strip()) for text in _texts(document))
    if words < _FEWEST_CHARACTERS and not document.statements:
        return "文件里几乎没有读出文字，可能是图片或加密的页面。请给出能选中文字的文件"
    return ""


def what_instead(document: Disclosure, transcript: Transcript) -> str:
    """What a file is that is no final accounts of a department; empty when it is such."""
    head = "".join(re.sub(r"\s", "", line.text) for _, line in zip(range(12), transcript.lines(), strict=False))
    named = [statement for statement in document.statements if "决算" in re.sub(r"\s", "", statement.caption)]
    finals = sum("决算" in heading for heading in _headings(document))
    if _DEPARTMENTAL.isdisjoint(s.id for s in document.statements) and _TREASURY.search(head):
        return "这是政府财政决算，不是部门决算公开"
    if named or finals >= _FEWEST or (document.statements and "决算" in head):
        return ""
    text = "".join(_texts(document))
    if text.count("预算") > 2 * text.count("决算") and "预算" in text:
        return "这是预算公开，不是部门决算公开"
    if finals and text.count("决算") >= _FEWEST:
        return ""
    return "没有找到决算报表，也没有决算情况说明，不像部门决算公开"


def _headings(document: Disclosure) -> Iterator[str]:
    for part in document.parts:
        if part.id == "contents":
            continue
        yield part.heading
        for section in part.sections:
            yield from _of(section)


def _of(section: Section) -> Iterator[str]:
    yield section.heading
    for inner in section.sections:
        yield from _of(inner)


def _texts(document: Disclosure) -> Iterator[str]:
    yield from _headings(document)
    for _, block in document.blocks():
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, TablePlace):
            yield block.table.text
