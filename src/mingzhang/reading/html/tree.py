"""Tree 网页树: walking a page without recursion, and what of it is not to be read."""

import re
from collections.abc import Iterator
from typing import Any, Final

from selectolax.lexbor import LexborNode

_SKIPPED: Final = frozenset(
    (
        "head", "script", "style", "noscript", "template", "title", "nav", "aside", "svg", "math", "canvas", "select",
        "button", "textarea", "iframe", "object", "audio", "video", "map", "rt", "rp", "-comment", "footer", "datalist",
    )
)  # fmt: skip
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)


def steps(root: LexborNode) -> Iterator[tuple[bool, LexborNode]]:
    """Every node below a root twice, going in and coming out, in order; what is not to be read is passed over."""
    node: Any = root.child
    while node is not None:
        if not is_skipped(node):
            yield True, node
            if node.child is not None:
                node = node.child
                continue
            yield False, node
        while node.next is None:
            node = node.parent
            if node is None or node.mem_id == root.mem_id:
                return
            yield False, node
        node = node.next


def is_skipped(node: LexborNode) -> bool:
    """Whether a node is no text of the page: a script, a menu, something hidden."""
    name = node.tag
    if name in _SKIPPED:
        return True
    if name == "-text" or not node.is_element_node:
        return False
    attributes = node.attributes
    return "hidden" in attributes or _HIDDEN.search(attributes.get("style") or "") is not None


def main_of(body: LexborNode) -> LexborNode:
    """The part of a page that holds nearly all of its words: what it calls its main part, or what is left of a shell.

    A shell is left only where what stands beside it is little and has no table.
    """
    called = [node for node in body.css("main, [role=main]") if not is_skipped(node)]
    if len(called) == 1:
        return called[0]
    whole = len(_words(body))
    node = body
    while (inner := _heaviest(node)) is not None and len(_words(inner)) * 10 >= whole * 9:
        if any(each.css_first("table") is not None for each in _elements(node) if each.mem_id != inner.mem_id):
            break
        node = inner
    return node


def _heaviest(node: LexborNode) -> LexborNode | None:
    found = [each for each in _elements(node) if each.tag in ("div", "section", "article", "form", "center")]
    return max(found, key=lambda each: len(_words(each)), default=None)


def _elements(node: LexborNode) -> Iterator[LexborNode]:
    child: Any = node.child
    while child is not None:
        if child.is_element_node and not is_skipped(child):
            yield child
        child = child.next


def _words(node: LexborNode) -> str:
    return "".join(node.text(deep=True, separator="", strip=True).split())
