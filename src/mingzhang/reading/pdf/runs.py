"""Runs 字行: the characters of a line from left to right, each once."""

from collections.abc import Sequence
from math import inf
from operator import sub
from typing import Final, NamedTuple

from mingzhang.reading.pdf.glyphs import Glyphs, Row

_TWICE: Final = 0.15
"""Times the size: the same character again so near is the same character drawn twice."""


class Run(NamedTuple):
    """Characters in parallel: what they are, where each begins and ends, its row; the widest gap between two."""

    text: str
    starts: Sequence[float]
    ends: Sequence[float]
    rows: Sequence[Row]
    gap: float


def run_of(glyphs: Glyphs, places: Sequence[int]) -> Run:
    """The characters of a line; mostly they stand in the file as they stand on the page."""
    first, end = min(places), max(places) + 1
    if end - first == 1:
        return Run(glyphs.text[first], glyphs.left[first:end], glyphs.right[first:end], glyphs.rows[first:end], -inf)
    if end - first == len(places):
        starts = glyphs.left[first:end]
        step = min(map(sub, starts[1:], starts))
        if step >= 0:
            run = _run(glyphs.text[first:end], starts, glyphs.right[first:end], glyphs.rows[first:end])
            return _once(run) if step < _TWICE * run.rows[0][1] else run
    return _once(_chosen(glyphs, sorted(places, key=glyphs.left.__getitem__)))


def _run(text: str, starts: Sequence[float], ends: Sequence[float], rows: Sequence[Row]) -> Run:
    return Run(text, starts, ends, rows, max(map(sub, starts[1:], ends), default=-inf))


def _chosen(glyphs: Glyphs, order: Sequence[int]) -> Run:
    starts, ends = [glyphs.left[place] for place in order], [glyphs.right[place] for place in order]
    return _run("".join([glyphs.text[place] for place in order]), starts, ends, [glyphs.rows[place] for place in order])


def _once(run: Run) -> Run:
    """The run without characters that are drawn twice, as is done to make them bold."""
    kept: list[int] = []
    for place, (letter, start, (_, size)) in enumerate(zip(run.text, run.starts, run.rows, strict=True)):
        near = start - _TWICE * size
        if not any(run.starts[other] >= near and run.text[other] == letter for other in kept[-3:]):
            kept.append(place)
    return run if len(kept) == len(run.text) else _chosen(Glyphs(run.text, run.starts, run.ends, run.rows), kept)
