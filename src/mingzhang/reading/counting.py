"""Counting 编号数字: a number in the writing a list asks for."""

from collections.abc import Callable, Mapping
from typing import Final

_DIGITS: Final = "〇一二三四五六七八九"
_LEGAL: Final = "零壹贰叁肆伍陆柒捌玖"
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST: Final = 9_999
"""Numbers beyond are written in plain digits, which is what Word falls back to as well."""


def counted(number: int, form: str) -> str:
    """A number as the named form (ECMA-376 ST_NumberFormat) writes it; unknown forms count in plain digits."""
    return _FORMS.get(form, str)(number) if 0 < number <= _MOST else str(number)


def _chinese(
    number: int, digits: str = _DIGITS, steps: tuple[str, ...] = ("", "十", "百", "千"), nil: str = "零"
) -> str:
    text, places = "", str(number)
    for place, digit in enumerate(places):
        step = steps[len(places) - place - 1]
        if digit != "0":
            text += digits[int(digit)] + step
        elif text and not text.endswith(nil) and places[place:].strip("0"):
            text += nil
    return text


def _counting(number: int) -> str:
    """As headings count: 十一, not 一十一."""
    return _chinese(number).removeprefix("一") if 10 <= number < 20 else _chinese(number)


def _digital(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _legal(number: int) -> str:
    return _chinese(number, _LEGAL, ("", "拾", "佰", "仟"))


def _roman(number: int) -> str:
    text = ""
    for worth, letters in _ROMAN:
        text += letters * (number // worth)
        number %= worth
    return text


def _letter(number: int) -> str:
    """a … z, then aa, bb."""
    return chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if number <= 20 else str(number)


def _wide(number: int) -> str:
    return str(number).translate({48 + digit: 0xFF10 + digit for digit in range(10)})


_CHINESE: Final = (
    "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand",
    "koreanCounting",
)  # fmt: skip
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"

_FORMS: Final[Mapping[str, Callable[[int], str]]] = {
    **dict.fromkeys(_CHINESE, _counting),
    **dict.fromkeys(("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"), _digital),
    **dict.fromkeys(("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"), _legal),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _circled),
    **dict.fromkeys(("decimalFullWidth", "decimalFullWidth2"), _wide),
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "ideographEnclosedCircle": lambda number: chr(0x3280 + number - 1) if number <= 10 else _counting(number),
    "ideographTraditional": lambda number: _STEMS[(number - 1) % 10],
    "decimalZero": lambda number: f"{number:02}",
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "none": lambda number: "",
    "bullet": lambda number: "",
}
