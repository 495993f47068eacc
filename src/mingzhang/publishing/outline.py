"""Outline 目次: parts, sections and what stands in them, in reading order, each with a name to lead to."""

from collections.abc import Iterator
from dataclasses import dataclass

from mingzhang.disclosure.chart import Chart
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.section import Block, Section
from mingzhang.disclosure.statement import Statement
from mingzhang.publishing.svg import breadth


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading and what stands directly under it; level 1 is a part, 2 a section, 3 and on its subsections.

    `trail` are the headings above it, outermost first.
    """

    id: str
    level: int
    heading: str
    trail: tuple[str, ...]
    blocks: tuple[Block, ...]


def outline(disclosure: Disclosure) -> Iterator[Entry]:
    """Every heading of the document in reading order."""
    for number, part in enumerate(disclosure.parts, 1):
        name = f"s{number}"
        yield Entry(name, 1, part.heading, (), ())
        yield from _sections(name, 2, (part.heading,), part.sections)


def _sections(above: str, level: int, trail: tuple[str, ...], sections: tuple[Section, ...]) -> Iterator[Entry]:
    for number, section in enumerate(sections, 1):
        name = f"{above}-{number}"
        yield Entry(name, level, section.heading, trail, section.blocks)
        yield from _sections(name, level + 1, (*trail, section.heading), section.sections)


def statement_title(disclosure: Disclosure, statement: Statement) -> str:
    """What stands over a statement: `2021年度收入支出决算总表（表1）`, or as its region words it."""
    return statement.caption or f"{disclosure.year}年度{statement.title}（表{statement.number}）"


def statement_lines(disclosure: Disclosure, statement: Statement) -> tuple[tuple[str, str], ...]:
    """The lines between a statement's title and its grid, the text at the left and the text at the right edge."""
    return statement.lines or ((compiler_line(disclosure), unit_line(statement)),)


def compiler_line(disclosure: Disclosure) -> str:
    """Whose accounts a statement shows, as it is printed over its left edge."""
    return f"部门：{disclosure.entity.name}"


def unit_line(statement: Statement) -> str:
    """In what a statement counts, as it is printed over its right edge."""
    return f"金额单位：{statement.unit.name}"


def title_lines(words: str, year: int) -> tuple[str, ...]:
    """A long title in lines that break after 第一部分 and before the year, not in the middle of a name."""
    first, blank, rest = words.partition(" ")
    parts = (first, rest) if blank and len(words) > 22 else (words,)
    return tuple(line for part in parts for line in _before_year(part, f"{year}年度"))


def title_size(lines: tuple[str, ...], largest: float, measure: float) -> float:
    """The type size in which the longest line still fits the measure, unless that is too small for a title."""
    longest = max(breadth(line, 1) for line in lines)
    return max(0.65 * largest, min(largest, measure / max(1, longest + 0.5)))


def _before_year(words: str, year: str) -> tuple[str, ...]:
    name, found, rest = words.partition(year)
    return (name, found + rest) if len(words) > 20 and name and found else (words,)


def chart_caption(chart: Chart) -> str:
    """What stands under a chart: `图1：收、支决算总计变动情况`."""
    return f"图{chart.number}：{chart.title}"
