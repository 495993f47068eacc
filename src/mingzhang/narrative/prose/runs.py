"""Runs 段内文字: a paragraph whose claims have become mentions; not a character of it has changed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mingzhang.disclosure.section import Mention, Paragraph, Run, Words
from mingzhang.narrative.prose.binding import Binding
from mingzhang.narrative.prose.flat import Flat


def with_mentions(paragraph: Paragraph, flat: Flat, bindings: Iterable[Binding]) -> Paragraph:
    """The paragraph with its words parted where claims stand; of two that overlap the first and longer stays."""
    ordered = sorted(bindings, key=lambda binding: (binding.start, -binding.end))
    return replace(paragraph, runs=tuple(_parted(paragraph, flat, ordered)))


def _parted(paragraph: Paragraph, flat: Flat, bindings: list[Binding]) -> Iterator[Run]:
    text, at = paragraph.text, 0
    bold = _boldness(paragraph.runs)[::-1]
    for binding in bindings:
        start, end = flat.span(binding.start, binding.end)
        if start < at or start == end:
            continue
        yield from _words(text, at, start, bold)
        yield Mention(text[start:end], binding.claim)
        at = end
    yield from _words(text, at, len(text), bold)


def _boldness(runs: Iterable[Run]) -> list[tuple[int, int, bool]]:
    found, start = [], 0
    for run in runs:
        found.append((start, start + len(run.text), isinstance(run, Words) and run.bold))
        start += len(run.text)
    return found


def _words(text: str, start: int, end: int, bold: list[tuple[int, int, bool]]) -> Iterator[Words]:
    """The words of a stretch, parted where bold type begins or ends."""
    while bold and bold[-1][1] <= start:
        bold.pop()
    for first, last, thick in reversed(bold):
        if first >= end:
            return
        if max(first, start) < min(last, end):
            yield Words(text[max(first, start) : min(last, end)], thick)
