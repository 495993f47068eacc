"""Spans 表头跨列: which columns a word of a head stands over, and how deep the head is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from mingzhang.reading.pdf.columns import Columns
from mingzhang.reading.pdf.lines import Line
from mingzhang.reading.pdf.spacing import Segment

_OFF_MIDDLE: Final = 6.0
"""Points: a word no further off the middle than a neighbouring choice stands over the wider one."""
_BELOW: Final = 0.9
"""Times the size: what is less far down stands beside a word, set in the middle of its cell, and not below it."""


@dataclass(frozen=True, slots=True)
class Over:
    """A word of a head, the lines it is broken into joined: its columns, first to last, and its level from the top."""

    text: str
    first: int
    last: int
    level: int = 0


def heads_of(head: Sequence[Line], columns: Columns) -> tuple[list[Over], int]:
    """The words of a head with what they stand over, and of how many levels it is."""
    groups: list[Over] = []
    leaves: dict[int, str] = {}
    for number, line in enumerate(head):
        deep = line.base + _BELOW * line.size
        below = [segment for lower in head[number + 1 :] if lower.base > deep for segment in lower.segments]
        high = line.base - _BELOW * line.size
        others = [segment for each in head if high <= each.base <= deep for segment in each.segments]
        for segment in line.segments:
            beside = [other for other in others if other is not segment]
            first, last = _reach(segment, beside, below, columns)
            if first == last:
                leaves[first] = leaves.get(first, "") + segment.text
                continue
            same = [group for group in groups if (group.first, group.last) == (first, last)]
            if same:
                groups[groups.index(same[0])] = Over(same[0].text + segment.text, first, last, same[0].level)
            else:
                level = sum(1 for group in groups if group.first <= first and last <= group.last)
                groups.append(Over(segment.text, first, last, level))
    below_groups = [
        Over(text, column, column, sum(1 for group in groups if group.first <= column <= group.last))
        for column, text in leaves.items()
    ]
    overs = [*groups, *below_groups]
    return overs, max((over.level + 1 for over in overs), default=0)


def _reach(segment: Segment, beside: Sequence[Segment], below: Sequence[Segment], columns: Columns) -> tuple[int, int]:
    """The columns a word stands over: those it touches, and beside them as many as keep it in the middle.

    Only a word with other words below it can stand over columns it does not touch, and only over columns that no
    word beside it touches.
    """
    first, last = columns.of(segment)
    others = [columns.of(other) for other in beside]
    low = max((end + 1 for _, end in others if end < first), default=0)
    high = min((start - 1 for start, _ in others if start > last), default=len(columns.ends) - 1)
    covered = {column for other in below for column in range(columns.of(other)[0], columns.of(other)[1] + 1)}
    if not set(range(first, last + 1)) & covered and not _straddles(segment, columns, covered):
        return first, last
    middle = (segment.left + segment.right) / 2
    under = [column for column in covered if low <= column <= high] or [first]
    choices = [
        (start, end)
        for start in range(max(low, min(under)), first + 1)
        for end in range(last, min(high, max(under)) + 1)
    ]
    return min(
        choices or [(first, last)],
        key=lambda choice: (
            round(abs((columns.ends[choice[0]][0] + columns.ends[choice[1]][1]) / 2 - middle) / _OFF_MIDDLE),
            choice[0] - choice[1],
        ),
    )


def _straddles(segment: Segment, columns: Columns, covered: set[int]) -> bool:
    """Whether a word stands between two columns that have words below it."""
    middle = (segment.left + segment.right) / 2
    before = [number for number, (_, right) in enumerate(columns.ends) if right < middle]
    after = [number for number, (left, _) in enumerate(columns.ends) if left > middle]
    return bool(before and after and before[-1] in covered and after[0] in covered)
