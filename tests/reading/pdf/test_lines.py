"""Characters to lines: spacing, doubles, shifted digits, turned pages."""

from pathlib import Path

import pytest

from mingzhang.reading.pdf import read_pdf
from tests.reading.pdf.sheet import Sheet, saved


def lines(tmp_path: Path, *sheets: Sheet) -> list[str]:
    return [line.text for line in read_pdf(saved(tmp_path, *sheets)).lines()]


@pytest.mark.parametrize(
    ("words", "spacing", "read"),
    [
        ("2024年度支出1,234.56万元。", 0, "2024年度支出1,234.56万元。"),
        ("第一部分 单位概况", 0, "第一部分 单位概况"),
        ("部 门 决 算 公 开", 0, "部门决算公开"),
        ("收 入", 0, "收入"),
        ("收入支出", 6, "收入支出"),
        ("1,234.56", 4, "1,234.56"),
        ("财政拨款收入决算表", 3, "财政拨款收入决算表"),
        ("决算数 2024 年", 0, "决算数2024年"),
        ("占79.49%； 项目支出", 0, "占79.49%；项目支出"),
        ("12.34 56.78 90.12", 0, "12.34 56.78 90.12"),
        ("Mingzhang reads PDF", 0, "Mingzhang reads PDF"),
    ],
)
def test_a_gap_is_a_space_only_where_somebody_meant_one(tmp_path: Path, words: str, spacing: float, read: str) -> None:
    sheet = Sheet()
    sheet.text(90, 100, words, 14, spacing=spacing)
    assert lines(tmp_path, sheet) == [read]


def test_a_tab_leaves_its_gap(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.text(60, 100, "部门：某某中心", 10)
    sheet.text(400, 100, "金额单位：万元", 10)
    assert lines(tmp_path, sheet) == ["部门：某某中心  金额单位：万元"]


@pytest.mark.parametrize("shift", [0.0, 0.4, 0.8, 2.0])
def test_what_is_drawn_twice_is_read_once(tmp_path: Path, shift: float) -> None:
    sheet = Sheet()
    sheet.text(90, 100, "行政单位1122.33", 14)
    sheet.text(90 + shift, 100, "行政单位1122.33", 14)
    assert lines(tmp_path, sheet) == ["行政单位1122.33"]


@pytest.mark.parametrize("shift", [-3.5, -2.0, 1.0, 3.5])
def test_digits_on_a_shifted_baseline_stay_in_their_line(tmp_path: Path, shift: float) -> None:
    sheet = Sheet()
    for number, y in enumerate((100, 128, 156)):
        sheet.text(90, y, "支出", 14)
        sheet.text(118, y + shift, f"2995.3{number}", 14, font="latin")
        sheet.text(175, y, "万元，增长", 14)
        sheet.text(246, y + shift, "2", 11, font="latin")
    assert lines(tmp_path, sheet) == [f"支出2995.3{number}万元，增长2" for number in range(3)]


@pytest.mark.parametrize("leading", [15, 17, 28])
def test_lines_however_close_stay_apart(tmp_path: Path, leading: float) -> None:
    sheet = Sheet()
    sheet.paragraph(90, 100, ["一、收入", "二、支出", "三、结余"], 14, leading)
    assert lines(tmp_path, sheet) == ["一、收入", "二、支出", "三、结余"]


def test_radicals_and_look_alikes_are_ordinary_characters(tmp_path: Path) -> None:
    from mingzhang.reading.pdf.letters import plain_letters

    assert plain_letters("⽉⾦⻓⻔\uf9ca，（２）") == "月金长门流，（２）"
    assert plain_letters("年度") == "年度"


@pytest.mark.parametrize(
    ("form", "rotate", "size", "box"),
    [
        ("1 0 0 1 0 0", 0, (595, 842), (90, 90, 130, 102)),
        ("0 1 -1 0 842 0", 0, (842, 595), (88, 465, 102, 505)),
        ("0 -1 1 0 0 595", 0, (842, 595), (740, 90, 754, 130)),
        ("-1 0 0 -1 595 842", 0, (595, 842), (465, 740, 505, 754)),
        ("1 0 0 1 0 0", 90, (595, 842), (740, 90, 754, 130)),
        ("1 0 0 1 0 0", 180, (595, 842), (465, 740, 505, 754)),
        ("1 0 0 1 0 0", 270, (595, 842), (88, 465, 102, 505)),
    ],
)
def test_a_turned_page_reads_like_a_straight_one(
    tmp_path: Path, form: str, rotate: int, size: tuple[float, float], box: tuple[int, int, int, int]
) -> None:
    sheet = Sheet(rotate=rotate)
    sheet.text(90, 100, "收入支出", 10)
    sheet.text(90, 130, "1,234.56", 10)
    sheet.form, sheet.size = form, size
    first, second = read_pdf(saved(tmp_path, sheet)).lines()
    assert (first.text, second.text) == ("收入支出", "1,234.56")
    assert first.position.box is not None
    # The box lies on the page as it is shown.
    assert all(abs(one - other) <= 6 for one, other in zip(first.position.box, box, strict=True))


def test_a_watermark_across_the_page_is_no_text(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.text(90, 100, "收入支出决算情况", 14)
    sheet.raw("BT /song 60 Tf 0.7 0.7 -0.7 0.7 150 300 Tm <6837672C> Tj ET")
    assert lines(tmp_path, sheet) == ["收入支出决算情况"]


def test_what_is_off_the_page_is_not_read(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.text(90, 100, "收入", 14)
    sheet.text(90, 900, "页外", 14)
    sheet.text(-300, 100, "页外", 14)
    assert lines(tmp_path, sheet) == ["收入"]
