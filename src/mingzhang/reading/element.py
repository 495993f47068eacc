"""Element 元素: parts of an XML tree by their local names, since one vocabulary comes in several namespaces."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

Element = etree._Element

_FALSE: Final = frozenset(("0", "false", "off", "none"))


def tag(element: Element) -> str:
    """The local name of an element; comments and instructions have none that means anything."""
    return str(element.tag).rpartition("}")[2]


def child(element: Element | None, *names: str) -> Element | None:
    """The element down a path of names; None where the path breaks off."""
    for name in names:
        if element is None:
            return None
        element = next((each for each in element if tag(each) == name), None)
    return element


def children(element: Element, name: str) -> Iterator[Element]:
    """The elements of a name right below."""
    return (each for each in element if tag(each) == name)


def attribute(element: Element | None, name: str = "val") -> str:
    """An attribute of any namespace by its local name; empty when there is none."""
    if element is None:
        return ""
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name), "")


def value(element: Element | None, *names: str) -> str:
    """The `val` of the element down a path."""
    return attribute(child(element, *names))


def number(text: str, otherwise: int = 0) -> int:
    """A whole number; anything else counts as `otherwise`."""
    return int(text) if text.lstrip("-").isdecimal() and text.isascii() and len(text) < 10 else otherwise


def is_on(element: Element | None, *names: str) -> bool:
    """Whether a switch down a path is there and not turned off."""
    found = child(element, *names)
    return found is not None and attribute(found).lower() not in _FALSE
