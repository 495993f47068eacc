"""Compile: what each cell asks of the books, and the laws that hold for whatever the books say."""

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingzhang.books.balance import Balance
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.trace import Computed, Entered, Selected
from mingzhang.standards.codes import code_names
from mingzhang.standards.forms import forms
from mingzhang.standards.profiles import load
from mingzhang.statements.compile import compile_facts, running_cost
from mingzhang.statements.cube import Cube, Scope
from mingzhang.statements.form import Form
from mingzhang.statements.layout import lay_out
from mingzhang.terms.unit import WAN
from tests.depth import examples
from tests.statements.books import (
    BASIC,
    FUND,
    GENERAL,
    OTHER,
    PROJECT,
    SOUND,
    STATE,
    UNITS,
    WILD,
    balance,
    compiled,
    yuan,
)

FORMS = forms(load("hubei-2021", 2021))
LONG = forms(load("shanghai-2024", 2024))
books = st.lists(WILD, max_size=40)
few = settings(max_examples=examples(6), deadline=None)


# What each cell asks

ONE_LINE = [
    (balance("6001", credit=10, fund=GENERAL, function="2080108"), "T1[一般公共预算财政拨款收入].金额"),
    (balance("6001", credit=10, fund=FUND, function="2080108"), "T1[政府性基金预算财政拨款收入].金额"),
    (balance("6001", credit=10, fund=STATE, function="2080108"), "T4[国有资本经营预算财政拨款].金额"),
    (balance("6201", credit=10, function="2080108"), "T1[上级补助收入].金额"),
    (balance("6101", credit=10, function="2080108"), "T2[2080108].事业收入"),
    (balance("6401", credit=10, function="2080108"), "T2[208].经营收入"),
    (balance("6301", credit=10, function="2080108"), "T2[total].附属单位上缴收入"),
    (balance("6601", credit=10, function="2080108"), "T1[其他收入].金额"),
    (balance("6602", credit=10, function="2080108"), "T2[20801].其他收入"),
    (balance("6609", credit=10), "T1[本年收入合计].金额"),
    (balance("7101", 10, function="2080150", nature=BASIC, fund=OTHER), "T3[2080150].基本支出"),
    (balance("7201", 10, function="2080108", nature=PROJECT, fund=OTHER), "T3[20801].项目支出"),
    (balance("7901", 10, function="2080108", nature=PROJECT, fund=OTHER), "T3[total].项目支出"),
    (balance("7301", 10, function="2080108"), "T3[2080108].经营支出"),
    (balance("7401", 10, function="2080108"), "T1[社会保障和就业支出].金额"),
    (balance("7501", 10, function="2080108"), "T3[2080108].对附属单位补助支出"),
    (balance("7201", 10, function="2080108", nature=BASIC, fund=GENERAL), "T5[2080108].基本支出"),
    (
        balance("7201", 10, function="2080108", nature=PROJECT, fund=GENERAL),
        "T4[社会保障和就业支出].一般公共预算财政拨款",
    ),
    (balance("7201", 10, function="2120801", nature=PROJECT, fund=FUND), "T8[2120801].小计"),
    (balance("7201", 10, function="2230105", nature=PROJECT, fund=STATE), "T9[2230105].合计"),
    (balance("7201", 10, economic="30101", nature=BASIC, fund=GENERAL), "T6[人员经费合计].决算数"),
    (balance("7201", 10, economic="39907", nature=BASIC, fund=GENERAL), "T6[公用经费合计].决算数"),
    (balance("7201", 10, economic="30217", nature=PROJECT, fund=GENERAL), "T7[决算数].公务接待费"),
    (balance("7201", 10, economic="30913", nature=PROJECT, fund=GENERAL), "T7[决算数].小计"),
    (balance("8101", credit=10, fund=GENERAL, opening=True), "T4[年初-一般公共预算财政拨款].金额"),
    (balance("8102", credit=10, fund=FUND, opening=True, function="2120801"), "T8[2120801].年初结转和结余"),
    (balance("8101", credit=10, fund=FUND, opening=True), "T4[年末财政拨款结转和结余].政府性基金预算财政拨款"),
    (balance("8201", credit=10, opening=True), "T1[年末结转和结余].金额"),
    (balance("6001", credit=10, fund=GENERAL), "T1[年末结转和结余].金额"),
    (balance("8202", 10, contra="8701", closing=True), "T1[使用非财政拨款结余].金额"),
    (balance("8301", 10, contra="7201", closing=True), "T1[使用非财政拨款结余].金额"),
    (balance("8001", credit=10, contra="8701"), "T1[结余分配].金额"),
    (balance("8301", credit=10, contra="8701", closing=True), "T1[结余分配].金额"),
    (balance("8202", credit=10, contra="8201", closing=True), "T1[结余分配].金额"),
]


@pytest.mark.parametrize(("line", "address"), ONE_LINE, ids=[address for _, address in ONE_LINE])
def test_a_line_lands_where_the_mapping_says(line: Balance, address: str) -> None:
    assert yuan(compiled([line]), address) == 10


NOWHERE = [
    balance("6501", credit=10, function="2080108"),
    balance("7701", 10, function="2080108", nature=PROJECT),
    balance("7601", 10, function="2080108", nature=PROJECT),
    balance("8202", 10, credit=4, opening=True),
    balance("8301", 10, contra="8001"),
    balance("8401", credit=10, opening=True),
    balance("5001", 10, function="2080108"),
]


def test_what_is_not_yet_closed_stands_in_the_carry_over() -> None:
    earned = balance("6101", credit=10, function="2080108")
    closed = [balance("6101", 10, function="2080108", closing=True), balance("8501", credit=10, closing=True)]
    assert yuan(compiled([earned]), "T1[年末结转和结余].金额") == 10
    assert yuan(compiled([earned, *closed]), "T1[年末结转和结余].金额") == 0


@pytest.mark.parametrize("line", NOWHERE, ids=lambda line: f"{line.account}")
def test_a_line_that_no_statement_shows(line: Balance) -> None:
    assert not any(fact.value for fact in compiled([line]).values())


def test_switches_move_the_doubtful_accounts() -> None:
    debt = [balance("6501", credit=10, function="2080108"), balance("7701", 10, function="2080108", nature=PROJECT)]
    facts = compiled(debt, 债务预算收入计入其他收入=True, 债务还本支出计入支出=True)
    assert yuan(facts, "T1[其他收入].金额") == yuan(facts, "T3[2080108].项目支出") == 10
    car = [balance("7201", 10, economic="30913", nature=PROJECT, fund=GENERAL)]
    assert yuan(compiled(car, 基本建设购车计入三公经费=False), "T7[决算数].合计") == 0


def test_scope_of_the_three_public_expenses_by_year() -> None:
    line = [balance("7201", 10, economic="30217", nature=PROJECT, fund=FUND)]
    assert yuan(compiled(line, "central", 2021), "T7[决算数].公务接待费") == 0
    assert yuan(compiled(line, "central", 2022), "T7[决算数].公务接待费") == 10


def test_an_operating_loss_counts_unit_by_unit() -> None:
    lines = [
        balance("8401", 7, opening=True),
        balance("8401", credit=9, opening=True, entity="102"),
        balance("8201", credit=20, opening=True),
    ]
    facts = compiled(lines, scope=Scope(("101", "102")))
    assert yuan(facts, "T1[年初结转和结余].金额") == 13
    assert yuan(compiled(lines, 经营亏损计入结转结余=False), "T1[年初结转和结余].金额") == 20


def test_distribution_in_one_voucher_is_seen_from_its_other_side() -> None:
    voucher = [
        balance("8701", 100, closing=True),
        balance("8301", credit=30, contra="8701", closing=True),
        balance("8202", credit=70, contra="8701", closing=True),
    ]
    assert yuan(compiled(voucher), "T1[结余分配].金额") == 100


def test_totals_are_sums_of_what_stands_above() -> None:
    facts = compiled([balance("6609", credit=5), balance("8201", credit=3, opening=True)])
    total = facts[Address.parse("T1[收入总计].金额")]
    assert total.value == 800
    assert isinstance(total.trace, Computed)
    assert [str(term.address) for term in total.trace.terms] == [
        "T1[本年收入合计].金额",
        "T1[使用非财政拨款结余].金额",
        "T1[年初结转和结余].金额",
    ]


def test_a_code_has_a_row_when_a_figure_or_a_code_below_is_not_zero() -> None:
    lines = [
        balance("7201", 5, function="2080108", nature=BASIC),
        balance("7201", credit=5, function="2080150", nature=BASIC),
        balance("7201", 0, function="2210201", nature=BASIC),
    ]
    rows = {a.row for a in compiled(lines) if a.statement == "T3"}
    assert rows == {"total", "208", "20801", "2080108", "2080150"}


def _entered(column: str, value: int) -> Fact:
    address = Address("T7", "预算数", column)
    return Fact(address, value, WAN, Entered("", Position("budget.csv", line=2)))


def test_a_budget_nobody_entered_is_left_out_and_its_sums_follow_what_was_entered() -> None:
    assert not any(a.row == "预算数" for a in compiled([]))
    parts = {f.address: f for f in (_entered("公务用车运行费", 300), _entered("公务接待费", 100))}
    facts = compile_facts(FORMS, [], Scope(), "快照", parts)
    budget = {a.column: fact.value for a, fact in facts.items() if a.row == "预算数"}
    assert budget == {"公务用车运行费": 300, "公务接待费": 100, "小计": 300, "合计": 400}


def test_an_entered_total_stands_as_entered() -> None:
    parts = {f.address: f for f in (_entered("合计", 999), _entered("公务接待费", 100))}
    assert compile_facts(FORMS, [], Scope(), "快照", parts)[Address("T7", "预算数", "合计")].value == 999


def test_running_cost_is_the_office_cost_of_the_administrative_units() -> None:
    lines = [
        balance("7101", 10, economic="30201", nature=BASIC, fund=GENERAL),
        balance("7101", 90, economic="30101", nature=BASIC, fund=GENERAL),
        balance("7201", 20, economic="30201", nature=BASIC, fund=GENERAL, entity="102"),
    ]
    cube = Cube.of(lines, Scope(("101", "102"), outside=True))
    cost = running_cost(FORMS, cube, ("101",), "快照")
    assert cost is not None
    assert (str(cost.address), cost.value) == ("S[机关运行经费].决算数", 1000)
    assert isinstance(cost.trace, Selected)
    assert sum(s.amount(b) for s in cost.trace.selections for b in lines if s.matches(b)) == 1000
    assert running_cost(FORMS, cube, (), "快照") is None


# The laws


def _asked(fact: Fact, balances: list[Balance]) -> int:
    assert isinstance(fact.trace, Selected)
    return sum(s.amount(b) for s in fact.trace.selections for b in balances if s.matches(b))


@few
@given(books, st.sampled_from((FORMS, LONG)), st.booleans())
def test_the_lines_behind_a_figure_add_up_to_it(
    balances: list[Balance], chosen: tuple[Form, ...], outside: bool
) -> None:
    facts = compile_facts(chosen, balances, Scope(("101", "102"), outside), "快照")
    for fact in facts.values():
        match fact.trace:
            case Selected(snapshot=snapshot):
                assert (_asked(fact, balances), snapshot) == (fact.value, "快照")
            case Computed(terms):
                assert fact.value == sum(term.sign * facts[term.address].value for term in terms)


@few
@given(books)
def test_no_line_counts_twice_in_one_figure(balances: list[Balance]) -> None:
    for fact in compile_facts(FORMS, balances, Scope(UNITS), "快照").values():
        if isinstance(fact.trace, Selected):
            assert all(sum(s.matches(b) for s in fact.trace.selections) <= 1 for b in balances)


@few
@given(books)
def test_department_is_its_units_less_inner_transfers(balances: list[Balance]) -> None:
    units = [compile_facts(FORMS, balances, Scope((unit,)), "快照") for unit in UNITS]
    whole = compile_facts(FORMS, balances, Scope(UNITS, outside=True), "快照")
    for address, fact in whole.items():
        parts = sum(unit[address].value for unit in units if address in unit)
        if isinstance(fact.trace, Selected):
            inner = sum(
                s.amount(b)
                for s in (replace(s, outside=False) for s in fact.trace.selections if s.outside)
                for b in balances
                if s.matches(b) and b.counterparty in UNITS
            )
            assert fact.value == parts - inner


def test_only_transfers_between_units_are_eliminated() -> None:
    lines = [
        balance("7501", 10, counterparty="102"),
        balance("6201", credit=10, entity="102", counterparty="101"),
        balance("7201", 4, nature=BASIC, fund=GENERAL, counterparty="102"),
        balance("6101", credit=4, entity="102", counterparty="101"),
    ]
    facts = compiled(lines, scope=Scope(("101", "102"), outside=True))
    assert yuan(facts, "T3[total].对附属单位补助支出") == yuan(facts, "T1[上级补助收入].金额") == 0
    assert yuan(facts, "T3[total].基本支出") == yuan(facts, "T1[事业收入].金额") == 4


@few
@given(
    st.lists(SOUND, max_size=30), st.sampled_from((("hubei-2021", 2021), ("shanghai-2024", 2024), ("central", 2022)))
)
def test_sound_books_keep_every_composition(balances: list[Balance], edition: tuple[str, int]) -> None:
    chosen = forms(load(*edition))
    facts = compile_facts(chosen, balances, Scope(("101",)), "快照")
    for form in chosen:
        statement = lay_out(form, facts, code_names(edition[1]), "甲单位", edition[1])
        for composition in statement.compositions:
            if composition.total in facts:
                terms = sum(term.sign * facts[term.address].value for term in composition.terms)
                assert facts[composition.total].value == terms, composition.total


def _closed(b: Balance) -> list[Balance]:
    """The year-end transfer of a line to 8101 财政拨款结转."""
    away = replace(b, debit=b.credit, credit=b.debit, contra="8101", closing=True)
    return [away, replace(b, account="8101", economic="", contra=b.account[:4], closing=True)]


@few
@given(st.lists(SOUND, max_size=30))
def test_closing_the_books_changes_no_figure(balances: list[Balance]) -> None:
    closed = balances + [line for b in balances for line in _closed(b)]
    before = compile_facts(LONG, balances, Scope(("101",)), "快照")
    after = compile_facts(LONG, closed, Scope(("101",)), "快照")
    assert {a: f.value for a, f in before.items()} == {a: f.value for a, f in after.items()}


@few
@given(books, st.sampled_from((FORMS, LONG)))
def test_every_printed_figure_has_a_fact(balances: list[Balance], chosen: tuple[Form, ...]) -> None:
    facts = compile_facts(chosen, balances, Scope(UNITS), "快照")
    printed = {a for form in chosen for a in lay_out(form, facts, code_names(2021), "甲单位", 2021).addresses()}
    assert {a for a in printed if a.row != "预算数"} == set(facts)


def test_a_few_thousand_balances_take_no_time() -> None:
    codes = [f"2080{n}" for n in range(101, 141)]
    items = ("30101", "30102", "30107", "30113", "30201", "30211", "30217", "30228", "31002", "39907")
    lines = [
        Balance(UNITS[n % 3], "7201", codes[n % 40], items[n % 10], GENERAL, (BASIC, PROJECT)[n % 7 % 2],
                f"项目{n % 41}", "", "", False, False, n, 0)
        for n in range(4000)
    ]  # fmt: skip
    best = min(_seconds(lines) for _ in range(3))
    assert best < 0.4, "0.05 to 0.1 s of the processor on the machine it was written on"


def _seconds(lines: list[Balance]) -> float:
    start = time.process_time()
    compile_facts(FORMS, lines, Scope(UNITS, outside=True), "快照")
    return time.process_time() - start
