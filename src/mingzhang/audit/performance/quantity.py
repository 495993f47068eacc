"""Quantity 数量: a number with its unit and bound, as targets and results print it: >95%, 不少于10次, 1.2万人次以上."""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

from mingzhang.terms.printed import plain

_SIGNS: Final = str.maketrans({"≧": "≥", "≦": "≤", "＞": ">", "＜": "<", "＝": "=", "﹥": ">", "﹤": "<", "％": "%"})
_UNITS: Final = (
    "个百分点", "个工作日", "立方米", "平方米", "平方公里", "工作日", "个月", "人次", "批次", "场次", "件次",
    "台次", "车次", "户次", "班次", "课时", "小时", "分钟", "公里", "千米", "公顷", "公斤", "元", "%", "‰", "张",
    "人", "次", "个", "件", "项", "条", "家", "场", "期", "份", "篇", "套", "台", "辆", "册", "天", "日", "月",
    "年", "亩", "吨", "分", "名", "户", "只", "头", "株", "所", "座", "处", "批", "例", "本", "幅", "部", "块",
    "页", "卷", "宗", "起", "栋", "棵", "羽", "盏", "㎡", "米", "轮", "支", "枚", "村",
)  # fmt: skip
_ONE_OF: Final = "|".join(re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True))
_AT_LEAST: Final = "≥|>=|不少于|不低于|不小于|至少|大于等于|大于或等于"
_AT_MOST: Final = "≤|<=|不超过|不高于|不大于|不多于|小于等于|小于或等于|控制在"
_NUMBER: Final = re.compile(
    rf"(?P<before>{_AT_LEAST}|{_AT_MOST}|>|<|=|超过|大于|高于|小于|低于|约|近)?\s*"
    r"(?<![\d.])(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*"
    rf"(?P<scale>万|亿)?\s*(?P<unit>{_ONE_OF})?(?P<after>\s*(?:及|或)?(?:以上|以下|以内|之内|左右|内|余|多))?"
)
_BOUNDS: Final = (
    (re.compile(_AT_LEAST), "≥"),
    (re.compile(_AT_MOST), "≤"),
    (re.compile("超过|大于|高于|>"), ">"),
    (re.compile("小于|低于|<"), "<"),
    (re.compile("约|近"), "≈"),
)
_AFTER: Final = (("以上", "≥"), ("以下", "≤"), ("内", "≤"), ("左右", "≈"), ("余", "≥"), ("多", "≥"))
_SCALE: Final = {"万": 10_000, "亿": 100_000_000, None: 1}
_CALENDAR: Final = re.compile(r"(?:19|20)\d\d\s*[年./-]|\d\s*月(?!度)|\d\s*[日号](?!常)|季度|年底|年末|[上下]半年")
_OTHERWISE: Final = re.compile(r"每|/|[第前排名]\d")
_TIME_UNITS: Final = frozenset({"天", "日", "月", "年", "小时", "分钟", "个月", "工作日", "个工作日"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of things: `bound` is ≥ > ≤ < ≈ or nothing, `unit` the thing counted or nothing.

    `spread` is half of its last printed place.
    """

    value: Fraction
    unit: str
    bound: str
    places: int
    spread: Fraction
    text: str

    @property
    def is_time(self) -> bool:
        """Whether a length of time is meant, of which less is better."""
        return self.unit in _TIME_UNITS

    def is_comparable(self, other: "Quantity") -> bool:
        """Whether both count the same thing."""
        return self.unit == other.unit


@dataclass(frozen=True, slots=True)
class Spot:
    """A quantity of a longer text: where it stands, and the words of its clause before it."""

    quantity: Quantity
    start: int
    end: int
    before: str


def flat(text: str) -> str:
    """The text with plain digits and signs, without spaces but those that part two numbers."""
    return re.sub(r"(?<!\d)\s+|\s+(?!\d)", "", plain(text).translate(_SIGNS))


def is_calendar(text: str) -> bool:
    """Whether a date, month or quarter stands in the text."""
    return bool(_CALENDAR.search(flat(text)))


@lru_cache(maxsize=4096)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Every number of the text with what it counts."""
    return tuple(_quantity(found) for found in _NUMBER.finditer(flat(text)))


def spots(text: str) -> tuple[Spot, ...]:
    """Every number of a text that is no ordinal, with its place and the Chinese characters right before it."""
    wide = plain(text).translate(_SIGNS)
    return tuple(
        Spot(_quantity(found), found.start(), found.end(), _before(wide[: found.start()]))
        for found in _NUMBER.finditer(wide)
    )


def single(text: str) -> Quantity | None:
    """The only number of the text; None when it has none, several, a date, a rank, or counts by the month or head."""
    found = quantities(text)
    return found[0] if len(found) == 1 and not is_calendar(text) and not _OTHERWISE.search(flat(text)) else None


@lru_cache(maxsize=4096)
def number(text: str) -> Quantity | None:
    """What a cell holds that holds a number and at most its unit; None for anything else."""
    found = _NUMBER.fullmatch(flat(text))
    return _quantity(found) if found else None


def is_slip(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers of at least three digits differ by one digit, or by two that changed places."""
    a, b = (re.sub(r"[^\d.]", "", quantity.text) for quantity in (one, other))
    if len(a) != len(b) or len(a.replace(".", "")) < 3 or a == b or one.unit != other.unit:
        return False
    wrong = [i for i, (left, right) in enumerate(zip(a, b, strict=True)) if left != right]
    swapped = len(wrong) == 2 and a[wrong[0]] == b[wrong[1]] and a[wrong[1]] == b[wrong[0]]
    return len(wrong) == 1 or (swapped and wrong[1] - wrong[0] == 1)


def shown(value: Fraction, places: int = 2) -> str:
    """A number in digits, rounded half up to so many places, without idle zeros."""
    scaled = value * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    sign, digits = ("-" if whole < 0 else ""), str(abs(whole)).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}".rstrip("0").rstrip(".") if places else digits
    return sign + text


def _before(text: str) -> str:
    found = re.search(r"[\u4e00-\u9fff]+$", re.sub(r"[\s“”\"]", "", text[-24:]))
    return found[0] if found else ""


def _quantity(found: re.Match[str]) -> Quantity:
    digits = found["digits"].replace(",", "")
    scale, places = _SCALE[found["scale"]], len(digits.partition(".")[2])
    spread = Fraction(scale, 2 * 10**places)
    return Quantity(Fraction(digits) * scale, found["unit"] or "", _bound(found), places, spread, found[0])


def _bound(found: re.Match[str]) -> str:
    before, after = found["before"] or "", found["after"] or ""
    sign = next((sign for pattern, sign in _BOUNDS if pattern.fullmatch(before)), "")
    return sign or next((sign for word, sign in _AFTER if after.endswith(word)), "")
