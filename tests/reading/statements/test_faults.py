"""What is wrong with a statements workbook is said with cell, value and mend, all at once, and nothing is lost."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from mingzhang.books.fault import Fault, Gravity
from mingzhang.disclosure.address import Address
from mingzhang.reading.statements_workbook import StatementsReading
from tests.reading.statements import sheets
from tests.reading.statements.sheets import ALL, CAPTION, Rows, read, type_out, with_variant


def swapped(rows: Rows, row: int, *cells: Sequence[str | float | None]) -> Rows:
    """The rows with one of them replaced."""
    return (*rows[:row], *cells, *rows[row + 1 :])


def wider(rows: Rows, heading: str, amount: float) -> Rows:
    """T5 with one more column."""
    more: list[str | float] = ["", "", "", heading, *[amount] * (len(rows) - 4)]
    blank = ("",) * 5
    return tuple((*row, *blank[len(row) :], cell) for row, cell in zip(rows, more, strict=True))


def said(read: StatementsReading, gravity: Gravity) -> list[tuple[str, str]]:
    """Place and message of the faults of one gravity."""
    return [(fault.place, fault.message) for fault in read.faults if fault.gravity is gravity]


def complete(faults: Sequence[Fault]) -> bool:
    """Whether every fault says what to do, and where unless a whole statement is missing."""
    return all(f.file and f.message and f.mend and (f.place or "没有" in f.message) for f in faults)


T5 = sheets.T5
ERRORS: dict[str, tuple[str, Rows, tuple[str, str]]] = {
    "unreadable": ("T5", swapped(T5, 4, ("合计", "", "见附件", 1, 1)), ("T5!C5", "不是金额")),
    "other unit in the cell": (
        "T5", swapped(T5, 4, ("合计", "", "193.13元", 1, 1)), ("T5!C5", "金额的单位与表上写的万元不一致")
    ),
    "truth value": ("T5", swapped(T5, 4, ("合计", "", True, 1, 1)), ("T5!C5", "这里应是数字")),
    "too large": ("T5", swapped(T5, 4, ("合计", "", 1e12, 1, 1)), ("T5!C5", "金额大得不合理")),
    "renamed column": (
        "T5", swapped(T5, 3, ("功能分类科目编码", "科目名称", "小计", "基本支岀", "项目支出")),
        ("T5!D5", "不认识的栏次“本年支出/基本支岀”"),
    ),
    "column left out": (
        "T5", tuple(row[:4] for row in T5),
        ("T5!第1行", "《一般公共预算财政拨款支出决算表》缺少栏次“本年支出/项目支出”"),
    ),
    "one block of T6 renamed": (
        "T6", swapped(sheets.T6, 3, (*sheets.T6[3][:5], "决标数", *sheets.T6[3][6:])),
        ("T6!F5", "不认识的栏次“公用经费/决标数”"),
    ),
    "column too many": ("T5", wider(T5, "其他支出", 2.5), ("T5!F5", "不认识的栏次“本年支出/其他支出”")),
    "total left out": (
        "T5", (*T5[:4], *T5[5:]), ("T5!第1行", "《一般公共预算财政拨款支出决算表》缺少“合计”一行")
    ),
    "total row of T1 left out": (
        "T1", (*sheets.T1[:12], *sheets.T1[13:]), ("T1!第1行", "《收入支出决算总表》缺少“支出总计”一行")
    ),
    "unknown row": (
        "T1", swapped(sheets.T1, 6, ("二、政府性债务收入", 2, 7, "", "", "")),
        ("T1!C7", "不认识的项目“二、政府性债务收入”"),
    ),
    "row without name": ("T1", swapped(sheets.T1, 6, ("", 2, 7, "", "", "")), ("T1!C7", "有数而没有项目名称")),
    "code with a letter": (
        "T5", swapped(T5, 6, ("20801O8", "信息化建设", 65, "", 65)),
        ("T5!C7", "这一行没有功能分类科目编码（20801O8信息化建设）"),
    ),
    "code too long": (
        "T5", swapped(T5, 6, ("20801080", "信息化建设", 65, "", 65)),
        ("T5!C7", "这一行没有功能分类科目编码（20801080信息化建设）"),
    ),
    "economic code among functions": (
        "T5", swapped(T5, 6, ("30101", "基本工资", 65, "", 65)),
        ("T5!C7", "这一行没有功能分类科目编码（30101基本工资）"),
    ),
    "function code among economics": (
        "T6", swapped(sheets.T6, 5, ("20801", "人社", 9.15, "30201", "办公费", 1.79)),
        ("T6!C6", "这一格没有经济分类科目编码（20801人社）"),
    ),
    "code twice": ("T5", (*T5, T5[-1]), ("T5!C8", "T5[2080108].小计 出现了两次，另一处在 C7")),
    "second line of T7": ("T7", (*sheets.T7, (1,) * 12), ("T7!A8", "“三公”经费表多出一行")),
    "unit nobody publishes in": ("T5", swapped(T5, 1, ("单位：千元",)), ("T5!第1行", "金额单位不是元或万元")),
    "two units": ("T5", swapped(T5, 1, ("单位：元", "", "", "金额单位：万元")), ("T5!第1行", "一张表写了两种金额单位")),
    "no head": ("T5", (*T5[:2], *T5[4:]), ("", "没有找到《一般公共预算财政拨款支出决算表》")),
}  # fmt: skip


@pytest.mark.parametrize(("statement", "rows", "expected"), ERRORS.values(), ids=ERRORS)
def test_an_error_names_its_cell(statement: str, rows: Rows, expected: tuple[str, str], tmp_path: Path) -> None:
    got = with_variant(tmp_path / "a.xlsx", statement, rows)
    assert expected in said(got, Gravity.ERROR)
    assert complete(got.faults)


def test_all_faults_are_said_at_once(tmp_path: Path) -> None:
    bad = {
        "T1": swapped(sheets.T1, 5, ("一、一般公共预算财政拨款收入", 1, "一百", "", "", "")),
        "T5": swapped(T5, 1, ("单位：千元",)),
        "T6": swapped(sheets.T6, 5, ("3010", "基本工资", 9.15, "30201", "办公费", 1.79)),
    }
    rest = {name: rows for name, rows in ALL.items() if name != "T3"}
    errors = said(read(type_out(tmp_path / "a.xlsx", rest | bad)), Gravity.ERROR)
    assert {place.partition("!")[0] for place, _ in errors} == {"", "T1", "T5", "T6"}


def test_a_merged_amount_belongs_to_nobody(tmp_path: Path) -> None:
    got = read(type_out(tmp_path / "a.xlsx", ALL, {"T5": ("D6:E6",)}))
    assert said(got, Gravity.ERROR) == [("T5!D6", "金额单元格合并了，不知道属于哪一格")]


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("T8", "没有《政府性基金预算财政拨款收入支出决算表》；总表上没有这项资金，按空表处理"),
        ("T9", "没有《国有资本经营预算财政拨款支出决算表》；总表上没有这项资金，按空表处理"),
    ],
)
def test_an_empty_fund_statement_may_be_left_out(statement: str, message: str, tmp_path: Path) -> None:
    got = read(type_out(tmp_path / "a.xlsx", {name: rows for name, rows in ALL.items() if name != statement}))
    assert said(got, Gravity.ERROR) == []
    assert said(got, Gravity.WARNING) == [("", message)]


def test_a_fund_statement_may_not_be_left_out_when_there_is_money(tmp_path: Path) -> None:
    money = swapped(sheets.T4, 5, ("二、政府性基金预算财政拨款", 2, 6, "十九、住房保障支出", 51, 8.8, 8.8, "", ""))
    rest = {name: rows for name, rows in ALL.items() if name != "T8"}
    errors = said(read(type_out(tmp_path / "a.xlsx", {**rest, "T4": money})), Gravity.ERROR)
    assert errors == [("", "没有找到《政府性基金预算财政拨款收入支出决算表》")]


@pytest.mark.parametrize("statement", ["T1", "T2", "T3", "T4", "T5", "T6", "T7"])
def test_every_other_statement_must_be_there(statement: str, tmp_path: Path) -> None:
    got = read(type_out(tmp_path / "a.xlsx", {name: rows for name, rows in ALL.items() if name != statement}))
    assert [place for place, _ in said(got, Gravity.ERROR)] == [""]


def test_the_name_of_a_county_is_no_unit(tmp_path: Path) -> None:
    got = with_variant(tmp_path / "a.xlsx", "T5", swapped(T5, 1, ("编制单位：元氏县财政局", "", "", "", "单位：万元")))
    assert got.faults == ()
    assert got.figures[Address.parse("T5[total].小计")].value == 193_130_000


def test_a_part_of_a_column_is_left_out_with_a_hint(tmp_path: Path) -> None:
    got = with_variant(tmp_path / "a.xlsx", "T5", wider(T5, "其中：专项业务", 2.5))
    assert said(got, Gravity.ERROR) == []
    assert {message for _, message in said(got, Gravity.WARNING)} == {"不认识的栏次“本年支出/其中专项业务”"}


def test_a_statement_goes_on_under_its_repeated_title(tmp_path: Path) -> None:
    overleaf = (*T5[:6], ("一般公共预算财政拨款支出决算表（续）",), *T5[1:4], *T5[6:])
    got = with_variant(tmp_path / "a.xlsx", "T5", overleaf)
    assert got.faults == ()
    assert got.figures[Address.parse("T5[2080108].项目支出")].value == 65_000_000


def test_another_year_has_no_ninth_statement(tmp_path: Path) -> None:
    old = swapped(sheets.T4, 3, sheets.T4[3][:8])
    got = read(type_out(tmp_path / "a.xlsx", {**ALL, "T4": old}), "hubei-2021", 2019)
    assert said(got, Gravity.WARNING) == [("T9!第1行", "不是本年度公开的九张表之一，没有读取")]
    assert said(got, Gravity.ERROR) == []


def test_a_workbook_that_stores_the_fen_is_exact_throughout(tmp_path: Path) -> None:
    """Most of its numbers have more than two decimals, so those with two, and the zeros, are exact as well."""
    finer: dict[str, Rows] = {
        n: [[c + 0.001234 if isinstance(c, float) else c for c in row] for row in r] for n, r in ALL.items()
    }
    finer["T3"] = [list(row) for row in sheets.T3]
    got = read(type_out(tmp_path / "a.xlsx", finer))
    assert {figure.spread for figure in got.figures.values()} == {0}


def test_one_exact_figure_does_not_make_the_rounded_ones_exact(tmp_path: Path) -> None:
    got = with_variant(tmp_path / "a.xlsx", "T5", swapped(T5, 6, ("2080108", "信息化建设", 64.997891, "", 64.997891)))
    spreads = {row: got.figures[Address("T5", row, "小计")].spread for row in ("total", "2080108")}
    assert spreads == {"total": 5_000, "2080108": 0}
    assert got.figures[Address("T5", "2080108", "基本支出")].spread == 0


def test_a_zero_that_is_printed_may_be_rounded_and_a_blank_is_not(tmp_path: Path) -> None:
    got = with_variant(tmp_path / "a.xlsx", "T5", swapped(T5, 6, ("2080108", "信息化建设", 65, "0.00", "—")))
    figures = {name: got.figures[Address("T5", "2080108", name)] for name in ("基本支出", "项目支出")}
    assert {name: figure.spread for name, figure in figures.items()} == {"基本支出": 5_000, "项目支出": 0}


def test_a_list_of_contents_and_a_cover_are_left_alone(tmp_path: Path) -> None:
    contents: Rows = (("目录",), *((n, rows[0][0], n) for n, rows in enumerate(ALL.values(), 1)))
    cover: Rows = (("2021年度决算公开",), CAPTION)
    assert read(type_out(tmp_path / "a.xlsx", {"封面": cover, "目录": contents, **ALL})).faults == ()
