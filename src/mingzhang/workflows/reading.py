"""Reading 读取公开文本: from a published file to the disclosure it is, or the reason why it is none."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final

from mingzhang.books.fault import Fault
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import UNREADABLE, Fact
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.section import Block, Paragraph, Section, Words
from mingzhang.disclosure.trace import Stated
from mingzhang.narrative.prose.understand import understand
from mingzhang.reading.published.belonging import too_little, what_instead
from mingzhang.reading.published.disclosure import Published, disclosure_of, published
from mingzhang.reading.published.kinds import Forms, merged, with_rows
from mingzhang.reading.published.region import closest
from mingzhang.reading.published_door import open_transcript
from mingzhang.reading.refusal import Refused
from mingzhang.reading.text_file import transcript_of_text
from mingzhang.reading.transcript import Transcript
from mingzhang.standards.codes import economic_codes, function_codes
from mingzhang.standards.forms import class_rows, forms
from mingzhang.standards.profiles import Profile, load, profile_ids
from mingzhang.workflows.code_names import codes_by_name, economic_by_name
from mingzhang.workflows.respelling import respelled

_ROWS_OF: Final = (2018, 2021, 2024)
"""Years whose spending rows together are all that were ever printed."""
_LATEST: Final = 2024
_NINE: Final = 2020
_COMMON: Final = "central"
_BY_NAME: Final = ("T1", "T4")


@dataclass(frozen=True)
class Reading:
    """A disclosure that was read, from a file of a `format`, with what could not be read of it."""

    document: Disclosure
    format: str
    pages: int | None = None
    recognised: bool = False
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class NotADisclosure:
    """A file that can be read and is no final accounts; `reason` says what it is instead."""

    reason: str
    format: str = ""
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file of which too little can be read; `reason` says why and what to do."""

    reason: str
    format: str = ""
    pages: int | None = None
    faults: tuple[Fault, ...] = ()


def read_file(path: Path) -> Reading | NotADisclosure | Unreadable:
    """Read a published file of any format."""
    try:
        transcript = open_transcript(path)
    except Refused as refused:
        fault = refused.fault
        return Unreadable(f"{fault.message}。{fault.mend}", faults=(fault,))
    return judged(published(transcript, known_forms), transcript)


def judged(read: Published, transcript: Transcript) -> Reading | NotADisclosure | Unreadable:
    """What was read, understood when it is the final accounts of a department."""
    document = read.document
    if reason := too_little(document):
        return Unreadable(reason, transcript.format, transcript.pages, transcript.faults)
    if reason := what_instead(document, transcript):
        return NotADisclosure(reason, transcript.format, transcript.pages)
    named = replace(document, profile=closest(document, known_formats(document.year)))
    named = respelled(named, function_codes(), economic_codes())
    faults = (*transcript.faults, *read.faults)
    return Reading(understood(named), transcript.format, transcript.pages, transcript.recognised, faults)


def read_text(text: str, file: str = "例.md", facts: Mapping[Address, Fact] | None = None) -> Disclosure:
    """A text through the real readers, as a document; `facts` are taken for figures that the text does not print."""
    document = disclosure_of(transcript_of_text(text, file), known_forms)
    return understood(replace(document, facts={**(facts or {}), **document.facts}))


def understood(document: Disclosure) -> Disclosure:
    """The document with what its prose claims; what letters hardly legible seem to say is no claim."""
    read = understand(document, function_codes(), economic_codes())
    doubtful = {position for paragraph in _doubtful(read) for _, position in paragraph.lines}
    if not doubtful:
        return read
    facts = {
        a: f if a in document.facts or not _stands_in(f, doubtful) else _illegible(f) for a, f in read.facts.items()
    }
    return replace(read, parts=tuple(replace(part, sections=_plain(part.sections)) for part in read.parts), facts=facts)


def _doubtful(document: Disclosure) -> Iterator[Paragraph]:
    return (block for _, block in document.blocks() if isinstance(block, Paragraph) and block.doubtful)


def _stands_in(fact: Fact, places: Set[Position]) -> bool:
    return isinstance(fact.trace, Stated) and fact.trace.position in places


def _illegible(fact: Fact) -> Fact:
    return replace(fact, spread=UNREADABLE)


def _plain(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections with nothing but words in doubtful paragraphs."""
    return tuple(
        replace(section, blocks=tuple(map(_unclaimed, section.blocks)), sections=_plain(section.sections))
        for section in sections
    )


def _unclaimed(block: Block) -> Block:
    if isinstance(block, Paragraph) and block.doubtful:
        return replace(block, runs=(Words(block.text),))
    return block


@cache
def known_formats(year: int) -> tuple[Profile, ...]:
    """The formats of the regions known for a year."""
    return tuple(load(region, year) for region in profile_ids()) if year else ()


@cache
def known_forms(year: int) -> Forms:
    """Every form of every region for a year, as one kind for each statement, with the spending rows of other years.

    A document that is about a year before the ninth statement may have it all the same.
    """
    formats = [load(region, max(year or _LATEST, _NINE)) for region in profile_ids()]
    kinds = merged(form for one in formats for form in forms(one))
    rows = dict.fromkeys(code.name for each in (year or _LATEST, *_ROWS_OF) for code in class_rows(load(_COMMON, each)))
    return Forms(
        {id: with_rows(kind, rows) if id in _BY_NAME else kind for id, kind in kinds.items()},
        codes_by_name(year or _LATEST),
        economic_by_name(year or _LATEST),
    )
