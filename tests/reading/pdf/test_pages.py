"""Pages to a transcript: what is left out, what is said of a line, which pages give nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mingzhang.books.fault import Gravity
from mingzhang.reading.pdf import read_pdf
from mingzhang.reading.transcript import Transcript
from tests.reading.pdf.sheet import Sheet, saved

TEXT = (
    "　　本部门2024年度收入总计10.00万元，与上年相比增加1.00万元，增长",
    "11.11%，主要原因是人员增加，年中追加预算，用于发放工资津贴补贴和缴",
    "纳社会保险费，以及开展业务所需的办公设备购置支出和运行维护支出。",
)


def read(tmp_path: Path, *sheets: Sheet) -> Transcript:
    return read_pdf(saved(tmp_path, *sheets))


def prose(number: int = 0, foot: Callable[[int], str] = lambda number: "") -> Sheet:
    sheet = Sheet()
    sheet.paragraph(60, 120, [f"（{number}）{TEXT[0][3:]}", *TEXT[1:]] * 3, 14, 28)
    if words := foot(number):
        sheet.text(290, 800, words, 10)
    return sheet


@pytest.mark.parametrize(
    "foot",
    [
        lambda number: f"{number}",
        lambda number: f"— {number} —",
        lambda number: f"-{number}-",
        lambda number: f"第{number}页",
        lambda number: f"第 {number} 页 共 4 页",
        lambda number: f"{number} / 4",
        lambda number: "iv",
    ],
)
def test_page_numbers_are_left_out(tmp_path: Path, foot: Callable[[int], str]) -> None:
    transcript = read(tmp_path, *(prose(number, foot) for number in range(1, 5)))
    assert len(list(transcript.lines())) == 4 * 9


def test_running_heads_are_left_out_and_heads_of_statements_are_not(tmp_path: Path) -> None:
    sheets = [prose(number) for number in range(1, 5)]
    for sheet in sheets:
        sheet.text(60, 50, "某某区某某中心2024年度部门决算", 9)
        sheet.text(60, 70, "部门：某某中心", 9)
        sheet.text(440, 90, "公开05表", 9)
    texts = [line.text for line in read(tmp_path, *sheets).lines()]
    assert "某某区某某中心2024年度部门决算" not in texts
    assert texts.count("部门：某某中心") == 4
    assert texts.count("公开05表") == 4


def test_what_stands_on_two_pages_only_is_kept(tmp_path: Path) -> None:
    sheets = [prose(number) for number in range(1, 5)]
    for sheet in sheets[:2]:
        sheet.text(60, 50, "某某区某某中心", 9)
    assert [line.text for line in read(tmp_path, *sheets).lines()].count("某某区某某中心") == 2


def test_a_figure_alone_at_the_foot_of_a_table_is_no_page_number(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.grid((60, 200, 300), (700, 780, 820))
    sheet.text(210, 800, "12", 9)
    (table,) = read(tmp_path, sheet).tables()
    assert table.rows[1][1].text == "12"


def test_indent_and_room_tell_where_paragraphs_begin_and_end(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.text(200, 80, "第三部分 决算情况说明", 18)
    sheet.paragraph(60, 120, [*TEXT, "　　二、收入", *TEXT, "　　三、支出", "纳。"], 14, 28)
    title, *lines = read(tmp_path, sheet).lines()
    assert (title.centred, title.size) == (True, 18)
    assert [line.indent for line in lines] == [2, 0, 0, 2, 2, 0, 0, 2, 0]
    assert [line.room for line in lines[:4]] == [0, 0, 1, 27]
    assert not any(line.centred for line in lines)
    assert {line.size for line in lines} == {14}


def test_a_page_that_is_a_picture_is_named(tmp_path: Path) -> None:
    picture = Sheet(image=(20, 20, 570, 800))
    picture.text(290, 820, "2", 9)
    transcript = read(tmp_path, prose(1), picture, prose(3))
    assert [(fault.place, fault.message, fault.gravity) for fault in transcript.faults] == [
        ("第2页", "第2页是图像，需识别", Gravity.ERROR)
    ]
    assert {line.position.page for line in transcript.lines()} == {1, 3}
    assert transcript.pages == 3


def test_words_a_scanner_laid_under_its_picture_are_not_believed(tmp_path: Path) -> None:
    sheet = Sheet(image=(20, 20, 570, 800))
    sheet.raw("3 Tr")
    sheet.paragraph(60, 120, TEXT, 14)
    transcript = read(tmp_path, sheet)
    assert [fault.message for fault in transcript.faults] == ["第1页是图像，需识别"]
    assert not transcript.items


def test_a_large_picture_beside_words_is_mentioned(tmp_path: Path) -> None:
    sheet = prose(1)
    sheet.image = (60, 380, 540, 800)
    transcript = read(tmp_path, sheet)
    assert [(fault.place, fault.gravity) for fault in transcript.faults] == [("第1页", Gravity.WARNING)]
    assert len(list(transcript.lines())) == 9


def test_an_empty_page_is_nothing_to_complain_of(tmp_path: Path) -> None:
    transcript = read(tmp_path, prose(1), Sheet())
    assert not transcript.faults
    assert transcript.pages == 2


def test_items_come_from_top_to_bottom(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.text(60, 300, "注：后画的在上面。", 9)
    sheet.grid((60, 200, 300), (120, 140, 160))
    sheet.text(60, 80, "收入决算表", 14)
    assert [type(item).__name__ for item in read(tmp_path, sheet).items] == ["TextLine", "Table", "TextLine"]
