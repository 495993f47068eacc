"""WordprocessingML elements, made short."""

from typing import Final

from lxml import etree

Element = etree._Element

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES: Final = {
    "w": W,
    "r": R,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_NOT_XML: Final = dict.fromkeys([c for c in range(32) if c not in (9, 10, 13)] + [0xFFFE, 0xFFFF])
"""Characters that XML 1.0 cannot hold; they stand for nothing printable and are left out."""


def qualified(name: str) -> str:
    """The name in the main namespace, as lxml writes it."""
    return f"{{{W}}}{name}"


def w(tag: str, *children: Element, **attributes: str | int) -> Element:
    """The element `w:tag` with attributes of the same namespace."""
    element = etree.Element(f"{{{W}}}{tag}", nsmap=NAMESPACES)
    for name, value in attributes.items():
        element.set(f"{{{W}}}{name}", str(value))
    element.extend(children)
    return element


def child(parent: Element, tag: str, **attributes: str | int) -> Element:
    """A new last child `w:tag`."""
    element = etree.SubElement(parent, f"{{{W}}}{tag}")
    for name, value in attributes.items():
        element.set(f"{{{W}}}{name}", str(value))
    return element


def clean(text: str) -> str:
    """The text without characters that no XML file can hold."""
    return text.translate(_NOT_XML)


def run(text: str, *properties: Element) -> Element:
    """A run of text; a line break in it is printed as one."""
    element = w("r")
    if properties:
        child(element, "rPr").extend(properties)
    for number, line in enumerate(clean(text).split("\n")):
        if number:
            child(element, "br")
        words = child(element, "t")
        words.text = line
        words.set(_SPACE, "preserve")
    return element


def paragraph(style: str, *content: Element, properties: tuple[Element, ...] = ()) -> Element:
    """A paragraph of a style; `properties` are its own, in the order of the schema."""
    element = w("p")
    child(child(element, "pPr"), "pStyle", val=style)
    element[0].extend(properties)
    element.extend(content)
    return element


def field(instruction: str, shown: str) -> tuple[Element, ...]:
    """The runs of a field with the result that stands until somebody updates it."""
    begin, middle, end = (w("r", w("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end"))
    return (begin, instruct(instruction), middle, run(shown), end)


def instruct(instruction: str) -> Element:
    """The run that holds a field's instruction."""
    element = w("r")
    words = child(element, "instrText")
    words.text = f" {instruction} "
    words.set(_SPACE, "preserve")
    return element


def to_xml(element: Element) -> bytes:
    """The part as UTF-8 XML."""
    etree.cleanup_namespaces(element, keep_ns_prefixes=list(NAMESPACES))
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
