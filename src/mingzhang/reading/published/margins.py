"""Margins 版心: where the text of a document's pages begins and ends, told by its own full lines.

A reader measures lines from the outermost thing on a page, which may be a page number or the address of a web page.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from mingzhang.reading.transcript import Item, TextLine

_LONG: Final = 18
_SHARE: Final = 10
"""One in so many long lines begins, or ends, where the text does."""
_STOPS: Final = "。；：！？;:!?"
_RAGGED: Final = 2
_MANY: Final = 12
_INSET: Final = 3
"""So far from the edge a line in the middle begins; one of full length is in the middle by chance."""


def unwrapped(items: Sequence[Item]) -> list[Item]:
    """The items with what a format calls paragraphs taken for lines, where nearly all long ones are as long and open.

    A page that was made from a printed one keeps its lines as paragraphs.
    """
    long = [item for item in items if isinstance(item, TextLine) and item.whole and len(item.text) >= _LONG]
    widths = Counter(len(line.text) for line in long if line.text[-1] not in _STOPS)
    full = max(widths, key=lambda width: widths[width], default=0)
    broken = sum(count for width, count in widths.items() if abs(width - full) <= _RAGGED)
    longest = sum(len(line.text) > full + _RAGGED for line in long)
    if broken < _MANY or broken * 2 < len(long) or longest * _SHARE > len(long):
        return list(items)
    return [
        _line(item, full) if isinstance(item, TextLine) and item.whole and not item.level else item for item in items
    ]


def _line(line: TextLine, full: int) -> TextLine:
    return replace(line, whole=False, room=max(0, full - len(line.text)))


def within_margins(items: Sequence[Item]) -> list[Item]:
    """The items with the lines of pages measured from the edges of the text."""
    long = [item for item in items if isinstance(item, TextLine) and _is_measured(item) and len(item.text) >= _LONG]
    left, right = _edge(line.indent for line in long), _edge(line.room for line in long)
    return [_moved(item, left, right) if isinstance(item, TextLine) and _is_measured(item) else item for item in items]


def _is_measured(line: TextLine) -> bool:
    return line.position.page is not None and not line.whole


def _edge(distances: Iterable[int]) -> int:
    """The smallest distance that is no exception."""
    counts = Counter(distances)
    total = sum(counts.values())
    return min((distance for distance, count in counts.items() if count * _SHARE >= total), default=0)


def _moved(line: TextLine, left: int, right: int) -> TextLine:
    indent, room = max(0, line.indent - left), max(0, line.room - right)
    centred = line.centred and indent >= _INSET
    if (indent, room, centred) == (line.indent, line.room, line.centred):
        return line
    return replace(line, indent=indent, room=room, centred=centred)
