"""Address 数据项地址: the one name of a figure on every surface, such as `T5[2080108].项目支出`."""

import re
from dataclasses import dataclass

ACTUAL = ""
PRIOR = "上年"
BUDGET = "年初预算"
ADJUSTED = "全年预算"
PHASES = (ACTUAL, PRIOR, BUDGET, ADJUSTED)
"""口径: this year's final account (unnamed), last year's, and the two budgets."""

TOTAL = "total"
"""The row name of 合计 in statements whose rows are codes."""

_PATTERN = re.compile(r"(?P<statement>[A-Z]\d?)\[(?P<row>[^\]]+)\]\.(?P<column>[^@]+)(@(?P<phase>.+))?")


class NotAnAddress(ValueError):
    """A text that names no figure."""


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """Where a figure stands: statement T1…T9 (or S for 补充资料), row, column, and the phase 口径 it speaks of."""

    statement: str
    row: str
    column: str
    phase: str = ACTUAL

    def __str__(self) -> str:
        """The written form, which `parse` reads back."""
        return f"{self.statement}[{self.row}].{self.column}" + (f"@{self.phase}" if self.phase else "")

    @staticmethod
    def parse(text: str) -> "Address":
        """The address a written form names."""
        found = _PATTERN.fullmatch(text.strip())
        if not found or (found["phase"] or ACTUAL) not in PHASES:
            raise NotAnAddress(f"“{text}”不是数据项地址；写法如 T5[2080108].项目支出 或 T1[收入总计].金额@上年")
        return Address(found["statement"], found["row"], found["column"], found["phase"] or ACTUAL)

    def at(self, phase: str) -> "Address":
        """The same figure under another phase."""
        return Address(self.statement, self.row, self.column, phase)
