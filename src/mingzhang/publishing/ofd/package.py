"""Package 文件包: the parts of an OFD file by GB/T 33190-2016, in a fixed order with a fixed time."""

import hashlib
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO

from lxml import etree

from mingzhang.disclosure.document import Disclosure
from mingzhang.publishing.day import published_on
from mingzhang.publishing.ofd.face import Face, Faces
from mingzhang.publishing.ofd.layout import Layout
from mingzhang.publishing.ofd.mark import Bookmark, Glyphs, Page
from mingzhang.publishing.ofd.page_xml import Numbers, child, mm, page_xml, root
from mingzhang.terms.unit import Unit, unit_called

FACTS = "https://mingzhang.invalid/facts/1"
"""The namespace of our own marks 自定义标引: which object prints which figure."""

_TIME = (1980, 1, 1, 0, 0, 0)
_DOCUMENT = "Doc_0/"


def package(layout: Layout, pictures: Mapping[int, bytes]) -> bytes:
    """The whole file."""
    numbers = Numbers()
    fonts = {face: numbers.new() for face in Face}
    images = {number: numbers.new() for number in sorted(pictures)}
    names = [numbers.new() for _ in layout.pages]
    pages = [page_xml(page, name, fonts, images, numbers) for page, name in zip(layout.pages, names, strict=True)]
    parts: dict[str, bytes] = {}
    parts[f"{_DOCUMENT}Document.xml"] = _xml(_document(layout, names, numbers))
    parts[f"{_DOCUMENT}PublicRes.xml"] = _xml(_fonts(layout.faces, fonts))
    parts[f"{_DOCUMENT}DocumentRes.xml"] = _xml(_images(images))
    for number, page in enumerate(pages):
        parts[f"{_DOCUMENT}Pages/Page_{number}/Content.xml"] = _xml(page)
    for face, font in fonts.items():
        parts[f"{_DOCUMENT}Res/font_{font}.ttf"] = layout.faces[face].cut(_used(layout.pages, face))
    for number, image in images.items():
        parts[f"{_DOCUMENT}Res/image_{image}.png"] = pictures[number]
    parts[f"{_DOCUMENT}CustomTags/CustomTags.xml"] = _xml(_tag_list())
    parts[f"{_DOCUMENT}CustomTags/Facts.xml"] = _xml(_facts(layout.disclosure, numbers))
    return _zipped({"OFD.xml": _xml(_entry(layout.disclosure, parts)), **parts})


def _xml(tree: etree._Element) -> bytes:
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8")


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    output = BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _TIME)
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data, compresslevel=6)
    return output.getvalue()


def _used(pages: Sequence[Page], face: Face) -> str:
    texts = (mark.text for page in pages for mark in page.marks if isinstance(mark, Glyphs) and mark.face is face)
    return "".join(sorted(set("".join(texts))))


def _entry(disclosure: Disclosure, parts: Mapping[str, bytes]) -> etree._Element:
    """OFD.xml; the document's identifier is a digest of its content, so equal content has an equal one."""
    made = root("OFD")
    made.set("Version", "1.0")
    made.set("DocType", "OFD")
    body = child(made, "DocBody")
    info = child(body, "DocInfo")
    digest = hashlib.sha256(b"".join(name.encode() + data for name, data in parts.items())).hexdigest()
    child(info, "DocID", digest[:32])
    child(info, "Title", disclosure.title)
    child(info, "Author", disclosure.entity.name)
    child(info, "CreationDate", published_on(disclosure).isoformat())
    child(info, "DocUsage", "Normal")
    child(info, "Creator", "Mingzhang 明账")
    child(body, "DocRoot", f"{_DOCUMENT}Document.xml")
    return made


def _document(layout: Layout, names: Sequence[int], numbers: Numbers) -> etree._Element:
    made = root("Document")
    common = child(made, "CommonData")
    child(common, "MaxUnitID", str(numbers.last))
    paper = layout.pages[0].paper
    child(child(common, "PageArea"), "PhysicalBox", f"0 0 {mm(paper.width)} {mm(paper.height)}")
    child(common, "PublicRes", "PublicRes.xml")
    child(common, "DocumentRes", "DocumentRes.xml")
    pages = child(made, "Pages")
    for number, name in enumerate(names):
        child(pages, "Page", ID=name, BaseLoc=f"Pages/Page_{number}/Content.xml")
    _outlines(made, layout, {id(page): name for page, name in zip(layout.pages, names, strict=True)})
    child(made, "CustomTags", "CustomTags/CustomTags.xml")
    return made


def _outlines(document: etree._Element, layout: Layout, names: Mapping[int, int]) -> None:
    """The bookmarks as a tree; each leads to the page and height of its heading."""
    above: list[tuple[int, etree._Element]] = [(0, child(document, "Outlines"))]
    for mark in layout.bookmarks:
        while above[-1][0] >= mark.level:
            above.pop()
        above.append((mark.level, _outline(above[-1][1], mark, names[id(mark.page)])))


def _outline(parent: etree._Element, mark: Bookmark, page: int) -> etree._Element:
    made = child(parent, "OutlineElem", Title=mark.text)
    action = child(child(made, "Actions"), "Action", Event="CLICK")
    child(child(action, "Goto"), "Dest", Type="XYZ", PageID=page, Left="0", Top=mm(mark.y), Zoom="0")
    return made


def _fonts(faces: Faces, fonts: Mapping[Face, int]) -> etree._Element:
    made = root("Res")
    made.set("BaseLoc", "Res")
    listing = child(made, "Fonts")
    for face, name in fonts.items():
        bold = "true" if face is Face.BOLD else "false"
        family = faces[face].family
        font = child(listing, "Font", ID=name, FontName=family, FamilyName=family, Bold=bold)
        child(font, "FontFile", f"font_{name}.ttf")
    return made


def _images(images: Mapping[int, int]) -> etree._Element:
    made = root("Res")
    made.set("BaseLoc", "Res")
    if images:
        listing = child(made, "MultiMedias")
        for name in images.values():
            child(child(listing, "MultiMedia", ID=name, Type="Image", Format="PNG"), "MediaFile", f"image_{name}.png")
    return made


def _tag_list() -> etree._Element:
    made = root("CustomTags")
    child(child(made, "CustomTag", NameSpace=FACTS), "FileLoc", "Facts.xml")
    return made


def _fine(unit: Unit) -> dict[str, str]:
    """What the name of a unit does not tell: how fine it counts, and its decimals."""
    if unit == unit_called(unit.name):
        return {}
    return {"Scale": str(unit.scale), "Decimals": str(unit.decimals)}


def _facts(disclosure: Disclosure, numbers: Numbers) -> etree._Element:
    """Every figure with its exact value and the objects that print it or speak of it."""
    made = etree.Element(f"{{{FACTS}}}Facts", nsmap={"mz": FACTS, "ofd": root("OFD").nsmap["ofd"]})
    for address, fact in disclosure.facts.items():
        values = {"Address": str(address), "Value": str(fact.value), "Unit": fact.unit.name, **_fine(fact.unit)}
        entry = etree.SubElement(made, f"{{{FACTS}}}Fact", values)
        for page, name in numbers.anchors.get(address, ()):
            child(entry, "ObjectRef", str(name), PageRef=page)
    return made
