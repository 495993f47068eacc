"""Cover and table of contents 封面与目录."""

from collections.abc import Mapping, Sequence
from typing import Final

from mingzhang.disclosure.document import Disclosure
from mingzhang.publishing.docx.wml import Element, field, instruct, paragraph, run, w
from mingzhang.publishing.outline import Entry

_DEPTH: Final = 2
"""Parts and their sections."""

_INSTRUCTION: Final = f'TOC \\o "1-{_DEPTH}" \\h \\z'
_EMPTY_LINES: Final = 5
_WIDE_HEADING: Final = 20
_WIDE: Final = 17
"""Characters of 26 points that fit a line."""


def cover(disclosure: Disclosure) -> tuple[Element, ...]:
    """The title in lines that do not cut the unit's name, and the date."""
    above = (paragraph("BodyText") for _ in range(_EMPTY_LINES))
    lines = _title_lines(disclosure)
    style = "Title" if max(map(len, lines), default=0) <= _WIDE else "TitleLong"
    title = paragraph(style, run("\n".join(lines)))
    return (*above, title, *(paragraph("BodyText") for _ in range(2)), paragraph("Subtitle", run(disclosure.dated)))


def _title_lines(disclosure: Disclosure) -> list[str]:
    before, name, after = disclosure.title.partition(disclosure.entity.name or disclosure.title)
    return [part for part in (before, name, after) if part]


def heading_bookmark(entry: Entry) -> str:
    """The name of a heading's bookmark; Word hides and keeps names that begin like this."""
    return f"_Toc_{entry.id.replace('-', '_')}"


def heading_text(entry: Entry, name: str) -> str:
    """The heading as it is set: a part's number has a line of its own, and a long one is not cut inside a name."""
    if entry.level > 1:
        return entry.heading
    ordinal, space, rest = entry.heading.partition(" ")
    if len(rest) > _WIDE_HEADING and rest.startswith(name):
        rest = f"{name}\n{rest.removeprefix(name)}"
    return f"{ordinal} \n{rest}" if space else ordinal


def contents(entries: Sequence[Entry], pages: Mapping[str, int]) -> tuple[Element, ...]:
    """目录: a field with its result already in it, each line a link to its heading."""
    listed = [entry for entry in entries if entry.level <= _DEPTH]
    rows = [_line(entry, pages[entry.id]) for entry in listed] or [paragraph("TOC1")]
    rows[0][1:1] = [_mark("begin"), instruct(_INSTRUCTION), _mark("separate")]
    rows[-1].append(_mark("end"))
    heading = paragraph("TOCHeading", run("目  录"))
    part = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    return (w("sdt", w("sdtPr", part), w("sdtContent", heading, *rows)),)


def _mark(kind: str) -> Element:
    return w("r", w("fldChar", fldCharType=kind))


def _line(entry: Entry, page: int) -> Element:
    name = heading_bookmark(entry)
    number = field(f"PAGEREF {name} \\h", str(page))
    link = w("hyperlink", run(entry.heading), w("r", w("tab")), *number, anchor=name, history=1)
    return paragraph(f"TOC{entry.level}", link)
