"""A picture in the line of text, with the words that stand for it."""

import struct
from typing import Final

from lxml import etree

from mingzhang.publishing.docx.wml import NAMESPACES, Element, clean, paragraph, w

_EMU_PER_MM: Final = 36_000
_WIDEST: Final = 150
_HIGHEST: Final = 190
_PNG: Final = b"\x89PNG\r\n\x1a\n"


class NotAPicture(ValueError):
    """Bytes that are no PNG picture."""


def size_of(png: bytes) -> tuple[int, int]:
    """The printed size in EMU: as wide as the text allows, in the picture's own proportion."""
    if png[:8] != _PNG or len(png) < 24:
        raise NotAPicture("图表图片应当是 PNG 格式")
    width, height = struct.unpack(">II", png[16:24])
    if not width or not height:
        raise NotAPicture("图表图片没有大小")
    scale = min(_WIDEST * _EMU_PER_MM / width, _HIGHEST * _EMU_PER_MM / height)
    return round(width * scale), round(height * scale)


def picture(relation: str, number: int, name: str, alternative: str, size: tuple[int, int]) -> Element:
    """A paragraph that holds the picture; `relation` leads to its file, `alternative` says what it shows."""
    width, height = map(str, size)
    inline = _element("wp:inline", distT="0", distB="0", distL="0", distR="0")
    _under(inline, "wp:extent", cx=width, cy=height)
    _under(inline, "wp:docPr", id=str(number), name=clean(name), descr=clean(alternative))
    data = _under(_under(inline, "a:graphic"), "a:graphicData", uri=NAMESPACES["pic"])
    inner = _under(data, "pic:pic")
    names = _under(inner, "pic:nvPicPr")
    _under(names, "pic:cNvPr", id=str(number), name=clean(name), descr=clean(alternative))
    _under(names, "pic:cNvPicPr")
    fill = _under(inner, "pic:blipFill")
    _under(fill, "a:blip").set(f"{{{NAMESPACES['r']}}}embed", relation)
    _under(_under(fill, "a:stretch"), "a:fillRect")
    shape = _under(inner, "pic:spPr")
    frame = _under(shape, "a:xfrm")
    _under(frame, "a:off", x="0", y="0")
    _under(frame, "a:ext", cx=width, cy=height)
    _under(_under(shape, "a:prstGeom", prst="rect"), "a:avLst")
    return paragraph("Picture", w("r", w("drawing", inline)))


def _qualified(tag: str) -> str:
    prefix, _, name = tag.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{name}"


def _element(tag: str, **attributes: str) -> Element:
    return etree.Element(_qualified(tag), attributes, nsmap=NAMESPACES)


def _under(parent: Element, tag: str, **attributes: str) -> Element:
    return etree.SubElement(parent, _qualified(tag), attributes)
