"""Tags 版式文件锚点: the list of figures among the custom tags of our OFD file."""

import posixpath
from collections.abc import Iterator
from typing import Final

from mingzhang.disclosure.fact import Facts
from mingzhang.disclosure.position import Position
from mingzhang.reading.element import Element, attribute, tag
from mingzhang.reading.own.anchored import Anchored, facts_of, unit_of
from mingzhang.reading.package import Package

NAMESPACE: Final = "https://mingzhang.invalid/facts/1"


def exact_of(package: Package) -> Facts | None:
    """The exact figures of an OFD file of ours; None for anyone else's."""
    return facts_of(each for root in _listings(package) for each in _anchored(root, package.file))


def _listings(package: Package) -> Iterator[Element]:
    for name in package.names():
        if posixpath.basename(name) != "CustomTags.xml":
            continue
        root = package.xml(name)
        for element in root if root is not None else ():
            if attribute(element, "NameSpace") == NAMESPACE:
                for place in (each.text or "" for each in element if tag(each) == "FileLoc"):
                    listing = package.xml(posixpath.join(posixpath.dirname(name), place.strip()))
                    if listing is not None:
                        yield listing


def _anchored(root: Element, file: str) -> Iterator[Anchored]:
    for fact in root:
        position = Position(file, cell=attribute(fact, "Address"))
        unit = unit_of(attribute(fact, "Unit"), attribute(fact, "Scale"), attribute(fact, "Decimals"))
        yield Anchored(attribute(fact, "Address"), position, unit, attribute(fact, "Value"))
