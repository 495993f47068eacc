"""Tidy 识别后整理: slips that recognition makes the same way every time, put right where nothing else can be meant."""

import re
from typing import Final

_AMOUNT: Final = re.compile(r"[-\d,，.。·:：;；\s]+")
_POINT: Final = re.compile(r"^(-?[\d,]*\d)[,.](\d{2})$")
_GROUPED: Final = re.compile(r"^-?\d{1,3}(?:,\d{3})+\.\d{2}$|^-?\d+\.\d{2}$|^-?\d+$")
_MARKS: Final = str.maketrans("，。·：；", ",....")
_BRACKETS: Final = str.maketrans("()", "（）")
_COMMA: Final = re.compile(r"(?<=[\u4e00-\u9fff%])\s*,\s*|,\s*(?=[\u4e00-\u9fff])")
_SPLIT_POINT: Final = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:,?\d{3})*)(?:\s*[.·]\s+|\s+[.·]\s*|,)(\d{2})(?=\s*(?:万?元|[%％]))"
)
_HALF: Final = re.compile(r"(?<![（类款项（])([类款项])）")
_UNCLOSED: Final = re.compile(r"（([类款])(?![）类款项似别、，])")
"""The brackets around the level of a code are lost more often than not."""
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")


def tidy(text: str) -> str:
    """An amount with its points and commas as statements print them; words with their marks full width."""
    if _AMOUNT.fullmatch(text) and any(char.isdigit() for char in text):
        return amount(text)
    return words(text) if _CHINESE.search(text) else text


def words(text: str) -> str:
    """Chinese words: brackets and commas full width, 款） as （款）, the point of an amount one point."""
    text = _COMMA.sub("，", text.translate(_BRACKETS))
    text = _SPLIT_POINT.sub(r"\1.\2", text)
    return _UNCLOSED.sub(r"（\1）", _HALF.sub(r"（\1）", text))


def amount(text: str) -> str:
    """1,234,56 as 1,234.56; what still is no amount stays as it was read."""
    plain = "".join(text.split()).translate(_MARKS)
    found = _POINT.match(plain)
    mended = f"{found[1]}.{found[2]}" if found else plain
    mended = mended if _GROUPED.match(mended) else _ungrouped(mended)
    return mended if _GROUPED.match(mended) else text


def _ungrouped(text: str) -> str:
    """The digits with their last point only."""
    whole, point, rest = text.rpartition(".")
    digits = re.sub(r"[,.]", "", whole)
    return f"{digits}.{rest}" if point and digits and len(rest) == 2 else text
