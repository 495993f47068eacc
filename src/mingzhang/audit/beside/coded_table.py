"""Coded table 分科目的表: a table whose rows are functional or economic codes, as figures by row and column."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from mingzhang.audit.performance.places import Place, Row, quote, rows_of, words
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.section import Paragraph, Section, TablePlace
from mingzhang.disclosure.table import Table
from mingzhang.disclosure.trace import Stated
from mingzhang.terms.unit import Unit

_NUMBER: Final = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_LENGTHS: Final = (3, 5, 7)
_LEAST: Final = 2
_SCALE: Final = 1_000_000
_TITLE: Final = re.compile(r"[^。；，]{4,40}表(?:[（(][^（）()]*[）)])?$")
_FORM: Final = re.compile(r"\s|公开\d+表|(?:编制)?(?:部门|单位)[:：].*|(?:金额)?单位[:：].*")
_TOTALS: Final = re.compile(r"合计|总计|人员经费合计|公用经费合计")


@dataclass(frozen=True)
class Coded:
    """The figures by row, a code or 合计, and by column in printed order; what the rows are called and look like."""

    title: str
    columns: tuple[str, ...]
    rows: dict[str, dict[str, Fact]]
    names: dict[tuple[str, str], str]
    quotes: dict[Address, str]

    def quote(self, fact: Fact) -> str:
        """The row of a figure as printed."""
        return self.quotes[fact.address]


@dataclass(frozen=True, slots=True)
class _Line:
    """One code, or total, with its name, the cells behind it, and the row they stand in."""

    code: str
    name: str
    cells: tuple[Place, ...]
    row: Row


def coded_in(document: Disclosure) -> tuple[Coded, ...]:
    """The coded tables of a document that are read beyond doubt."""
    found: list[Coded] = []
    for part in document.parts:
        for section in part.sections:
            found += _in(section)
    return tuple(found)


def _in(section: Section) -> Iterator[Coded]:
    """Those of a section; a table that follows another with nothing of its own above it is the rest of that one."""
    held: list[Table] = []
    title = section.heading
    for block in section.blocks:
        if isinstance(block, TablePlace):
            held.append(block.table)
        elif held and isinstance(block, Paragraph):
            yield from _coded(held, title)
            held, title = [], ""
        if isinstance(block, Paragraph) and (bare := _FORM.sub("", block.text)) and _TITLE.fullmatch(bare):
            title = bare
    if held:
        yield from _coded(held, title)
    for inner in section.sections:
        yield from _in(inner)


def _coded(tables: list[Table], title: str) -> Iterator[Coded]:
    rows = [row for table in tables for row in rows_of(table)]
    lines = [line for row in rows for line in _lines(row)]
    keys = [line.code for line in lines]
    if sum(key.isdigit() for key in keys) < _LEAST or len(set(keys)) < len(keys):
        return
    if any(place.cell.doubtful for line in lines for place in line.cells):
        return
    width = max(len(line.cells) for line in lines if line.code.isdigit())
    lines = [_within(line, width) for line in lines]
    if any(len(line.cells) != width for line in lines):
        return
    first = next(index for index, row in enumerate(rows) if any(_lines(row)))
    columns = _columns(rows[:first], lines[0].cells)
    if len(set(columns)) == width:
        yield _filled(title or "分科目的表", columns, lines)


def _within(line: _Line, width: int) -> _Line:
    """A line of 合计 without the empty places of code and name before its figures."""
    spare = max(0, len(line.cells) - width) if not line.code.isdigit() else 0
    is_empty = not any(place.text for place in line.cells[:spare])
    return replace(line, cells=line.cells[spare:]) if spare and is_empty else line


def _filled(title: str, columns: tuple[str, ...], lines: list[_Line]) -> Coded:
    figures: dict[str, dict[str, Fact]] = {}
    quotes: dict[Address, str] = {}
    decimals = max((len(p.text.partition(".")[2]) for line in lines for p in line.cells), default=0)
    for line in lines:
        for column, place in zip(columns, line.cells, strict=True):
            fact = _fact(Address(title, line.code, column), place, decimals)
            figures.setdefault(line.code, {})[column] = fact
            quotes[fact.address] = quote(line.row)
    names = {(title, line.code): line.name for line in lines if line.name}
    return Coded(title, columns, figures, names, quotes)


def _fact(address: Address, place: Place, decimals: int) -> Fact:
    digits = re.sub(r"[,\s]", "", place.text) if _NUMBER.fullmatch(place.text) else ""
    whole, _, rest = digits.lstrip("-").partition(".")
    value = int(whole or "0") * _SCALE + int(rest.ljust(6, "0")[:6] or "0")
    spread = _SCALE // (2 * int(10**decimals)) if digits else 0
    sign = -1 if digits.startswith("-") else 1
    return Fact(address, sign * value, Unit("", _SCALE, decimals), Stated(place.cell.position), spread, place.text)


def _lines(row: Row) -> Iterator[_Line]:
    """The codes of a row, each with what follows it up to the next; a row of 合计 as one."""
    places = [place for place in row if not place.shared]
    starts = [i for i in range(len(places)) if _starts(places, i)]
    for at, end in pairwise((*starts, len(places))):
        code, behind = _code(places, at)
        named = behind < end and not _NUMBER.fullmatch(places[behind].text)
        name = places[behind].text if named and code.isdigit() else ""
        cells = tuple(places[behind + (1 if name else 0) : end])
        if (name or not code.isdigit()) and cells and all(_is_figure(place.text) for place in cells):
            yield _Line(code, name, cells, row)


def _starts(places: list[Place], at: int) -> bool:
    text = re.sub(r"\s", "", places[at].text)
    if _TOTALS.fullmatch(text):
        return True
    is_code = text.isdigit() and len(text) in _LENGTHS
    return is_code and at + 1 < len(places) and not _is_amount(places[at + 1].text) and any(words(tuple(places)))


def _is_amount(text: str) -> bool:
    return "." in text and _NUMBER.fullmatch(text) is not None


def _code(places: list[Place], at: int) -> tuple[str, int]:
    """The code that begins here, put together of 类, 款, 项 where each has its column, and the index behind it."""
    text = re.sub(r"\s", "", places[at].text)
    if not text.isdigit():
        return text.replace("总计", "合计"), at + 1
    code, behind = text, at + 1
    while behind < len(places) and re.fullmatch(r"(?:\d\d)?", places[behind].text.strip()) and len(code) < _LENGTHS[-1]:
        if behind + 1 >= len(places) or _is_amount(places[behind + 1].text):
            break
        code += places[behind].text.strip()
        behind += 1
    return code, behind


def _is_figure(text: str) -> bool:
    return not text or _NUMBER.fullmatch(text) is not None or text in {"-", "—", "0"}


def _columns(heads: list[Row], cells: tuple[Place, ...]) -> tuple[str, ...]:
    """What stands lowest above each cell; its number where nothing does."""
    names: list[str] = []
    for number, cell in enumerate(cells, 1):
        above = [p.text for row in heads for p in row if p.start <= cell.start < p.end and p.text]
        lowest = [re.sub(r"\s", "", text) for text in above if not text.strip().isdigit()]
        names.append(lowest[-1] if lowest else f"第{number}栏")
    return tuple(names)
