"""Target text 目标值的写法: ≥10000张, >95%, 90%~95%, 10000张以上, 不少于5000件, 4小时内, as people write them."""

import re
from fractions import Fraction
from typing import Final

from mingzhang.terms.printed import plain
from mingzhang.terms.target import Operator, Target
from mingzhang.terms.unit import MONEY_UNITS, PERCENT, Unit

_SIGNS: Final = str.maketrans({"≧": "≥", "≦": "≤", "﹥": ">", "﹤": "<", "＞": ">", "＜": "<", "＝": "=", "～": "~"})
_WORDS: Final = {
    Operator.AT_LEAST: "≥|>=|不(?:得|能)?(?:少于|低于|小于)|至少|大于或?等于|达到",
    Operator.AT_MOST: "≤|<=|不(?:得|能)?(?:超过|高于|大于|多于)|至多|小于或?等于|控制在",
    Operator.MORE: ">|超过|大于|高于|多于",
    Operator.LESS: "<|小于|低于|少于",
    Operator.EQUAL: "=|等于",
}
"""The signs and words before a number; 以上, 以下 and 以内 behind it include the number itself (民法典第1259条)."""
_BEHIND: Final = ((Operator.AT_LEAST, "以上"), (Operator.AT_MOST, "内"), (Operator.AT_MOST, "以下"))
_BEFORE: Final = "|".join(_WORDS.values())
_NUMBER: Final = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_UNIT: Final = r"[^\d\s<>≥≤=~,，。；;、*×+/前底]{0,8}?"
_ONE: Final = re.compile(
    rf"(?:[^\d<>≥≤=~]*(?=[<>≥≤=]))?(?P<before>{_BEFORE})?(?P<number>{_NUMBER})(?P<unit>{_UNIT})"
    r"(?:\(含\))?(?P<behind>及?以上|及?以下|以内|之内|内)?(?:\(含\))?"
)
_RANGE: Final = re.compile(
    rf"(?P<low>{_NUMBER})(?P<inner>{_UNIT})(?:~|-|—+|–|至|到)(?P<high>{_NUMBER})(?P<unit>{_UNIT})(?:之间)?"
)
_SCALES: Final = {"": Fraction(1), "万": Fraction(10_000), "亿": Fraction(100_000_000)}


class NotATarget(ValueError):
    """A text that states no quantitative target, or one in another unit."""


def parse(text: str, unit: Unit | None = None, bare: Operator | None = None) -> Target:
    """The target that a text states.

    `unit` is the one the value is measured in: a target without unit is in it, one in another is refused. A number
    without sign means `bare`; without that it is refused, for nobody can tell whether more is as good.
    """
    flat = re.sub(r"\s", "", plain(text).translate(_SIGNS))
    found = _RANGE.fullmatch(flat)
    if found:
        return _range(text, found, unit)
    found = _ONE.fullmatch(flat)
    if not found:
        raise NotATarget(f"“{text}”不是数量目标；写法如 ≥10000张、>95%、90%~95%、不少于5000件、4小时内")
    operator = _operator(text, found, bare)
    value, counted = _measured(text, found["number"], found["unit"], unit)
    return Target(operator, value, counted)


def _range(text: str, found: re.Match[str], unit: Unit | None) -> Target:
    low, counted = _measured(text, found["low"], found["inner"] or found["unit"], unit)
    high, other = _measured(text, found["high"], found["unit"], counted)
    if low > high:
        raise NotATarget(f"“{text}”的下限大于上限")
    return Target(Operator.BETWEEN, low, counted if counted.scale >= other.scale else other, high)


def _operator(text: str, found: re.Match[str], bare: Operator | None) -> Operator:
    before, behind = found["before"] or "", found["behind"] or ""
    signs = {operator for operator, words in _WORDS.items() if re.fullmatch(words, before)}
    signs |= {operator for operator, word in _BEHIND if behind.endswith(word)}
    if len(signs) > 1:
        raise NotATarget(f"“{text}”前后的说法不一致（{before}…{behind}）；只写一个，如 ≥ 或 ≤")
    if not signs and bare is None:
        raise NotATarget(f"“{text}”没有写明怎样算完成；数前写上 ≥、>、=、≤ 或 <")
    return next(iter(signs)) if signs else bare or Operator.EQUAL


def _measured(text: str, digits: str, name: str, unit: Unit | None) -> tuple[Fraction, Unit]:
    """The number in its unit; the unit is told by the text where none is given."""
    number = Fraction(digits.replace(",", ""))
    if unit is None:
        return _told(number, name, len(digits.partition(".")[2]))
    for scale, factor in _SCALES.items():
        if name in ("", unit.name):
            return number, unit
        if name == f"{scale}{unit.name}":
            return number * factor, unit
        if unit.name == f"{scale}{name}":
            return number / factor, unit
    raise NotATarget(f"“{text}”的计量单位是“{name}”，而完成值的计量单位是“{unit.name}”；两者应相同")


def _told(number: Fraction, name: str, places: int) -> tuple[Fraction, Unit]:
    known = PERCENT if name == PERCENT.name else MONEY_UNITS.get(name)
    if known:
        return number, known
    if name[:1] in _SCALES and len(name) > 1:
        return number * _SCALES[name[0]], Unit(name[1:], 1, 0)
    return number, Unit(name, 10**places, places)
