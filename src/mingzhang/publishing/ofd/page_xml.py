"""Page content 页内容: marks as the XML of GB/T 33190-2016."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count, groupby

from lxml import etree

from mingzhang.disclosure.address import Address
from mingzhang.publishing.ofd.face import Face
from mingzhang.publishing.ofd.mark import Glyphs, Page, Picture, Rule
from mingzhang.publishing.printable import clean

NAMESPACE = "http://www.ofdspec.org/2016"
HAIR = "0.176"
"""Half a point."""


def tag(name: str) -> str:
    """An element's name in the namespace of the standard."""
    return f"{{{NAMESPACE}}}{name}"


def root(name: str) -> etree._Element:
    """A new tree."""
    return etree.Element(tag(name), nsmap={"ofd": NAMESPACE})


def child(parent: etree._Element, name: str, text: str = "", **attributes: str | int) -> etree._Element:
    """A new element under another."""
    made = etree.SubElement(parent, tag(name), {key: clean(str(value)) for key, value in attributes.items()})
    if text:
        made.text = clean(text)
    return made


def mm(value: float) -> str:
    """A length with at most three decimals."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


@dataclass
class Numbers:
    """The identifiers of one document, given out in order, and where each figure stands: page and object."""

    ids: Iterator[int] = field(default_factory=lambda: count(1))
    last: int = 0
    anchors: dict[Address, list[tuple[int, int]]] = field(default_factory=dict)

    def new(self) -> int:
        """The next identifier."""
        self.last = next(self.ids)
        return self.last


def page_xml(
    page: Page, name: int, fonts: Mapping[Face, int], pictures: Mapping[int, int], numbers: Numbers
) -> etree._Element:
    """The content of one page; `name` is the page's own identifier."""
    made = root("Page")
    child(child(made, "Area"), "PhysicalBox", f"0 0 {mm(page.paper.width)} {mm(page.paper.height)}")
    layer = child(child(made, "Content"), "Layer", Type="Body", ID=numbers.new())
    for rule in merged(mark for mark in page.marks if isinstance(mark, Rule)):
        _rule(layer, rule, numbers)
    for mark in page.marks:
        if isinstance(mark, Picture):
            _picture(layer, mark, pictures[mark.number], numbers)
        elif isinstance(mark, Glyphs) and mark.text:
            own = _text(layer, mark, fonts[mark.face], numbers)
            for address in mark.states:
                numbers.anchors.setdefault(address, []).append((name, own))
    return made


def _text(layer: etree._Element, mark: Glyphs, font: int, numbers: Numbers) -> int:
    own = numbers.new()
    width, top = sum(mark.advances) + mark.size, mark.y - mark.size
    box = f"{mm(mark.x)} {mm(top)} {mm(width)} {mm(mark.size * 1.3)}"
    made = child(layer, "TextObject", ID=own, Boundary=box, Font=font, Size=mm(mark.size))
    if mark.grey:
        child(made, "FillColor", Value="85 99 110")
    code = child(made, "TextCode", mark.text, X="0", Y=mm(mark.y - top))
    if mark.advances:
        code.set("DeltaX", _deltas(mark.advances))
    return own


def _deltas(advances: tuple[float, ...]) -> str:
    """The steps from letter to letter; runs of equal ones are written `g count step`."""
    parts = []
    for step, run in groupby(map(mm, advances)):
        times = len(list(run))
        parts += ["g", str(times), step] if times > 2 else [step] * times
    return " ".join(parts)


def _rule(layer: etree._Element, rule: Rule, numbers: Numbers) -> None:
    width, height = rule.x2 - rule.x1, rule.y2 - rule.y1
    box = f"{mm(rule.x1)} {mm(rule.y1)} {mm(max(width, 0.2))} {mm(max(height, 0.2))}"
    made = child(layer, "PathObject", ID=numbers.new(), Boundary=box, LineWidth=HAIR)
    child(made, "AbbreviatedData", f"M 0 0 L {mm(width)} {mm(height)}")


def _picture(layer: etree._Element, mark: Picture, resource: int, numbers: Numbers) -> None:
    box = f"{mm(mark.x)} {mm(mark.y)} {mm(mark.width)} {mm(mark.height)}"
    child(
        layer,
        "ImageObject",
        ID=numbers.new(),
        Name=mark.alternative,
        Boundary=box,
        CTM=f"{mm(mark.width)} 0 0 {mm(mark.height)} 0 0",
        ResourceID=resource,
    )


def merged(rules: Iterable[Rule]) -> Iterator[Rule]:
    """The same lines, each drawn once: what lies end to end on one line is joined."""
    flat: dict[tuple[bool, str], list[tuple[float, float]]] = {}
    for rule in rules:
        level = rule.y1 == rule.y2
        place = (level, mm(rule.y1 if level else rule.x1))
        flat.setdefault(place, []).append((rule.x1, rule.x2) if level else (rule.y1, rule.y2))
    for (level, at), pieces in sorted(flat.items()):
        for start, end in _joined(sorted(pieces)):
            yield Rule(start, float(at), end, float(at)) if level else Rule(float(at), start, float(at), end)


def _joined(pieces: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    start, end = pieces[0]
    for a, b in pieces[1:]:
        if a > end + 0.01:
            yield start, end
            start, end = a, b
        end = max(end, b)
    yield start, end
