"""Reached 达标: whether a result reaches its target, where both are numbers of the same thing."""

import re
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Final

from mingzhang.audit.performance.quantity import Quantity, flat, is_calendar, number, quantities, single
from mingzhang.disclosure.evaluation import Entry, Indicator

_LESS_IS_BETTER: Final = re.compile(
    r"造价|单价|资金|预算|投入|投诉|事故|故障|差错|错误|死亡|发病|违规|违纪|超支|成本|费用|经费|支出|时间|时长|时限|周期|控制|降低|下降|减少|压减|延误|"
    r"失业|逾期|变动|调整率|差异|偏差|波动|闲置|损耗|能耗|排放|污染|流失|负债|退件|上访"
)
_DONE: Final = re.compile(
    r"符合|完成|达标|达成|达到|满意|良好|优|较好|合格|正常|规范|是|已|有所|显著|提升|提高|及时|到位|落实|实现|保障|好"
)
_PARTLY: Final = re.compile(
    r"基本(?:完成|达到|达成|达标|实现)|部分(?:完成|达到|达成|达标|实现)|未(?:全部)?(?:完成|达到|达成|达标|实现)|尚未|没有完成"
)
_NUMERAL: Final = re.compile(r"百分之|全年无|零[^件]|[一二两三四五六七八九十百千]+(?:次|个|件|项|人|家|场|期|起|例)")


class Standing(Enum):
    """How a result stands to its target."""

    REACHED = "达到"
    MISSED = "未达到"
    UNKNOWN = "不能比较"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A target and a result as numbers, and how they stand."""

    target: Quantity
    actual: Quantity
    standing: Standing

    @property
    def share(self) -> Fraction | None:
        """The result as a share of the target; None for a target of nothing."""
        return self.actual.value / self.target.value if self.target.value else None


def compared(indicator: Indicator) -> Comparison | None:
    """The comparison of an indicator; None where target or result is no single number of the same thing."""
    target, actual = counted(indicator.target, indicator.unit), counted(indicator.actual, indicator.unit)
    if not target or not actual:
        return None
    if not target.is_comparable(actual):
        return None
    return Comparison(target, actual, _standing(target, actual, _words(indicator)))


def is_numeric_target(indicator: Indicator) -> bool:
    """Whether a target demands a number: a percentage, a bound, or nothing but a number; dates do not count."""
    entry = indicator.target
    if entry is None or entry.doubtful or is_calendar(entry.text):
        return False
    found = quantities(entry.text)
    if len(found) != 1:
        return False
    (target,) = found
    if target.is_time and not target.bound:
        return False
    is_alone = number(entry.text) is not None and "/" not in indicator.unit
    return target.unit == "%" or (target.bound in {"≥", ">", "≤", "<"} and bool(target.unit)) or is_alone


def is_wordy(entry: Entry | None) -> bool:
    """Whether a result is given in words of praise or completion alone."""
    if entry is None or entry.doubtful or entry.shared or not entry.text.strip():
        return False
    text = flat(entry.text)
    return not re.search(r"\d", text) and not _NUMERAL.search(text) and bool(_DONE.search(text)) and len(text) <= 20


def is_partly(entry: Entry | None) -> bool:
    """Whether a result says in words that the target was reached in part or not at all."""
    if entry is None or entry.doubtful or entry.shared:
        return False
    text = flat(entry.text)
    return len(text) <= 12 and bool(_PARTLY.search(text))


def counted(entry: Entry | None, unit: str) -> Quantity | None:
    """The only number of an entry; one that is nothing but a number counts in the unit of its own column."""
    found = single(entry.text) if entry and not entry.doubtful and not entry.shared else None
    bare = found and not found.unit and unit and entry and number(entry.text)
    return single(f"{entry.text}{unit}") if bare and entry else found


def _words(indicator: Indicator) -> str:
    target = indicator.target.text if indicator.target else ""
    return f"{indicator.second}{indicator.name}{target}"


def _standing(target: Quantity, actual: Quantity, words: str) -> Standing:
    if actual.bound in {"≈"} or target.bound == "≈":
        return Standing.UNKNOWN
    if target.bound in {"≥", ">"}:
        money = target.unit == "元" and _LESS_IS_BETTER.search(words)
        return Standing.UNKNOWN if money else _at_least(target, actual)
    if target.bound in {"≤", "<"}:
        return _at_most(target, actual)
    if actual.value == target.value and not actual.bound:
        return Standing.REACHED
    if target.is_time or _LESS_IS_BETTER.search(words) or not target.unit:
        return Standing.UNKNOWN
    return _at_least(target, actual)


def _at_least(target: Quantity, actual: Quantity) -> Standing:
    if actual.bound in {"≤", "<"}:
        return Standing.UNKNOWN
    if actual.value >= target.value:
        return Standing.REACHED
    return Standing.UNKNOWN if actual.bound else Standing.MISSED


def _at_most(target: Quantity, actual: Quantity) -> Standing:
    if actual.bound in {"≥", ">"}:
        return Standing.UNKNOWN
    if actual.value <= target.value:
        return Standing.REACHED
    return Standing.UNKNOWN if actual.bound else Standing.MISSED
