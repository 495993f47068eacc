"""Wrap 换行: which lines of a plain text are whole paragraphs, and which go on on the next line."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

_STOPS: Final = "。；：！？…:;!?.”）)】》"
_WITHIN: Final = re.compile("[，,、。；]")
_BEGINS: Final = re.compile(
    r"第[一二三四五六七八九十百]+[部分章节条]|[（(]?[一二三四五六七八九十百]{1,4}[、，.．）)]|[（(]\d{1,2}[）)]|"
    r"\d{1,2}\s*[、.．）)]\s*(?!\d)|[①-⑳]|附[件表：:]|[表图注]\s*\d*\s*[:：]|(?:备注|说明)\s*[:：]|[^，。；]{1,12}[:：]"
)
_ORDINAL: Final = re.compile(r"第[一二三四五六七八九十]+部分|[（(]?[一二三四五六七八九十]{1,3}[、）)]")
_FEW: Final = 8
_LEAST: Final = 30
_MOST: Final = 200


def width_of(text: str) -> int:
    """How wide a text is in half-width places."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def indent_of(text: str) -> int:
    """How far a text is indented, in whole characters."""
    return width_of(text[: len(text) - len(text.lstrip())].replace("\t", "　　")) // 2


def wrap_width(texts: Sequence[str]) -> int:
    """The width a text was broken to by hand; 0 when its lines are paragraphs."""
    widths = sorted(width_of(text.rstrip()) for text in texts if text.strip())
    if len(widths) < _FEW:
        return 0
    edge = widths[-max(1, len(widths) // 20)]
    long = [width for width in widths if width * 2 > edge]
    full = sum(edge - 8 <= width <= edge + 4 for width in long)
    return edge if _LEAST <= edge <= _MOST and full >= _FEW and full * 10 >= len(long) * 6 else 0


def goes_on(text: str, following: str, wrap: int, *, hard: bool = False) -> bool:
    """Whether the paragraph of a line goes on on the following one; `hard` after an explicit break within one."""
    end, start = text.rstrip(), following.strip()
    if not end or not start or indent_of(following) or _BEGINS.match(start):
        return hard and bool(start) and len(start) <= 3
    if wrap and width_of(end) >= wrap - 8:
        return True
    if end[-1] in _STOPS:
        return False
    return hard or (_WITHIN.search(end) is not None and _WITHIN.search(start) is not None and len(end) >= 12)


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text with line breaks in it: a break within a sentence or a title parts nothing."""
    found: list[str] = []
    for line in filter(str.strip, text.split("\n")):
        if found and not _parts(found[-1], line):
            found[-1] = f"{found[-1]} {line.strip()}"
        else:
            found.append(line.strip())
    return found


def _parts(before: str, after: str) -> bool:
    """Whether a line break ends a paragraph: a sentence ends before it, or a heading or an item stands at it."""
    headed = _ORDINAL.match(before) is not None and not _WITHIN.search(before.partition("、")[2])
    return before[-1] in _STOPS or headed or indent_of(after) > 1 or _BEGINS.match(after.strip()) is not None
