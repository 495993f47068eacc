"""Unruled head 无框线表头: how far the head of a table without upright rules reaches, and the words of its columns."""

from collections.abc import Sequence
from typing import Final

from mingzhang.reading.pdf.anchor import begins_row, is_head, may_be_head
from mingzhang.reading.pdf.columns import Leaf, columns_of
from mingzhang.reading.pdf.drawings import Ruling
from mingzhang.reading.pdf.lines import Line
from mingzhang.reading.pdf.spacing import Segment

_CLOSE: Final = 2.6
"""Times the size: how far apart lines of a head may be."""
_WRAPPED_HEAD: Final = 1.75
"""Times the size: how far apart lines of one word of a head are at most."""
_MOST_HEAD: Final = 6
_LONG_RULE: Final = 0.5
FRAME: Final = 2
"""Rules above and below a table; a third one parts its head from its rows."""


def head_of(lines: Sequence[Line], anchor: int, rules: Sequence[Ruling]) -> tuple[int, int, list[float]]:
    """The first and the last line of the head around its anchor, and the heights of the long rules of its table."""
    first = anchor
    while first and anchor - first < _MOST_HEAD and may_be_head(lines[first - 1]) and is_near(lines, first - 1, _CLOSE):
        first -= 1
    spans = _frame_rules(lines[anchor], rules)
    while first < anchor and spans and not _is_roofed(lines[first], rules):
        first += 1
    return first, _head_end(lines, anchor, spans), spans


def is_near(lines: Sequence[Line], place: int, times: float) -> bool:
    """Whether the line at a place and the next one are no further apart than so many times their size."""
    one, other = lines[place], lines[place + 1]
    return other.base - one.base <= times * max(one.size, other.size)


def _frame_rules(anchor: Line, rules: Sequence[Ruling]) -> list[float]:
    """The heights of the long rules of the table the anchor is the head of, from the one above it on."""
    width = anchor.segments[-1].right - anchor.segments[0].left
    long = sorted(
        y
        for y, left, right in rules
        if right - left >= _LONG_RULE * width and left < anchor.segments[-1].right and right > anchor.segments[0].left
    )
    above = [y for y in long if y < anchor.base]
    below = [y for y in long if y >= anchor.base]
    return [above[-1], *below] if above and below else []


def _is_roofed(line: Line, rules: Sequence[Ruling]) -> bool:
    """Whether a rule runs close above a line."""
    return any(line.base - _CLOSE * line.size <= y < line.base for y, _, _ in rules)


def _head_end(lines: Sequence[Line], anchor: int, spans: Sequence[float]) -> int:
    """The last line of the head: above the rule under it, or before the first line with a figure."""
    last = anchor
    while last + 1 < len(lines) and last - anchor < _MOST_HEAD and is_near(lines, last, _CLOSE):
        line = lines[last + 1]
        above_rule = len(spans) > FRAME and line.base < spans[1]
        inside = above_rule or is_head(line) or _completes(lines[last], line)
        if not inside or (not may_be_head(line)):
            break
        last += 1
    return last


def _completes(head: Line, line: Line) -> bool:
    """Whether a line is the lower half of the words of a head: as tight under it as lines of one cell are."""
    return may_be_head(line) and line.base - head.base <= 1.5 * line.size and not begins_row(line)


def leaves_of(head: Sequence[Line]) -> list[Leaf]:
    """The words of a head that have nothing under them in it and stand over no gap between such words."""
    leaves: list[Leaf] = []
    for line in reversed(head):
        found = columns_of([leaf.segment for leaf in leaves]).ends
        for segment in line.segments:
            if _is_leaf(segment, found, line.size):
                leaves.append(Leaf(segment, line.base))
            else:
                leaves = _widened(leaves, segment, line)
    return leaves


def _widened(leaves: Sequence[Leaf], upper: Segment, line: Line) -> list[Leaf]:
    """The words, the one that goes on from a line close above as wide as both its lines."""
    under = [leaf for leaf in leaves if leaf.segment.left < upper.right and upper.left < leaf.segment.right]
    if len(under) != 1 or under[0].base - line.base > _WRAPPED_HEAD * line.size:
        return list(leaves)
    (word,) = under
    left, right = min(word.segment.left, upper.left), max(word.segment.right, upper.right)
    wide = Leaf(Segment(upper.text + word.segment.text, left, right), word.base)
    return [wide if leaf is word else leaf for leaf in leaves]


def _is_leaf(segment: Segment, leaves: Sequence[tuple[float, float]], size: float) -> bool:
    if any(left < segment.right and segment.left < right for left, right in leaves):
        return False
    before = max((right for _, right in leaves if right <= segment.left), default=None)
    after = min((left for left, _ in leaves if left >= segment.right), default=None)
    tight = before is not None and after is not None and after - before < segment.right - segment.left + 2 * size
    return not tight
