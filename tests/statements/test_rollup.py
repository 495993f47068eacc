"""Budgets given by 项 answer for 款, 类 and 合计 as well."""

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.trace import Computed, Entered
from mingzhang.statements.rollup import rolled_up
from mingzhang.terms.unit import WAN


def facts(**values: int) -> dict[Address, Fact]:
    """Entered facts of T5 by row and phase, written T5_2080108_年初预算=…"""
    found = {}
    for key, value in values.items():
        _, row, phase = key.split("_")
        address = Address("T5", row, "小计", phase)
        found[address] = Fact(address, value, WAN, Entered("budget.csv", Position("budget.csv", line=2)))
    return found


def test_items_add_up_to_every_level_above() -> None:
    found = rolled_up(facts(T5_2080108_年初预算=3, T5_2080505_年初预算=4, T5_2101102_年初预算=5, T5_2080108_全年预算=9))
    assert {str(a): f.value for a, f in found.items()} == {
        "T5[20801].小计@年初预算": 3,
        "T5[20805].小计@年初预算": 4,
        "T5[21011].小计@年初预算": 5,
        "T5[20801].小计@全年预算": 9,
        "T5[208].小计@年初预算": 7,
        "T5[210].小计@年初预算": 5,
        "T5[208].小计@全年预算": 9,
        "T5[total].小计@年初预算": 12,
        "T5[total].小计@全年预算": 9,
    }
    trace = found[Address.parse("T5[208].小计@年初预算")].trace
    assert isinstance(trace, Computed)
    assert [str(term.address) for term in trace.terms] == ["T5[20801].小计@年初预算", "T5[20805].小计@年初预算"]


def test_what_was_handed_in_is_kept() -> None:
    found = rolled_up(facts(T5_2080108_年初预算=3, T5_208_年初预算=100, T5_total_年初预算=1))
    assert [str(a) for a in found] == ["T5[20801].小计@年初预算"]


def test_this_years_accounts_are_not_touched() -> None:
    assert rolled_up(facts(T5_2080108_=3)) == {}
