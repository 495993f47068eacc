"""The unit 计量单位 of a measure: what it counts, in which thousands, and with how many decimals it is printed."""

from typing import Final

from mingzhang.reading.unit.entry import Entry
from mingzhang.terms.unit import MONEY_UNITS, PERCENT, Unit

_PREFIXES: Final = {"万": 10_000, "亿": 100_000_000}
_MOST_DECIMALS: Final = 6
_LARGEST_SCALE: Final = 10**8
_LONGEST: Final = 8


def read_unit_of(entry: Entry) -> Unit | None:
    """The unit, or None when it has no name; 万条 is ten thousand of 条 unless `scale` says otherwise."""
    name = entry.name("unit", "张")
    decimals = entry.whole("decimals", 0, _MOST_DECIMALS)
    scale = entry.whole("scale", 1, _LARGEST_SCALE)
    if not name:
        return None
    if name in _PREFIXES or len(name) > _LONGEST or any(char in "{}[]" or char.isdecimal() for char in name):
        entry.wrong("unit", name, "计量单位不能用", "写明计的是什么，不带数字，如 张、件、万条、%、元")
        return None
    return _fixed(entry, name, decimals) or _counted(entry, name, scale, decimals)


def _fixed(entry: Entry, name: str, decimals: int | None) -> Unit | None:
    """A percentage, or money: what they hold inside is settled."""
    known = PERCENT if name == PERCENT.name else MONEY_UNITS.get(name)
    if known is None:
        return None
    if entry.has("scale"):
        entry.wrong("scale", entry.table["scale"], f"“{name}”不用写 scale", "删去这一行")
    if decimals is None or decimals == known.decimals:
        return known
    return Unit(name, max(known.scale, 10**decimals) if known == PERCENT else known.scale, decimals)


def _counted(entry: Entry, name: str, scale: int | None, decimals: int | None) -> Unit | None:
    usual = _PREFIXES.get(name[0])
    places = decimals if decimals is not None else 2 if usual and scale is None else 0
    worth = scale or usual or 10**places
    if 10**places > worth or str(worth).strip("0") != "1":
        mend = "scale 写成 10000 这样的整十倍数，decimals 不多于它的零的个数"
        entry.wrong("scale", worth, "scale 与 decimals 不配", mend)
        return None
    return Unit(name, worth, places)
