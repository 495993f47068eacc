"""The books' own checks, on books small enough to read."""

from dataclasses import replace

import pytest

from mingzhang.audit.case import run_case
from mingzhang.audit.context import Context
from mingzhang.audit.finding import Level
from mingzhang.audit.ledger import check_ledger
from mingzhang.audit.report import Coverage, Report
from mingzhang.audit.rule import Case
from mingzhang.books.balance import Balance
from mingzhang.standards.rules import all_rules

RULES = {rule.id: rule for rule in all_rules() if rule.id.startswith("LG.")}

Line = dict[str, object]


def books(rule: str, *lines: Line) -> Report:
    """What one ledger rule says of a few lines."""
    return run_case(RULES[rule], Case(lines=lines), {})


def test_funds_on_hand_must_equal_the_balances_at_both_ends() -> None:
    report = books(
        "LG.8001",
        {"科目": "8001", "借": "100.00", "时": "年初"},
        {"科目": "8101", "贷": "100.00", "时": "年初"},
        {"科目": "8001", "贷": "30.00"},
        {"科目": "7101", "借": "20.00"},
    )
    assert report.coverage == Coverage(passed=1, violated=1)
    (finding,) = report.findings
    assert finding.level is Level.ERROR
    assert "年末8001资金结存70.00元，各项预算结余合计80.00元，相差10.00元" in finding.message


def test_books_without_budgetary_balances_have_nothing_to_compare() -> None:
    assert books("LG.8001", {"科目": "1001", "借": "1.00"}).coverage == Coverage(not_applicable=1)
    assert books("LG.closed").coverage == Coverage(not_applicable=1)


def test_an_account_left_open_is_a_warning() -> None:
    report = books(
        "LG.closed",
        {"科目": "6001", "贷": "50.00"},
        {"科目": "6001", "借": "50.00", "时": "结转"},
        {"科目": "720101", "借": "40.00"},
    )
    assert [f.level for f in report.findings] == [Level.WARNING]
    assert "7201年终结转后仍有余额-40.00元" in report.findings[0].message


def test_books_not_closed_at_all_are_said_to_be_open_once() -> None:
    report = books("LG.closed", {"科目": "6001", "贷": "50.00"}, {"科目": "7201", "借": "40.00"})
    (finding,) = report.findings
    assert finding.level is Level.WARNING
    assert "账簿尚未年终结转，2个预算收支科目仍有余额" in finding.message


@pytest.mark.parametrize(("paid", "taken"), [("7501", "6201"), ("7401", "6301")])
def test_payments_between_units_must_agree_on_both_sides(paid: str, taken: str) -> None:
    out: Line = {"单位": "甲", "科目": paid, "借": "30.00", "往来": "乙"}
    into: Line = {"单位": "乙", "科目": taken, "贷": "30.00", "往来": "甲"}
    assert books("LG.transfer", out, into).coverage == Coverage(passed=1)
    (finding,) = books("LG.transfer", out, into | {"贷": "25.00"}).findings
    assert "30.00元（付给乙）" in finding.message
    assert "25.00元（来自甲），相差5.00元" in finding.message


def test_a_payment_to_a_body_outside_is_nobodys_business() -> None:
    outside: Line = {"单位": "甲", "科目": "7501", "借": "30.00", "往来": "丙"}
    assert books("LG.transfer", outside).coverage == Coverage(not_applicable=1)


def test_negative_spending_over_the_year_names_account_and_use() -> None:
    report = books(
        "LG.sign",
        {"科目": "6001", "功能": "2050201", "贷": "10.00"},
        {"科目": "7201", "功能": "2050201", "贷": "0.30"},
    )
    assert report.coverage == Coverage(passed=1, violated=1)
    assert "7201 2050201全年发生额为-0.30元" in report.findings[0].message


def test_parallel_accounting_is_asked_only_where_financial_accounts_are_kept() -> None:
    assert books("LG.parallel", {"科目": "6001", "贷": "50.00"}).coverage == Coverage(not_applicable=1)
    report = books("LG.parallel", {"科目": "6001", "贷": "50.00"}, {"科目": "4001", "贷": "45.00"})
    assert "6001财政拨款预算收入50.00元，财务会计4001财政拨款收入45.00元，相差5.00元" in report.findings[0].message


def test_units_are_called_by_name_and_old_years_are_left_alone() -> None:
    line = Balance("201", "7201", "", "", None, None, "", "", "", False, False, 0, 30)
    rule = RULES["LG.sign"]
    report = check_ledger([line], [rule], Context(2021, names={("单位", "201"): "图书馆"}))
    assert "“图书馆”7201" in report.findings[0].message
    assert check_ledger([line], [rule], Context(2018)).coverage == Coverage(not_applicable=1)
    assert check_ledger([replace(line, credit=0, debit=30)], [rule], Context(2021)).findings == ()
