"""Which figure is wrong: named exactly where the figures can tell, all candidates where they cannot."""

import time
from decimal import Decimal
from random import Random

import pytest

from mingzhang.audit.case import figures
from mingzhang.audit.check import check
from mingzhang.audit.context import Context
from mingzhang.audit.finding import Finding, Level
from mingzhang.standards.rules import groups, rules
from tests.audit.documents import Maker, context, exact, rounded
from tests.audit.sample2021 import CODED, FIGURES

RULES = rules(2021)


def findings(printed: dict[str, str]) -> list[Finding]:
    """The findings above info."""
    report = check(figures(printed), RULES, Context(2021, groups()))
    return [finding for finding in report.findings if finding.level is not Level.INFO]


def _altered(random: Random) -> tuple[str, Decimal, Decimal]:
    cell = random.choice(list(CODED))
    right = Decimal(CODED[cell])
    shift = Decimal(random.choice([-1, 1]) * random.randint(50, 50_000)) / 100
    return cell, right, right + (abs(shift) if right + shift < 0 else shift)


def test_the_clean_statements_contradict_nothing() -> None:
    assert findings(CODED) == []


@pytest.mark.parametrize("seed", range(40))
def test_a_single_altered_cell_of_three_statements_is_named_with_its_right_value(seed: int) -> None:
    cell, right, wrong = _altered(Random(seed))
    started = time.process_time()
    (finding,) = findings(CODED | {cell: str(wrong)})
    assert time.process_time() - started < 0.5
    assert (finding.root, Decimal(finding.expected), Decimal(finding.printed)) == (cell, right, wrong)


def test_a_slip_of_the_unit_is_found_however_large() -> None:
    (finding,) = findings(FIGURES | {"T2[total].本年收入合计": "1931300"})
    assert (finding.root, finding.expected) == ("T2[total].本年收入合计", "193.13")


def test_two_separate_errors_are_two_findings() -> None:
    found = findings(FIGURES | {"T5[208].小计": "181.22", "T6[301].决算数": "127.34"})
    assert {(f.root, f.expected) for f in found} == {("T5[208].小计", "180.22"), ("T6[301].决算数", "126.34")}


@pytest.mark.parametrize(
    "changes",
    [
        {"T5[208].基本支出": "65.00", "T5[208].项目支出": "115.22"},
        {"T3[2080108].基本支出": "65.00", "T3[2080108].项目支出": "0"},
        {"T3[2080150].基本支出": "98.68", "T3[2080150].本年支出合计": "98.68", "T3[20801].基本支出": "102.83"},
    ],
    ids=["swapped columns", "shifted by one column", "an error carried on"],
)
def test_entangled_errors_are_told_apart_by_the_solver(
    changes: dict[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    found = findings(FIGURES | changes)
    assert {f.root: Decimal(f.expected) for f in found} == {cell: Decimal(FIGURES[cell]) for cell in changes}
    assert capfd.readouterr() == ("", "")


def test_what_two_figures_cannot_decide_lists_both() -> None:
    (finding,) = findings({"T4[政府性基金预算财政拨款].金额": "10.00", "T8[total].本年收入": "12.00"})
    assert "不能断定错在哪一处" in finding.message
    assert "“T4 政府性基金预算财政拨款 金额”由10.00万元改为12.00万元" in finding.message
    assert "“T8 total 本年收入”" not in finding.message
    assert "“T8 合计 本年收入”由12.00万元改为10.00万元" in finding.message
    assert finding.root == "X6:T4[政府性基金预算财政拨款].金额"


def test_only_a_few_of_many_candidates_are_written_out() -> None:
    (finding,) = findings(FIGURES | {"T6[30101].决算数": "0.97"})
    assert "①" in finding.message
    assert "另有2项" in finding.message


@pytest.mark.parametrize("seed", range(12))
def test_one_altered_cell_of_a_random_document_is_among_the_few_named(seed: int) -> None:
    random = Random(seed)
    cells = Maker(random).make()
    cell = random.choice([c for c in cells if c[:2] != "T7" and c[0] != "S"])
    facts = rounded(cells | {cell: cells[cell] + random.choice([30_000_000, 1_234_567])})
    report = check(facts, RULES, context())
    told = [f for f in report.findings if f.level is not Level.INFO]
    assert len(told) == 1
    assert told[0].root == cell or "任改一种" in told[0].message


def test_a_fen_in_exact_books_is_found_and_shown_in_yuan() -> None:
    cells = Maker(Random(3)).make()
    cell = next(c for c in cells if c.startswith("T5[") and c.endswith("].小计") and len(c) == len("T5[2050201].小计"))
    report = check(exact(cells | {cell: cells[cell] + 1}), RULES, context())
    (finding,) = [f for f in report.findings if f.level is not Level.INFO]
    assert finding.root == cell
    assert "0.01元" in finding.message


ITEMS = {
    "T6[302].决算数": "98.50",
    "T6[30201].决算数": "25.00",
    "T6[30202].决算数": "8.30",
    "T6[30206].决算数": "11.55",
    "T6[30211].决算数": "17.65",
    "T6[30239].决算数": "36.00",
}


@pytest.mark.parametrize(
    ("cell", "printed", "right", "kind"),
    [
        ("T6[30211].决算数", "71.65", "17.65", "相邻两位数字颠倒"),
        ("T6[30202].决算数", "83.00", "8.30", "小数点错位"),
        ("T6[302].决算数", "89.50", "98.50", "相邻两位数字颠倒"),
    ],
)
def test_of_several_figures_a_slip_of_the_pen_is_the_place(cell: str, printed: str, right: str, kind: str) -> None:
    (finding,) = findings(ITEMS | {cell: printed})
    assert "不能断定" in finding.message
    assert kind in finding.message
    assert (finding.root, finding.expected) == (f"T6.1:{cell}", right)


def test_the_slip_has_its_own_digits_and_not_those_of_the_rounded_sum() -> None:
    (finding,) = findings(ITEMS | {"T6[30211].决算数": "71.65", "T6[302].决算数": "98.51"})
    assert (finding.printed, finding.expected) == ("71.65", "17.65")


def test_of_two_equally_telling_slips_none_is_asked_for() -> None:
    (finding,) = findings(
        ITEMS | {"T6[30201].决算数": "71.00", "T6[30211].决算数": "71.65", "T6[302].决算数": "144.50"}
    )
    assert finding.expected == ""
    assert finding.printed == "71.00"
    assert "或“T6" in finding.message


def test_a_cell_left_empty_is_the_place_where_the_final_account_has_a_figure() -> None:
    cars = {"T7[决算数].小计": "47.20", "T7[决算数].公务用车购置费": "17.90", "T7[决算数].公务用车运行费": "29.30"}
    budget = {"T7[预算数].小计": "48.00", "T7[预算数].公务用车购置费": "0.00", "T7[预算数].公务用车运行费": "30.00"}
    (finding,) = findings(cars | budget)
    assert (finding.root, finding.expected) == ("T7.2:T7[预算数].公务用车购置费", "18.00")
    assert "漏填" in finding.message
