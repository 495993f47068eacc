"""Faults as a table on the terminal: what is wrong, where, and how to mend it, on any console."""

import unicodedata
from collections.abc import Iterable, Sequence

from mingzhang.books.fault import Fault

_HEAD = ("位置", "栏目", "值", "问题", "怎样改")
_LIMITS = (34, 14, 24, 30, 60)
_MOST = 30


def render(faults: Sequence[Fault], most: int = _MOST) -> str:
    """The first faults as aligned columns, then how many more there are."""
    rows = [_HEAD, *(_row(fault) for fault in faults[:most])]
    widths = [
        min(limit, max(map(_width, column))) for limit, column in zip(_LIMITS, zip(*rows, strict=True), strict=True)
    ]
    lines = ["  ".join(_fitted(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    rule = "─" * (sum(widths) // 2 + len(widths))
    rest = len(faults) - most
    more = [f"……其余 {rest} 处见差错清单"] if rest > 0 else []
    if any("…" in line for line in lines):
        more.append("写不下的用“…”略去，全文见差错清单")
    return "\n".join([lines[0], rule, *lines[1:], *more])


def _row(fault: Fault) -> tuple[str, ...]:
    where = f"{fault.file} {fault.place}".strip()
    return tuple(_plain(text) for text in (where, fault.column, fault.value, fault.message, fault.mend))


def _plain(text: str) -> str:
    """One line without control characters."""
    return "".join(" " if unicodedata.category(char).startswith("C") else char for char in text)


def _width(text: str) -> int:
    """Columns on a terminal: a Chinese character takes two."""
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    return 2 if unicodedata.east_asian_width(char) in "WF" or "·" <= char <= "※" else 1


def _fitted(text: str, width: int) -> str:
    """The text cut or padded to a width."""
    if _width(text) <= width:
        return text + " " * (width - _width(text))
    kept = _cut(text, width - 2)
    return kept + "…" + " " * (width - _width(kept) - _width("…"))


def _cut(text: Iterable[str], width: int) -> str:
    kept, used = [], 0
    for char in text:
        used += _columns(char)
        if used > width:
            break
        kept.append(char)
    return "".join(kept)
