"""Tables without any lines, their columns close together, names over several lines with the figures beside them."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzhang.reading.pdf import read_pdf
from mingzhang.reading.pdf.bands import bands_of
from mingzhang.reading.pdf.columns import Columns
from mingzhang.reading.pdf.lines import Line
from mingzhang.reading.pdf.spacing import Segment
from tests.reading.pdf.sheet import Sheet, saved

SIZE, PITCH, PADDING = 10.0, 13.0, 8.0
STOPS = (60.0, 125.0, 210.0, 262.0, 314.0)
"""Where columns begin."""
HEAD = ("功能分类\n科目编码", "科目名称", "本年收入\n合计", "财政拨款\n收入", "事业\n收入")
BODY = (
    ("合计", "", "2213.43", "2199.39", "14.04"),
    ("208", "社会保障和就业支\n出", "1811.72", "1797.68", "14.04"),
    ("20805", "行政事业单位养老\n支出", "1811.72", "1797.68", "14.04"),
    ("2080505", "机关事业单位基本\n养老保险缴费支出\n（本级）", "380.65", "366.61", "0.00"),
    ("210", "卫生健康支出", "401.71", "401.71", "—"),
)


def cells(sheet: Sheet, top: float, rows: Sequence[Sequence[str]], *, middle: bool = True) -> float:
    """Rows of cells, words set in the middle of their height or at its top; where the next row begins."""
    for row in rows:
        most = max(words.count("\n") + 1 for words in row)
        for column, words in enumerate(row):
            lines = words.split("\n") if words else []
            first = top + (most - len(lines)) * PITCH / 2 * middle
            for number, line in enumerate(lines):
                sheet.text(STOPS[column], first + number * PITCH, line, SIZE)
        top += most * PITCH + PADDING
    return top


def plain(rows: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    return [tuple(words.replace("\n", "") for words in row) for row in rows]


def page(rows: Sequence[Sequence[str]], *, middle: bool = True) -> Sheet:
    sheet = Sheet()
    sheet.text(220, 70, "收入决算表（公开02表）", 12)
    sheet.text(60, 95, "部门：某单位", SIZE)
    end = cells(sheet, 125, rows, middle=middle)
    sheet.text(60, end + 10, "注：本表反映部门本年度取得的各项收入情况。", SIZE)
    return sheet


@pytest.mark.parametrize("middle", [True, False], ids=["in the middle", "at the top"])
def test_names_over_several_lines_stand_in_the_row_of_their_figures(tmp_path: Path, middle: bool) -> None:
    transcript = read_pdf(saved(tmp_path, page((HEAD, *BODY), middle=middle)))
    (table,) = transcript.tables()
    assert [tuple(cell.text for cell in row) for row in table.rows] == plain((HEAD, *BODY))
    assert [line.text for line in transcript.lines()] == [
        "收入决算表（公开02表）", "部门：某单位", "注：本表反映部门本年度取得的各项收入情况。",
    ]  # fmt: skip


def test_the_rest_of_a_name_is_a_row_of_its_own(tmp_path: Path) -> None:
    first, second = Sheet(), Sheet()
    first.text(60, 95, "部门：某单位", SIZE)
    cells(first, 125, (HEAD, *BODY[:3]))
    cells(second, 70, (("", "（本级）", "", "", ""), BODY[4], BODY[1]))
    _, table = read_pdf(saved(tmp_path, first, second)).tables()
    rows = [tuple(cell.text for cell in row) for row in table.rows]
    assert rows == plain((("", "（本级）", "", "", ""), BODY[4], BODY[1]))


def test_columns_that_touch_and_a_head_over_two(tmp_path: Path) -> None:
    sheet = Sheet()
    rows = (
        (60, "收入", 200, "支出"),
        (60, "项目", 165, "决算数", 200, "项目", 325, "决算数"),
        (60, "一、一般公共预算拨款", 165, "10.00", 200, "七、文化旅游体育与传媒支", 325, "7.00"),
        (200, "出"),
        (60, "本年收入合计", 165, "10.00", 200, "本年支出合计", 325, "7.00"),
    )
    for number, row in enumerate(rows):
        for x, words in zip(row[::2], row[1::2], strict=True):
            sheet.text(float(x), 100 + 17.0 * number, str(words), SIZE)
    (table,) = read_pdf(saved(tmp_path, sheet)).tables()
    assert [tuple(cell.text for cell in row if not cell.is_covered) for row in table.rows] == [
        ("收入", "决算数", "支出", "决算数"),
        ("项目", "项目"),
        ("一、一般公共预算拨款", "10.00", "七、文化旅游体育与传媒支出", "7.00"),
        ("本年收入合计", "10.00", "本年支出合计", "7.00"),
    ]


PROSE = {
    "sentences": [
        "二、收入决算情况说明",
        "本年收入合计 2213.43 万元，其中：财政拨款收入 2199.39 万元，占 99.37%；",
        "事业收入 14.04 万元，占 0.63%。与上年相比增加 104.23 万元，增长 4.94%。",
        "主要原因是人员增加 3.50 万元 ，项目支出 1.20 万元 。",
    ],
    "a list of contents": [
        "目  录",
        "第一部分 某单位概况 ........ 1.1",
        "第二部分 收入支出决算总表 ........ 2.1",
        "一、收入决算情况说明 ........ 2.2",
        "二、支出决算情况说明 ........ 2.3",
    ],
    "amounts alone": ["1. 会议费 3.50", "2. 培训费 1.20", "3. 接待费 0.80", "4. 合计 5.50"],
}


@pytest.mark.parametrize("case", PROSE)
def test_what_is_no_table(tmp_path: Path, case: str) -> None:
    sheet = Sheet()
    sheet.paragraph(60, 100, PROSE[case], 12, 22)
    assert list(read_pdf(saved(tmp_path, sheet)).tables()) == []


@given(st.lists(st.integers(1, 4), min_size=1, max_size=9), st.booleans())
def test_every_line_belongs_to_the_row_it_was_set_in(heights: list[int], middle: bool) -> None:
    columns = Columns(((60.0, 140.0), (160.0, 200.0)))
    pieces: dict[tuple[float, int], list[Segment]] = {}
    top = 100.0
    for row, height in enumerate(heights):
        figure = top + (height - 1) * PITCH / 2 * middle
        for number in range(height):
            pieces.setdefault((top + number * PITCH, row), []).append(Segment("名称", 60.0, 80.0))
        pieces.setdefault((figure, row), []).append(Segment("1.00", 160.0, 180.0))
        top += height * PITCH + PADDING
    lines = [
        Line(tuple(found), (60.0, base - 8, 180.0, base + 2), base, SIZE) for (base, _), found in sorted(pieces.items())
    ]
    anchors = [place for place, line in enumerate(lines) if line.segments[-1].text == "1.00"]
    bands = bands_of(lines, anchors, columns)
    assert bands is not None
    own = dict(pieces.keys())
    assert [{own[line.base] for line in row} for row in bands.rows] == [{row} for row in range(len(heights))]
    assert sum(map(len, bands.rows)) == len(lines)


def test_a_title_in_pieces_begins_another_table(tmp_path: Path) -> None:
    first, second = Sheet(), Sheet()
    first.text(60, 95, "部门：某单位", SIZE)
    cells(first, 125, (HEAD, *BODY[:3]))
    end = cells(second, 70, (BODY[4],))
    for x, words in ((60, "支出决算表（公开"), (142.5, "03"), (155, "表）")):
        second.text(x, end + 12, words, SIZE)
    cells(second, end + 40, (HEAD, *BODY[:2]))
    assert [len(table.rows) for table in read_pdf(saved(tmp_path, first, second)).tables()] == [4, 1, 3]


def test_rows_without_figures_are_rows_by_their_line_numbers_codes_and_names(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.text(60, 95, "部门：某单位", SIZE)
    rows = (
        ("项目", "行次", "决算数", "", ""),
        ("一、教育支出", "1", "10.00", "", ""),
        ("二、文化旅游\n体育支出", "2", "", "", ""),
        ("三、其他支出", "3", "", "", ""),
        ("四、住房保障", "", "", "", ""),
        ("五、卫生健康", "", "2.00", "", ""),
        ("结余分配", "", "", "", ""),
        ("总计", "", "12.00", "", ""),
    )
    cells(sheet, 125, rows)
    (table,) = read_pdf(saved(tmp_path, sheet)).tables()
    assert [tuple(cell.text for cell in row) for row in table.rows] == [row[:3] for row in plain(rows)]
