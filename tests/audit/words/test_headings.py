"""Numbers of headings and lists: twice, left out, and counted anew."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzhang.audit.words.headings import numeral, value

from .reading import loud, read

FRONT = "# 例州市水利局2021年度部门决算\n# 第三部分 例州市水利局2021年度部门决算情况说明\n"


def numbers(*lines: str) -> list[tuple[str, str]]:
    return [(f.printed, f.expected) for f in loud(read(FRONT + "\n".join(lines)), "ST.number")]


@given(st.integers(1, 39))
def test_numerals_are_read_back(number: int) -> None:
    assert value(numeral(number)) == number


HEADS = (
    "## 一、收入支出决算总体情况说明",
    "说明。",
    "## 二、收入决算情况说明",
    "说明。",
    "## 三、支出决算情况说明",
    "说明。",
)


def test_headings_that_count_on_are_well() -> None:
    assert numbers(*HEADS) == []


def test_a_number_twice_or_left_out_is_found() -> None:
    assert numbers(*HEADS[:4], "## 二、支出决算情况说明", "说明。") == [("二、支出决算情况说明", "三")]
    assert numbers(*HEADS, "## 五、基本支出决算情况说明") == [("五、基本支出决算情况说明", "四")]


@pytest.mark.parametrize(
    "lines",
    [
        (*HEADS[:2], *HEADS[4:], *HEADS[2:4]),
        (
            *HEADS[:4],
            "三、本节写在正文里，没有单列标题，说明支出决算情况，其中基本支出10.00万元。",
            "## 四、基本支出决算情况说明",
        ),
        (*HEADS[:2], "1、人员经费用于在职人员工资。", "1、公用经费用于办公支出。", "2、其他经费用于设备维护。"),
    ],
)
def test_what_was_moved_glued_or_begins_anew_is_left_in_peace(lines: tuple[str, ...]) -> None:
    assert numbers(*lines) == []


def test_a_list_that_counts_one_number_twice_is_found() -> None:
    items = [f"{n}、第{i}项工作用于设备维护和人员培训，支出10.00万元。" for i, n in enumerate((1, 2, 2, 3))]
    assert [expected for _, expected in numbers(HEADS[0], *items)] == ["3"]


WORK = "# 例州市水利局2021年度部门决算\n# 第四部分 2021年重点工作完成情况\n"
REPORT = ("## 一、项目基本情况", "河道整治。", "## 二、绩效评价结论", "得分95分。")


def test_headings_are_alike_within_one_list_only() -> None:
    twice = (*REPORT[:3], "得分95分。", "## 三、项目基本情况", "泵站改造。")
    assert [f.printed for f in loud(read(WORK + "\n".join(twice)), "ST.heading")] == ["三、项目基本情况"]
    assert loud(read(WORK + "\n".join((*REPORT, *REPORT))), "ST.heading") == []
