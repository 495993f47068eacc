"""Numeral 数: every number of a flat text, told apart by what kind of thing it says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Final

from mingzhang.terms.printed import Printed, numbers


class Kind(Enum):
    """What a number says: only the first four can be figures."""

    MONEY = "金额"
    RATE = "百分比"
    COUNT = "数量"
    BARE = "无单位"
    YEAR = "年度"
    DATE = "日期"
    ORDINAL = "序号"
    CODE = "科目编码"
    THRESHOLD = "标准"


FIGURES: Final = (Kind.MONEY, Kind.RATE, Kind.COUNT, Kind.BARE)

_ORDINAL_AND_YEAR: Final = re.compile(r"(\d{1,2})\.((?:19|20)\d\d(?:年度?)?)")
_ORDINAL_BEFORE: Final = re.compile(r"(?:^|[。;:,、\"(])第?$")
_ORDINAL_AFTER: Final = re.compile(r"[.、)]")
_MONTHS_AFTER: Final = re.compile(r"[-~至—]\d{1,2}月")
_CAPTION_BEFORE: Final = re.compile(r"(?:图|表|附件|附表|附图)$")
_CODE: Final = re.compile(r"[1-3]\d{2}(?:\d{2}){0,2}")
_CODE_BEFORE: Final = re.compile(r"(?:编码|代码|科目|码|编号)(?:为|是)?[:\"]*$")
_MAYBE_CODE_BEFORE: Final = re.compile(r"[()\"、,。;:.]$|^$")
_CODE_AFTER: Final = re.compile(r"(?:[-—\"]*(?=[一-鿿])|\([类款项])")
_LIMIT_AFTER: Final = re.compile(r"\(?含?\)?(?:以上|以下|及以上|以内)")
_DATE_UNITS: Final = ("月", "日", "号")
_COUNT_UNITS: Final = (
    "人次",
    "批次",
    "台/套",
    "台(套)",
    "台套",
    "人",
    "个",
    "辆",
    "次",
    "批",
    "台",
    "项",
    "条",
    "家",
    "件",
    "分",
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at its place in the flat text."""

    kind: Kind
    start: int
    end: int
    value: Fraction
    places: int
    unit: str
    printed: Printed

    @property
    def digits(self) -> str:
        """The number as it stands, without its unit and spaces."""
        return self.printed.text.removesuffix(self.unit).strip()


def numerals(text: str) -> Iterator[Numeral]:
    """Every number of a flat text from left to right."""
    for found in numbers(text):
        if glued := _ORDINAL_AND_YEAR.fullmatch(found.text):
            yield _numeral(Kind.ORDINAL, found, found.start, found.start + len(glued[1]), "")
            yield _year(found, found.start + len(glued[1]) + 1, glued[2])
        else:
            yield _numeral(_kind(text, found), found, found.start, found.end, found.unit)


def _year(found: Printed, start: int, text: str) -> Numeral:
    year = Printed(text, Fraction(int(text[:4])), 0, text[4:], start, found.end)
    return _numeral(Kind.YEAR, year, start, found.end, text[4:])


def _numeral(kind: Kind, found: Printed, start: int, end: int, unit: str) -> Numeral:
    return Numeral(kind, start, end, found.value, found.places, unit, found)


def _kind(text: str, found: Printed) -> Kind:
    if kind := _calendar(text, found):
        return kind
    if found.is_rate:
        return Kind.RATE
    if found.is_money:
        return Kind.THRESHOLD if _is_limit(text, found) else Kind.MONEY
    if found.unit in _COUNT_UNITS:
        return Kind.COUNT
    return _unitless(text, found)


def _calendar(text: str, found: Printed) -> Kind | None:
    whole = found.places == 0
    if found.unit in ("年", "年度"):
        is_year = whole and 1990 <= found.value < 2100
        return (
            (Kind.DATE if text[found.end : found.end + 3].strip("0123456789")[:1] == "月" else Kind.YEAR)
            if is_year
            else Kind.DATE
        )
    if found.unit in _DATE_UNITS:
        return Kind.DATE
    return None


def _is_limit(text: str, found: Printed) -> bool:
    return text[max(0, found.start - 2) : found.start] == "单价" or bool(_LIMIT_AFTER.match(text, found.end))


def _unitless(text: str, found: Printed) -> Kind:
    before = text[max(0, found.start - 6) : found.start]
    whole = found.places == 0 and "," not in found.text
    if whole and _MONTHS_AFTER.match(text, found.end):
        return Kind.DATE
    if whole and _CAPTION_BEFORE.search(before):
        return Kind.ORDINAL
    if whole and found.value < 100 and _ORDINAL_BEFORE.search(before) and _ORDINAL_AFTER.match(text, found.end):
        return Kind.ORDINAL
    if whole and _CODE.fullmatch(found.text) and _is_code(text, before, found.end):
        return Kind.CODE
    if whole and 1990 <= found.value < 2100 and len(found.text) == 4 and text[found.end : found.end + 1] in "-~至和、":
        return Kind.YEAR
    return Kind.BARE


def _is_code(text: str, before: str, end: int) -> bool:
    """A code is announced as one, or stands at the head of a name."""
    if _CODE_BEFORE.search(before):
        return True
    if before.endswith("(") and text[end : end + 1] == ")":
        return True
    return bool(_MAYBE_CODE_BEFORE.search(before) and _CODE_AFTER.match(text, end))
