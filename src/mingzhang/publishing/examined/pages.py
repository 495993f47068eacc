"""Pages of a PDF under audit: opened once, with the places of remarks and pictures of what stands around them."""

import ctypes
import io
import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

import pypdfium2 as pdfium_files
import pypdfium2.raw as pdfium

from mingzhang.disclosure.remark import Remark
from mingzhang.publishing.examined.spot import Box, PageText

_LARGEST: Final = 4_000
"""Pixels on the longer side of a picture: a page of a kilometre is still drawn small."""


class Pages:
    """An open PDF. Pages count from 1, as people count."""

    def __init__(self, data: bytes) -> None:
        """Open the file; raises pypdfium2.PdfiumError for what is no PDF or cannot be opened."""
        self._file = pdfium_files.PdfDocument(data)

    def __len__(self) -> int:
        """How many pages there are."""
        return len(self._file)

    @contextmanager
    def handle(self, number: int) -> Iterator[Any]:
        """PDFium's handle of a page, closed afterwards."""
        page = self._file[number - 1]
        try:
            yield page.raw
        finally:
            page.close()

    def boxes(self, page: Any, remarks: Sequence[Remark]) -> list[tuple[Box, ...]]:
        """For each remark on the page the boxes of its words, or the box its position gives; none when nobody knows."""
        text = PageText(page)
        try:
            return [text.boxes(remark) or _given(page, remark) for remark in remarks]
        finally:
            text.close()

    def picture(self, page: Any, box: Box, scale: float) -> bytes:
        """A part of the page as a grey PNG, `scale` pixels a point."""
        scale = min(scale, _LARGEST / max(box.right - box.left, box.top - box.bottom, 1))
        width, height = (max(1, round(scale * side)) for side in (box.right - box.left, box.top - box.bottom))
        bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
        try:
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
            full = tuple(round(scale * side) for side in _size(page))
            left, top = -round(scale * box.left), -round(scale * (_size(page)[1] - box.top))
            pdfium.FPDF_RenderPageBitmap(bitmap, page, left, top, *full, 0, pdfium.FPDF_ANNOT | pdfium.FPDF_GRAYSCALE)
            return _png(width, height, _pixels(bitmap, height))
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)

    def save(self) -> bytes:
        """The file as it is now."""
        buffer = io.BytesIO()
        self._file.save(buffer)
        return buffer.getvalue()

    def close(self) -> None:
        """Give the file back."""
        self._file.close()


def _size(page: Any) -> tuple[float, float]:
    return pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)


def page_box(page: Any) -> Box:
    """The whole page."""
    return Box(0, 0, *_size(page))


def _given(page: Any, remark: Remark) -> tuple[Box, ...]:
    box = remark.position.box if remark.position else None
    if box is None:
        return ()
    height = _size(page)[1]
    left, top, right, bottom = box
    return (Box(left, height - bottom, right, height - top),)


def _pixels(bitmap: Any, height: int) -> list[bytes]:
    stride = pdfium.FPDFBitmap_GetStride(bitmap)
    buffer = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    return [buffer[row * stride : (row + 1) * stride] for row in range(height)]


def _png(width: int, height: int, rows: list[bytes]) -> bytes:
    """An 8-bit grey PNG."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + row[:width] for row in rows), 6)
    parts = ((b"IHDR", head), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in parts)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
