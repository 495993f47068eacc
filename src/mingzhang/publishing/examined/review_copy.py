"""Review copy 审核副本: the PDF itself with every finding marked where it stands and its note beside it."""

import ctypes
from collections.abc import Iterable, Sequence
from typing import Any, Final

import pypdfium2.raw as pdfium

from mingzhang.disclosure.examination import Examination
from mingzhang.disclosure.remark import ERROR, INFO, WARNING, Remark
from mingzhang.publishing.examined import words
from mingzhang.publishing.examined.pages import Pages, page_box
from mingzhang.publishing.examined.spot import Box, around

_COLOUR: Final = {ERROR: (255, 120, 100), WARNING: (255, 205, 60), INFO: (150, 200, 255)}
_NOTE: Final = 18
"""Side of the sign that stands for a note without a place, in points."""


def write(examination: Examination, data: bytes) -> bytes:
    """The PDF `data` with one mark for each finding that has a page; the text below the marks is untouched."""
    pages = Pages(data)
    try:
        for number, remarks in _by_page(examination.remarks, len(pages)).items():
            with pages.handle(number) as page:
                _mark(page, remarks, pages.boxes(page, remarks))
        return pages.save()
    finally:
        pages.close()


def _by_page(remarks: Iterable[Remark], pages: int) -> dict[int, list[Remark]]:
    found: dict[int, list[Remark]] = {}
    for remark in remarks:
        if remark.page is not None and 1 <= remark.page <= pages:
            found.setdefault(remark.page, []).append(remark)
    return found


def _mark(page: Any, remarks: Sequence[Remark], places: Sequence[tuple[Box, ...]]) -> None:
    free = page_box(page).top - 2 * _NOTE
    for remark, boxes in zip(remarks, places, strict=True):
        if boxes:
            _highlight(page, remark, boxes)
        else:
            _note(page, remark, Box(_NOTE, free - _NOTE, 2 * _NOTE, free))
            free -= 1.5 * _NOTE


def _highlight(page: Any, remark: Remark, boxes: Sequence[Box]) -> None:
    annotation = pdfium.FPDFPage_CreateAnnot(page, pdfium.FPDF_ANNOT_HIGHLIGHT)
    try:
        for box in boxes:
            wide = box.grown(1)
            corners = (wide.left, wide.top, wide.right, wide.top, wide.left, wide.bottom, wide.right, wide.bottom)
            pdfium.FPDFAnnot_AppendAttachmentPoints(annotation, pdfium.FS_QUADPOINTSF(*corners))
        _fill(annotation, remark, around(boxes).grown(1))
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)


def _note(page: Any, remark: Remark, box: Box) -> None:
    annotation = pdfium.FPDFPage_CreateAnnot(page, pdfium.FPDF_ANNOT_TEXT)
    try:
        _fill(annotation, remark, box)
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)


def _fill(annotation: Any, remark: Remark, box: Box) -> None:
    pdfium.FPDFAnnot_SetRect(annotation, pdfium.FS_RECTF(box.left, box.top, box.right, box.bottom))
    pdfium.FPDFAnnot_SetColor(annotation, pdfium.FPDFANNOT_COLORTYPE_Color, *_COLOUR[remark.level], 255)
    pdfium.FPDFAnnot_SetFlags(annotation, pdfium.FPDF_ANNOT_FLAG_PRINT)
    _say(annotation, b"T", f"明账 {words.LEVEL[remark.level]} {remark.rule}")
    _say(annotation, b"Contents", "\n".join(filter(None, (words.mend(remark), remark.message, *remark.consequences))))


def _say(annotation: Any, key: bytes, text: str) -> None:
    wide = (text + "\0").encode("utf-16-le")
    buffer = ctypes.create_string_buffer(wide, len(wide))
    pdfium.FPDFAnnot_SetStringValue(annotation, key, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
