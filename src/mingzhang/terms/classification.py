"""Classifications 收支分类: where money comes from, what it is for, what it buys."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache

from mingzhang.terms.period import ALWAYS, Span


class FundSource(Enum):
    """资金性质: which budget the money belongs to."""

    GENERAL = "一般公共预算财政拨款"
    GOVERNMENT_FUND = "政府性基金预算财政拨款"
    STATE_CAPITAL = "国有资本经营预算财政拨款"
    OTHER = "非财政拨款"

    @property
    def is_appropriation(self) -> bool:
        """Whether it is 财政拨款 of this level."""
        return self is not FundSource.OTHER


class Nature(Enum):
    """支出性质: keeping the body running, or a project."""

    BASIC = "基本支出"
    PROJECT = "项目支出"


FUNCTION_LENGTHS = (3, 5, 7)
"""Digits of 类, 款 and 项 of a FunctionCode 功能分类科目."""

ECONOMIC_LENGTHS = (3, 5)
"""Digits of 类 and 款 of an EconomicCode 部门经济分类科目."""


@lru_cache(4096)
def ancestors(code: str, lengths: tuple[int, ...] = FUNCTION_LENGTHS) -> tuple[str, ...]:
    """The codes above this one, outermost first: 2080108 has 208 and 20801."""
    return tuple(code[:n] for n in lengths if n < len(code))


class Standing(Enum):
    """What a code list knows of a code in a given year."""

    IN_FORCE = "有效"
    RETIRED = "已停用"
    NOT_YET = "尚未启用"
    UNKNOWN = "未收录"


@dataclass(frozen=True, slots=True)
class Code:
    """One line of a code list; `confidence` A or B may ground an error, C only a hint."""

    code: str
    name: str
    span: Span = ALWAYS
    confidence: str = "C"
    group: str = ""
    """For functional codes the fund, for economic codes the T6 total, for accounts the element."""


@dataclass(frozen=True)
class CodeList:
    """A dated list of codes: which names and codes hold in a fiscal year."""

    codes: tuple[Code, ...]
    _by_code: dict[str, list[Code]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the lines by code, since one code may have several names over the years."""
        index: dict[str, list[Code]] = {}
        for line in self.codes:
            index.setdefault(line.code, []).append(line)
        object.__setattr__(self, "_by_code", index)

    def find(self, code: str, year: int) -> Code | None:
        """The line in force in that year, if any."""
        return next((line for line in self._by_code.get(code, ()) if year in line.span), None)

    def name(self, code: str, year: int) -> str:
        """The official name of the year; empty when the code is not in force."""
        line = self.find(code, year)
        return line.name if line else ""

    def standing(self, code: str, year: int) -> Standing:
        """Whether the code is in force, retired, not yet in force, or unknown to the list."""
        lines = self._by_code.get(code)
        if not lines:
            return Standing.UNKNOWN
        if self.find(code, year):
            return Standing.IN_FORCE
        later = all(line.span.first is not None and year < line.span.first for line in lines)
        return Standing.NOT_YET if later else Standing.RETIRED

    def under(self, prefix: str, year: int) -> Iterable[Code]:
        """The lines in force below a code, in the order of the list."""
        return (c for c in self.codes if c.code.startswith(prefix) and c.code != prefix and year in c.span)
