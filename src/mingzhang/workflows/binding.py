"""Binding 数字归属: how many of the numbers in the prose were understood as claims about figures."""

from collections.abc import Iterator
from typing import Final

from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.examination import Bound
from mingzhang.disclosure.section import Paragraph
from mingzhang.terms.printed import Printed, numbers

_DATES: Final = frozenset({"", "年", "月", "日", "号", "年度", "项", "条"})
"""Numbers that count no figure: dates, ordinals, articles of law."""


def binding(document: Disclosure) -> Bound:
    """The numbers of all paragraphs, dates and ordinals aside, and those that stand inside a claim."""
    counts = [_bound(block) for _, block in document.blocks() if isinstance(block, Paragraph)]
    return sum(counts, Bound())


def unbound(document: Disclosure) -> Iterator[tuple[Paragraph, Printed]]:
    """The numbers that nothing was made of, with the paragraph they stand in."""
    for _, block in document.blocks():
        if isinstance(block, Paragraph):
            yield from ((block, number) for number in _figures(block) if not _is_claimed(number, block))


def _bound(paragraph: Paragraph) -> Bound:
    figures = _figures(paragraph)
    return Bound(len(figures), sum(_is_claimed(number, paragraph) for number in figures))


def _figures(paragraph: Paragraph) -> list[Printed]:
    return [number for number in numbers(paragraph.text) if number.unit not in _DATES]


def _is_claimed(number: Printed, paragraph: Paragraph) -> bool:
    return any(
        start < number.end and number.start < start + len(mention.text) for start, mention in paragraph.mentions()
    )
