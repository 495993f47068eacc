"""Listing 列举: 主要包括：基本工资、津贴补贴…: the rows of T6 that a list of names names."""

import re
from fractions import Fraction
from typing import Final

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.claim import Listing
from mingzhang.narrative.prose.binding import Binding
from mingzhang.narrative.prose.catalogue import Catalogue, key

_END: Final = re.compile(r"[。;\n]|$")
_MONEY: Final = re.compile(r"\d")
_NAME: Final = re.compile(r"[^、,]+")
_LEAST: Final = Fraction(4, 5)
_LEAD: Final = Fraction(1, 10)
_MOST: Final = 80
"""A list of more names than T6 has rows is none."""
_OTHER_NAMES: Final = {"津补贴": "30102", "津贴、补贴": "30102", "因公出国(境)": "30212", "养老保险": "30108"}


def listed(text: str, start: int, economics: Catalogue) -> list[Binding] | None:
    """The list that begins here as a claim, none when a name on it is unknown; None when amounts stand in it."""
    end = _END.search(text, start)
    stop = end.start() if end else len(text)
    while start < stop and text[start] in ':,"':
        start += 1
    if start == stop or _MONEY.search(text, start, stop):
        return None
    names = [_clean(found[0]) for found in _NAME.finditer(text, start, stop)]
    if len(names) > _MOST:
        return []
    codes = [economic_code(name, economics) for name in names if name]
    if not codes or not all(codes):
        return []
    facts = tuple(dict.fromkeys(Address("T6", code, "决算数") for code in codes))
    return [Binding(start, _trimmed(text, start, stop), Listing(facts))]


def economic_code(name: str, economics: Catalogue) -> str:
    """The 款 of the economic classification with this name or the one that resembles it; nothing when none does."""
    if name in _OTHER_NAMES:
        return _OTHER_NAMES[name]
    codes = [code for code in economics.names if len(code) == 5]
    exact = [code for code in codes if key(name) in economics.names[code]]
    if exact:
        return _preferred(exact, economics)
    scored = sorted(((economics.likeness(name, code), code) for code in codes), reverse=True)
    if scored and scored[0][0] >= _LEAST and (len(scored) < 2 or scored[0][0] - scored[1][0] >= _LEAD):
        return scored[0][1]
    return ""


def _preferred(codes: list[str], economics: Catalogue) -> str:
    """Of several classes with the same name the one that is printed, or the lowest of those usual in T6."""
    printed = [code for code in codes if code in economics.rows.get("T6", ())]
    usual = [code for code in codes if code[:3] in ("301", "302", "303", "310")]
    return sorted(printed or usual or codes)[0]


def _clean(name: str) -> str:
    return re.sub(r"^(?:以及|及|和)|等(?:支出|费用|经费|内容|项目|方面)*$", "", name.strip('" '))


def _trimmed(text: str, start: int, stop: int) -> int:
    while stop > start and text[stop - 1] in ' ,"':
        stop -= 1
    return stop
