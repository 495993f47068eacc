"""Heads 表头: the words by which the columns of an evaluation are known, wherever they stand."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

FIRST: Final = "first"
SECOND: Final = "second"
NAME: Final = "name"
SIGN: Final = "sign"
TARGET: Final = "target"
UNIT: Final = "unit"
ACTUAL: Final = "actual"
WEIGHT: Final = "weight"
SCORE: Final = "score"
DEDUCTION: Final = "deduction"
REASON: Final = "reason"

OPENING: Final = "opening"
BUDGET: Final = "budget"
EXECUTED: Final = "executed"
RATE: Final = "rate"

Namer = Callable[[str], str]
"""Which column a head names; nothing when none."""
Pairing = Callable[[str, str], bool]
"""Whether a label and what stands beside it belong together."""

_INDICATOR: Final = (
    (FIRST, r"一级指标|指标类型|评价内容"),
    (SECOND, r"二级指标"),
    (NAME, r"(?:明细)?(?:指标)?(?:内容)?三级指标|三级指标.*|明细指标.*|指标名称|指标内容|具体指标|四级指标"),
    (SIGN, r"指标性质|计算符号|比较符号"),
    (UNIT, r"度量单位|计量单位|单位"),
    (
        TARGET,
        r"(?:年度|年初|预期|绩效|计划|全年|设定|本年)*(?:指标|目标|计划|预期|绩效目标)值.*|目标值.*|预期指标.*|指标值.*|年度指标",
    ),
    (
        ACTUAL,
        r"(?:全年|年度|年末|实际|绩效|目标)*(?:指标)?(?:实际)?(?:完成|实现|达成)(?:指标|目标|情况)?值.*|"
        r"实际(?:完成|实现|达成)(?:情况|指标)?.*|(?:年度|全年|指标)?完成情况|(?:全年|年度|年末)?实际值.*",
    ),
    (DEDUCTION, r"(?:自评)?扣分(?!原因).*"),
    (WEIGHT, r"(?:指标|标准|设定|评价)?(?:分值|权重|满分|标准分)(?:权重|分值)?.*|分数"),
    (
        SCORE,
        r"(?:自评|评价|实际|指标|单位|综合|最终)*(?:得分|评分|打分|自评分)(?!标准|依据|原因|说明|方法|规则|率|系数|比例).*",
    ),
    (REASON, r".*(?:偏差|未完成|未达|扣分|差异|偏离).*(?:原因|分析|说明|措施).*|原因分析.*|改进措施"),
)
_FUNDING: Final = (
    (OPENING, r"年初预算(?:数|金额|安排)?.*"),
    (BUDGET, r"(?:全年|当年|调整后?|年度|本年)*预算(?:调整)?(?:数|金额|安排数?)(?:[(]?A[)]?)?.*|全年预算.*"),
    (
        EXECUTED,
        r"(?:全年|年度|实际)执行|(?:全年|当年|年度|实际|本年|预算)*(?:执行|支出|支付)(?:数|金额|支出)(?:[(]?B[)]?)?.*|决算数.*",
    ),
    (RATE, r"(?:预算|资金)?(?:执行|完成)(?:率|进度)(?!权重|得分|分值).*"),
    (WEIGHT, r"(?:标准|执行率?)?(?:分值|权重).*"),
    (SCORE, r"(?:自评|执行率?)?得分.*"),
)
_MONEY_ROWS: Final = re.compile(
    r"(?:其中)?:?(?:年度|本年|项目|单位|部门)*(?:整体支出)?(?:预算)?(?:财政)?资金(?:总额|合计|总计)?.*|.*资金总额.*|"
    r"(?:其中)?:?(?:合计|总计|小计)|.*财政拨款.*|.*财政资金.*|.*财政性资金.*|.*结转.*|.*其他(?:资金|收入)?|"
    r".*单位资金|.*自筹.*|.*专户.*|(?:其中)?:?(?:中央|省|市|县|区|本)级?.*(?:补助|资金|拨款)|.*基本支出.*|.*项目支出.*|"
    r".*事业收入.*|.*政府性基金.*|.*预算拨款.*"
)
_TOTAL: Final = re.compile(
    r"(?:自评|综合|评价|绩效|最终|项目)*(?:总分|总得分|得分合计|合计得分|综合得分|总评分|自评得分)(?:合计)?(?:[(].{1,8}[)])?|合计|总计"
)
_NAME_LABEL: Final = re.compile(r"(?:自评|专项|转移支付|一级|二级|[(](?:专项|政策)[)])*[(]?项目[)]?(?:[(]政策[)])?名称")
_GRADE: Final = re.compile(r".*(?:等级|等次|自评结论|评价结果|评级|结论)")
_WHOLE_REASON: Final = re.compile(r".*(?:目标|指标)未(?:完成|达成|达到).*原因.*|.*偏差(?:大|较大)?.*原因.*")
_MARK: Final = re.compile(r"\s|[*★]")


def squeezed(text: str) -> str:
    """A head without blanks, with plain brackets."""
    return _MARK.sub("", text).replace("（", "(").replace("）", ")").replace("：", ":")


def indicator_head(text: str) -> str:
    """Which column of indicators a head names; nothing when none."""
    return _named(text, _INDICATOR)


def funding_head(text: str) -> str:
    """Which column of money a head names; nothing when none."""
    return _named(text, _FUNDING)


def is_money_row(text: str) -> bool:
    """Whether a label names a line of money."""
    return bool(_MONEY_ROWS.fullmatch(squeezed(text)))


def is_money_label(text: str) -> bool:
    """Whether a label announces the money of the whole evaluation: 项目资金（万元）, 预算执行情况."""
    return bool(
        re.fullmatch(
            r"(?:项目|年度|预算|整体)*(?:支出)?(?:资金|预算)(?:总额|执行)?(?:情况)?(?:\(万?元\))?", squeezed(text)
        )
    )


def is_name(text: str) -> bool:
    """Whether a label announces the name of what is evaluated: 项目名称, 转移支付（项目）名称."""
    return bool(_NAME_LABEL.fullmatch(squeezed(text).rstrip(":")))


def is_total(text: str) -> bool:
    """Whether a label names the foot of the scores."""
    return bool(_TOTAL.fullmatch(squeezed(text).rstrip(":")))


def is_subtotal(text: str) -> bool:
    """Whether a label names the sum of some of the indicators only."""
    return squeezed(text).rstrip(":").endswith("小计")


def is_grade(text: str) -> bool:
    """Whether a label announces the grade."""
    flat = squeezed(text).rstrip(":")
    return len(flat) <= 12 and bool(_GRADE.fullmatch(flat))


def is_whole_reason(text: str) -> bool:
    """Whether a label announces why targets of the whole table were missed."""
    return bool(_WHOLE_REASON.fullmatch(squeezed(text)))


@lru_cache(maxsize=4096)
def _named(text: str, kinds: tuple[tuple[str, str], ...]) -> str:
    flat = squeezed(text)
    if not flat or len(flat) > 40:
        return ""
    return next((kind for kind, pattern in kinds if re.fullmatch(pattern, flat)), "")
