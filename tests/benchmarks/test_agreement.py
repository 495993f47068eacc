"""The benchmarks' own check: sums per account give the figures of the statements, and a wrong fen is noticed."""

import pytest

from benchmarks.agreement import Disagreement, compare, figures, hledger_sums
from benchmarks.journal import account_name

SUMS = {
    "Expenses:U1:A720101:F2080150:E30101:M1:B": 10_000,
    "Expenses:U1:A720101:F2080108:E30201:M1:P:JP001": 2_500,
    "Expenses:U1:A720103:F2080150:E30201:M4:B": 300,
    "Income:U1:A600101:F2080150:M1:B": -12_500,
    "Equity:U1:A800101:M1": -300,
    "Expenses:U1:A720101:F2080150:E30101:M1:B:Closing": -10_000,
    "Equity:U1:A8101:F2080150:M1:B:Opening": -77,
}
CELLS = [
    (("T5", "total", "小计"), 12_500),
    (("T5", "208", "基本支出"), 10_000),
    (("T5", "2080108", "项目支出"), 2_500),
    (("T3", "total", "本年支出合计"), 12_800),
    (("T3", "20801", "基本支出"), 10_300),
    (("T6", "30101", "决算数"), 10_000),
    (("T6", "人员经费合计", "决算数"), 10_000),
    (("T1", "本年收入合计", "金额"), 12_500),
]


@pytest.mark.parametrize(("cell", "fen"), CELLS)
def test_a_figure_follows_from_the_accounts(cell, fen):
    assert figures(SUMS)[cell] == fen


def test_equal_figures_agree():
    assert compare(figures(SUMS), SUMS) == len(figures(SUMS))


def test_one_fen_more_is_a_disagreement():
    wrong = figures(SUMS) | {("T5", "total", "小计"): 12_501}
    with pytest.raises(Disagreement, match="1 个数不符"):
        compare(wrong, SUMS)


def test_a_figure_only_we_have_is_a_disagreement():
    with pytest.raises(Disagreement):
        compare(figures(SUMS) | {("T5", "2080199", "小计"): 1}, SUMS)


def test_an_account_is_named_by_its_dimensions():
    name = account_name("420101", "720101", "2080150", "30201", "一般公共预算财政拨款", "基本支出", "", False, False)
    assert name == "Expenses:U420101:A720101:F2080150:E30201:M1:B"


def test_hledger_csv_is_read_in_fen():
    assert hledger_sums('"account","balance"\n"Assets:A","-12.30 CNY"\n"Assets:B","0"\n') == {
        "Assets:A": -1230,
        "Assets:B": 0,
    }
