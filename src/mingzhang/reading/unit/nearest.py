"""Nearest 相近的名称: what a name that nothing knows was probably meant to be."""

import difflib
from collections.abc import Collection
from typing import Final

_MOST: Final = 2_000
_LISTED: Final = 8
_LONGEST: Final = 80
_LIKE: Final = 0.5
"""One of two letters right is like enough: 制咔 for 制卡."""


def nearest(name: str, known: Collection[str]) -> str | None:
    """The known name most like it; None when none is like it."""
    if len(known) > _MOST or len(name) > _LONGEST:
        return None
    return next(iter(difflib.get_close_matches(name, known, 1, _LIKE)), None)


def near(name: str, known: Collection[str], none: str = "先把它加上") -> str:
    """How to mend a name that nothing knows: the nearest one, or those there are; `none` when there are none."""
    if not known:
        return none
    close = nearest(name, known)
    if close:
        return f"是否应为“{close}”？"
    names = list(known)
    return f"现有：{'、'.join(names[:_LISTED])}{'……' if len(names) > _LISTED else ''}"
