"""Reads an OFD file back by the standard alone, knowing nothing of how ours are laid out."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree

OFD = {"o": "http://www.ofdspec.org/2016"}
FACTS = "https://mingzhang.invalid/facts/1"


@dataclass(frozen=True)
class Text:
    """A text object: its identifier, place, type and characters with the place of each."""

    id: str
    font: str
    size: float
    text: str
    xs: tuple[float, ...]
    y: float
    colour: str


@dataclass(frozen=True)
class Printed:
    """A figure as the file states it: exact value, unit, and the words of each object that prints it."""

    value: int
    unit: str
    words: tuple[str, ...]


class OfdFile:
    """An opened OFD file."""

    def __init__(self, data: bytes) -> None:
        self.zip = ZipFile(BytesIO(data))
        entry = self.tree("OFD.xml")
        self.root = entry.findtext(".//o:DocRoot", namespaces=OFD) or ""
        self.folder = self.root.rsplit("/", 1)[0] + "/"
        self.document = self.tree(self.root)
        listing = self.document.findall("o:Pages/o:Page", OFD)
        self.pages: dict[str, Any] = {
            page.get("ID", ""): self.tree(self.folder + page.get("BaseLoc", "")) for page in listing
        }

    def tree(self, name: str) -> Any:
        return etree.fromstring(self.zip.read(name))

    def resources(self, part: str) -> Any:
        return self.tree(self.folder + (self.document.findtext(f".//o:{part}", namespaces=OFD) or ""))

    def texts(self, page: etree._Element) -> list[Text]:
        return [_text(each) for each in page.iterfind(".//o:TextObject", OFD)]

    def box(self, page: etree._Element) -> tuple[float, ...]:
        return tuple(map(float, (page.findtext(".//o:PhysicalBox", namespaces=OFD) or "").split()))

    def facts(self) -> dict[str, Printed]:
        """The figures that the file's own marks name, with the words they point to."""
        listing = self.tree(self.folder + "CustomTags/CustomTags.xml")
        file = listing.findtext(f"o:CustomTag[@NameSpace='{FACTS}']/o:FileLoc", namespaces=OFD)
        words = {text.id: text.text for page in self.pages.values() for text in self.texts(page)}
        found = {}
        for fact in self.tree(f"{self.folder}CustomTags/{file}").iterfind(f"{{{FACTS}}}Fact"):
            refs = fact.findall("o:ObjectRef", OFD)
            assert all(ref.get("PageRef") in self.pages for ref in refs)
            shown = tuple(words[ref.text or ""] for ref in refs)
            found[fact.get("Address", "")] = Printed(int(fact.get("Value", "")), fact.get("Unit", ""), shown)
        return found


def _text(element: etree._Element) -> Text:
    x, y, *_ = map(float, element.get("Boundary", "").split())
    code = element.find("o:TextCode", OFD)
    assert code is not None
    colour = element.find("o:FillColor", OFD)
    xs = [x + float(code.get("X", "0"))]
    for step in _steps(code.get("DeltaX", "")):
        xs.append(xs[-1] + step)
    return Text(
        element.get("ID", ""),
        element.get("Font", ""),
        float(element.get("Size", "")),
        code.text or "",
        tuple(xs),
        y + float(code.get("Y", "0")),
        colour.get("Value", "0 0 0") if colour is not None else "0 0 0",
    )


def _steps(deltas: str) -> list[float]:
    """The steps of DeltaX, `g count step` written out."""
    words, steps = iter(deltas.split()), []
    for word in words:
        if word == "g":
            times = int(next(words))
            steps += [float(next(words))] * times
        else:
            steps.append(float(word))
    return steps
