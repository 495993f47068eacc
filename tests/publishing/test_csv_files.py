import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.trace import Computed, Entered, Measured, Selected, Stated, Term, Trace
from mingzhang.publishing import csv_files
from mingzhang.publishing.csv_files import guard, unguard
from mingzhang.publishing.trace_text import trace_text
from mingzhang.terms.classification import FundSource
from mingzhang.terms.criterion import Condition, Criterion, Held
from mingzhang.terms.selection import Measure, Selection, Side
from mingzhang.terms.unit import WAN, counting
from tests.depth import examples
from tests.publishing.full_size import full_size
from tests.publishing.readback import csv_facts, csv_rows
from tests.publishing.strategies import NASTY, valued, whole
from tests.sample import small_disclosure

CARDS = Criterion("制卡", (Condition("人群", Held.IS, ("职工", "居民")),))


@given(valued() | whole())
@settings(max_examples=examples(15), deadline=None)
def test_the_two_fact_files_together_hold_every_fact_exactly(disclosure):
    files = csv_files.write(disclosure)
    read = csv_facts(files["facts.csv"]) | csv_facts(files["supplement.csv"])
    assert read == {address: fact.value for address, fact in disclosure.facts.items()}


def test_facts_csv_by_the_letter():
    lines = csv_files.facts_csv(small_disclosure()).decode("utf-8-sig").split("\r\n")
    assert lines[0] == "statement,row,column,value,unit,trace"
    assert "T1,收入总计,金额,1931300.12,元,computed:+T1[本年收入合计].金额" in lines
    assert not [line for line in lines if "上年" in line]


def test_supplement_keeps_phase_and_unit():
    disclosure = small_disclosure()
    staff = Address("S", "人员", "编制")
    facts = {**disclosure.facts, staff: Fact(staff, 13, counting("人"), Entered("张会计", Position("unit.toml")))}
    disclosure = type(disclosure)(**{**vars(disclosure), "facts": facts})
    rows = csv_rows(csv_files.supplement_csv(disclosure))
    assert ["S", "人员", "编制", "", "13", "人", "entered:张会计 unit.toml"] in rows
    assert ["T1", "收入总计", "金额", "上年", "2070700.12", "元", "entered:张会计 prior.csv 第2行"] in rows


def test_a_statement_stands_as_it_is_printed():
    rows = csv_rows(csv_files.write(small_disclosure())["tables/T5.csv"])
    assert rows[0][0] == "2021年度一般公共预算财政拨款支出决算表（表5）"
    assert rows[1][0].startswith("部门：")
    assert rows[1][-1] == "金额单位：万元"
    assert rows[2] == ["项目", "", "本年支出", "", ""]
    assert rows[5] == ["合计", "", "193.13", "128.13", "65.00"]
    assert rows[8] == ["210", "卫生健康支出", "4.12", "4.12", ""]


def test_every_row_of_a_table_is_as_wide_as_the_table():
    disclosure = full_size()
    for statement in disclosure.statements:
        rows = csv_rows(csv_files.statement_csv(disclosure, statement))
        assert {len(row) for row in rows} == {len(statement.widths)}


@pytest.mark.parametrize("text", NASTY)
def test_no_text_can_start_a_formula(text):
    assert not re.match(r"[=+\-@\t\r]", guard(text))


@given(st.text())
def test_the_guard_can_be_undone(text):
    assert unguard(guard(text)) == text


A, B = Address("T1", "a", "金额"), Address("T1", "b", "金额")
TRACES: list[tuple[Trace, str]] = [
    (Computed((Term(1, A), Term(-1, B))), "computed:+T1[a].金额-T1[b].金额"),
    (
        Selected(
            (
                Selection(("7201", "7901"), Side.CREDIT, Measure.CLOSING, funds=(FundSource.GENERAL,)),
                Selection(closing_entries=True),
            ),
            "0123456789abcdef",
        ),
        "selected:科目=7201,7901;方向=贷;取数=年末余额;资金性质=一般公共预算财政拨款"
        " + 科目=全部;方向=借;取数=本年发生净额;含年末结转=是@0123456789ab",
    ),
    (Measured("制卡量", CARDS, "f" * 64), "measured:制卡量;台账=制卡;人群等于职工,居民@ffffffffffff"),
    (Stated(Position("a.pdf", 3)), "stated:a.pdf 第3页"),
    (Entered("张会计", Position("budget.csv", line=7)), "entered:张会计 budget.csv 第7行"),
]


@pytest.mark.parametrize(("trace", "text"), TRACES)
def test_a_trace_in_one_line(trace, text):
    assert trace_text(trace) == text


def test_unit_of_display_does_not_change_the_value():
    address = Address("T1", "收入总计", "金额")
    fact = Fact(address, 1, WAN, TRACES[0][0])
    assert csv_files.value_and_unit(fact) == ("0.01", "元")
