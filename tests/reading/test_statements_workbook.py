"""The third door: whatever program made the statements, the same figures stand at the same addresses."""

import random
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl import Workbook

from mingzhang.books.fault import Gravity
from mingzhang.disclosure.address import Address
from mingzhang.reading.stated.words import key, statement_of, unit_named
from mingzhang.reading.statements_workbook import StatementsReading, read_statements
from tests.reading.statement_books import EDITIONS, HABITS, Habit, edition, invented, laid_out, write


def read_back(
    path: Path, profile: str = "hubei-2021", year: int = 2021, habit: Habit = HABITS["as published"]
) -> tuple[dict[Address, int], StatementsReading]:
    """What was written, and what is read of it."""
    printed = edition(profile, year)
    values = invented(printed)
    write(path, laid_out(printed, values, year), values, year, habit)
    return values, read_statements(path, printed)


@pytest.mark.parametrize("habit", HABITS.values(), ids=HABITS)
@pytest.mark.parametrize(("profile", "year"), EDITIONS, ids=lambda value: str(value))
def test_every_region_in_every_habit_reads_back(profile: str, year: int, habit: Habit, tmp_path: Path) -> None:
    values, read = read_back(tmp_path / "statements.xlsx", profile, year, habit)
    assert read.faults == ()
    assert {address: figure.value for address, figure in read.figures.items()} == values


@pytest.mark.parametrize(("unit", "spread"), [("万元", 5_000), ("元", 0)])
def test_a_figure_knows_its_unit_its_spread_and_its_cell(unit: str, spread: int, tmp_path: Path) -> None:
    values, read = read_back(tmp_path / "a.xlsx", habit=Habit(unit=unit))
    address = next(address for address in values if address.statement == "T1" and values[address])
    figure = read.figures[address]
    assert (figure.unit.name, figure.spread) == (unit, spread)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    cell = book[figure.position.sheet][figure.position.cell]
    assert round(cell.value * figure.unit.scale) == values[address]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("收入支出决算总表", "T1"),
        ("2021 年度收入支出决算总表（表 1）", "T1"),
        ("江城市云溪区信息中心2021年度财政拨款收入支出决算总表", "T4"),
        ("表三：支出决算表", "T3"),
        ("GK05 一般公共预算财政拨款支出决算表(财决公开05表)", "T5"),
        ("一般公共预算财政拨款基本支出决算明细表", "T6"),
        ("财政拨款“三公”经费支出决算表", "T7"),
        ("国有资本经营预算财政拨款（收入）支出决算表", "T9"),
        ("国有资本经营预算财政拨款收入支出决算表", "T9"),
        ("项目支出决算表", ""),
        ("财政拨款支出决算明细表", ""),
        ("收入支出预算总表", ""),
        ("注：本表反映部门本年度各项支出情况。", ""),
    ],
)
def test_a_statement_is_known_by_its_whole_title(text: str, statement: str) -> None:
    assert statement_of(text) == statement


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("一、一般公共预算财政拨款收入", "一般公共预算财政拨款收入"),
        ("二十一、国有资本经营预算支出", "国有资本经营预算支出"),
        ("（一）一般公共预算财政拨款", "一般公共预算财政拨款"),
        ("  其中：一般公共预算财政拨款", "一般公共预算财政拨款"),
        ("使用非财政拨款结余（含专用结余）", "使用非财政拨款结余"),
        ("年初结转和结余", "年初结转结余"),
    ],
)
def test_a_row_is_known_by_its_name_without_ordinal(printed: str, meant: str) -> None:
    assert key(printed) == key(meant)


@pytest.mark.parametrize(
    ("text", "unit"), [("金额单位：万元", "万元"), ("单位： 元", "元"), ("（万元）", "万元"), ("部门：某单位", "")]
)
def test_the_unit_is_read_where_it_stands(text: str, unit: str) -> None:
    assert unit_named(text) == unit


def edited(path: Path, edit: Callable[[Workbook], None]) -> StatementsReading:
    """What is read of a good workbook after somebody changed it."""
    read_back(path)
    book = openpyxl.load_workbook(path)
    edit(book)
    book.save(path)
    return read_statements(path, edition("hubei-2021", 2021))


def say(read: StatementsReading, gravity: Gravity = Gravity.ERROR) -> list[tuple[str, str]]:
    """Place and message of the faults of one gravity."""
    assert all(fault.mend for fault in read.faults)
    return [(fault.place, fault.message) for fault in read.faults if fault.gravity is gravity]


def test_a_missing_statement_is_named(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        book.remove(book["表8"])

    assert say(edited(tmp_path / "a.xlsx", edit)) == [("", "没有找到《政府性基金预算财政拨款收入支出决算表》")]


def test_a_statement_that_is_there_twice_is_named(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        book.copy_worksheet(book["表2"])

    assert say(edited(tmp_path / "a.xlsx", edit)) == [("表2 Copy!第1行", "《收入决算表》出现了两次")]


def test_words_in_place_of_a_number_are_named_by_cell(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        book["表1"]["C6"] = "见附件"

    assert say(edited(tmp_path / "a.xlsx", edit)) == [("表1!C6", "不是金额")]


def test_a_formula_without_value_is_named_by_cell_and_not_read_as_nothing(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        book["表1"]["C32"] = "=SUM(C6:C13)"

    assert say(edited(tmp_path / "a.xlsx", edit)) == [("表1!C32", "单元格的公式还没有算出值")]


def test_an_unknown_row_is_an_error_only_when_a_figure_would_be_lost(tmp_path: Path) -> None:
    def rename(book: Workbook) -> None:
        book["表1"]["A7"], book["表1"]["C7"] = "二、政府性债务收入", 12.5
        book["表1"]["A8"], book["表1"]["C8"] = "三、别的", None

    assert say(edited(tmp_path / "a.xlsx", rename)) == [("表1!C7", "不认识的项目“二、政府性债务收入”")]


def test_a_row_without_code_is_an_error_when_it_has_figures(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        book["表3"]["A8"], book["表3"]["C8"] = None, 5

    places = dict(say(edited(tmp_path / "a.xlsx", edit)))
    assert places["表3!C8"].startswith("这一行没有功能分类科目编码")


def test_a_unit_not_said_is_taken_from_the_other_statements_and_mentioned(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        book["表4"]["D2"] = None

    read = edited(tmp_path / "a.xlsx", edit)
    assert say(read) == []
    assert say(read, Gravity.WARNING) == [("表4", "没有写明金额单位，按其他表的万元读取")]


def test_a_list_of_contents_is_no_statement(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        contents = book.create_sheet("目录", 0)
        for row, form in enumerate(edition("hubei-2021", 2021), 1):
            contents.cell(row, 1, f"{row}、{form.title}")

    assert edited(tmp_path / "a.xlsx", edit).faults == ()


def test_a_workbook_without_statements_says_what_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    book.create_sheet("工资")["A1"] = "工资表"
    book.save(path)
    assert say(read_statements(path, edition("hubei-2021", 2021))) == [("", "没有找到任何一张决算报表")]


def test_something_else_under_that_name_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "statements.xlsx"
    path.write_text("报表,行,栏次\n", encoding="utf-8")
    assert say(read_statements(path, edition("hubei-2021", 2021))) == [("", "不是工作簿")]


NOISE = (None, "合计", "208", 1e300, -5, "支出决算表", "总计", "—", "302", "决算数", True, "#REF!", "1,5")


def spoil(path: Path, seed: int) -> None:
    """Swap, blank and overwrite some cells of a workbook."""
    chance = random.Random(seed)
    book = openpyxl.load_workbook(path)
    for _ in range(chance.randint(1, 30)):
        sheet = chance.choice(book.worksheets)
        row, column = chance.randint(1, sheet.max_row), chance.randint(1, sheet.max_column)
        cell = sheet.cell(row, column)
        if type(cell).__name__ != "MergedCell":
            cell.value = chance.choice(
                (None, "合计", "208", 1e300, -5, "支出决算表", "总计", "—", "302", "决算数", True)
            )
        if chance.random() < 0.2:
            sheet.delete_rows(chance.randint(1, sheet.max_row), chance.randint(1, 5))
    book.save(path)


def attempt(path: Path, seed: int) -> None:
    """Read a workbook after spoiling it: figures or faults, never another error."""
    printed = edition("shanghai-2024", 2024)
    values = invented(printed, seed)
    write(path, laid_out(printed, values, 2024), values, 2024, list(HABITS.values())[seed % len(HABITS)])
    spoil(path, seed)
    read = read_statements(path, printed)
    assert read.figures or read.faults
    assert all(fault.message and fault.mend for fault in read.faults)


def test_spoiled_statements_give_figures_or_faults(tmp_path: Path) -> None:
    for seed in range(8):
        attempt(tmp_path / "a.xlsx", seed)


@pytest.mark.slow
def test_hundreds_of_spoiled_statements(tmp_path: Path) -> None:
    for seed in range(100, 400):
        attempt(tmp_path / "a.xlsx", seed)
