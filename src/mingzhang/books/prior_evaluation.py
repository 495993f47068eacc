"""Prior evaluation 上年自评: last year's targets, values and scores, as handed in to be compared with this year's."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

COLUMNS: Final = (
    "评价", "指标编号", "一级指标", "二级指标", "三级指标", "目标值", "完成值", "计量单位", "分值", "得分",
)  # fmt: skip
"""The head of `prior_performance.csv`; 评价 is 整体 or the id of a project."""

TOTAL: Final = "总分"
"""What stands under 三级指标 in the line that gives the total score of an evaluation."""


@dataclass(frozen=True, slots=True)
class PriorLine:
    """One line: an indicator of an evaluation, or its total (`name` is 总分); what was not given is empty or None.

    `target` and `actual` are texts as last year's table printed them, with or without the unit.
    """

    evaluation: str
    indicator: str
    first: str
    second: str
    name: str
    target: str
    actual: str
    unit: str
    weight: Fraction | None = None
    score: Fraction | None = None
    file: str = ""
    line: int = 0

    @property
    def is_total(self) -> bool:
        """Whether it gives the total of its evaluation."""
        return self.name == TOTAL
