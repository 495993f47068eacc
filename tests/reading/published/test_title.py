"""Which statement a title names, with which number."""

import pytest

from mingzhang.reading.published.title import bare_title, chinese_number, number_of, title_at_end, title_of
from mingzhang.reading.stated.words import nearest_statement

TITLES = {
    "2021 年度收入支出决算总表（表 1）": ("T1", 1, "收入支出决算总表"),
    "附表3：支出决算表": ("T3", 3, "支出决算表"),
    "公开05表 一般公共预算财政拨款支出决算表 单位：万元": ("T5", 5, "一般公共预算财政拨款支出决算表"),
    "表四 某市财政局2022年度财政拨款收支决算总表": ("T4", 4, "财政拨款收支决算总表"),
    "九、财政拨款“三公”经费支出决算表": ("T7", 9, "财政拨款“三公”经费支出决算表"),
    "收入决算表（分科目）": ("T2", 0, "收入决算表"),
    "某街道办事处2023年度政府性基金预算财政拨款收入支出决算表": ("T8", 0, "政府性基金预算财政拨款收入支出决算表"),
    "一般公共预算财政拨款基本支出决算明细表": ("T6", 0, "一般公共预算财政拨款基本支出决算明细表"),
    "国有资本经营预算财政拨款支出决算表": ("T9", 0, "国有资本经营预算财政拨款支出决算表"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "said"), TITLES.items())
def test_titles_of_statements(text: str, said: tuple[str, int, str]) -> None:
    title = title_of(text)
    assert title is not None
    assert (title.statement, title.number, bare_title(text)) == said


@pytest.mark.parametrize("text", ["项目支出决算表", "一般公共预算财政拨款项目支出决算表", "国有资产使用情况表"])
def test_titles_of_other_tables(text: str) -> None:
    title = title_of(text)
    assert title is not None
    assert title.statement == ""


@pytest.mark.parametrize("text", [
    "三、支出决算情况说明", "见支出决算表，其中基本支出10万元。", "本表反映部门本年度各项支出情况。", "支出决算", "",
])  # fmt: skip
def test_no_titles(text: str) -> None:
    assert title_of(text) is None


def test_a_title_broken_over_lines() -> None:
    title = title_at_end(["单位概况", "2021年度一般公共预算财政拨款“三公”经费支出", "决算表（表7）"])
    assert title is not None
    assert (title.statement, title.lines, title.number) == ("T7", 2, 7)


def test_one_wrong_character_and_no_more() -> None:
    assert nearest_statement("收入支岀决算总表") == "T1"
    assert nearest_statement("项目支出决算表") == ""


def test_numbers() -> None:
    assert [chinese_number(digits) for digits in ("一", "十", "十二", "二十", "二十六", "")] == [1, 10, 12, 20, 26, 0]
    assert number_of("财政拨款支出") == 0
