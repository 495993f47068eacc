"""Spans 表头跨列: which columns a word of a head stands over, and how deep the head is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from mingzhang.reading.pdf.columns import Columns
from mingzhang.reading.pdf.lines import Line
from mingzhang.reading.pdf.spacing import Segment

_OFF_MIDDLE: Final = 6.0
"""Points: a word no further off the middle than a neighbouring choice stands over the wider one."""
_OUTER: Final = frozenset(("项目", "收入", "支出", "预算数", "决算数", "年初预算数", "人员经费", "公用经费", "科目"))
"""Words that have others under them, set at the left of what they stand over."""
_CARS: Final = re.compile(r"公务用车购置[^费]*$")
_REST: Final = re.compile(r"(?:及?运?行?维?护)?费")
_BELOW: Final = 0.9
"""Times the size: what is less far down stands beside a word, set in the middle of its cell, and not below it."""


@dataclass(frozen=True, slots=True)
class Over:
    """A word of a head, the lines it is broken into joined: its columns, first to last, and its level from the top."""

    text: str
    first: int
    last: int
    level: int = 0


def heads_of(head: Sequence[Line], columns: Columns, *, close: bool = False) -> tuple[list[Over], int]:
    """The words of a head with what they stand over, and of how many levels it is.

    Where columns stand `close`, a word is over what it touches: the lines of a wrapped word hang on no middle.
    """
    groups: list[Over] = []
    leaves: dict[int, list[str]] = {}
    for number, line in enumerate(head):
        deep = line.base + _BELOW * line.size
        below = [segment for lower in head[number + 1 :] if lower.base > deep for segment in lower.segments]
        high = line.base - _BELOW * line.size
        others = [segment for each in head if high <= each.base <= deep for segment in each.segments]
        for segment in line.segments:
            beside = [other for other in others if other is not segment]
            first, last = columns.of(segment) if close else _reach(segment, beside, below, columns)
            if first == last:
                leaves.setdefault(first, []).append(segment.text)
                continue
            same = [group for group in groups if (group.first, group.last) == (first, last)]
            if same:
                groups[groups.index(same[0])] = Over(same[0].text + segment.text, first, last, same[0].level)
            else:
                level = sum(1 for group in groups if group.first <= first and last <= group.last)
                groups.append(Over(segment.text, first, last, level))
    overs = [_completed(group, leaves) for group in groups]
    overs += [over for column, texts in leaves.items() for over in _stacked(column, texts, groups)]
    return overs, max((over.level + 1 for over in overs), default=0)


def _completed(group: Over, leaves: dict[int, list[str]]) -> Over:
    """A word over several columns with its rest, which stands under its beginning and over the first column only."""
    texts = leaves.get(group.first, [])
    if len(texts) > 1 and _CARS.match(group.text) and _REST.fullmatch(texts[0]):
        return Over(group.text + texts.pop(0), group.first, group.last, group.level)
    return group


def _stacked(column: int, texts: Sequence[str], groups: Sequence[Over]) -> Iterator[Over]:
    """The words in one column: the first is one of several columns when it can be nothing else."""
    level = sum(1 for group in groups if group.first <= column <= group.last)
    if len(texts) > 1 and texts[0] in _OUTER:
        yield Over(texts[0], column, column, level)
        texts, level = texts[1:], level + 1
    if texts:
        yield Over("".join(texts), column, column, level)


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
