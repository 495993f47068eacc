"""Names of figures of performance: P[measure].完成值, .分子, .分母, P[indicator].目标值, E[evaluation/…].得分 …"""

import re
from typing import Final

from mingzhang.disclosure.address import ACTUAL, Address

VALUE: Final = "完成值"
NUMERATOR: Final = "分子"
DENOMINATOR: Final = "分母"
TARGET: Final = "目标值"
SCORE: Final = "得分"
WEIGHT: Final = "分值"
TOTAL: Final = "总分"
MEASURES: Final = "P"
EVALUATIONS: Final = "E"
_MEASURED: Final = re.compile(rf"\s*P\[(?P<id>[^\]]+)\]\.({VALUE}|{NUMERATOR}|{DENOMINATOR})\s*")


def figure(measure: str, column: str = VALUE, phase: str = ACTUAL) -> Address:
    """A figure of a measure or an indicator."""
    return Address(MEASURES, measure, column, phase)


def of_evaluation(evaluation: str, part: str, column: str) -> Address:
    """A figure of an evaluation, or of an indicator, a first level or a line of money in it (`part`)."""
    return Address(EVALUATIONS, f"{evaluation}/{part}" if part else evaluation, column)


def measured(text: str) -> str:
    """The id of the measure of this year whose figure an address names; nothing for any other address."""
    found = _MEASURED.fullmatch(text)
    return found["id"] if found else ""
