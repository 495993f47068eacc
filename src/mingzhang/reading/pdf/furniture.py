"""Furniture 页眉页脚: running heads, feet and page numbers, which are no part of what a document says."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from mingzhang.reading.pdf.lines import Line
from mingzhang.reading.pdf.page import Page

_EDGE: Final = 0.13
"""Share of the page's height at its top and its foot where furniture stands."""
_LEAST: Final = 3
_SHARE: Final = 0.3
"""Of how many pages, and of what share of them, a running head stands on."""
_NEAR: Final = 3.0
_NUMBER: Final = re.compile(
    r"[-—–―－·~～_\s]*(?:第\s*)?(?:\d{1,4}|[ivxlcIVXLC]{1,7})(?:\s*页)?[-—–―－·~～_\s]*"
    r"(?:[/／,，、]?\s*(?:共\s*)?\d{1,4}(?:\s*页)?)?[-—–―－·~～_\s]*"
)
_KEPT: Final = re.compile(
    r"[:：]|表$|^附[件表]|^表\s*[一二三四五六七八九十\d]|公开\s*\d+\s*表|万元|^\W*第[一二三四五六七八九十]+部分"
)
"""What stands at the top of page after page and does say something: the head of a statement."""


def without_furniture(pages: Sequence[Page]) -> list[Page]:
    """The pages without running heads, feet and page numbers."""
    running = _running(pages)
    return [
        replace(page, lines=tuple(line for line in page.lines if not _is_furniture(line, page, running)))
        for page in pages
    ]


def _is_furniture(line: Line, page: Page, running: frozenset[tuple[str, int]]) -> bool:
    edge = _edge(line, page)
    if not edge:
        return False
    if _NUMBER.fullmatch(line.text) and _is_outermost(line, page, edge):
        return True
    return any((line.text, height) in running for height in _heights(line))


def _edge(line: Line, page: Page) -> int:
    """-1 for the top of the page, 1 for its foot, 0 for between."""
    if line.box[3] <= _EDGE * page.frame.height:
        return -1
    return 1 if line.box[1] >= (1 - _EDGE) * page.frame.height else 0


def _is_outermost(line: Line, page: Page, edge: int) -> bool:
    """Whether nothing but furniture stands further out, no table either."""
    if edge > 0:
        return all(other.box[3] <= line.box[3] + 1 for other in page.lines) and all(
            table.box[3] <= line.box[1] + 2 for table in page.tables
        )
    return all(other.box[1] >= line.box[1] - 1 for other in page.lines) and all(
        table.box[1] >= line.box[3] - 2 for table in page.tables
    )


def _running(pages: Sequence[Page]) -> frozenset[tuple[str, int]]:
    """Texts, with their height, that stand in one place at the edge of many pages."""
    seen: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    for page in pages:
        for line in page.lines:
            if _edge(line, page) and not _KEPT.search(line.text):
                for height in _heights(line):
                    seen[line.text, height].add(page.number)
    written = sum(1 for page in pages if page.lines or page.tables)
    return frozenset(key for key, found in seen.items() if len(found) >= max(_LEAST, _SHARE * written))


def _heights(line: Line) -> Iterator[int]:
    """The steps of height a line stands on, two so that neighbours meet."""
    step = int(line.base // _NEAR)
    return iter((step, step + 1))
