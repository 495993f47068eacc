"""Styles 样式: what a paragraph is by the style it has, what that is based on included."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from mingzhang.reading.element import Element, attribute, child, children, is_on, number, value

_HEADING: Final = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_MOST_STEPS: Final = 20
BODY: Final = 9
"""The outline level that Word writes for running text."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says itself: None and empty for what it leaves to the one it is based on."""

    base: str = ""
    level: int | None = None
    list_id: str = ""
    list_level: int | None = None
    centred: bool | None = None
    size: int = 0
    hidden: bool | None = None


class Styles:
    """The styles of a document by their identifiers."""

    def __init__(self, root: Element | None) -> None:
        """Read the part styles.xml, or nothing."""
        found = [] if root is None else list(children(root, "style"))
        self._styles: Mapping[str, Style] = {attribute(each, "styleId"): _style(each) for each in found}
        self._default = next(
            (attribute(s, "styleId") for s in found if attribute(s, "type") == "paragraph" and _is_default(s)), ""
        )
        size = value(root, "docDefaults", "rPrDefault", "rPr", "sz")
        self._size = number(size, 20)

    def of(self, name: str) -> Style:
        """A style with everything it inherits."""
        chain = self._chain(name or self._default)
        return Style(
            "",
            next((style.level for style in chain if style.level is not None), None),
            next((style.list_id for style in chain if style.list_id), ""),
            next((style.list_level for style in chain if style.list_level is not None), None),
            next((style.centred for style in chain if style.centred is not None), None),
            next((style.size for style in chain if style.size), self._size),
            next((style.hidden for style in chain if style.hidden is not None), None),
        )

    def _chain(self, name: str) -> list[Style]:
        chain: list[Style] = []
        while name in self._styles and len(chain) < _MOST_STEPS:
            chain.append(self._styles[name])
            name = chain[-1].base
        return chain


def _is_default(style: Element) -> bool:
    return attribute(style, "default").lower() in ("1", "true", "on")


def _style(element: Element) -> Style:
    paragraph, run = child(element, "pPr"), child(element, "rPr")
    level = value(paragraph, "outlineLvl")
    named = _HEADING.match(value(element, "name"))
    outline = number(level, BODY) if level else int(named[1]) - 1 if named else None
    listed = value(paragraph, "numPr", "ilvl")
    align = value(paragraph, "jc")
    return Style(
        value(element, "basedOn"),
        outline,
        value(paragraph, "numPr", "numId"),
        number(listed) if listed else None,
        align == "center" if align else None,
        number(value(run, "sz")),
        is_on(run, "vanish") if child(run, "vanish") is not None else None,
    )
