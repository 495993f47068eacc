"""补充资料: figures that no statement prints (people, vehicles, procurement), their units and their totals."""

from collections.abc import Mapping

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact, Facts
from mingzhang.disclosure.trace import Computed, plus

VEHICLES: tuple[str, ...] = (
    "副部（省）级及以上领导用车",
    "主要领导干部用车",
    "机要通信用车",
    "应急保障用车",
    "执法执勤用车",
    "特种专业技术用车",
    "离退休干部服务用车",
    "其他用车",
)
"""The classes of S[国有资产], in printed order."""

PROCUREMENT: tuple[str, ...] = ("货物", "工程", "服务")
"""The kinds of S[政府采购]."""

TOTALS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("政府采购", "合计"): PROCUREMENT,
    ("国有资产", "车辆合计"): VEHICLES,
    ("人员", "在职合计"): ("行政在职", "事业在职"),
    ("人员", "离退休合计"): ("离休", "退休"),
}
"""Totals of 补充资料 and their parts. 参公在职 is part of 事业在职 (其中：参照公务员法管理)."""


def extra(row: str, column: str) -> Address:
    """A figure of 补充资料."""
    return Address("S", row, column)


def with_totals(facts: Facts) -> Facts:
    """The figures together with the totals of 补充资料 that the text states, each the sum of the parts handed in."""
    whole = dict(facts)
    for (row, column), parts in TOTALS.items():
        address = extra(row, column)
        given = [facts[part] for name in parts if (part := extra(row, name)) in facts]
        if given and address not in facts:
            trace = Computed(plus([fact.address for fact in given]))
            whole[address] = Fact(address, sum(fact.value for fact in given), given[0].unit, trace)
    return whole
