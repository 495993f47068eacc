"""Rows 表格行: lines of a plain text that are rows of a table, and the cells they hold."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from mingzhang.reading.plain.markup import said

_PIPE_RULE: Final = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_NUMBER: Final = re.compile(r"[-+]?[\d,，]*\.?\d+%?")
_UNIT_LINE: Final = re.compile(r"(?:编制|填报|填制|公开)?(?:部门|单位)(?:名称|编码)?\s*[:：]|.{0,6}单位\s*[:：]")
_PAGE: Final = re.compile(r"-?\d{1,3}")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file with its number, counted from 1."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class RowText:
    """A row of a table: its cells, and the line it begins on."""

    number: int
    cells: tuple[str, ...]


def is_row(line: str) -> bool:
    """Whether a line may be a row: cells parted by tabs, or by pipes on both sides."""
    return "\t" in line.rstrip("\r\n") or is_pipe(line)


def is_caption(line: str) -> bool:
    """Whether a line says whose table it is or in what unit."""
    return _UNIT_LINE.match(line.strip()) is not None


def is_pipe(line: str) -> bool:
    """Whether a line is a row of a Markdown table."""
    text = line.strip()
    return text.count("|") >= 2 and text.startswith("|") and text.endswith("|")


def run_length(lines: Sequence[Line], start: int) -> int:
    """How many lines from `start` on belong to one table; 0 when none begins there.

    Blank lines and single lines that spilled out of a cell lie within when rows of the same kind follow.
    """
    if not is_row(lines[start].text):
        return 0
    pipe, end, place = is_pipe(lines[start].text), start + 1, start + 1
    while place < len(lines) and place - end < 4:
        text = lines[place].text
        if is_row(text) and is_pipe(text) == pipe:
            end = place + 1
        elif text.strip() and (pipe or text.lstrip().startswith("#") or place - end > 1):
            break
        place += 1
    return end - start if _is_table(lines[start:end]) else 0


def _is_table(lines: Sequence[Line]) -> bool:
    """Two rows, or one of three cells; not a table of contents, not one line of unit and name."""
    texts = [line.text for line in lines if is_row(line.text)]
    if all(map(_is_entry, texts)) and _climbs(texts):
        return False
    if all(map(is_caption, texts)):
        return False
    inner = [sum(bool(cell.strip()) for cell in text.split("\t")) - 1 for text in texts]
    if is_pipe(texts[0]):
        return not all(map(_PIPE_RULE.fullmatch, texts))
    return (max(inner) >= 1 and (len(texts) > 1 or max(inner) >= 2)) or _is_blank_grid(texts)


def _is_blank_grid(texts: Sequence[str]) -> bool:
    return len(texts) > 1 and all(text.rstrip(" ").count("\t") >= 2 for text in texts)


def _is_entry(text: str) -> bool:
    """Whether a line is one of a table of contents: words, and the number of a page."""
    cells = [cell.strip() for cell in text.split("\t") if cell.strip()]
    return len(cells) == 2 and _PAGE.fullmatch(cells[1]) is not None


def _climbs(texts: Sequence[str]) -> bool:
    """Whether the last numbers of the lines are pages: whole, and never falling."""
    pages = [int(text.rstrip().split("\t")[-1].strip().lstrip("-")) for text in texts]
    return all(earlier <= later for earlier, later in pairwise(pages))


def rows_of(lines: Sequence[Line]) -> list[RowText]:
    """The rows of a run, what a cell broke off joined to it again."""
    if is_pipe(lines[0].text):
        return [_pipe_row(line) for line in lines if is_pipe(line.text) and not _PIPE_RULE.fullmatch(line.text)]
    return list(_tab_rows([line for line in lines if line.text.strip(" \r\n\f")]))


def _pipe_row(line: Line) -> RowText:
    cells = re.split(r"(?<!\\)\|", line.text.strip()[1:-1])
    return RowText(line.number, tuple(said(cell).strip() for cell in cells))


def _tab_rows(lines: Sequence[Line]) -> Iterator[RowText]:
    usual = Counter(line.text.count("\t") for line in lines if "\t" in line.text).most_common(1)[0][0]
    held: Line | None = None
    for line in lines:
        if held is not None and _continues(held.text, line.text, usual):
            held = Line(held.number, f"{held.text.rstrip()}\n{line.text.strip(' ')}")
            continue
        if held is not None:
            yield _tab_row(held)
        held = line
    if held is not None:
        yield _tab_row(held)


def _continues(row: str, line: str, usual: int) -> bool:
    """Whether a line is the rest of a row: both together have the usual cells, or it is a bare end of the last one."""
    tabs, more = row.count("\t"), line.count("\t")
    last = row.rpartition("\t")[2].strip()
    if more:
        return 0 < tabs < usual and tabs + more == usual and bool(last) and not _NUMBER.fullmatch(last)
    return tabs >= usual and bool(last) and not _NUMBER.fullmatch(last)


def _tab_row(line: Line) -> RowText:
    return RowText(line.number, tuple(said(cell).strip() for cell in line.text.strip("\r\n\f").split("\t")))
