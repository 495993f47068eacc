"""Guard 网页检查: pages whose tree would grow out of all proportion, found out before the tree is built.

The parser follows the HTML standard, and with it two ways to blow up: elements nested a hundred thousand deep, which
cost the square of their depth, and formatting that was never closed, which is made anew in every block that follows.
"""

import re
from collections import Counter
from typing import Final

from mingzhang.reading.refusal import Refused

_MOST_BYTES: Final = 64 << 20
_MOST_TAGS: Final = 400_000
_MOST_DEPTH: Final = 3_000
_MOST_COPIES: Final = 4_000_000
_ALIKE: Final = 3
"""Formatting elements alike in everything are repeated at most three times (the standard's Noah's Ark clause)."""

_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)([^<>]*)>")
_FORMATTING: Final = frozenset(
    ("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u")
)
_OPEN_ENDED: Final = frozenset(
    (
        "p", "li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "tfoot", "colgroup", "option", "optgroup", "rp",
        "rt",
    )
)  # fmt: skip
_VOID: Final = frozenset(
    (
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link",
        "meta", "param", "source", "track", "wbr",
    )
)  # fmt: skip
_MEND: Final = "在浏览器中打开后另存，或打印为 PDF"


def check(text: str, file: str) -> None:
    """Refused for a page that is too long, nested too deep, or would multiply."""
    if len(text) > _MOST_BYTES or text.count("<") > _MOST_TAGS:
        raise Refused(file, "网页异常地长，没有打开", _MEND)
    depth, blocks = 0, 0
    waiting: dict[str, list[str]] = {}
    alike: Counter[str] = Counter()
    copies = 0
    for found in _TAG.finditer(text):
        closing, rest = found[1], found[3]
        name = found[2].lower()
        if name in _FORMATTING:
            _format(waiting.setdefault(name, []), alike, name + rest, closing=bool(closing))
        elif closing:
            depth = max(0, depth - (name not in _OPEN_ENDED))
        elif name not in _VOID and not rest.endswith("/"):
            depth += name not in _OPEN_ENDED
            blocks += 1
            copies += len(alike)
        if depth > _MOST_DEPTH or copies > _MOST_COPIES:
            raise Refused(file, "网页的嵌套异常地深，没有打开", _MEND)


def _format(waiting: list[str], alike: Counter[str], mark: str, *, closing: bool) -> None:
    if not closing:
        waiting.append(mark)
        alike[mark] += 1
    elif waiting:
        last = waiting.pop()
        alike[last] -= 1
        if not alike[last]:
            del alike[last]
