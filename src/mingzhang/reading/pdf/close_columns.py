"""Close columns 密列: the columns of a table whose figures and names stand so close that only their edges part them."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from mingzhang.reading.pdf.columns import Columns
from mingzhang.reading.pdf.lines import Line
from mingzhang.reading.pdf.pieces import is_figure
from mingzhang.reading.pdf.spacing import Segment

_SUM: Final = re.compile(r"合计|总计|小计")
"""Words that may stand over the columns of codes and of names in one."""
_APART: Final = 0.5
"""Points between columns."""

Ends = tuple[float, float]


def close_columns(head: Sequence[Line], body: Sequence[Line]) -> Columns | None:
    """The columns: where figures stand under one another, where names do, and where only words of the head do."""
    pieces = [piece for line in body for piece in line.segments]
    figures = _clusters(piece for piece in pieces if is_figure(piece))
    labels = [piece for piece in pieces if not is_figure(piece)]
    named = _clusters(piece for piece in labels if not _SUM.search(piece.text))
    ends = [*figures, *(end for end in named if not _overlaps(end, figures))]
    return _under_words(head, sorted(ends)) if figures else None


def _under_words(head: Sequence[Line], ends: list[Ends]) -> Columns:
    """The columns with the words of the head: those that stand over none are over the next without a word, or alone."""
    words = [(piece, line.base) for line in head for piece in line.segments]
    clusters = _clusters(piece for piece, _ in words)
    bare = [end for end in ends if not _overlaps(end, clusters)]
    for cluster in sorted(clusters, key=lambda cluster: -_lowest(cluster, words)):
        if _overlaps(cluster, ends):
            continue
        near = [end for end in bare if not any(_lies_between(other, end, cluster) for other in ends)]
        if near:
            under = min(near, key=lambda end: max(end[0] - cluster[1], cluster[0] - end[1]))
            bare.remove(under)
            ends.remove(under)
            ends.append((min(under[0], cluster[0]), max(under[1], cluster[1])))
        elif not _is_over_two(cluster, words, ends):
            ends.append(cluster)
        ends.sort()
    return Columns(tuple(ends))


def _lies_between(end: Ends, one: Ends, other: Ends) -> bool:
    return end != one and min(one[1], other[1]) <= end[0] and end[1] <= max(one[0], other[0])


def _clusters(pieces: Iterable[Segment]) -> list[Ends]:
    """Left and right end of what stands below or above one another."""
    ends: list[Ends] = []
    for piece in sorted(pieces, key=lambda piece: piece.left):
        if ends and piece.left - ends[-1][1] < _APART:
            ends[-1] = (ends[-1][0], max(ends[-1][1], piece.right))
        else:
            ends.append((piece.left, piece.right))
    return ends


def _overlaps(end: Ends, others: Sequence[Ends]) -> bool:
    return any(end[0] < right and left < end[1] for left, right in others)


def _lowest(end: Ends, words: Sequence[tuple[Segment, float]]) -> float:
    """How far down the lowest of the words in a cluster stands."""
    return max(base for piece, base in words if end[0] <= piece.left <= end[1])


def _is_over_two(end: Ends, words: Sequence[tuple[Segment, float]], ends: Sequence[Ends]) -> bool:
    """Whether words of a head stand over the gap between two columns that have words further down."""
    lowest = _lowest(end, words)
    before = max((other for other in ends if other[1] <= end[0]), default=None)
    after = min((other for other in ends if other[0] >= end[1]), default=None)
    return all(
        side is not None and any(base > lowest and _overlaps(side, [(p.left, p.right)]) for p, base in words)
        for side in (before, after)
    )
