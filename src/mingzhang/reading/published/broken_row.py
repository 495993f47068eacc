"""Broken row 断行: a row cut in two by the foot of a page, whose rest stands as a row of its own on the next page."""

import re
from collections.abc import Container, Sequence
from dataclasses import replace
from typing import Final

from mingzhang.disclosure.table import TableCell
from mingzhang.reading.stated.words import key
from mingzhang.terms.classification import FUNCTION_LENGTHS

_WHOLE: Final = re.compile(r"[-−—]?[\d,，]*\d\.\d{2,6}%?")
"""An amount that nothing is missing of."""
_DIGITS: Final = re.compile(r"[\d,，.]+")
_ORDINAL: Final = re.compile(r"(?:其中)|[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|\d")
_FINAL: Final = re.compile(r"(?:合计|总计|小计|编码|名称|项目)$")
_LONGEST: Final = 20
_FEWEST: Final = 2
"""Words that are cut at once, where a head is."""

Row = tuple[TableCell, ...]


def mended(before: Row, piece: Row, names: Container[str]) -> Row | None:
    """The row and its rest in one; None when the second is a row of its own.

    `names` are those of all rows that statements have, reduced as they are compared.
    """
    if len(before) != len(piece) or any(cell.is_covered or cell.columns > 1 for cell in piece):
        return None
    pairs = [(one, other) for one, other in zip(before, piece, strict=True) if other.text.strip()]
    if not pairs or not all(_fits(one, other, names) for one, other in pairs):
        return None
    return tuple(_joined(one, other) for one, other in zip(before, piece, strict=True))


def _fits(one: TableCell, other: TableCell, names: Container[str]) -> bool:
    """Whether what a cell says goes on with what the cell above it says."""
    upper, lower = one.text.strip(), other.text.strip()
    if not upper or one.is_covered or one.columns > 1:
        return False
    if _DIGITS.fullmatch(lower):
        return _is_number(upper, lower)
    if _DIGITS.fullmatch(upper) or _ORDINAL.match(lower) or len(lower) > _LONGEST:
        return False
    if key(upper + lower) in names:
        return True
    return key(lower) not in names and key(upper) not in names and not _FINAL.search(upper)


def _is_number(upper: str, lower: str) -> bool:
    """Whether digits go on with a number that was cut: 20152.6 and 7, 1,234,567. and 89."""
    is_code = upper.isdecimal() and len(upper) in FUNCTION_LENGTHS
    if _WHOLE.fullmatch(upper) or _WHOLE.fullmatch(lower) or is_code:
        return False
    return _DIGITS.fullmatch(upper) is not None and _WHOLE.fullmatch(upper + lower) is not None


def _joined(one: TableCell, other: TableCell) -> TableCell:
    if not other.text.strip():
        return one
    return replace(one, text=one.text.strip() + other.text.strip(), doubtful=one.doubtful or other.doubtful)


def mended_head(before: Row, piece: Row) -> tuple[Row, Row] | None:
    """Two rows of a head whose words a page cut in two; the second keeps what stands under words over many columns.

    None when there are no such words.
    """
    if len(before) != len(piece) or not is_head((before, piece)):
        return None
    cut = [
        bool(one.text.strip() and other.text.strip()) and one.columns == other.columns == one.rows == other.rows == 1
        for one, other in zip(before, piece, strict=True)
    ]
    if sum(cut) < _FEWEST or any(cell.columns > 1 for cell in piece):
        return None
    upper = [_joined(one, other) if is_cut else one for one, other, is_cut in zip(before, piece, cut, strict=True)]
    lower = [replace(other, text="") if is_cut else other for other, is_cut in zip(piece, cut, strict=True)]
    return tuple(upper), tuple(lower)


def is_head(rows: Sequence[Row]) -> bool:
    """Whether no figure stands in some rows, so that they are the head of a table."""
    return not any(any(letter.isdigit() for letter in cell.text) for row in rows for cell in row)
