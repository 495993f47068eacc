"""Text file 文本文件: plain text and Markdown as lines and tables, each with its line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from mingzhang.disclosure.position import Position
from mingzhang.disclosure.table import Table
from mingzhang.reading.grid import Slot, laid_out, table_of
from mingzhang.reading.html.flow import PageReader
from mingzhang.reading.html.guard import check
from mingzhang.reading.plain.aligned import aligned_length, aligned_rows
from mingzhang.reading.plain.encoding import decoded
from mingzhang.reading.plain.markup import marked, said
from mingzhang.reading.plain.rows import Line, rows_of, run_length
from mingzhang.reading.plain.wrap import goes_on, indent_of, wrap_width
from mingzhang.reading.refusal import Refused
from mingzhang.reading.transcript import Item, TextLine, Transcript

MOST_BYTES: Final = 16 << 20
_PAGE_NUMBER: Final = re.compile(r"(\n)[ \u3000]{0,200}\d{1,4}[ \u3000]{0,20}((?:\n[ \u3000]{0,20}){1,9}\f)")
"""A number that stands alone at the end of a page, where a text has pages."""
_TABLE: Final = re.compile(r"\s*<table\b", re.IGNORECASE)
_LONGEST: Final = 20_000
MOST_CELLS: Final = 100_000
"""Cells of one table; the longest statement has some ten thousand."""


def read_text_file(path: Path) -> Transcript:
    """A text file as it reads; Refused when it is empty, no text, or far too long."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Refused(path.name, "文本异常地长，没有打开", "核对是不是决算公开文本")
        data = path.read_bytes()
    except OSError as error:
        raise Refused(path.name, f"打不开文件：{error.strerror}", "核对文件名和读取权限") from None
    return transcript_of_text(decoded(data, path.name), path.name)


def transcript_of_text(text: str, file: str) -> Transcript:
    """A text, plain or Markdown, as lines and tables."""
    text = _PAGE_NUMBER.sub(r"\1\2", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]
    items = tuple(_items(lines, file))
    if not items:
        raise Refused(file, "文件里没有文字", "重新导出，或给出别的格式")
    return Transcript(file, "文本", items)


def _items(lines: Sequence[Line], file: str) -> Iterator[Item]:
    place, prose = 0, list[Line]()
    wrap = wrap_width([line.text for line in lines if "\t" not in line.text])
    while place < len(lines):
        if written := _page_length(lines, place):
            yield from _paragraphs(prose, file, wrap)
            yield from _page_table(lines[place : place + written], file)
            place, prose = place + written, []
            continue
        length = run_length(lines, place)
        aligned = 0 if length else aligned_length(lines, place)
        if length or aligned:
            run = lines[place : place + length + aligned]
            yield from _paragraphs(prose, file, wrap)
            yield _table(run, file) if length else _aligned_table(run, file)
            prose = []
        else:
            prose.append(lines[place])
        place += length + aligned or 1
    yield from _paragraphs(prose, file, wrap)


def _page_length(lines: Sequence[Line], start: int) -> int:
    """How many lines a table takes that stands in the text as a web page's; 0 when none begins there."""
    if not _TABLE.match(lines[start].text):
        return 0
    depth = 0
    for place in range(start, min(len(lines), start + _LONGEST)):
        text = lines[place].text.lower()
        depth += text.count("<table") - text.count("</table")
        if depth <= 0:
            return place - start + 1
    return 0


def _page_table(lines: Sequence[Line], file: str) -> Iterator[Item]:
    position = Position(file, line=lines[0].number)
    text = "\n".join(line.text for line in lines)
    check(text, file)
    body = LexborHTMLParser(text).body
    for item in PageReader(file).read(body) if body is not None else ():
        if isinstance(item, Table):
            rows = tuple(tuple(replace(cell, position=position) for cell in row) for row in item.rows)
            yield replace(item, rows=rows, position=position)
        else:
            yield replace(item, position=position)


def _table(lines: Sequence[Line], file: str) -> Table:
    if sum(line.text.count("\t") + line.text.count("|") for line in lines) > MOST_CELLS:
        raise Refused(file, "表格异常地大，没有读取", "核对是不是决算公开文本", f"第{lines[0].number}行起")
    rows = rows_of(lines)
    slots = [[Slot(cell, Position(file, line=row.number)) for cell in row.cells] for row in rows]
    return table_of(slots, Position(file, line=rows[0].number), ruled=False)


def _aligned_table(lines: Sequence[Line], file: str) -> Table:
    rows = aligned_rows(lines)
    found = {
        (place, column): Slot(said(text).strip(), Position(file, line=row.number), 1, columns)
        for place, row in enumerate(rows)
        for text, column, columns in row.cells
    }
    return laid_out(found, len(rows), Position(file, line=rows[0].number), ruled=False)


def _paragraphs(lines: Sequence[Line], file: str, wrap: int) -> Iterator[TextLine]:
    """The lines that say something; those of one paragraph are told by indent and room."""
    printed = [(line, found) for line in lines if (found := _printed(line, file)) is not None]
    within = False
    for place, (line, found) in enumerate(printed):
        on = place + 1 < len(printed) and _goes_on((line, found), printed[place + 1], wrap)
        if not on and not within:
            yield found
        else:
            yield replace(found, whole=False, indent=0 if within else 2, room=0 if on else 4)
        within = on


def _goes_on(one: tuple[Line, TextLine], other: tuple[Line, TextLine], wrap: int) -> bool:
    (line, found), (after, following) = one, other
    if found.level or following.level:
        return False
    hard = line.text.endswith("  ") and after.number == line.number + 1
    following_text = "　" * following.indent + following.text
    return goes_on(found.text, following_text, wrap if after.number == line.number + 1 else 0, hard=hard)


def _printed(line: Line, file: str) -> TextLine | None:
    """A line without its marks; None for one that says nothing."""
    found = marked(line.text.replace("\t", " ").replace("\f", ""))
    text = " ".join(found.text.split("\n")).strip()
    if not text:
        return None
    position = Position(file, line=line.number)
    return TextLine(text, position, found.level, whole=True, indent=indent_of(line.text))
