"""Rulings to cells: the ways programs draw lines, merged cells, slivers, frames that are no tables."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from mingzhang.disclosure.table import Table
from mingzhang.reading.pdf import read_pdf
from tests.reading.pdf.sheet import Sheet, saved

XS = (60, 200, 300, 400)
YS = (100, 120, 140, 160)
ROWS = (("项目", "本年支出", "备注"), ("一般公共服务支出", "1,234.56", ""), ("合计", "1,234.56", "2"))


def tables(tmp_path: Path, *sheets: Sheet) -> list[Table]:
    return list(read_pdf(saved(tmp_path, *sheets)).tables())


def full_strokes(sheet: Sheet) -> None:
    sheet.grid(XS, YS)


def strokes_of_each_cell(sheet: Sheet) -> None:
    for left, right in pairwise(XS):
        for top, bottom in pairwise(YS):
            sheet.stroke(left, top, right, top)
            sheet.stroke(left, bottom, right, bottom)
            sheet.stroke(left, top, left, bottom)
            sheet.stroke(right, top, right, bottom)


def box_of_each_cell(sheet: Sheet) -> None:
    for left, right in pairwise(XS):
        for top, bottom in pairwise(YS):
            sheet.box(left, top, right, bottom)


def thin_rectangles_and_corner_squares(sheet: Sheet) -> None:
    for x in XS:
        for top, bottom in pairwise(YS):
            sheet.fill(x, top + 0.5, x + 0.48, bottom)
            sheet.fill(x, top, x + 0.48, top + 0.48)
    for y in YS:
        for left, right in pairwise(XS):
            sheet.fill(left + 0.5, y, right, y + 0.48)


def thin_rectangles_over_white_cells(sheet: Sheet) -> None:
    sheet.fill(20, 20, 500, 500, 1)
    for top, bottom in pairwise(YS):
        for left, right in pairwise(XS):
            sheet.fill(left, top, right, bottom, 1)
        sheet.fill(XS[0], (top + bottom) / 2, XS[-1], (top + bottom) / 2 + 0.6, 1)
    for x in XS:
        sheet.fill(x, YS[0], x + 0.6, YS[-1])
    for y in YS:
        sheet.fill(XS[0], y, XS[-1], y + 0.6)


def double_rules(sheet: Sheet) -> None:
    sheet.grid(XS, YS)
    sheet.grid([x + 1.5 for x in XS], [y + 1.5 for y in YS])


def flipped_matrix(sheet: Sheet) -> None:
    lines = [f"{x} {YS[0]} m {x} {YS[-1]} l S" for x in XS] + [f"{XS[0]} {y} m {XS[-1]} {y} l S" for y in YS]
    sheet.raw(f"q 1 0 0 -1 0 842 cm 0.5 w {' '.join(lines)} Q")


def one_path(sheet: Sheet) -> None:
    top = sheet.size[1]
    lines = [f"{x} {top - YS[0]} m {x} {top - YS[-1]} l" for x in XS]
    lines += [f"{XS[0]} {top - y} m {XS[-1]} {top - y} l" for y in YS]
    sheet.raw(f"1 w {' '.join(lines)} S")


WAYS = (
    full_strokes,
    strokes_of_each_cell,
    box_of_each_cell,
    thin_rectangles_and_corner_squares,
    thin_rectangles_over_white_cells,
    double_rules,
    flipped_matrix,
    one_path,
)


@pytest.mark.parametrize("draw", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("form", ["", "1 0 0 1 30 -40", "0.7 0 0 0.7 20 60", "0 1 -1 0 842 0"])
def test_every_way_of_drawing_lines_gives_the_same_table(
    tmp_path: Path, draw: Callable[[Sheet], None], form: str
) -> None:
    sheet = Sheet()
    draw(sheet)
    sheet.words(XS, YS, ROWS)
    sheet.form = form
    if form.startswith("0 1"):
        sheet.size = (842, 595)
    (table,) = tables(tmp_path, sheet)
    assert [[cell.text for cell in row] for row in table.rows] == [list(row) for row in ROWS]
    assert table.ruled


def test_words_drawn_as_one_run_across_a_line_fall_into_their_own_cells(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.grid((60, 100, 240), (100, 120))
    sheet.text(65, 114, "1234.56 一、一般公共服务支出", 9)
    (table,) = tables(tmp_path, sheet)
    assert table.text == "1234.56\t一、一般公共服务支出"


def test_lines_of_a_cell_run_on(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.grid((60, 130, 200, 260, 330), (100, 150))
    sheet.paragraph(63, 112, ["机关事业单位", "基本养老保险", "缴费支出"], 9, 13)
    sheet.paragraph(133, 112, ["1,234,567.8", "9"], 9, 13)
    sheet.paragraph(203, 112, ["12.34", "56.78"], 9, 13)
    sheet.paragraph(263, 112, ["2080", "505"], 9, 13)
    (table,) = tables(tmp_path, sheet)
    assert table.text == "机关事业单位基本养老保险缴费支出\t1,234,567.89\t12.34 56.78\t2080505"


def test_where_lines_are_missing_cells_are_one(tmp_path: Path) -> None:
    sheet = Sheet()
    for y, left, right in ((100, 60, 400), (120, 60, 200), (140, 60, 400), (160, 60, 400)):
        sheet.stroke(left, y, right, y)
    for x, top, bottom in ((60, 100, 160), (130, 120, 160), (200, 100, 160), (300, 100, 160), (400, 100, 160)):
        sheet.stroke(x, top, x, bottom)
    sheet.text(110, 114, "项目", 9)
    sheet.text(65, 134, "科目编码", 9)
    sheet.text(135, 134, "科目名称", 9)
    sheet.text(220, 124, "本年支出", 9)
    sheet.text(320, 124, "备注", 9)
    sheet.text(65, 154, "20805", 9)
    (table,) = tables(tmp_path, sheet)
    assert [(row, column, cell.text, cell.rows, cell.columns) for row, column, cell in table.cells()] == [
        (0, 0, "项目", 1, 2),
        (0, 2, "本年支出", 2, 1),
        (0, 3, "备注", 2, 1),
        (1, 0, "科目编码", 1, 1),
        (1, 1, "科目名称", 1, 1),
        (2, 0, "20805", 1, 1),
        (2, 1, "", 1, 1),
        (2, 2, "", 1, 1),
        (2, 3, "", 1, 1),
    ]


def test_open_sides_are_closed(tmp_path: Path) -> None:
    sheet = Sheet()
    for y in YS:
        sheet.stroke(XS[0], y, XS[-1], y)
    for x in XS[1:-1]:
        sheet.stroke(x, YS[0], x, YS[-1])
    sheet.words(XS, YS, ROWS)
    (table,) = tables(tmp_path, sheet)
    assert table.text == "\n".join("\t".join(row) for row in ROWS)


def test_a_sliver_is_no_row_and_no_column(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.grid((60, 63, 200, 300), (97, 100, 120, 140))
    sheet.text(70, 114, "合计", 9)
    sheet.text(210, 134, "1.00", 9)
    (table,) = tables(tmp_path, sheet)
    assert table.text == "合计\t\n\t1.00"


def test_a_page_of_lines_without_words_is_an_empty_table(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.grid(XS, YS)
    (table,) = tables(tmp_path, sheet)
    assert table.text == "\n".join(["\t\t"] * 3)


def test_rows_that_only_words_tell_apart(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.grid((60, 200, 300), (100, 120, 220))
    sheet.words((60, 200, 300), (100, 120), [("项目", "金额")])
    for number, (name, amount) in enumerate(
        (("一、收入", "12.34"), ("二、支出", "1,056.78"), ("三、结余", "0.00"), ("总计", "9.00"))
    ):
        sheet.text(65, 134 + 24 * number, name, 9)
        sheet.right(295, 134 + 24 * number, amount, 9)
    (table,) = tables(tmp_path, sheet)
    assert table.text == "项目\t金额\n一、收入\t12.34\n二、支出\t1,056.78\n三、结余\t0.00\n总计\t9.00"


def test_words_that_run_up_a_cell_are_read(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.grid(XS, YS[:3])
    sheet.words(XS, YS[:3], ((ROWS[0][0], "", ROWS[0][2]), ROWS[1]))
    sheet.raw("BT /song 9 Tf 0 1 -1 0 260 724 Tm <65365165> Tj ET")
    (table,) = tables(tmp_path, sheet)
    assert table.rows[0][1].text == "收入"


def test_head_and_body_may_share_a_row(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.grid((60, 85, 110, 135, 240, 330), (100, 120))
    sheet.words((60, 85, 110, 135, 240, 330), (100, 120), [("类", "款", "项", "合计", "2,946.25")])
    (table,) = tables(tmp_path, sheet)
    assert table.text == "类\t款\t项\t合计\t2,946.25"


def test_a_frame_is_no_table(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.box(40, 40, 555, 800)
    sheet.box(44, 44, 551, 796)
    sheet.box(70, 80, 500, 160)
    sheet.text(90, 100, "本部门2024年度收入总计10.00万元，", 14)
    sheet.text(90, 130, "支出总计10.00万元。", 14)
    sheet.text(90, 200, "一、收入", 14)
    sheet.stroke(90, 204, 150, 204)
    transcript = read_pdf(saved(tmp_path, sheet))
    assert not list(transcript.tables())
    assert [line.text for line in transcript.lines()] == [
        "本部门2024年度收入总计10.00万元，",
        "支出总计10.00万元。",
        "一、收入",
    ]


def test_a_table_in_a_frame_keeps_its_words(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.box(40, 40, 555, 800)
    sheet.text(90, 80, "一、收入", 14)
    sheet.grid(XS, YS)
    sheet.words(XS, YS, ROWS)
    transcript = read_pdf(saved(tmp_path, sheet))
    assert [type(item).__name__ for item in transcript.items] == ["TextLine", "Table"]


def test_cells_know_where_they_stand(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.grid(XS, YS)
    sheet.words(XS, YS, ROWS)
    (table,) = tables(tmp_path, sheet)
    position = table.rows[1][1].position
    assert (position.page, position.box) == (1, (200, 120, 300, 140))


def test_a_figure_that_the_edge_of_the_page_cuts_is_whole(tmp_path: Path) -> None:
    sheet = Sheet(size=(300, 400))
    sheet.grid((60, 180, 240, 320), (100, 120, 140))
    sheet.words((60, 180, 240, 320), (100, 120, 140), (("科目名称", "合计", "公务接待费"), ("合计", "3.10", "")))
    sheet.text(258, 134, "8052152.67", 9)
    (table,) = read_pdf(saved(tmp_path, sheet)).tables()
    assert table.rows[1][2].text == "8052152.67"
