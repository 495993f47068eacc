"""Trial balances: leaves become postings, sums must agree, a closed year shows its natural side."""

import pytest

from mingzhang.books.raw import Raw
from tests.books.rules import GENERAL, balances

Row = dict[str, Raw]
OFFICE: Row = {"function": "2080150", "fund": GENERAL}


def closed_year() -> list[Row]:
    """A year of 100 received and 80 spent, closed into 8101."""
    return [
        {"account": "8001", "opening_debit": "10", "debit": "100", "credit": "80", "closing_debit": "30"},
        {"account": "6001", "debit": "100", "credit": "100", **OFFICE},
        {"account": "7201", "debit": "80", "credit": "80", "economic": "30201", "nature": "基本支出", **OFFICE},
        {"account": "8101", "opening_credit": "10", "debit": "80", "credit": "100", "closing_credit": "30", **OFFICE},
    ]


def messages(rows: list[Row], **how: bool) -> list[str]:
    """What is wrong with the rows."""
    return [fault.message for fault in balances(rows, **how)[1]]


def test_a_closed_year_gives_its_natural_side_and_marks_the_transfer() -> None:
    postings, faults = balances(closed_year())
    assert faults == []
    income = [(p.debit, p.credit, p.closing) for p in postings if p.account == "6001"]
    spending = [(p.debit, p.credit, p.closing) for p in postings if p.account == "7201"]
    assert income == [(10_000, 0, True), (0, 10_000, False)]
    assert spending == [(8_000, 0, False), (0, 8_000, True)]
    assert [(p.account, p.debit, p.credit) for p in postings if p.opening] == [("8001", 1_000, 0), ("8101", 0, 1_000)]
    assert {str(p.date) for p in postings if not p.opening} == {"2021-12-31"}


def test_beside_vouchers_only_the_openings_are_taken() -> None:
    postings, faults = balances(closed_year(), turnover=False)
    assert faults == []
    assert all(posting.opening for posting in postings)
    assert len(postings) == 2


def test_without_closing_column_the_closing_is_computed() -> None:
    rows = [{k: v for k, v in row.items() if not k.startswith("closing")} for row in closed_year()]
    postings, faults = balances(rows, has_closing=False)
    assert faults == []
    assert postings == balances(closed_year())[0]


@pytest.mark.parametrize(
    ("row", "change", "message"),
    [
        (0, {"closing_debit": "31"}, "年初余额加减发生额不等于年末余额"),
        (0, {"opening_debit": "11", "closing_debit": "31"}, "预算会计科目的年初余额借贷不平"),
        (1, {"credit": "101"}, "预算会计科目的本年发生额借贷不平"),
        (2, {"economic": ""}, "缺部门支出经济分类代码"),
        (3, {"fund": ""}, "缺资金性质"),
        (2, {"debit": "many"}, "不是金额"),
        (0, {"account": "9001"}, "会计科目在2021年的科目表中没有"),
        (0, {"entity": "002"}, "单位编码与本单位不符"),
        (0, {"closing_debit": "", "closing": "30", "closing_side": "上"}, "余额方向不是借或贷"),
    ],
)
def test_what_is_wrong_with_a_trial_balance(row: int, change: Row, message: str) -> None:
    rows = closed_year()
    rows[row] |= change
    assert message in messages(rows)


def test_a_line_lost_to_an_error_is_not_blamed_a_second_time() -> None:
    rows = closed_year()
    rows[2] |= {"debit": "many"}
    assert messages(rows) == ["不是金额"]


def test_of_accounts_and_sub_accounts_only_the_lowest_are_taken() -> None:
    rows: list[Row] = [
        {"account": "8001", "opening_debit": "10", "closing_debit": "10"},
        {"account": "800101", "opening_debit": "4", "closing_debit": "4"},
        {"account": "800102", "opening_debit": "6", "closing_debit": "6"},
        {"account": "8202", "opening_credit": "10", "closing_credit": "10"},
    ]
    postings, faults = balances(rows)
    assert faults == []
    assert [posting.account for posting in postings] == ["800101", "800102", "8202"]
    rows[1]["opening_debit"] = rows[1]["closing_debit"] = "5"
    assert "科目 8001 的年初余额不等于下级合计" in messages(rows)


def test_of_an_account_and_its_auxiliary_items_only_the_items_are_taken() -> None:
    rows: list[Row] = [
        {"account": "8001", "opening_debit": "10", "closing_debit": "10"},
        {"account": "8101", "opening_credit": "10", "closing_credit": "10"},
        {"account": "8101", "opening_credit": "3", "closing_credit": "3", **OFFICE},
        {"account": "8101", "opening_credit": "7", "closing_credit": "7", "function": "2080108", "fund": GENERAL},
    ]
    postings, faults = balances(rows)
    assert faults == []
    assert [(p.account, p.function, p.credit) for p in postings[1:]] == [
        ("8101", "2080150", 300),
        ("8101", "2080108", 700),
    ]


@pytest.mark.parametrize(("side", "debit", "credit"), [("借", 500, 0), ("贷", 0, 500), ("", 500, 0)])
def test_a_single_balance_column_follows_its_side_or_the_account(side: str, debit: int, credit: int) -> None:
    postings, _ = balances([{"account": "8001", "opening": "5", "opening_side": side}], turnover=False)
    assert [(posting.debit, posting.credit) for posting in postings] == [(debit, credit)]


def test_total_rows_and_empty_rows_are_no_lines() -> None:
    rows: list[Row] = [*closed_year(), {"account": "合计", "debit": "260", "credit": "260"}, {}]
    assert balances(rows) == balances(closed_year())
