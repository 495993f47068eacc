"""Workbooks as they look: numbers in their formats, captions as lines, grids as grids."""

import io
from pathlib import Path

import pytest
import xlsxwriter

from mingzhang.reading.refusal import Refused
from mingzhang.reading.sheets.shown import shown
from mingzhang.reading.sheets_file import read_sheets
from tests.reading.formats.packed import grids, texts

Sheet = list[list[object]]


def book(tmp_path: Path, sheets: dict[str, Sheet], merges: dict[str, list[str]] | None = None) -> Path:
    """A workbook; merges hold the words of their first cell."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data) as made:
        for name, rows in sheets.items():
            sheet = made.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    if value not in ("", None):
                        sheet.write(number, column, value)
            for span in (merges or {}).get(name, []):
                first, _, _ = span.partition(":")
                top, left = int(first[1:]) - 1, ord(first[0]) - 65
                sheet.merge_range(span, rows[top][left])
    path = tmp_path / "a.xlsx"
    path.write_bytes(data.getvalue())
    return path


OFFICIAL: Sheet = [
    ["支出决算表", "", "", ""],
    ["", "", "", "公开03表"],
    ["部门：某某局", "", "", "金额单位：万元"],
    ["项目", "", "本年支出合计", "基本支出"],
    ["科目编码", "科目名称", "", ""],
    ["栏次", "", 1, 2],
    ["合计", "", 193.13, 128.1],
    [2080108, "信息化建设", 65, ""],
    ["注：本表反映部门本年度各项支出情况。", "", "", ""],
]


def test_an_official_sheet(tmp_path: Path) -> None:
    path = book(tmp_path, {"表3": OFFICIAL}, {"表3": ["A1:D1", "A4:B4", "C4:C5", "D4:D5", "A6:B6", "A7:B7", "A9:D9"]})
    found = read_sheets(path)
    assert texts(found) == [
        "支出决算表", "公开03表", "部门：某某局", "金额单位：万元", "注：本表反映部门本年度各项支出情况。",
    ]  # fmt: skip
    assert grids(found) == [
        [
            ["项目", "^", "本年支出合计", "基本支出"],
            ["科目编码", "科目名称", "^", "^"],
            ["栏次", "^", "1", "2"],
            ["合计", "^", "193.13", "128.1"],
            ["2080108", "信息化建设", "65", ""],
        ]
    ]
    (table,) = found.tables()
    assert (table.rows[3][2].position.sheet, table.rows[3][2].position.cell) == ("表3", "C7")


def test_a_caption_over_several_cells(tmp_path: Path) -> None:
    rows: Sheet = [
        ["编制部门：", "某某局", "", "单位：", "万元"],
        ["项目", "甲", "乙", "丙", "丁"],
        ["收入", 1, 2, 3, 4],
    ]
    found = read_sheets(book(tmp_path, {"a": rows}))
    assert [(line.text, line.position.cell) for line in found.lines()] == [
        ("编制部门：某某局", "A1"),
        ("单位：万元", "D1"),
    ]
    assert len(grids(found)[0]) == 2


def test_tables_below_each_other(tmp_path: Path) -> None:
    rows: Sheet = [
        ["收入决算表", ""], ["项目", "金额"], ["收入", 1], ["", ""],
        ["支出决算表", ""], ["单位：万元", ""], ["项目", "金额"], ["支出", 1],
    ]  # fmt: skip
    found = read_sheets(book(tmp_path, {"全部": rows}))
    assert texts(found) == ["收入决算表", "支出决算表", "单位：万元"]
    assert grids(found) == [[["项目", "金额"], ["收入", "1"]], [["项目", "金额"], ["支出", "1"]]]


def test_a_row_with_only_a_name_inside_a_grid_belongs_to_it(tmp_path: Path) -> None:
    rows: Sheet = [["项目", "金额"], ["一、收入", ""], ["财政拨款", 1], ["结余分配", ""]]
    assert grids(read_sheets(book(tmp_path, {"a": rows}))) == [
        [["项目", "金额"], ["一、收入", ""], ["财政拨款", "1"], ["结余分配", ""]]
    ]


def test_a_sheet_of_prose(tmp_path: Path) -> None:
    rows: Sheet = [["一、收入决算情况说明"], ["2023年度收入合计193.13万元。"], ["二、支出"]]
    found = read_sheets(book(tmp_path, {"说明": rows}))
    assert texts(found) == ["一、收入决算情况说明", "2023年度收入合计193.13万元。", "二、支出"]
    assert not list(found.tables())


ACCOUNTING = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        (193.132564, "#,##0.00", "193.13"), (1234567.5, "#,##0.00", "1,234,567.50"),
        (0.0, "#,##0.00;-#,##0.00;", ""), (0.0, "0.00", "0.00"), (0.0, '#,##0.00;-#,##0.00;"-"', "-"),
        (-5.0, "#,##0.00;(#,##0.00)", "(5.00)"), (0.9588, "0.00%", "95.88%"), (12.5, "", "12.5"),
        (0.1 + 0.2, "", "0.3"), (8.0, "General", "8"), (2.5, "0", "3"), (0.125, "0.0#", "0.13"),
        (3.0, "0.0#", "3.0"), (-0.001, "0.00", "0.00"), (5.0, ACCOUNTING, "5.00"), (0.0, ACCOUNTING, "-"),
        (-5.0, ACCOUNTING, "-5.00"), (0.0, "#", ""), ("2080108", "@", "2080108"), (2080108.0, "@", "2080108"),
        (12345.0, "#,##0,", "12"), (1.0, '0.00"万元"', "1.00万元"), (1e300, "0.00", None),
        (float("nan"), "0.00", "NaN"), (True, "", "TRUE"), (None, "", ""), (1.5, "[红色]0.00", "1.50"),
    ],
)  # fmt: skip
def test_number_formats(value: float | str | bool | None, code: str, words: str | None) -> None:
    assert words is None or shown(value, code) == words
    assert len(shown(value, code)) < 400


def test_formats_are_those_of_the_cells(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as made:
        sheet = made.add_worksheet("a")
        money = made.add_format({"num_format": "#,##0.00;-#,##0.00;"})
        sheet.write_row(0, 0, ["项目", "金额", "比例"])
        sheet.write(1, 0, "收入")
        sheet.write(1, 1, 1931325.64, money)
        sheet.write(1, 2, 0.9588, made.add_format({"num_format": 10}))
        sheet.write(2, 0, "支出")
        sheet.write(2, 1, 0, money)
    assert grids(read_sheets(path))[0][1:] == [["收入", "1,931,325.64", "95.88%"], ["支出", "", ""]]


def test_hidden_sheets_are_mentioned_and_an_empty_book_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as made:
        made.add_worksheet("a").write(0, 0, "标题")
        hidden = made.add_worksheet("b")
        hidden.write(0, 0, "旧")
        hidden.hide()
    found = read_sheets(path)
    assert texts(found) == ["标题"]
    assert [fault.message for fault in found.faults] == ["隐藏的工作表没有读取"]
    with pytest.raises(Refused):
        read_sheets(book(tmp_path, {"a": []}))
