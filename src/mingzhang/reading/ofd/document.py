"""Document 版式文档: the pages of an OFD package in order, each with the templates under it and the units it uses."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from mingzhang.reading.element import Element, attribute, child, children, tag
from mingzhang.reading.ofd.measure import numbers
from mingzhang.reading.package import Package
from mingzhang.reading.refusal import Refused

MOST_PAGES: Final = 2_000
_BROKEN: Final = "在 OFD 阅读软件中打开后另存，或给出 PDF"
_A4: Final = (0.0, 0.0, 210.0, 297.0)


@dataclass(frozen=True, slots=True)
class PageParts:
    """A page: its box in millimetres (left, top, width, height) and what is drawn on it, from below to above."""

    box: tuple[float, float, float, float]
    contents: tuple[Element, ...]
    units: Mapping[str, Element] = field(default_factory=dict)


def pages(package: Package) -> Iterator[PageParts]:
    """The pages of every document in the package; Refused when it has none or too many."""
    entry = package.xml("OFD.xml")
    roots = [] if entry is None else [each.text or "" for each in entry.iter() if tag(each) == "DocRoot"]
    count = 0
    for root in roots:
        for page in _document(package, root.strip()):
            count += 1
            if count > MOST_PAGES:
                raise Refused(package.file, "文件的页数太多，不是公开文本", _BROKEN)
            yield page
    if not count:
        raise Refused(package.file, "文件里没有页面", _BROKEN)


def _document(package: Package, name: str) -> Iterator[PageParts]:
    root = package.xml(name)
    if root is None:
        raise Refused(package.file, "文件缺少正文", _BROKEN, name)
    folder = posixpath.dirname(name)
    common = child(root, "CommonData")
    box = _box(child(common, "PageArea"), _A4)
    templates = {
        attribute(each, "ID"): attribute(each, "BaseLoc")
        for each in (common if common is not None else ())
        if tag(each) == "TemplatePage"
    }
    units = dict(_units(package, common, folder))
    listing = child(root, "Pages")
    for page in () if listing is None else children(listing, "Page"):
        content = package.xml(_within(folder, attribute(page, "BaseLoc")))
        if content is None:
            yield PageParts(box, ())
        else:
            under = [_within(folder, templates[name]) for name in _templates(content) if name in templates]
            drawn = [package.xml(name) for name in under]
            yield PageParts(_box(child(content, "Area"), box), (*(e for e in drawn if e is not None), content), units)


def _templates(page: Element) -> list[str]:
    """The templates of a page; those that lie above it come with the rest, since nothing is painted here."""
    return [attribute(each, "TemplateID") for each in children(page, "Template")]


def _units(package: Package, common: Element | None, folder: str) -> Iterator[tuple[str, Element]]:
    """The composite graphics that pages refer to, by identifier."""
    for each in common if common is not None else ():
        if tag(each) in ("PublicRes", "DocumentRes"):
            resources = package.xml(_within(folder, (each.text or "").strip()))
            for unit in () if resources is None else resources.iter():
                if tag(unit) == "CompositeGraphicUnit":
                    yield attribute(unit, "ID"), unit


def _box(area: Element | None, otherwise: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """The physical box of a page area."""
    found = child(area, "PhysicalBox")
    values = numbers("" if found is None else found.text or "")
    if len(values) != 4 or not (1 <= values[2] <= 5_000 and 1 <= values[3] <= 5_000):
        return otherwise
    return values[0], values[1], values[2], values[3]


def _within(folder: str, name: str) -> str:
    return name if name.startswith("/") else posixpath.join(folder, name)
