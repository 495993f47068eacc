"""Tables of which only the words are drawn, or three lines; and what looks like one and is none."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from mingzhang.disclosure.table import Table
from mingzhang.reading.pdf import read_pdf
from tests.reading.pdf.sheet import Sheet, saved

STOPS = (60, 130, 330, 420, 510)
"""Where columns end, or begin for the first two."""
HEAD = ("科目编码", "科目名称", "合计", "基本支出", "项目支出")
BODY = (
    ("", "合计", "1,324.00", "1,000.00", "324.00"),
    ("208", "社会保障和就业支出", "324.00", "", "324.00"),
    ("20805", "行政事业单位养老支出", "324.00", "", "324.00"),
    ("2080501", "行政单位离退休", "324.00", "0.00", "324.00"),
    ("210", "卫生健康支出", "1,000.00", "1,000.00", "—"),
)


def drawn(sheet: Sheet, rows: Sequence[Sequence[str]], top: float, pitch: float = 18) -> float:
    """Rows with the words on the left of their columns and figures on the right; where the next row would stand."""
    for number, row in enumerate(rows):
        for column, words in enumerate(row):
            if column < 2 and words:
                sheet.text(STOPS[column], top + number * pitch, words, 9)
            elif words:
                sheet.right(STOPS[column], top + number * pitch, words, 9)
    return top + len(rows) * pitch


def page(rules: str = "") -> Sheet:
    sheet = Sheet()
    sheet.text(220, 70, "一般公共预算财政拨款支出决算表", 14)
    sheet.text(440, 90, "单位：万元", 9)
    end = drawn(sheet, (HEAD, *BODY), 120)
    if rules:
        for y in {"three": (106, 126, end - 10), "rows": (106, *(126 + 18 * n for n in range(len(BODY) + 1)))}[rules]:
            sheet.stroke(55, y, 515, y)
    sheet.text(60, end + 6, "注：本表反映部门本年度一般公共预算财政拨款支出情况。", 9)
    sheet.paragraph(
        60, end + 60, ["　　二、支出决算情况说明", "　　本年支出合计1,324.00万元，其中：基本支出1,000.00万元。"], 14
    )
    return sheet


def tables(tmp_path: Path, *sheets: Sheet) -> list[Table]:
    return list(read_pdf(saved(tmp_path, *sheets)).tables())


@pytest.mark.parametrize("rules", ["", "three", "rows"])
def test_a_table_without_upright_lines_stands_under_its_head(tmp_path: Path, rules: str) -> None:
    transcript = read_pdf(saved(tmp_path, page(rules)))
    (table,) = transcript.tables()
    assert not table.ruled
    assert [tuple(cell.text for cell in row) for row in table.rows] == [HEAD, *BODY]
    assert [line.text for line in transcript.lines()] == [
        "一般公共预算财政拨款支出决算表",
        "单位：万元",
        "注：本表反映部门本年度一般公共预算财政拨款支出情况。",
        "二、支出决算情况说明",
        "本年支出合计1,324.00万元，其中：基本支出1,000.00万元。",
    ]


def test_a_turned_table_without_lines(tmp_path: Path) -> None:
    sheet = page()
    sheet.form, sheet.size = "0 1 -1 0 842 0", (842, 595)
    (table,) = tables(tmp_path, sheet)
    assert [tuple(cell.text for cell in row) for row in table.rows] == [HEAD, *BODY]


def test_words_of_a_head_over_several_columns(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.text(100, 100, "项目", 9)
    sheet.text(396, 100, "本年支出", 9)
    end = drawn(sheet, (HEAD, *BODY), 120)
    assert end > 120
    (table,) = tables(tmp_path, sheet)
    assert [(cell.text, cell.rows, cell.columns) for cell in table.rows[0]] == [
        ("项目", 1, 2),
        ("", 0, 0),
        ("本年支出", 1, 3),
        ("", 0, 0),
        ("", 0, 0),
    ]
    assert [tuple(cell.text for cell in row) for row in table.rows[1:]] == [HEAD, *BODY]


def test_the_rest_of_a_long_label_belongs_to_its_row(tmp_path: Path) -> None:
    sheet = Sheet()
    drawn(sheet, (HEAD, BODY[0]), 100, 30)
    drawn(sheet, (("2080505", "机关事业单位基本养老", "324.00", "", "324.00"),), 160)
    sheet.text(STOPS[1], 171, "保险缴费支出", 9)
    drawn(sheet, BODY[4:], 190)
    (table,) = tables(tmp_path, sheet)
    assert [row[1].text for row in table.rows] == [
        "科目名称",
        "合计",
        "机关事业单位基本养老保险缴费支出",
        "卫生健康支出",
    ]


def test_rows_go_on_on_the_next_page(tmp_path: Path) -> None:
    first, second = Sheet(), Sheet()
    drawn(first, (HEAD, *BODY), 120)
    first.text(290, 810, "- 1 -", 9)
    drawn(second, (("221", "住房保障支出", "12.00", "12.00", ""), ("22102", "住房改革支出", "12.00", "12.00", "")), 80)
    second.text(60, 160, "二、支出决算情况说明", 14)
    transcript = read_pdf(saved(tmp_path, first, second))
    one, other = transcript.tables()
    assert other.text == "221\t住房保障支出\t12.00\t12.00\t\n22102\t住房改革支出\t12.00\t12.00\t"
    assert (one.position.page, other.position.page) == (1, 2)
    assert [line.text for line in transcript.lines()] == ["二、支出决算情况说明"]


PROSE = (
    ("部门：某某中心", "金额单位：万元"),
    ("一、收入支出决算总表", "3"),
    ("二、收入决算表", "4"),
    ("收入总计", "支出总计"),
    ("2020年", "2021年"),
    ("图1：收、支决算总计变动情况",),
    ("单位名称：某某中心", "填报日期：2022年9月1日"),
    ("项目支出", "65.00"),
)


def test_two_words_on_a_line_are_no_table(tmp_path: Path) -> None:
    sheet = Sheet()
    for number, words in enumerate(PROSE):
        for column, word in enumerate(words):
            sheet.text(90 + 260 * column, 100 + 26 * number, word, 12)
    transcript = read_pdf(saved(tmp_path, sheet))
    assert not list(transcript.tables())
    assert [line.text for line in transcript.lines()] == ["  ".join(words) for words in PROSE]


def test_prose_with_an_underlined_word_is_no_table(tmp_path: Path) -> None:
    sheet = Sheet()
    lines = [
        "本年度收入合计100.00万元，其中：财政拨款收入50.00万元，占50.00%；",
        "事业收入50.00万元，占50.00%。支出决算数小于预算数的主要原因是压减",
        "一般性支出。年初预算为200.00万元，支出决算为100.00万元。",
    ]
    sheet.paragraph(60, 100, lines, 14)
    for y in (103, 129, 155):
        sheet.stroke(60, y, 530, y)
    transcript = read_pdf(saved(tmp_path, sheet))
    assert not list(transcript.tables())
    assert [line.text for line in transcript.lines()] == lines
