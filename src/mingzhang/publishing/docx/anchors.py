"""Anchors 锚点: one bookmark a fact, and the list in the file that says which bookmark is which fact."""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.statement import Statement
from mingzhang.publishing.docx.wml import Element, to_xml, w

NAMESPACE: Final = "urn:mingzhang:facts:1"


def bookmark_name(address: Address) -> str:
    """The name of a fact's bookmark: the same in every document, within Word's 40 characters."""
    digest = hashlib.sha256(str(address).encode()).hexdigest()[:16]
    return f"{address.statement}_{digest}"


class Anchors:
    """The bookmarks of one document: which figures have one, and the numbers they are given."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        """Every figure of the statements; one printed twice has its bookmark where it first stands."""
        self._waiting = dict.fromkeys(a for s in statements for a in s.addresses())
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

    def mark(self, name: str, *content: Element) -> tuple[Element, ...]:
        """The content inside a bookmark."""
        self._number += 1
        start = w("bookmarkStart", id=self._number, name=name)
        return (start, *content, w("bookmarkEnd", id=self._number))

    def listing(self) -> bytes:
        """The part customXml/item1.xml: every bookmark with the address of its fact."""
        root = etree.Element(f"{{{NAMESPACE}}}facts", nsmap={"f": NAMESPACE})
        for address, name in self._names.items():
            etree.SubElement(root, f"{{{NAMESPACE}}}fact", bookmark=name, address=str(address))
        return to_xml(root)


def read_listing(part: bytes) -> Iterator[tuple[str, str]]:
    """The bookmarks and written addresses of a listing."""
    for element in etree.fromstring(part):
        yield str(element.get("bookmark")), str(element.get("address"))
