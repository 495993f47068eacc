"""Native 原生接口: PDFium's functions bound so that one call costs as little as a call can.

Handles and buffers are plain integers here; the functions are short, so they are called without giving the
interpreter's lock away. Names follow PDFium's own.
"""

import ctypes
from array import array
from collections.abc import Callable, Sequence
from ctypes import c_float, c_int, c_uint, c_void_p
from typing import Any

import pypdfium2.raw as pdfium

Call = Callable[..., Any]


def _bound(function: Any, result: Any, *arguments: Any) -> Call:
    address = ctypes.cast(function, c_void_p).value
    assert address is not None
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


def handle(pointer: Any) -> int:
    """The address behind one of PDFium's pointers; 0 for none."""
    return ctypes.cast(pointer, c_void_p).value or 0


count_pages = _bound(pdfium.FPDF_GetPageCount, c_int, c_void_p)
load_page = _bound(pdfium.FPDF_LoadPage, c_void_p, c_void_p, c_int)
close_page = _bound(pdfium.FPDF_ClosePage, None, c_void_p)
page_box = _bound(pdfium.FPDF_GetPageBoundingBox, c_int, c_void_p, c_void_p)
page_rotation = _bound(pdfium.FPDFPage_GetRotation, c_int, c_void_p)

load_text = _bound(pdfium.FPDFText_LoadPage, c_void_p, c_void_p)
close_text = _bound(pdfium.FPDFText_ClosePage, None, c_void_p)
count_chars = _bound(pdfium.FPDFText_CountChars, c_int, c_void_p)
whole_text = _bound(pdfium.FPDFText_GetText, c_int, c_void_p, c_int, c_int, c_void_p)
char_code = _bound(pdfium.FPDFText_GetUnicode, c_uint, c_void_p, c_int)
char_origin = _bound(pdfium.FPDFText_GetCharOrigin, c_int, c_void_p, c_int, c_void_p, c_void_p)
char_box = _bound(pdfium.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p)
char_matrix = _bound(pdfium.FPDFText_GetMatrix, c_int, c_void_p, c_int, c_void_p)
char_object = _bound(pdfium.FPDFText_GetTextObject, c_void_p, c_void_p, c_int)
char_unmapped = _bound(pdfium.FPDFText_HasUnicodeMapError, c_int, c_void_p, c_int)
font_size = _bound(pdfium.FPDFText_GetFontSize, ctypes.c_double, c_void_p, c_int)
render_mode = _bound(pdfium.FPDFTextObj_GetTextRenderMode, c_int, c_void_p)

count_objects = _bound(pdfium.FPDFPage_CountObjects, c_int, c_void_p)
get_object = _bound(pdfium.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
object_type = _bound(pdfium.FPDFPageObj_GetType, c_int, c_void_p)
object_matrix = _bound(pdfium.FPDFPageObj_GetMatrix, c_int, c_void_p, c_void_p)
object_bounds = _bound(pdfium.FPDFPageObj_GetBounds, c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
count_inner = _bound(pdfium.FPDFFormObj_CountObjects, c_int, c_void_p)
get_inner = _bound(pdfium.FPDFFormObj_GetObject, c_void_p, c_void_p, c_uint)
fill_color = _bound(pdfium.FPDFPageObj_GetFillColor, c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
stroke_color = _bound(pdfium.FPDFPageObj_GetStrokeColor, c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
draw_mode = _bound(pdfium.FPDFPath_GetDrawMode, c_int, c_void_p, c_void_p, c_void_p)
count_segments = _bound(pdfium.FPDFPath_CountSegments, c_int, c_void_p)
get_segment = _bound(pdfium.FPDFPath_GetPathSegment, c_void_p, c_void_p, c_int)
segment_type = _bound(pdfium.FPDFPathSegment_GetType, c_int, c_void_p)
segment_point = _bound(pdfium.FPDFPathSegment_GetPoint, c_int, c_void_p, c_void_p, c_void_p)
segment_closes = _bound(pdfium.FPDFPathSegment_GetClose, c_int, c_void_p)
stroke_width = _bound(pdfium.FPDFPageObj_GetStrokeWidth, c_int, c_void_p, c_void_p)

TEXT, PATH, IMAGE, FORM = (
    pdfium.FPDF_PAGEOBJ_TEXT,
    pdfium.FPDF_PAGEOBJ_PATH,
    pdfium.FPDF_PAGEOBJ_IMAGE,
    pdfium.FPDF_PAGEOBJ_FORM,
)
LINE_TO, MOVE_TO = pdfium.FPDF_SEGMENT_LINETO, pdfium.FPDF_SEGMENT_MOVETO
INVISIBLE, CLIP_ONLY = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP


class Floats:
    """A few floats PDFium writes into, with their addresses."""

    def __init__(self, count: int) -> None:
        """Room for `count` floats."""
        self._room = (c_float * count)()
        start = ctypes.addressof(self._room)
        self.places = tuple(range(start, start + 4 * count, 4))

    @property
    def start(self) -> int:
        """The address of the first."""
        return self.places[0]

    def values(self) -> list[float]:
        """What stands in them now."""
        return self._room[:]


class Integers:
    """A few integers PDFium writes into, with their addresses."""

    def __init__(self, count: int) -> None:
        """Room for `count` integers."""
        self._room = (c_uint * count)()
        start = ctypes.addressof(self._room)
        self.places = tuple(range(start, start + 4 * count, 4))

    def values(self) -> list[int]:
        """What stands in them now."""
        return self._room[:]


class FloatRows:
    """Rows of floats PDFium writes into, one row a call."""

    def __init__(self, rows: int, width: int) -> None:
        """Room for so many rows."""
        self._room, self._width = array("f", bytes(4 * rows * width)), width
        start = self._room.buffer_info()[0]
        self.places = tuple(range(start + 4 * at, start + 4 * rows * width + 4 * at, 4 * width) for at in range(width))

    def columns(self) -> list[Sequence[float]]:
        """What stands in each place of all rows."""
        return [self._room[at :: self._width] for at in range(self._width)]

    def row(self, place: int) -> Sequence[float]:
        """What stands in one row."""
        return self._room[place * self._width : (place + 1) * self._width]


class IntegerRows:
    """Rows of integers PDFium writes into, one row a call."""

    def __init__(self, rows: int, width: int) -> None:
        """Room for so many rows."""
        self._room, self._width = array("i", bytes(4 * rows * width)), width
        start = self._room.buffer_info()[0]
        self.places = tuple(range(start + 4 * at, start + 4 * rows * width + 4 * at, 4 * width) for at in range(width))

    def columns(self) -> list[Sequence[int]]:
        """What stands in each place of all rows."""
        return [self._room[at :: self._width] for at in range(self._width)]
