"""Rows themselves: codes, levels, names; and a department against its units."""

from dataclasses import replace

import pytest

from mingzhang.audit.case import figures
from mingzhang.audit.check import check
from mingzhang.audit.context import Context
from mingzhang.audit.report import Coverage, Report
from mingzhang.disclosure.address import Address
from mingzhang.standards.codes import function_codes
from mingzhang.standards.rules import all_rules, groups

RULES = {rule.id: rule for rule in all_rules()}


def audit(rule: str, printed: dict[str, str], context: Context | None = None) -> Report:
    """What one rule says."""
    return check(figures(printed), [RULES[rule]], context or Context(2021, groups()))


def test_every_item_has_its_levels_and_every_class_goes_down_to_items() -> None:
    cells = {f"T3[{code}].基本支出": "1.00" for code in ("205", "20502", "2050201", "2050301", "208", "20", "2A8")}
    report = audit("T2.3", cells)
    assert {(f.row, f.message) for f in report.findings if f.statement == "T3"} == {
        ("2050301", "T3“2050301”：缺上级科目20503这一行。"),
        ("208", "T3“208”：没有公开到项级科目。"),
        ("20", "T3“20”：功能分类编码应为3位、5位或7位数字。"),
        ("2A8", "T3“2A8”：功能分类编码应为3位、5位或7位数字。"),
    }
    assert report.coverage.not_applicable == 4


def test_a_code_with_money_must_stand_in_the_whole() -> None:
    cells = {"T5[206].小计": "1.00", "T5[208].小计": "0.00", "T3[205].基本支出": "1.00"}
    report = audit("X12", cells)
    assert [f.printed for f in report.findings] == ["206"]
    assert audit("X12", {"T5[206].小计": "1"}, Context(2021, groups(), frozenset({"T3"}))).coverage.undetermined == 1


def test_a_code_is_called_the_same_everywhere() -> None:
    cells = {"T2[2210202].其他收入": "1.52", "T3[2210202].基本支出": "1.52", "T5[2210202].基本支出": "1.52"}
    names = {("T2", "2210202"): "租房补贴", ("T3", "2210202"): "提租补贴", ("T5", "2210202"): "提租 补贴"}
    report = audit("X11", cells, Context(2021, groups(), names=names))
    (finding,) = report.findings
    assert (finding.statement, finding.printed, finding.expected) == ("T2", "租房补贴", "提租补贴")
    assert report.coverage == Coverage(passed=1, violated=1)


@pytest.mark.parametrize(
    ("two", "three", "five", "wrong"),
    [
        ("提租补贴", "租房补贴", "提租补贴", "T3"),
        ("租房补贴", "提租补贴", "", "T2"),
        ("提租补贴", "租房补贴", "", "T3"),
        ("租房补贴", "租房补贴", "提租补贴", "T2 T3"),
    ],
)
def test_the_official_name_or_the_most_frequent_is_the_right_one(two: str, three: str, five: str, wrong: str) -> None:
    cells = {"T2[2210202].其他收入": "1.52", "T3[2210202].基本支出": "1.52", "T5[2210202].基本支出": "1.52"}
    names = {("T2", "2210202"): two, ("T3", "2210202"): three, ("T5", "2210202"): five}
    report = audit("X11", cells, Context(2021, groups(), names=names, functions=function_codes()))
    assert [f.statement for f in report.findings] == wrong.split()
    assert {(f.printed, f.expected) for f in report.findings} == {("租房补贴", "提租补贴")}


@pytest.mark.parametrize("other", ["政府办公厅(室)及相关机构事务", "政府办公厅（室）及相关"])
def test_marks_of_another_width_and_names_cut_off_are_no_other_names(other: str) -> None:
    cells = {"T2[20103].其他收入": "1.52", "T3[20103].基本支出": "1.52"}
    names = {("T2", "20103"): other, ("T3", "20103"): "政府办公厅（室）及相关机构事务"}
    assert audit("X11", cells, Context(2021, groups(), names=names)).coverage == Coverage(passed=1)


@pytest.mark.parametrize(("two", "three", "five"), [("抚恤", "抚恤", "抚恤支出"), ("抚恤支出", "抚恤支出", "抚恤")])
def test_an_ending_that_one_statement_alone_prints_is_another_name(two: str, three: str, five: str) -> None:
    cells = {f"{statement}[20808].基本支出": "1.52" for statement in ("T2", "T3", "T5")}
    names = {("T2", "20808"): two, ("T3", "20808"): three, ("T5", "20808"): five}
    (finding,) = audit("X11", cells, Context(2021, groups(), names=names)).findings
    assert (finding.statement, finding.printed, finding.expected) == ("T5", five, three)


def test_a_department_is_the_sum_of_its_units() -> None:
    units = {"甲": figures({"T5[total].小计": "2.00"}), "乙": figures({"T5[total].小计": "3.00"})}
    context = Context(2021, groups(), members=units)
    assert audit("X19", {"T5[total].小计": "5.01"}, context).findings == ()
    (finding,) = audit("X19", {"T5[total].小计": "6.00"}, context).findings
    assert (finding.printed, finding.expected) == ("6.00", "5.00")
    assert "所属2个单位合5.00万元，相差1.00万元" in finding.message


def test_transfers_between_units_may_only_make_the_department_smaller_unless_they_are_known() -> None:
    cell = "T1[上级补助收入].金额"
    context = Context(2021, groups(), members={"甲": figures({cell: "2.00"}), "乙": figures({cell: "3.00"})})
    assert audit("X19", {cell: "4.00"}, context).findings == ()
    assert audit("X19", {cell: "6.00"}, context).coverage.violated == 1
    known = replace(context, eliminated={Address.parse(cell): 1_000_000})
    assert audit("X19", {cell: "4.00"}, known).findings == ()
    (finding,) = audit("X19", {cell: "5.00"}, known).findings
    assert "抵销1.00万元" in finding.message


def test_last_years_closing_is_this_years_opening() -> None:
    cells = {"T8[212].年初结转和结余": "6.00", "T8[212].年末结转和结余@上年": "4.00"}
    (finding,) = audit("X14", cells).findings
    assert "如有年初余额调整" in finding.message
    assert audit("X14", {"T8[212].年初结转和结余": "6.00"}).coverage.undetermined == 0
