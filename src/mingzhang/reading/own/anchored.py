"""Anchored 锚定的数: figures that a file names by their addresses, as facts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from mingzhang.disclosure.address import Address, NotAnAddress
from mingzhang.disclosure.fact import Fact, Facts
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.trace import Stated
from mingzhang.terms.unit import MONEY_UNITS, WAN, Unit, unit_called

_DIGITS: Final = re.compile(r"-?\d{1,3}(?:,\d{3})*(?:\.\d+)?|-?\d+(?:\.\d+)?")
_WHOLE: Final = re.compile(r"-?\d{1,18}")
_UNIT: Final = re.compile(r"单位\s*[:：]\s*(万元|元)")
_SCALE: Final = re.compile(r"[1-9]\d{0,11}")
_DECIMALS: Final = re.compile(r"\d|1[0-2]")
MOST: Final = 200_000
"""Figures a file may name; a department with many units has some thousand."""


@dataclass(frozen=True, slots=True)
class Anchored:
    """A figure as a file names it: the written address, the exact value when it is given, the print otherwise."""

    address: str
    position: Position
    unit: Unit = WAN
    value: str = ""
    printed: str | None = None


def facts_of(found: Iterable[Anchored]) -> Facts | None:
    """The figures that can be understood, each where it first stands; None when there is none."""
    facts: dict[Address, Fact] = {}
    for each in found:
        fact = _fact(each)
        if fact is not None:
            facts.setdefault(fact.address, fact)
        if len(facts) >= MOST:
            break
    return facts or None


def _fact(each: Anchored) -> Fact | None:
    try:
        address = Address.parse(each.address)
    except NotAnAddress:
        return None
    trace = Stated(each.position)
    if _WHOLE.fullmatch(each.value):
        return Fact(address, int(each.value), each.unit, trace, printed=each.printed)
    text = (each.printed or "").strip()
    if not _DIGITS.fullmatch(text) or len(text) > 24:
        return None
    number = Decimal(text.replace(",", ""))
    places = len(text.partition(".")[2])
    spread = each.unit.scale // (2 * 10**places)
    return Fact(address, int(number * each.unit.scale), each.unit, trace, spread, text)


def unit_named(text: str, otherwise: Unit = WAN) -> Unit:
    """The unit that a line above a table says."""
    found = _UNIT.search(text)
    return MONEY_UNITS[found[1]] if found else otherwise


def unit_of(name: str, scale: str = "", decimals: str = "") -> Unit:
    """A unit by its name, and by how fine it counts where a file says so."""
    if _SCALE.fullmatch(scale) and _DECIMALS.fullmatch(decimals or "0"):
        return Unit(name, int(scale), int(decimals or "0"))
    return unit_called(name)
