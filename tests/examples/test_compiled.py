"""The same examples through the program: read, stored, asked; what it compiles is what the checks by hand found."""

from functools import cache

import pytest

from mingzhang.books.codes import BookCodes
from mingzhang.disclosure.address import Address
from mingzhang.engines.duck import DuckEngine, store
from mingzhang.reading.books import open_books
from mingzhang.standards import codes, forms, profiles
from mingzhang.statements.compile import compile_facts
from mingzhang.statements.cube import Scope

from .ledger import EXAMPLES, settings
from .test_department import HOME, UNITS, t1
from .test_information_centre import BY_ECONOMIC, BY_FUNCTION

CENTRE = EXAMPLES / "information-centre-2021"


@cache
def code_lists():
    return BookCodes(codes.accounts(), codes.function_codes(), codes.economic_codes())


@cache
def postings(unit):
    known = settings(unit)
    paths = sorted((unit / "books").glob("*.csv"))
    reading = open_books(paths, entity=known["entity"]["code"], year=known["year"], codes=code_lists())
    found = list(reading.postings())
    assert not reading.faults
    return found


def compiled(units, directory, outside=False):
    engine = DuckEngine(store([p for unit in units for p in postings(unit)], directory))
    members = tuple(settings(unit)["entity"]["code"] for unit in units)
    layouts = forms.forms(profiles.load("hubei-2021", 2021))
    return compile_facts(layouts, engine.balances(), Scope(members, outside), "books")


@pytest.fixture(scope="module")
def centre(tmp_path_factory):
    return compiled([CENTRE], tmp_path_factory.mktemp("centre"))


@pytest.mark.parametrize("statement", ["T3", "T5"])
def test_spending_by_function_prints_the_published_cells(centre, statement):
    columns = ("本年支出合计" if statement == "T3" else "小计", "基本支出", "项目支出")
    rows = {a.row for a in centre if a.statement == statement}
    assert rows == {code or "total" for code in BY_FUNCTION}
    for code, cells in BY_FUNCTION.items():
        assert tuple(centre[Address(statement, code or "total", c)].shown for c in columns) == cells


def test_income_by_function_prints_the_published_cells(centre):
    for code, cells in BY_FUNCTION.items():
        for column in ("本年收入合计", "财政拨款收入"):
            assert centre[Address("T2", code or "total", column)].shown == cells[0]
    others = {a.column for a, f in centre.items() if a.statement == "T2" and f.value}
    assert others == {"本年收入合计", "财政拨款收入"}


def test_totals_and_classes_print_the_published_cells(centre):
    shown = {str(a): f.shown for a, f in centre.items() if a.statement in ("T1", "T4") and f.value}
    whole = {"社会保障和就业支出": "180.22", "卫生健康支出": "4.11", "住房保障支出": "8.80"}
    whole |= dict.fromkeys(("本年支出合计", "支出总计"), "193.13")
    expected = {f"T1[{row}].金额": cell for row, cell in whole.items()}
    expected |= {f"T4[{row}].{c}": cell for row, cell in whole.items() for c in ("合计", "一般公共预算财政拨款")}
    income = {"T1[一般公共预算财政拨款收入].金额", "T4[一般公共预算财政拨款].金额"}
    income |= {f"{t}[{row}].金额" for t in ("T1", "T4") for row in ("本年收入合计", "收入总计")}
    assert shown == expected | dict.fromkeys(income, "193.13")


def test_basic_spending_by_kind_prints_the_published_cells(centre):
    shown = {a.row: f.shown for a, f in centre.items() if a.statement == "T6" and f.value}
    cells = {code: cell for code, cell in BY_ECONOMIC.items() if code != "3" and cell != "0.00"}
    assert shown == cells | {"人员经费合计": "126.34", "公用经费合计": "1.79"}


def test_nothing_for_travel_nor_from_other_funds(centre):
    assert not any(f.value for a, f in centre.items() if a.statement in ("T7", "T8", "T9"))


@pytest.mark.parametrize("units", [*([unit] for unit in UNITS), UNITS], ids=[*(u.name for u in UNITS), HOME.name])
def test_department_and_units_agree_with_the_checks_by_hand(units, tmp_path):
    facts = compiled(units, tmp_path, outside=len(units) > 1)
    members = {settings(unit)["entity"]["code"] for unit in units} if len(units) > 1 else frozenset()
    by_hand = t1(units, members)
    rows = {
        "收入": "本年收入合计", "使用": "使用非财政拨款结余", "年初": "年初结转和结余",
        "支出": "本年支出合计", "分配": "结余分配", "年末": "年末结转和结余",
    }  # fmt: skip
    for term, row in rows.items():
        assert facts[Address("T1", row, "金额")].value == by_hand[term], row
    assert facts[Address("T1", "收入总计", "金额")].value == facts[Address("T1", "支出总计", "金额")].value


def test_department_fills_every_column(tmp_path):
    facts = compiled(UNITS, tmp_path, outside=True)
    columns = {(a.statement, a.column) for a in facts if a.statement in ("T2", "T3", "T5", "T8", "T9")}
    columns -= {("T8", "基本支出"), ("T9", "基本支出")}
    used = {(a.statement, a.column) for a, f in facts.items() if f.value}
    assert columns <= used
    assert all(facts[Address("T7", "决算数", c)].value for c in {a.column for a in facts if a.statement == "T7"})
