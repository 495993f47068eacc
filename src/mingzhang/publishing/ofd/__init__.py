"""OFD 版式文档: the disclosure as a fixed-layout file by GB/T 33190-2016, fonts and charts within."""

import struct
from collections.abc import Mapping

from mingzhang.disclosure.document import Disclosure
from mingzhang.publishing.chart import pictures
from mingzhang.publishing.ofd.face import faces
from mingzhang.publishing.ofd.layout import lay_out
from mingzhang.publishing.ofd.package import package
from mingzhang.publishing.typeface import FontSet

__all__ = ["write"]


def write(disclosure: Disclosure, fonts: FontSet, drawn: Mapping[int, bytes] | None = None) -> bytes:
    """The OFD file, set in the given fonts; `drawn` are the charts as PNG by number, when there are any already."""
    drawn = pictures(disclosure, fonts) if drawn is None else drawn
    layout = lay_out(disclosure, faces(fonts), {number: _size(png) for number, png in drawn.items()})
    return package(layout, drawn)


def _size(png: bytes) -> tuple[float, float]:
    """Width and height as the header of a PNG file gives them."""
    width, height = struct.unpack_from(">II", png, 16)
    return float(width), float(height)
