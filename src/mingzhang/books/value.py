"""Reading single values 单元格值: text, amounts and days out of whatever a file puts into a cell."""

import math
import re
import unicodedata
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Final

from mingzhang.books.raw import Raw
from mingzhang.terms.money import Fen

LARGEST: Final = 10**16
"""Fen above which no public body's line can be: a hundred trillion yuan, and safe to sum in 64 bits."""

_EXACT_YUAN: Final = 10.0**13
"""Above this a binary float, and a spreadsheet's 15 digits, no longer tell the fen."""

_EXACT_WHOLE: Final = 10.0**15
_NEAR_FEN: Final = 1e-4
_GROUPED = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d*)?")
_PLAIN = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)")
_LONGEST_NUMBER: Final = 60
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?([ T]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?)?")
_COMPACT_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SERIAL_EPOCH: Final = date(1899, 12, 30)
_SERIALS: Final = range(20_000, 80_000)
_DASHES: Final = frozenset(("-", "—", "--", "——", "/", "∕", "－"))
_ROUNDED: Final = (
    "数字超过15位，表格软件只保留15位有效数字，后面的位数已经丢失",
    "在原系统中重新导出，把该列存为文本格式",
)


class BadValue(ValueError):
    """A value that cannot be what its column says; `mend` tells what to write instead."""

    def __init__(self, message: str, mend: str) -> None:
        """Keep both sentences for the fault."""
        super().__init__(message)
        self.message = message
        self.mend = mend


def is_blank(value: Raw) -> bool:
    """Whether a cell holds nothing but spaces."""
    return value is None or (isinstance(value, str) and not value.strip())


def shown(value: Raw) -> str:
    """The value as a fault quotes it: on one line, cut when it is very long."""
    text = "" if value is None else str(value)
    text = "".join(char if char.isprintable() else " " for char in text[:80]).strip()
    return text if len(str(value)) <= 80 else text + "…"


def as_text(value: Raw) -> str:
    """The text of a code or name; a whole number loses its `.0`, one that a spreadsheet rounded is refused."""
    if isinstance(value, str):
        return value.strip()
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return _whole_text(value)
    return str(value)


def _whole_text(value: float) -> str:
    if not math.isfinite(value):
        raise BadValue("不是有效的数字", "改成文本")
    if abs(value) >= _EXACT_WHOLE:
        raise BadValue(*_ROUNDED)
    return str(int(value)) if value.is_integer() else repr(value)


def as_fen(value: Raw) -> Fen:
    """The exact fen of an amount in yuan; a blank is zero."""
    if type(value) is str:
        if value[-3:-2] == "." and (digits := value[:-3] + value[-2:]).isdecimal() and digits.isascii():
            return _bounded(int(digits)) if len(digits) < _LONGEST_NUMBER else _from_text(value)
        return _from_text(value) if value else 0
    if value is None:
        return 0
    if isinstance(value, bool | date):
        raise BadValue("这里应是金额", "填写以元为单位的数字，如 1234.50")
    if isinstance(value, float):
        return _from_float(value)
    if isinstance(value, int):
        return _bounded(value * 100)
    assert isinstance(value, Decimal)
    return _from_decimal(value)


def _from_float(value: float) -> Fen:
    if not math.isfinite(value):
        raise BadValue("不是有效的数字", "填写以元为单位的数字，如 1234.50")
    if abs(value) >= _EXACT_YUAN:
        raise BadValue(*_ROUNDED)
    fen = round(value * 100)
    # 0.1 + 0.2 in a spreadsheet is not 0.3; what lies within a millionth of a yuan is taken as that fen.
    if abs(value * 100 - fen) > max(_NEAR_FEN, abs(value) * 1e-13):
        raise BadValue("金额比分还细", "四舍五入到分，最多两位小数")
    return fen


def _from_decimal(value: Decimal) -> Fen:
    if not value.is_finite():
        raise BadValue("不是有效的数字", "填写以元为单位的数字，如 1234.50")
    if abs(value) >= LARGEST:
        raise BadValue("金额大得不合理", "核对金额，单位是元")
    fen = value.scaleb(2)
    if fen != fen.to_integral_value():
        raise BadValue("金额比分还细", "四舍五入到分，最多两位小数")
    return _bounded(int(fen))


def _bounded(fen: Fen) -> Fen:
    if abs(fen) >= LARGEST:
        raise BadValue("金额大得不合理", "核对金额，单位是元")
    return fen


def as_number(value: Raw) -> Decimal | None:
    """The exact number a cell states, as it is written there; None for a blank or a dash."""
    if isinstance(value, float):
        return _written_number(value)
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        number = Decimal(value)
        if not number.is_finite():
            raise BadValue("不是有效的数字", "填写数字")
        return number
    if value is None or isinstance(value, str):
        return _number_in(value or "")
    raise BadValue("这里应是数字", "填写数字")


def _written_number(value: float) -> Decimal:
    """A spreadsheet's number with the 15 digits it means by it: 0.1 + 0.2 is 0.3."""
    if not math.isfinite(value):
        raise BadValue("不是有效的数字", "填写数字")
    return Decimal(f"{value:.15g}")


def _from_text(value: str) -> Fen:
    number = _number_in(value)
    return 0 if number is None else _from_decimal(number)


def _number_in(value: str) -> Decimal | None:
    text = unicodedata.normalize("NFKC", value[: 2 * _LONGEST_NUMBER]).strip().replace("−", "-")
    text = text.removeprefix("¥").removeprefix("￥").removesuffix("元").strip()
    if not text or text in _DASHES:
        return None
    if text.startswith("(") and text.endswith(")"):
        text = "-" + text[1:-1].strip()
    if _GROUPED.fullmatch(text):
        text = text.replace(",", "")
    if len(text) > _LONGEST_NUMBER or not _PLAIN.fullmatch(text):
        raise _not_an_amount(text)
    try:
        return Decimal(text)
    except InvalidOperation:
        raise _not_an_amount(text) from None


def _not_an_amount(text: str) -> BadValue:
    if re.fullmatch(r"[+-]?\d+(\.\d+)?[eE][+-]?\d+", text):
        return BadValue("金额写成了科学计数法，位数已经丢失", "在原系统中重新导出，或把该列设为数值格式再另存")
    if text.endswith(("万", "万元")):
        return BadValue("金额单位不是元", "换算成元，如 1.5万元 写成 15000.00")
    return BadValue("不是金额", "填写以元为单位的数字，如 1234.50，不要带文字")


def as_day(value: Raw) -> date:
    """The day a cell states: a date, a spreadsheet's serial, or text such as 2021-03-05, 2021年3月5日, 20210305."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, bool):
        raise _not_a_day()
    if isinstance(value, float | int | Decimal):
        return _day_of_number(value)
    return _day_of_text(unicodedata.normalize("NFKC", value or "").strip())


def _day_of_number(value: float | int | Decimal) -> date:
    finite = value.is_finite() if isinstance(value, Decimal) else math.isfinite(value)
    if not finite:
        raise _not_a_day()
    whole = int(value)
    return _SERIAL_EPOCH + timedelta(days=whole) if whole in _SERIALS else _day_of_text(str(whole))


def _day_of_text(text: str) -> date:
    if len(text) == 5 and text.isdecimal() and int(text) in _SERIALS:
        return _SERIAL_EPOCH + timedelta(days=int(text))
    found = _DAY.fullmatch(text) or _COMPACT_DAY.fullmatch(text)
    if not found:
        raise _not_a_day()
    year, month, day = (int(part) for part in found.groups()[:3])
    try:
        return date(year, month, day)
    except ValueError:
        raise BadValue("没有这一天", "改成存在的日期，如 2021-03-05") from None


def _not_a_day() -> BadValue:
    return BadValue("不是日期", "写成 2021-03-05 这样的日期")
