"""Lines around a grid: captions above it, notes below it."""

import pytest

from mingzhang.reading.published.caption import is_caption, is_note, joined, owner_of, says_empty, sides

CAPTIONS = {
    "部门：某市财政局  金额单位：万元": ("某市财政局", ("部门：某市财政局", "金额单位：万元")),
    "编制单位：某县医院 2022年度 单位：元": ("某县医院", ("编制单位：某县医院 2022年度", "单位：元")),
    "单位：万元": ("", ("", "单位：万元")),
    "公开01表": ("", ("", "公开01表")),
    "（续）": ("", ("（续）", "")),
    "2022年度": ("", ("2022年度", "")),
    "单位名称：某街道办事处": ("某街道办事处", ("单位名称：某街道办事处", "")),
}  # fmt: skip


@pytest.mark.parametrize(("text", "said"), CAPTIONS.items())
def test_captions(text: str, said: tuple[str, tuple[str, str]]) -> None:
    assert is_caption(text)
    assert (owner_of(text), sides(text)) == said


@pytest.mark.parametrize(
    "text", ["合计 10.00", "一、部门职责", "从单位构成看，本部门包括1个单位。", "收入支出决算总表"]
)
def test_no_captions(text: str) -> None:
    assert not is_caption(text)


def test_a_unit_broken_in_two() -> None:
    assert joined(["部门：某局", "金额单位：万", "元"]) == ["部门：某局", "金额单位：万元"]


@pytest.mark.parametrize("text", ["注：本表反映收支情况。", "说明：本单位没有政府性基金。", "备注: 无", "※ 空表"])
def test_notes(text: str) -> None:
    assert is_note(text)


def test_words_that_a_table_is_empty() -> None:
    assert says_empty("某局没有政府性基金预算收入和支出，故本表无数据。")
    assert says_empty("本表为空表")
    assert not says_empty("本表反映部门本年度各项支出情况。")
