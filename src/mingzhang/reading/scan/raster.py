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


def of_file(path: Path) -> Raster:
    """A picture file, taken as a page of A4's width; Refused when it is none or far too large."""
    data = np.fromfile(path, np.uint8)
    pixels = cv2.imdecode(data, cv2.IMREAD_GRAYSCALE) if data.size else None
    if pixels is None:
        raise Refused(path.name, "图片已损坏，打不开", "重新扫描或导出")
    if pixels.size > _MOST_PIXELS:
        raise Refused(path.name, "图片异常地大，没有识别", "按每英寸200至300点重新扫描")
    grey = np.asarray(pixels, np.uint8)
    side = _A4[0] if grey.shape[0] >= grey.shape[1] else _A4[1]
    return Raster(grey, grey.shape[1] / side)
