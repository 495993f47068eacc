"""Every way a statement is known to be printed gives the same figures; cases are the printed rows themselves."""

from pathlib import Path

import pytest

from mingzhang.books.fault import Gravity
from mingzhang.disclosure.address import Address
from mingzhang.reading.statements_workbook import StatementsReading
from tests.reading.statements import sheets
from tests.reading.statements.sheets import ALL, CAPTION, Row, Rows, read, type_out, with_variant

Expected = dict[str, str]


def yuan(read: StatementsReading, address: str) -> str | None:
    """The figure at an address in yuan; None when there is none."""
    figure = read.figures.get(Address.parse(address))
    return f"{figure.value / 100:.2f}" if figure else None


def errors(read: StatementsReading) -> list[str]:
    """The faults that forbid using the workbook."""
    return [f"{f.place} {f.value} {f.message}" for f in read.faults if f.gravity is Gravity.ERROR]


def swapped(rows: Rows, row: int, *cells: Row) -> Rows:
    """The rows with one of them replaced."""
    return (*rows[:row], *cells, *rows[row + 1 :])


STANDARD: Expected = {
    "T1[一般公共预算财政拨款收入].金额": "1931300.00",
    "T1[政府性基金预算财政拨款收入].金额": "0.00",
    "T1[上级补助收入].金额": "0.00",
    "T1[社会保障和就业支出].金额": "1802200.00",
    "T1[收入总计].金额": "1931300.00",
    "T1[支出总计].金额": "1931300.00",
    "T2[total].财政拨款收入": "1931300.00",
    "T2[2080108].本年收入合计": "1931300.00",
    "T3[total].基本支出": "1281300.00",
    "T3[2080108].项目支出": "650000.00",
    "T4[一般公共预算财政拨款].金额": "1931300.00",
    "T4[年初-一般公共预算财政拨款].金额": "30000.00",
    "T4[年初财政拨款结转和结余].金额": "30000.00",
    "T4[年末财政拨款结转和结余].一般公共预算财政拨款": "71100.00",
    "T4[收入总计].金额": "1961300.00",
    "T4[支出总计].合计": "1961300.00",
    "T4[住房保障支出].政府性基金预算财政拨款": "0.00",
    "T5[total].小计": "1931300.00",
    "T5[2080108].项目支出": "650000.00",
    "T6[30101].决算数": "91500.00",
    "T6[30201].决算数": "17900.00",
    "T6[人员经费合计].决算数": "1263400.00",
    "T6[公用经费合计].决算数": "17900.00",
    "T7[预算数].合计": "35000.00",
    "T7[预算数].公务用车购置费": "5000.00",
    "T7[决算数].小计": "20000.00",
    "T7[决算数].公务接待费": "2500.00",
    "T8[total].年末结转和结余": "0.00",
    "T9[total].合计": "0.00",
}


def test_nine_sheets_as_the_region_prints_them(tmp_path: Path) -> None:
    got = read(type_out(tmp_path / "a.xlsx", ALL))
    assert got.faults == ()
    assert {address: yuan(got, address) for address in STANDARD} == STANDARD


PAIRED: Rows = (
    ("一般公共预算财政拨款“三公”经费支出决算表",),
    CAPTION,
    ("财政拨款“三公”经费", *[""] * 11),
    ("合计", "", "因公出国（境）费", "", "公务用车购置及运行维护费", "", "", "", "", "", "公务接待费", ""),
    ("", "", "", "", "小计", "", "公务用车购置费", "", "公务用车运行维护费", "", "", ""),
    ("预算数", "决算数") * 6,
    (3.5, 2.25, 1, "", 2, 2, 0.5, "", 1.5, 2, 0.5, 0.25),
)
PAIRED_MERGES = ("A3:L3", "A4:B5", "C4:D5", "E4:J4", "E5:F5", "G5:H5", "I5:J5", "K4:L5")
T6_TWO: Rows = (
    sheets.T6[0],
    CAPTION,
    ("经济分类科目编码", "科目名称", "决算数") * 2,
    ("301", "工资福利支出", 126.34, "302", "商品和服务支出", 1.79),
    ("30101", "基本工资", 9.15, "30201", "办公费", 1.79),
    ("人员经费合计", "", 126.34, "公用经费合计", "", 1.79),
)
T6_SPLIT: Rows = (
    sheets.T6[0],
    CAPTION,
    ("经济分类科目编码", "", "科目名称", "决算数") * 2,
    ("类", "款", "", "") * 2,
    ("301", "", "工资福利支出", 126.34, "302", "", "商品和服务支出", 1.79),
    ("301", "01", "基本工资", 9.15, "302", "01", "办公费", 1.79),
    ("人员经费合计", "", "", 126.34, "公用经费合计", "", "", 1.79),
)
T6_CLASS_ABOVE: Rows = (
    *T6_SPLIT[:5],
    ("", "01", "基本工资", 9.15, "", 1, "办公费", 1.79),
    T6_SPLIT[-1],
)
T5_SHANGHAI: Rows = (
    sheets.T5[0],
    ("", "", "", "", "单位：万元"),
    ("项目", "", "合计", "基本支出", "项目支出"),
    ("功能分类科目编码", "科目名称", "", "", ""),
    ("208", "社会保障和就业支出", 193.13, 128.13, 65.00),
    ("2080108", "信息化建设", 65.00, "", 65.00),
    ("合计", "", 193.13, 128.13, 65.00),
)
T5_PARTS: Rows = (
    ("一般公共预算财政拨款支出决算表", "", "", "", "", "公开05表"),
    ("部门：江城市信息中心", "", "", "", "", "金额单位：万元"),
    ("项目", "", "", "", "本年支出", "", ""),
    ("支出功能分类科目编码", "", "", "科目名称", "小计", "基本支出", "项目支出"),
    ("类", "款", "项", "栏次", 1, 2, 3),
    ("", "", "", "合计", 193.13, 128.13, 65.00),
    ("208", "", "", "社会保障和就业支出", 193.13, 128.13, 65.00),
    ("208", "01", "08", "信息化建设", 65.00, "", 65.00),
)
T5_PARTS_MERGES = ("A3:D3", "E3:G3", "A4:C4", "A5:A6", "B5:B6", "C5:C6")
T5_NAMES: Rows = (
    sheets.T5[0],
    CAPTION,
    ("项目", "本年支出", "", ""),
    ("科目名称", "小计", "基本支出", "项目支出"),
    ("合计", 193.13, 128.13, 65.00),
    ("社会保障和就业支出", 193.13, 128.13, 65.00),
    ("　人力资源和社会保障管理事务", 65.00, "", 65.00),
    ("　　信息化建设", 65.00, "", 65.00),
)
T5_CODE_AND_NAME: Rows = (
    sheets.T5[0],
    CAPTION,
    ("项目", "小计", "基本支出", "项目支出"),
    ("合计", 193.13, 128.13, 65.00),
    ("208 社会保障和就业支出", 193.13, 128.13, 65.00),
    ("2080108 信息化建设", 65.00, "", 65.00),
)
T1_24: Rows = (
    *sheets.T1[:5],
    ("一、一般公共预算财政拨款收入", 1, 193.13, "二十三、其他支出", 31, ""),
    ("二、政府性基金预算财政拨款收入", 2, "", "八、社会保障和就业支出", 38, 180.22),
    *sheets.T1[7:],
)
T1_NO_LINES: Rows = (
    sheets.T1[0],
    CAPTION,
    ("收入", "", "支出", ""),
    ("项目", "决算数", "项目（按功能分类）", "决算数"),
    *((row[0], row[2], row[3], row[5]) for row in sheets.T1[5:13]),
)
T9_LONG: Rows = (
    ("国有资本经营预算财政拨款收入支出决算表",),
    *sheets.T8[1:4],
    ("合计", "", 1, 2, 1.5, "", 1.5, 1.5),
)
T7_NOTHING: Rows = (
    *sheets.T7[:6],
    ("", "", "", "", "", "", "", "", "", "", "", ""),
    ("说明：本单位2021年无“三公”经费。",),
)

VARIANTS: dict[str, tuple[str, Rows, Expected]] = {
    "title with year and number": ("T1", swapped(sheets.T1, 0, ("2021年度收入支出决算总表（表1）",)), STANDARD),
    "title with the ministry's number": ("T1", swapped(sheets.T1, 0, ("收入支出决算总表（财决公开01表）",)), STANDARD),
    "title in half width": ("T7", swapped(sheets.T7, 0, ('一般公共预算财政拨款"三公"经费支出决算表(表7)',)), STANDARD),
    "title of the later years": ("T7", swapped(sheets.T7, 0, ("财政拨款“三公”经费支出决算表",)), STANDARD),
    "short title": ("T4", swapped(sheets.T4, 0, ("财政拨款收支决算总表",)), STANDARD),
    "total headed 合计": (
        "T5", swapped(sheets.T5, 3, ("功能分类科目编码", "科目名称", "合计", "基本支出", "项目支出")), STANDARD
    ),
    "total last": ("T5", T5_SHANGHAI, STANDARD),
    "code and name in one cell": ("T5", T5_CODE_AND_NAME, STANDARD),
    "names only": ("T5", T5_NAMES, STANDARD),
    "two blocks": ("T6", T6_TWO, STANDARD),
    "code split in two": ("T6", T6_SPLIT, STANDARD),
    "class only in the row above": ("T6", T6_CLASS_ABOVE, STANDARD),
    "short names of funds": (
        "T4",
        swapped(sheets.T4, 3, (*sheets.T4[3][:6], "一般公共预算", "政府性基金预算", "国有资本经营预算")),
        STANDARD,
    ),
    "24 rows": ("T1", T1_24, STANDARD | {"T1[其他支出].金额": "0.00"}),
    "no line numbers": ("T1", T1_NO_LINES, STANDARD),
    "reserves with 含专用结余": (
        "T1",
        swapped(sheets.T1, 10, ("使用非财政拨款结余（含专用结余）", 28, 1.5, "结余分配", 58, "")),
        STANDARD | {"T1[使用非财政拨款结余].金额": "15000.00"},
    ),
    "unit in the headings": (
        "T5",
        (sheets.T5[0], ("部门：江城市信息中心",), sheets.T5[2],
         ("功能分类科目编码", "科目名称", "小计（万元）", "基本支出（万元）", "项目支出（万元）"), *sheets.T5[4:]),
        STANDARD,
    ),
    "long form where the region prints the short one": ("T9", T9_LONG, {"T9[total].合计": "15000.00"}),
    "nothing at all": ("T7", T7_NOTHING, {"T7[预算数].合计": "0.00", "T7[决算数].公务接待费": "0.00"}),
}  # fmt: skip


@pytest.mark.parametrize(("statement", "rows", "expected"), VARIANTS.values(), ids=VARIANTS)
def test_a_variant_gives_the_same_figures(statement: str, rows: Rows, expected: Expected, tmp_path: Path) -> None:
    got = with_variant(tmp_path / "a.xlsx", statement, rows)
    assert errors(got) == []
    assert {address: yuan(got, address) for address in expected} == expected


MERGED: dict[str, tuple[str, Rows, tuple[str, ...]]] = {
    "paired": ("T7", PAIRED, PAIRED_MERGES),
    "code in three columns": ("T5", T5_PARTS, T5_PARTS_MERGES),
}


@pytest.mark.parametrize(("statement", "rows", "merges"), MERGED.values(), ids=MERGED)
@pytest.mark.parametrize("merged", [True, False], ids=["merged", "merges lost"])
def test_heads_of_many_rows_are_read_with_and_without_merges(
    statement: str, rows: Rows, merges: tuple[str, ...], merged: bool, tmp_path: Path
) -> None:
    book = type_out(tmp_path / "a.xlsx", {**ALL, statement: rows}, {statement: merges} if merged else {})
    got = read(book)
    assert errors(got) == []
    assert {address: yuan(got, address) for address in STANDARD} == STANDARD


NUMBERS: dict[str, tuple[str | float, str, int]] = {
    "a stored number": (193.13, "1931300.00", 5_000),
    "stored to the fen": (193.132564, "1931325.64", 0),
    "text with separators": ("1,931.30", "19313000.00", 5_000),
    "full width": ("１９３．１３", "1931300.00", 5_000),
    "a minus": ("-193.13", "-1931300.00", 5_000),
    "a full-width minus": ("－193.13", "-1931300.00", 5_000),
    "parentheses": ("(193.13)", "-1931300.00", 5_000),
    "full-width parentheses": ("（193.13）", "-1931300.00", 5_000),
    "noise of a formula": (193.13000000000002, "1931300.00", 5_000),
}


@pytest.mark.parametrize(("cell", "value", "spread"), NUMBERS.values(), ids=NUMBERS)
def test_a_number_is_read_in_every_spelling(cell: str | float, value: str, spread: int, tmp_path: Path) -> None:
    got = with_variant(tmp_path / "a.xlsx", "T3", swapped(sheets.T3, 4, ("合计", "", cell, 128.13, 65, "", "", "")))
    address = Address("T3", "total", "本年支出合计")
    assert errors(got) == []
    assert yuan(got, str(address)) == value
    assert got.figures[address].spread == spread


@pytest.mark.parametrize("cell", ["", 0, 0.0, "0", "0.00", "—", "-", "——", "－", " "])
def test_nothing_is_zero_in_every_spelling(cell: str | float, tmp_path: Path) -> None:
    got = with_variant(
        tmp_path / "a.xlsx", "T3", swapped(sheets.T3, 6, ("2080108", "信息化建设", 65, cell, 65, "", "", ""))
    )
    assert got.faults == ()
    assert yuan(got, "T3[2080108].基本支出") == "0.00"


def test_units_may_differ_between_the_statements(tmp_path: Path) -> None:
    rows = [[cell * 10_000 if isinstance(cell, float) else cell for cell in row] for row in sheets.T3]
    rows[1] = ["单位：元"]
    got = with_variant(tmp_path / "a.xlsx", "T3", rows)
    assert got.faults == ()
    assert {address: yuan(got, address) for address in STANDARD} == STANDARD
    assert got.figures[Address.parse("T3[total].基本支出")].unit.name == "元"


def test_all_on_one_sheet_in_any_order(tmp_path: Path) -> None:
    stacked = [row for name in ("T9", "T4", "T1", "T3", "T2", "T8", "T7", "T6", "T5") for row in (*ALL[name], ())]
    got = read(type_out(tmp_path / "a.xlsx", {"决算公开": stacked}))
    assert errors(got) == []
    assert {address: yuan(got, address) for address in STANDARD} == STANDARD


def test_titles_only_on_the_tabs(tmp_path: Path) -> None:
    named = {f"GK0{n} {rows[0][0]}": rows[1:] for n, rows in enumerate(ALL.values(), 1)}
    got = read(type_out(tmp_path / "a.xlsx", named))
    assert errors(got) == []
    assert {address: yuan(got, address) for address in STANDARD} == STANDARD


def test_another_table_between_the_statements_is_left_alone(tmp_path: Path) -> None:
    other: Rows = (
        ("项目支出决算表",), CAPTION, ("项目", "", "合计", "基本支出", "项目支出"), ("2080108", "网络改造", 30, "", 30)
    )  # fmt: skip
    got = read(type_out(tmp_path / "a.xlsx", {**ALL, "T5": (*sheets.T5, (), *other)}))
    assert yuan(got, "T5[2080108].项目支出") == "650000.00"
    assert errors(got) == []
