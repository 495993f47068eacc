"""Word 文档锚点: the bookmarks of our Word file, and the list in it that says which bookmark is which figure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from mingzhang.disclosure.fact import Facts
from mingzhang.disclosure.position import Position
from mingzhang.reading.element import Element, attribute, tag
from mingzhang.reading.own.anchored import Anchored, facts_of, unit_named, unit_of
from mingzhang.reading.package import Package
from mingzhang.terms.unit import WAN, Unit

NAMESPACE: Final = "urn:mingzhang:facts:1"
_DIGITS: Final = re.compile(r"-?\d{1,20}(?:\.\d{1,12})?")


@dataclass(frozen=True, slots=True)
class _Listed:
    """What the list says of a bookmark: its figure, and of a figure outside the statements its exact value and unit."""

    address: str
    value: str
    unit: Unit | None

    def anchored(self, printed: str, unit: Unit, position: Position) -> Anchored:
        """The figure as it stands in the document; its exact value only where the document still prints that."""
        if self.unit is None:
            return Anchored(self.address, position, unit, printed=printed)
        digits = _DIGITS.search(printed.replace(",", ""))
        if digits and self.value.lstrip("-").isdigit() and _prints(Decimal(digits[0]), int(self.value), self.unit):
            return Anchored(self.address, position, self.unit, self.value)
        return Anchored(self.address, position, self.unit, printed=digits[0] if digits else "")


def _prints(printed: Decimal, value: int, unit: Unit) -> bool:
    """Whether printed digits are the value, rounded to as many places."""
    exact = Decimal(value) / unit.scale
    return exact.quantize(printed, ROUND_HALF_UP) == printed


def exact_of(package: Package, document: Element) -> Facts | None:
    """The figures as printed inside their bookmarks; None for a document of anyone else."""
    names = dict(_listed(package))
    return facts_of(_anchored(document, names, package.file)) if names else None


def _listed(package: Package) -> Iterator[tuple[str, _Listed]]:
    for name in package.names():
        if name.startswith("customXml/item") and name.endswith(".xml") and "Props" not in name:
            root = package.xml(name)
            if root is not None and str(root.tag) == f"{{{NAMESPACE}}}facts":
                yield from ((attribute(fact, "bookmark"), _one(fact)) for fact in root)


def _one(fact: Element) -> _Listed:
    value = attribute(fact, "value")
    own = unit_of(attribute(fact, "unit"), attribute(fact, "scale"), attribute(fact, "decimals")) if value else None
    return _Listed(attribute(fact, "address"), value, own)


def _anchored(document: Element, names: Mapping[str, _Listed], file: str) -> Iterator[Anchored]:
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
                yield names[name].anchored("".join(words), unit, Position(file, cell=name))
