"""Spans 跨度: how far cells reach and how wide columns are, as a page says in its attributes."""

import re
from typing import Final

from selectolax.lexbor import LexborNode

LEAST: Final = 3
"""Pixels: in a narrower column no letter stands."""
_PIXELS: Final = re.compile(r"^(\d{1,5})(?:px)?;|(?<![-\w])width:\s*(\d{1,5})(?:\.\d+)?px")


def span_of(node: LexborNode, name: str) -> int:
    """How far a cell says it reaches; 0 is written for to the end."""
    text = (node.attributes.get(name) or "1").strip()
    return int(text) if text.isdecimal() and text.isascii() and len(text) < 7 else 1


def width_of_column(node: LexborNode) -> int:
    """How wide a column says it is in pixels; wide when it does not say."""
    said = _PIXELS.search((node.attributes.get("width") or "") + ";" + (node.attributes.get("style") or ""))
    return int(said[1] or said[2]) if said else LEAST
