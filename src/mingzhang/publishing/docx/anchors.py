"""Anchors 锚点: one bookmark a fact, and the list in the file that says which bookmark is which fact."""

import hashlib
from collections.abc import Iterator
from typing import Final

from lxml import etree

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Fact
from mingzhang.publishing.docx.wml import Element, clean, to_xml, w
from mingzhang.publishing.tabular import stated

NAMESPACE: Final = "urn:mingzhang:facts:1"


def bookmark_name(address: Address) -> str:
    """The name of a fact's bookmark: the same in every document, within Word's 40 characters."""
    digest = hashlib.sha256(str(address).encode()).hexdigest()[:16]
    return f"{address.statement}_{digest}"


class Anchors:
    """The bookmarks of one document: which figures have one, and the numbers they are given."""

    def __init__(self, disclosure: Disclosure) -> None:
        """Every figure of the statements, then of other tables; one printed twice has one bookmark, at its first."""
        printed = dict.fromkeys(a for s in disclosure.statements for a in s.addresses())
        others = {a: disclosure.facts[a] for a in stated(disclosure) if a not in printed}
        self._others = others
        self._waiting = printed | dict.fromkeys(others)
        self._names = {address: bookmark_name(address) for address in self._waiting}
        self._number = 0

    def name(self, address: Address) -> str | None:
        """The bookmark of a figure, if the document prints it."""
        return self._names.get(address)

    def around(self, address: Address, *content: Element) -> tuple[Element, ...]:
        """The content inside the figure's bookmark, the first time the figure is printed."""
        if address not in self._waiting:
            return content
        del self._waiting[address]
        return self.mark(self._names[address], *content)

    def first_or_link(self, address: Address, text: str, words: Element) -> tuple[Element, ...]:
        """The words of a figure in a table: inside its bookmark where it belongs there, else leading to it."""
        if address in self._others and address in self._waiting:
            return self.around(address, words)
        name = self._names.get(address)
        return (w("hyperlink", words, anchor=name, history=1),) if name and text else (words,)

    def mark(self, name: str, *content: Element) -> tuple[Element, ...]:
        """The content inside a bookmark."""
        self._number += 1
        start = w("bookmarkStart", id=self._number, name=name)
        return (start, *content, w("bookmarkEnd", id=self._number))

    def listing(self) -> bytes:
        """The part customXml/item1.xml: every bookmark with the address of its fact.

        A statement says in what unit its figures are; those of other tables carry value and unit here.
        """
        root = etree.Element(f"{{{NAMESPACE}}}facts", nsmap={"f": NAMESPACE})
        for address, name in self._names.items():
            more = _exact(self._others[address]) if address in self._others else {}
            etree.SubElement(root, f"{{{NAMESPACE}}}fact", {"bookmark": name, "address": str(address), **more})
        return to_xml(root)


def _exact(fact: Fact) -> dict[str, str]:
    unit = fact.unit
    scale = {"scale": str(unit.scale), "decimals": str(unit.decimals)}
    return {"value": str(fact.value), "unit": clean(unit.name), **scale}


def read_listing(part: bytes) -> Iterator[tuple[str, str]]:
    """The bookmarks and written addresses of a listing."""
    for element in etree.fromstring(part):
        yield str(element.get("bookmark")), str(element.get("address"))
