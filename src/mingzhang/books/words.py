"""Words 口径用词: the many spellings of 资金性质, 支出性质 and 借贷方向, each with the value it stands for."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from mingzhang.terms.classification import FundSource, Nature
from mingzhang.terms.selection import Side

FUND_WORDS: Final[Mapping[FundSource, tuple[str, ...]]] = {
    FundSource.GENERAL: (
        "一般公共预算财政拨款", "一般公共预算", "一般公共预算资金", "一般公共预算拨款", "一般公共财政预算",
        "公共财政预算", "公共财政预算拨款", "一般预算", "一般", "经费拨款", "general",
    ),
    FundSource.GOVERNMENT_FUND: (
        "政府性基金预算财政拨款", "政府性基金预算", "政府性基金", "政府性基金预算资金", "政府性基金预算拨款",
        "政府性基金财政拨款", "基金预算", "基金", "government_fund",
    ),
    FundSource.STATE_CAPITAL: (
        "国有资本经营预算财政拨款", "国有资本经营预算", "国有资本经营", "国有资本经营预算资金",
        "国有资本经营预算拨款", "国资预算", "国资", "state_capital",
    ),
    FundSource.OTHER: (
        "非财政拨款", "非财政拨款资金", "其他资金", "其他", "自有资金", "单位资金", "单位自有资金", "非财政资金",
        "事业收入", "事业收入资金", "经营收入", "财政专户管理资金", "非同级财政拨款", "往来资金", "other",
    ),
}  # fmt: skip
"""财政专户管理资金 is not 财政拨款: it is fee income returned to the body (domain: 事业收入)."""

NATURE_WORDS: Final[Mapping[Nature, tuple[str, ...]]] = {
    Nature.BASIC: (
        "基本支出", "基本", "人员经费", "人员支出", "人员", "人员类", "公用经费", "公用支出", "公用", "日常公用",
        "日常公用经费", "运转类", "基本支出人员经费", "基本支出公用经费", "基本支出日常公用经费", "basic",
    ),
    Nature.PROJECT: (
        "项目支出", "项目", "项目经费", "专项", "专项经费", "专项支出", "特定目标类", "部门项目", "project",
    ),
}  # fmt: skip

SIDE_WORDS: Final[Mapping[Side, tuple[str, ...]]] = {
    Side.DEBIT: ("借", "借方", "d", "dr", "debit"),
    Side.CREDIT: ("贷", "贷方", "c", "cr", "credit"),
}

OPENING_WORDS: Final = frozenset({"期初", "年初", "期初余额", "年初余额", "年初数", "opening"})
CLOSING_WORDS: Final = frozenset({"结转", "年末结转", "年终结转", "结账", "年终转账", "closing"})
VOID_WORDS: Final = frozenset({"1", "是", "y", "yes", "true", "作废", "已作废", "t"})
TOTAL_WORDS: Final = frozenset(
    {
        "合计", "总计", "小计", "本页合计", "本页小计", "本月合计", "本期合计", "本年累计", "累计", "承前页",
        "过次页", "凭证合计", "资产合计", "负债合计", "借方合计", "贷方合计", "合计数", "total",
    }
)  # fmt: skip

_NOISE = re.compile(r"[\s_\-—/\\()\[\]{}:;,.\"'“”‘’、·*#]+")


def plain(text: str) -> str:
    """The text reduced to what matters for comparing words: no spaces, brackets, marks, width or case."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", text)).lower()


_FUNDS = {plain(word): fund for fund, words in FUND_WORDS.items() for word in words}
_NATURES = {plain(word): nature for nature, words in NATURE_WORDS.items() for word in words}
_SIDES = {plain(word): side for side, words in SIDE_WORDS.items() for word in words}


@dataclass(frozen=True, slots=True)
class Words:
    """The usual spellings and those a unit's own mapping adds; own spellings win."""

    funds: Mapping[str, FundSource] = field(default_factory=dict)
    natures: Mapping[str, Nature] = field(default_factory=dict)

    def fund(self, text: str) -> FundSource | None:
        """The 资金性质 a word stands for; a leading code (`1 一般公共预算`) does not matter."""
        return self.funds.get(text) or _FUNDS.get(_without_code(text))

    def nature(self, text: str) -> Nature | None:
        """The 支出性质 a word stands for."""
        return self.natures.get(text) or _NATURES.get(_without_code(text))


def side_of(text: str) -> Side | None:
    """借 or 贷."""
    return _SIDES.get(plain(text))


def _without_code(text: str) -> str:
    reduced = plain(text)
    return reduced.lstrip("0123456789") or reduced
