"""The information centre's amounts: exact fen whose printed cells are those of the published year."""

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from .allocation import near, printed

PROJECT_ITEM = "2080108"
PRINTED_BASIC = {
    "2080150": 9968, "2080199": 415, "2080505": 1140, "2101102": 411, "2210201": 728, "2210202": 152,
}  # fmt: skip
"""基本支出 by 功能分类项, in hundredths of 万元."""
PRINTED_PROJECT = 6500
PRINTED_SUMS = {"20801": 10383, "208": 11522, "221": 880, "": 12813}
"""基本支出 above the 项: less than the sum of the printed parts where the exact parts lie low."""
PRINTED_WITH_PROJECT = {"20801": 16883, "208": 18022, "": 19313}
PRINTED_ECONOMIC = {
    "30101": 915, "30102": 4078, "30107": 2215, "30108": 1252, "30109": 209, "30110": 1605, "30112": 77,
    "30113": 2283, "30228": 179,
}  # fmt: skip
"""基本支出 by 部门经济分类款."""
PRINTED_PERSONNEL = 12634
PRINTED_SHARE = 6635
"""基本支出 in 本年支出, in hundredths of a percent."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """Exact fen: basic spending by 项, by 款, by both, and the one project."""

    basic: dict[str, int]
    economic: dict[str, int]
    project: int

    @property
    def cells(self) -> dict[tuple[str, str], int]:
        """Basic spending by 项 and 款: insurance and housing first to their own 项, the rest is 事业运行."""
        cells = {
            ("2080199", "30107"): self.basic["2080199"],
            ("2080505", "30108"): self.basic["2080505"],
            ("2101102", "30110"): self.basic["2101102"],
            ("2210201", "30113"): self.basic["2210201"],
            ("2210202", "30102"): self.basic["2210202"],
        }
        taken = {economic: fen for (_, economic), fen in cells.items()}
        cells |= {("2080150", e): fen - taken.get(e, 0) for e, fen in self.economic.items()}
        return cells


def under(amounts: dict[str, int], prefix: str) -> int:
    """The sum of the amounts whose code begins so."""
    return sum(fen for code, fen in amounts.items() if code.startswith(prefix))


def search(rng: Random) -> Amounts:
    """Draw amounts that print right one by one until the sums and the share print right as well."""
    while True:
        basic = {code: near(rng, cell) for code, cell in PRINTED_BASIC.items()}
        project = near(rng, PRINTED_PROJECT)
        if _rows_print(basic, project):
            break
    while True:
        economic = {code: near(rng, cell) for code, cell in PRINTED_ECONOMIC.items()}
        # The last 款 takes what is left, so that both margins of the table have one total.
        economic["30102"] += sum(basic.values()) - sum(economic.values())
        if _columns_print(economic):
            return Amounts(basic, economic, project)


def _rows_print(basic: dict[str, int], project: int) -> bool:
    alone = (printed(under(basic, code)) == cell for code, cell in PRINTED_SUMS.items())
    both = (printed(under(basic, code) + project) == cell for code, cell in PRINTED_WITH_PROJECT.items())
    return all(alone) and all(both) and _share(sum(basic.values()), project) == PRINTED_SHARE


def _share(basic: int, project: int) -> int:
    whole = basic + project
    return (basic * 20_000 + whole) // (2 * whole)


def _columns_print(economic: dict[str, int]) -> bool:
    every: Iterable[bool] = (printed(economic[code]) == cell for code, cell in PRINTED_ECONOMIC.items())
    return all(every) and printed(under(economic, "301")) == PRINTED_PERSONNEL
