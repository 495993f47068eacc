"""Native 原生接口: PDFium's functions bound so that one call costs as little as a call can.

Handles and buffers are plain integers here; the functions are short, so they are called without giving the
interpreter's lock away. Names follow PDFium's own. What is asked of every character or drawn object is bound without
the types of its arguments, since to convert them takes longer than PDFium's answer: addresses come made `ready`.
"""

import ctypes
from array import array
from collections.abc import Callable, Iterator
from ctypes import c_float, c_int, c_uint, c_void_p
from typing import Any

import pypdfium2.raw as pdfium

Call = Callable[..., Any]


def _bound(function: Any, result: Any, *arguments: Any) -> Call:
    address = ctypes.cast(function, c_void_p).value
    assert address is not None
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


def _asked(function: Any, result: Any = c_int) -> Call:
    """A function asked very often: its addresses come `ready`, its whole numbers as they are."""
    return _bound(function, result)


ready = c_void_p.from_param
"""An address as every function here takes it."""


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
char_code = _asked(pdfium.FPDFText_GetUnicode, c_uint)
char_origin = _asked(pdfium.FPDFText_GetCharOrigin)
char_box = _asked(pdfium.FPDFText_GetLooseCharBox)
char_unmapped = _asked(pdfium.FPDFText_HasUnicodeMapError)
char_matrix = _asked(pdfium.FPDFText_GetMatrix)
char_object = _asked(pdfium.FPDFText_GetTextObject, c_void_p)
font_size = _asked(pdfium.FPDFText_GetFontSize, ctypes.c_double)
render_mode = _asked(pdfium.FPDFTextObj_GetTextRenderMode)

count_objects = _bound(pdfium.FPDFPage_CountObjects, c_int, c_void_p)
get_object = _asked(pdfium.FPDFPage_GetObject, c_void_p)
object_type = _asked(pdfium.FPDFPageObj_GetType)
object_matrix = _asked(pdfium.FPDFPageObj_GetMatrix)
object_bounds = _asked(pdfium.FPDFPageObj_GetBounds)
count_inner = _bound(pdfium.FPDFFormObj_CountObjects, c_int, c_void_p)
get_inner = _bound(pdfium.FPDFFormObj_GetObject, c_void_p, c_void_p, c_uint)
fill_color = _asked(pdfium.FPDFPageObj_GetFillColor)
stroke_color = _asked(pdfium.FPDFPageObj_GetStrokeColor)
draw_mode = _asked(pdfium.FPDFPath_GetDrawMode)
count_segments = _asked(pdfium.FPDFPath_CountSegments)
get_segment = _asked(pdfium.FPDFPath_GetPathSegment, c_void_p)
segment_type = _asked(pdfium.FPDFPathSegment_GetType)
segment_point = _asked(pdfium.FPDFPathSegment_GetPoint)
segment_closes = _asked(pdfium.FPDFPathSegment_GetClose)
stroke_width = _asked(pdfium.FPDFPageObj_GetStrokeWidth)

TEXT, PATH, IMAGE, FORM = (
    pdfium.FPDF_PAGEOBJ_TEXT,
    pdfium.FPDF_PAGEOBJ_PATH,
    pdfium.FPDF_PAGEOBJ_IMAGE,
    pdfium.FPDF_PAGEOBJ_FORM,
)
LINE_TO, MOVE_TO = pdfium.FPDF_SEGMENT_LINETO, pdfium.FPDF_SEGMENT_MOVETO
INVISIBLE, CLIP_ONLY = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP
UNKNOWN = pdfium.FPDF_TEXTRENDERMODE_UNKNOWN


class Floats:
    """A few floats PDFium writes into, with their addresses, ready."""

    def __init__(self, count: int) -> None:
        """Room for `count` floats."""
        self._room = (c_float * count)()
        start = ctypes.addressof(self._room)
        self.places = tuple(map(ready, range(start, start + 4 * count, 4)))

    @property
    def start(self) -> Any:
        """The address of the first."""
        return self.places[0]

    def values(self) -> list[float]:
        """What stands in them now."""
        return self._room[:]


class Integers:
    """A few integers PDFium writes into, with their addresses, ready."""

    def __init__(self, count: int) -> None:
        """Room for `count` integers."""
        self._room = (c_uint * count)()
        start = ctypes.addressof(self._room)
        self.places = tuple(map(ready, range(start, start + 4 * count, 4)))

    def values(self) -> list[int]:
        """What stands in them now."""
        return self._room[:]


class Rows:
    """Rows of floats "f", doubles "d" or integers "i" that PDFium writes into, one row a call."""

    def __init__(self, kind: str, count: int, width: int) -> None:
        """Room for so many rows."""
        self._room, self._width = array(kind, bytes(array(kind).itemsize * count * width)), width

    def starts(self) -> Iterator[Any]:
        """The address of each row, ready."""
        return self._ready(0)

    def places(self) -> list[Iterator[Any]]:
        """The addresses of each place of all rows, ready."""
        return [self._ready(place) for place in range(self._width)]

    def columns(self) -> "list[array[Any]]":
        """What stands in each place of all rows."""
        return [self._room[place :: self._width] for place in range(self._width)]

    def rows(self, count: int) -> "array[Any]":
        """What stands in the first rows."""
        return self._room[: count * self._width]

    def row(self, number: int) -> "array[Any]":
        """What stands in one row."""
        return self._room[number * self._width : (number + 1) * self._width]

    def _ready(self, place: int) -> Iterator[Any]:
        start, count = self._room.buffer_info()
        size = self._room.itemsize
        return map(ready, range(start + place * size, start + count * size, self._width * size))
