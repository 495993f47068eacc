"""Word 文档锚点: the bookmarks of our Word file, and the list in it that says which bookmark is which figure."""

from collections.abc import Iterator, Mapping
from typing import Final

from mingzhang.disclosure.fact import Facts
from mingzhang.disclosure.position import Position
from mingzhang.reading.element import Element, attribute, tag
from mingzhang.reading.own.anchored import Anchored, facts_of, unit_named
from mingzhang.reading.package import Package
from mingzhang.terms.unit import WAN

NAMESPACE: Final = "urn:mingzhang:facts:1"


def exact_of(package: Package, document: Element) -> Facts | None:
    """The figures as printed inside their bookmarks; None for a document of anyone else."""
    names = dict(_listed(package))
    return facts_of(_anchored(document, names, package.file)) if names else None


def _listed(package: Package) -> Iterator[tuple[str, str]]:
    for name in package.names():
        if name.startswith("customXml/item") and name.endswith(".xml") and "Props" not in name:
            root = package.xml(name)
            if root is not None and str(root.tag) == f"{{{NAMESPACE}}}facts":
                yield from ((attribute(fact, "bookmark"), attribute(fact, "address")) for fact in root)


def _anchored(document: Element, names: Mapping[str, str], file: str) -> Iterator[Anchored]:
    unit = WAN
    open_marks: dict[str, tuple[str, list[str]]] = {}
    line: list[str] = []
    for element in document.iter():
        match tag(element):
            case "p":
                unit, line = unit_named("".join(line), unit), []
            case "t":
                line.append(element.text or "")
                for _, words in open_marks.values():
                    words.append(element.text or "")
            case "bookmarkStart" if attribute(element, "name") in names:
                open_marks[attribute(element, "id")] = attribute(element, "name"), []
            case "bookmarkEnd" if attribute(element, "id") in open_marks:
                name, words = open_marks.pop(attribute(element, "id"))
                yield Anchored(names[name], Position(file, cell=name), unit, printed="".join(words))
