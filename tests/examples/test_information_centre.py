"""The information centre's books, summed by hand here, print the published cells one by one."""

from collections import defaultdict
from fractions import Fraction

import pytest

from .ledger import EXAMPLES, entries, fen, openings, rows, vouchers, wan

UNIT = EXAMPLES / "information-centre-2021"
ENTRIES = entries(UNIT)

# 合计, 基本支出, 项目支出 as T3 and T5 print them; 合计 is also T2's 本年收入合计 and 财政拨款收入.
BY_FUNCTION = {
    "": ("193.13", "128.13", "65.00"),
    "208": ("180.22", "115.22", "65.00"),
    "20801": ("168.83", "103.83", "65.00"),
    "2080108": ("65.00", "0.00", "65.00"),
    "2080150": ("99.68", "99.68", "0.00"),
    "2080199": ("4.15", "4.15", "0.00"),
    "20805": ("11.40", "11.40", "0.00"),
    "2080505": ("11.40", "11.40", "0.00"),
    "210": ("4.11", "4.11", "0.00"),
    "21011": ("4.11", "4.11", "0.00"),
    "2101102": ("4.11", "4.11", "0.00"),
    "221": ("8.80", "8.80", "0.00"),
    "22102": ("8.80", "8.80", "0.00"),
    "2210201": ("7.28", "7.28", "0.00"),
    "2210202": ("1.52", "1.52", "0.00"),
}
# T6; a code that is not listed prints nothing.
BY_ECONOMIC = {
    "301": "126.34",
    "30101": "9.15",
    "30102": "40.78",
    "30107": "22.15",
    "30108": "12.52",
    "30109": "2.09",
    "30110": "16.05",
    "30112": "0.77",
    "30113": "22.83",
    "302": "1.79",
    "30228": "1.79",
    "303": "0.00",
    "310": "0.00",
    "3": "128.13",
}
SHARES = {"208": "93.32", "210": "2.13", "221": "4.56"}


def spent(function="", nature="", economic=""):
    return sum(
        e.debit - e.credit
        for e in ENTRIES
        if e.account.startswith("7201") and not e.closing
        if e.function.startswith(function) and e.economic.startswith(economic) and nature in ("", e.nature)
    )


def granted(function="", nature=""):
    return sum(
        e.credit - e.debit
        for e in ENTRIES
        if e.account.startswith("6001") and not e.closing
        if e.function.startswith(function) and nature in ("", e.nature)
    )


def percent(part, whole):
    return f"{float(round(Fraction(part * 100, whole), 6)):.2f}"


@pytest.mark.parametrize(("function", "cells"), BY_FUNCTION.items())
def test_spending_prints_the_published_cells(function, cells):
    natures = ("", "基本支出", "项目支出")
    assert tuple(wan(spent(function, nature)) for nature in natures) == cells


@pytest.mark.parametrize("function", BY_FUNCTION)
@pytest.mark.parametrize("nature", ["基本支出", "项目支出"])
def test_income_equals_spending_to_the_fen(function, nature):
    assert granted(function, nature) == spent(function, nature)


@pytest.mark.parametrize(("economic", "cell"), BY_ECONOMIC.items())
def test_basic_spending_prints_the_published_cells(economic, cell):
    assert wan(spent(nature="基本支出", economic=economic)) == cell


def test_nothing_else_is_bought_with_basic_money():
    bought = {e.economic for e in ENTRIES if e.nature == "基本支出" and e.economic and spent(economic=e.economic)}
    assert bought == {code for code in BY_ECONOMIC if len(code) == 5}


def test_no_other_function_or_fund():
    functions = {e.function for e in ENTRIES if e.account[0] in "67"}
    assert functions == {code for code in BY_FUNCTION if len(code) == 7}
    assert {e.fund for e in ENTRIES} == {"一般公共预算财政拨款"}


def test_three_places_where_printed_parts_and_total_differ():
    cell = {code: [fen(c) for c in cells] for code, cells in BY_FUNCTION.items()}
    items = [code for code in BY_FUNCTION if len(code) == 7]
    assert cell["20801"][0] + cell["20805"][0] - cell["208"][0] == 1
    assert cell["20801"][1] + cell["20805"][1] - cell["208"][1] == 1
    assert sum(cell[code][1] for code in items) - cell[""][1] == 1


def test_shares():
    assert percent(spent(nature="基本支出"), spent()) == "66.35"
    assert percent(spent(nature="项目支出"), spent()) == "33.65"
    assert {code: percent(spent(code), spent()) for code in SHARES} == SHARES


def test_no_money_for_travel_abroad_vehicles_and_receptions():
    assert not {"30212", "30217", "30231", "31013"} & {e.economic for e in ENTRIES}


def test_nothing_carried_over():
    assert not any(openings(UNIT).values())
    closing: dict[str, int] = defaultdict(int)
    for e in ENTRIES:
        closing[e.account[:4]] += e.credit - e.debit
    assert not any(closing.values()), closing


def test_vouchers_balance_and_have_one_contra_account():
    for number, lines in vouchers(UNIT).items():
        assert sum(fen(r["借方金额"]) - fen(r["贷方金额"]) for r in lines) == 0, number
        assert [r["行号"] for r in lines] == [str(n) for n in range(1, len(lines) + 1)]
        for e in (e for e in ENTRIES if e.number == number):
            assert len(e.other) == 1, number


def test_a_believable_year():
    days = sorted({r["凭证日期"] for r in rows(UNIT / "books" / "vouchers.csv")})
    assert days[0] >= "2021-01-01"
    assert days[-1] == "2021-12-31"
    assert 250 <= len(vouchers(UNIT)) <= 400
    assert sum(any(r["借方金额"].startswith("-") for r in lines) for lines in vouchers(UNIT).values()) == 3


def test_budget_and_prior_year_let_the_narrative_say_the_same():
    budget = {(r["row"], r["phase"]): fen(r["value"]) for r in rows(UNIT / "budget.csv") if r["column"] == "小计"}
    first = {row: budget[row, "年初预算"] for row in ("total", "208", "210", "221")}
    assert {row: wan(n) for row, n in first.items()} == {
        "total": "201.43", "208": "188.52", "210": "4.11", "221": "8.80",
    }  # fmt: skip
    assert first["total"] == first["208"] + first["210"] + first["221"]
    done = {row: percent(spent("" if row == "total" else row), n) for row, n in first.items()}
    assert done == {"total": "95.88", "208": "95.60", "210": "100.00", "221": "100.00"}
    prior = {tuple(r.values())[:3]: fen(r["value"]) for r in rows(UNIT / "prior.csv")}
    before = prior["T1", "收入总计", "金额"]
    assert {before} == {prior["T1", "支出总计", "金额"], prior["T4", "收入总计", "金额"], prior["T5", "total", "小计"]}
    assert (wan(spent() - before), percent(spent() - before, before)) == ("-13.94", "-6.73")


def test_prior_year_adds_up():
    prior = {(r["row"], r["column"]): fen(r["value"]) for r in rows(UNIT / "prior.csv") if r["statement"] == "T5"}
    columns = ("小计", "基本支出", "项目支出")
    for column in columns:
        items = sum(n for (row, c), n in prior.items() if c == column and len(row) == 7)
        assert items == prior["total", column]
    for row in {row for row, _ in prior}:
        assert prior[row, "小计"] == prior[row, "基本支出"] + prior[row, "项目支出"]
