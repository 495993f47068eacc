"""Spacing 间隔: where a gap between two characters is a space, where a table's gap, and where only letter-spacing."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from operator import sub
from statistics import median
from typing import Final, NamedTuple

from mingzhang.reading.pdf.runs import Run

WIDE: Final = 1.2
"""Times the size: a gap that parts what stands on a line as columns or tabs do."""
NARROW: Final = 0.3
"""Times the size: a gap that may part columns of a table drawn without lines; between words it is less."""
_HAIR: Final = 0.06
"""Times the size: a gap between a figure and a word that parts columns so close."""
_WORD: Final = 0.18
"""Times the size: a gap between words of Latin letters or digits."""
_CLAUSE: Final = 0.22
"""Times the size: a gap between Chinese characters that somebody typed."""
_ENOUGH: Final = 4
_SPACED: Final = 1.0
"""Times the size: letter-spacing is less than that."""
_LEADERS: Final = frozenset(".·…_-")
_STOPS: Final = frozenset("，。；：、！？（）《》“”")
"""Punctuation, which often stands on one side of its square only."""


class Segment(NamedTuple):
    """A piece of a line without a wide gap in it."""

    text: str
    left: float
    right: float


def segments_of(run: Run, wide: float = WIDE) -> tuple[Segment, ...]:
    """The pieces of a line, parted by gaps of so many sizes."""
    if run.gap >= (_WORD if wide >= WIDE else _HAIR) * run.rows[0][1]:
        return tuple(_pieces(run, wide))
    return (Segment(run.text, run.starts[0], max(run.ends[-1], run.ends[0])),)


def _pieces(run: Run, wide: float) -> Iterator[Segment]:
    """The pieces of a line in which there are gaps."""
    text, starts = run.text, run.starts
    reached = list(accumulate(run.ends, max))
    usual = _usual(run)
    gaps = [
        (start - end) / size - usual for start, end, (_, size) in zip(starts[1:], reached, run.rows[1:], strict=False)
    ]
    least = _WORD if wide >= WIDE else _HAIR
    words: list[str] = []
    begun = first = 0
    for place, gap in enumerate(gaps, 1):
        if gap < least:
            continue
        before, letter = text[place - 1], text[place]
        if gap >= wide or (wide < WIDE and _is_figure(before) != _is_figure(letter)):
            yield Segment(_said([*words, text[begun:place]]), starts[first], reached[place - 1])
            words, begun, first = [], place, place
        elif gap >= _least(before, letter):
            words.append(text[begun:place])
            begun = place
    yield Segment(_said([*words, text[begun:]]), starts[first], reached[-1])


def _is_figure(letter: str) -> bool:
    return letter in "0123456789.,-"


def _usual(run: Run) -> float:
    """The letter-spacing of a line in sizes: the gap most of its characters have; none where it parts columns."""
    if len(run.text) < _ENOUGH:
        return 0.0
    usual = median(map(sub, run.starts[1:], run.ends)) / run.rows[0][1]
    return usual if 0 < usual < _SPACED else 0.0


def _least(one: str, other: str) -> float:
    """The least gap, in sizes, that is a space between these two characters."""
    if one == other and one in _LEADERS:
        return WIDE
    if is_chinese(one):
        return _CLAUSE if is_chinese(other) and one not in _STOPS and other not in _STOPS else WIDE
    return WIDE if is_chinese(other) else _WORD


def is_chinese(letter: str) -> bool:
    """Whether a character stands in a square of its own, as Chinese characters and their punctuation do."""
    return letter >= "\u2010"


def _said(words: Sequence[str]) -> str:
    """The words with spaces between them; characters set apart one by one are one word."""
    apart = len(words) > 2 and all(len(word) == 1 for word in words)
    text = words[0]
    for before, word in pairwise(words):
        letter_spaced = (len(before) == 1 or len(word) == 1) and (apart or is_chinese(word[0]))
        text += word if letter_spaced else f" {word}"
    return text


def spelled(segments: Sequence[Segment]) -> str:
    """The pieces of a line as one text: wide gaps as two spaces, single characters set wide apart as one word."""
    if len(segments) == 1:
        return segments[0].text
    if all(len(segment.text) == 1 and is_chinese(segment.text) for segment in segments):
        return "".join(segment.text for segment in segments)
    return "  ".join(segment.text for segment in segments)
