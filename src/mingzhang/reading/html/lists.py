"""Lists 列表: the numbers that a browser puts before the items of a list, which stand nowhere in its text."""

import re
from dataclasses import dataclass, field
from typing import Final

from selectolax.lexbor import LexborNode

from mingzhang.reading.counting import counted

_BARE: Final = re.compile(r"list-style[^;]*\bnone\b")
_FORMS: Final = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


@dataclass
class Lists:
    """The lists that are open, each with how it counts and how far it has come; bullets count nothing."""

    _open: list[tuple[str, int]] = field(default_factory=list)

    def open(self, node: LexborNode) -> None:
        """Begin the list of a node."""
        start = node.attributes.get("start") or ""
        first = int(start) - 1 if start.isdecimal() and len(start) < 6 else 0
        self._open.append(("none" if node.tag == "ul" else _form(node), first))

    def close(self) -> None:
        """End the innermost list."""
        if self._open:
            self._open.pop()

    def mark(self) -> str:
        """What stands before the next item."""
        if not self._open:
            return ""
        form, count = self._open[-1]
        self._open[-1] = form, count + 1
        mark = counted(count + 1, form)
        return f"{mark}、" if form == "chineseCounting" else f"{mark}. " if mark else ""


def _form(node: LexborNode) -> str:
    style = node.attributes.get("style") or ""
    if _BARE.search(style) or (node.attributes.get("type") or "") == "none":
        return "none"
    if "cjk-ideographic" in style or "simp-chinese" in style:
        return "chineseCounting"
    return _FORMS.get(node.attributes.get("type") or "", "decimal")
