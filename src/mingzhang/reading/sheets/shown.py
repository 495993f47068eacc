"""Shown 显示值: what a cell shows of the value it holds, by its number format."""

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Final

from mingzhang.books.raw import Raw

_BUILT_IN: Final = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0;-#,##0", 38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 41: "#,##0;-#,##0;-", 43: "#,##0.00;-#,##0.00;-",
    42: "#,##0;-#,##0;-", 44: "#,##0.00;-#,##0.00;-", 49: "@",
}  # fmt: skip
_SECTION: Final = re.compile(r';(?=(?:[^"]*"[^"]*")*[^"]*$)')
_NOISE: Final = re.compile(r'\[(?!h|m|s)[^\]]*\]|_.|\*.|\\(.)|"([^"]*)"')
_DIGITS: Final = re.compile(r"[#0?][#0?,]*(?:\.[#0?]*)?|\.[#0?]+")
_PLACES: Final = 10


def built_in(number: int) -> str:
    """The format code behind a number that no workbook writes out; empty for the general one."""
    return _BUILT_IN.get(number, "")


def shown(value: Raw, code: str = "") -> str:
    """The words of a cell: text as it is, a number as its format prints it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.datetime | datetime.date):
        return f"{value.year}年{value.month}月{value.day}日" if "年" in code else value.isoformat()[:10]
    if isinstance(value, int | float):
        return _number(Decimal(repr(value)), code)
    return str(value)


def _number(value: Decimal, code: str) -> str:
    if not value.is_finite():
        return str(value)
    if not code or code == "@" or code.lower().startswith("general"):
        return _general(value)
    sections = _SECTION.split(code)
    section = _section_for(value, sections)
    bare = value if len(sections) < 2 or value > 0 else abs(value)
    return _formatted(bare, section)


def _section_for(value: Decimal, sections: list[str]) -> str:
    """The part of a code for positive numbers, negative ones, or nothing."""
    if value < 0 and len(sections) > 1:
        return sections[1]
    return sections[2] if value == 0 and len(sections) > 2 else sections[0]


def _formatted(value: Decimal, section: str) -> str:
    plain = _NOISE.sub(lambda found: found[1] or found[2] or "", section)
    if plain.lower().startswith("general"):
        return _general(value)
    digits = _DIGITS.search(plain)
    if digits is None:
        return plain.strip()
    return (plain[: digits.start()] + _digits(value, digits[0], plain) + plain[digits.end() :]).strip()


def _digits(value: Decimal, pattern: str, plain: str) -> str:
    """The digits by a pattern such as #,##0.00: least and most decimals, grouping, percent, thousands left out."""
    whole, _, fraction = pattern.partition(".")
    scaled = value * 100 if "%" in plain else value
    scaled = scaled.scaleb(-3 * (len(whole) - len(whole.rstrip(","))))
    try:
        rounded = scaled.quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP)
    except InvalidOperation:
        return str(value)
    if rounded == 0 and "0" not in pattern:
        # # and ? show digits only where there are some.
        return ""
    rounded = abs(rounded) if rounded == 0 else rounded
    text = f"{rounded:,f}" if "," in whole.rstrip(",") else f"{rounded:f}"
    least = len(fraction.rstrip("#?"))
    head, _, tail = text.partition(".")
    while len(tail) > least and tail.endswith("0"):
        tail = tail[:-1]
    head = "" if head == "0" and tail and "0" not in whole else head
    return f"{head}.{tail}" if tail else head


def _general(value: Decimal) -> str:
    """A number without format: as many places as it needs, the noise of binary fractions rounded away."""
    try:
        rounded = value.quantize(Decimal(1).scaleb(-_PLACES), ROUND_HALF_UP)
    except InvalidOperation:
        return str(value)
    text = f"{rounded:f}".rstrip("0").rstrip(".")
    return "0" if text in ("", "-0", "-") else text
