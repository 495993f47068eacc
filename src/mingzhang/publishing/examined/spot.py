"""Spot 标记处: where on a page the words of a finding stand, so that a mark can be drawn over them."""

import ctypes
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pypdfium2.raw as pdfium

from mingzhang.disclosure.remark import Remark


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points from the bottom left of the page, as PDF counts."""

    left: float
    bottom: float
    right: float
    top: float

    def grown(self, by: float) -> "Box":
        """With that much room on every side."""
        return Box(self.left - by, self.bottom - by, self.right + by, self.top + by)


def around(boxes: Sequence[Box]) -> Box:
    """The rectangle that holds them all."""
    return Box(
        min(b.left for b in boxes), min(b.bottom for b in boxes), max(b.right for b in boxes), max(b.top for b in boxes)
    )


class PageText:
    """The letters of one page without blanks, each with its place in PDFium's text."""

    def __init__(self, page: Any) -> None:
        """Read the page; `page` is PDFium's handle and must stay open as long as this is used."""
        self._handle = pdfium.FPDFText_LoadPage(page)
        count = max(0, pdfium.FPDFText_CountChars(self._handle))
        codes = [pdfium.FPDFText_GetUnicode(self._handle, index) for index in range(count)]
        kept = [(i, letter) for i, code in enumerate(codes) for letter in _letters(code)]
        self._places = [index for index, _ in kept]
        self._text = "".join(letter for _, letter in kept)

    def close(self) -> None:
        """Give the page's text back."""
        pdfium.FPDFText_ClosePage(self._handle)

    def boxes(self, remark: Remark) -> tuple[Box, ...]:
        """One box a printed line around the remark's words: what is printed wrong, else what is quoted."""
        start, size = self._find(remark)
        letters = [self._box(self._places[i]) for i in range(start, start + size)]
        return tuple(_lines([box for box in letters if box is not None]))

    def _find(self, remark: Remark) -> tuple[int, int]:
        quote, printed = squeezed(remark.quote), squeezed(remark.printed)
        at = self._text.find(quote) if quote else -1
        if at >= 0:
            inner = quote.find(printed) if printed else -1
            return (at + inner, len(printed)) if inner >= 0 else (at, len(quote))
        alone = self._text.count(printed) == 1 if len(printed) > 2 else False
        return (self._text.find(printed), len(printed)) if alone else (0, 0)

    def _box(self, index: int) -> Box | None:
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        if not pdfium.FPDFText_GetCharBox(self._handle, index, left, right, bottom, top):
            return None
        return Box(left.value, bottom.value, right.value, top.value)


def squeezed(text: str) -> str:
    """The text without blanks, full-width letters as plain ones."""
    return "".join(letter for char in text for letter in _letters(ord(char)))


def _letters(code: int) -> str:
    letter = unicodedata.normalize("NFKC", chr(code)) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
    return "".join(letter.split()) if letter.isprintable() or letter.isspace() else ""


def _lines(boxes: Sequence[Box]) -> Iterator[Box]:
    """The boxes of letters joined while they stand on one line."""
    numbered = []
    line = 0
    for before, box in zip([None, *boxes], boxes, strict=False):
        if before is not None and (box.left < before.left or _apart(before, box)):
            line += 1
        numbered.append((line, box))
    for _, group in groupby(numbered, key=lambda pair: pair[0]):
        yield around([box for _, box in group])


def _apart(one: Box, other: Box) -> bool:
    """Whether two letters share no height at all."""
    return one.top < other.bottom or other.top < one.bottom
