"""Columns 对齐: words in aligned columns on a terminal, where a Chinese character takes two places."""

import unicodedata
from collections.abc import Iterable, Sequence


def aligned(rows: Sequence[Sequence[str]], limits: Sequence[int]) -> list[str]:
    """The rows as lines; each column as wide as its widest cell, but not wider than its limit."""
    clean = [[_plain(cell) for cell in row] for row in rows]
    widths = [
        min(limit, max(map(width, column))) for limit, column in zip(limits, zip(*clean, strict=True), strict=True)
    ]
    return ["  ".join(fitted(cell, w) for cell, w in zip(row, widths, strict=True)).rstrip() for row in clean]


def width(text: str) -> int:
    """Places on a terminal."""
    return sum(_places(char) for char in text)


def fitted(text: str, room: int) -> str:
    """The text cut or padded to so many places."""
    if width(text) <= room:
        return text + " " * (room - width(text))
    kept = _cut(text, room - 2)
    return kept + "…" + " " * (room - width(kept) - width("…"))


def _plain(text: str) -> str:
    """One line without control characters."""
    return "".join(" " if unicodedata.category(char).startswith("C") else char for char in text)


def _places(char: str) -> int:
    return 2 if unicodedata.east_asian_width(char) in "WF" or "·" <= char <= "※" else 1


def _cut(text: Iterable[str], room: int) -> str:
    kept, used = [], 0
    for char in text:
        used += _places(char)
        if used > room:
            break
        kept.append(char)
    return "".join(kept)
