"""Raster 点阵: a page as grey pixels, and how many of them make a point."""

import ctypes
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np
import pypdfium2.raw as pdfium

from mingzhang.reading.refusal import Refused

DPI: Final = 200
_MOST_PIXELS: Final = 60_000_000
"""A page of A2 at 200 dpi has 15 million."""
_A4: Final = (595.0, 842.0)
_FINE: Final = 1.6
"""Times the pixels that are enough: a finer picture is made smaller first."""

Pixels = np.ndarray[Any, np.dtype[np.uint8]]
"""Grey, one byte a pixel, rows from the top."""


@dataclass(frozen=True, slots=True)
class Raster:
    """A page. `scale` is pixels a point, so that places can be given as for any other page."""

    pixels: Pixels
    scale: float

    @property
    def width(self) -> float:
        """In points."""
        return float(self.pixels.shape[1] / self.scale)

    @property
    def height(self) -> float:
        """In points."""
        return float(self.pixels.shape[0] / self.scale)


def of_page(page: int) -> Raster:
    """A page of an open PDF, by PDFium's handle."""
    handle = ctypes.cast(page, pdfium.FPDF_PAGE)
    wide, high = pdfium.FPDF_GetPageWidthF(handle), pdfium.FPDF_GetPageHeightF(handle)
    scale = min(DPI / 72, (_MOST_PIXELS / max(1.0, wide * high)) ** 0.5)
    width, height = max(1, round(wide * scale)), max(1, round(high * scale))
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, width, height, 0, pdfium.FPDF_GRAYSCALE)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    pixels = np.frombuffer(data, np.uint8).reshape(height, stride)[:, :width].copy()
    return Raster(pixels, scale)


def of_file(path: Path) -> list[Raster]:
    """The pages of a picture file, each taken as a page of A4; Refused when it is none or far too large."""
    data = np.fromfile(path, np.uint8)
    pictures = _decoded(data) if data.size else []
    if not pictures:
        raise Refused(path.name, "图片已损坏，打不开", "重新扫描或导出")
    if any(pixels.size > _MOST_PIXELS for pixels in pictures):
        raise Refused(path.name, "图片异常地大，没有识别", "按每英寸200至300点重新扫描")
    return [_as_page(pixels) for pixels in pictures]


def _decoded(data: Pixels) -> list[Pixels]:
    """The pictures in a file: a fax has one for each page."""
    try:
        found, pictures = cv2.imdecodemulti(data, cv2.IMREAD_GRAYSCALE)
    except cv2.error:
        return []
    return [np.asarray(pixels, np.uint8) for pixels in pictures] if found else []


def _as_page(pixels: Pixels) -> Raster:
    """A picture as wide as A4 upright or lying, with no more pixels than it takes to read it."""
    side = _A4[0] if pixels.shape[0] >= pixels.shape[1] else _A4[1]
    scale = pixels.shape[1] / side
    most = DPI / 72
    if scale <= _FINE * most:
        return Raster(pixels, scale)
    small = cv2.resize(pixels, None, fx=most / scale, fy=most / scale, interpolation=cv2.INTER_AREA)
    return Raster(np.asarray(small, np.uint8), small.shape[1] / side)
