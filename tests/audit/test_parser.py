"""The relation language: what can be written, and what is refused with a clear word."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzhang.audit.parser import RelationError, parse, parse_cell
from mingzhang.audit.relation import Below, Cell, Comparison, Every, Level, Literal, Member, Part


def test_a_row_is_the_sum_of_its_columns() -> None:
    relation = parse("T3[*].本年支出合计 = T3[*].基本支出 + T3[*].项目支出")
    assert relation.left == (Part(1, Cell("T3", Every(), "本年支出合计")),)
    assert relation.comparison is Comparison.EQUAL
    assert [part.cell.column for part in relation.right] == ["基本支出", "项目支出"]


def test_a_level_is_the_sum_of_the_level_below() -> None:
    relation = parse("T5[类].* = sum(T5[款 of 类].*)")
    assert relation.left[0].cell.rows == Level(3)
    assert relation.right == (Part(1, Cell("T5", Below(5, 3), "*"), summed=True),)


def test_rows_may_be_named_by_group_and_phase() -> None:
    relation = parse("T4[年初:一般公共预算].金额 = T4[年末财政拨款结转和结余].一般公共预算财政拨款@上年?")
    assert relation.left[0].cell.rows == Member("年初", "一般公共预算")
    right = relation.right[0].cell
    assert (right.rows, right.phase, right.optional) == (Literal("年末财政拨款结转和结余"), "上年", True)
    assert relation.statements() == {("T4", ""), ("T4", "上年")}


def test_numbers_are_coefficients_and_stay_exact() -> None:
    relation = parse("-T1[a].金额 − 66.35% × T1[b].金额 >= 2 * T1[c].金额 ÷ 3")
    assert [part.coefficient for part in relation.parts] == [-1, Fraction(-6635, 10000), Fraction(2, 3)]
    assert relation.comparison is Comparison.AT_LEAST


def test_nothing_is_written_as_zero() -> None:
    assert parse("T6[*].决算数 >= 0").right == ()
    assert parse("0 <= T6[*].决算数").left == ()


def test_names_are_compared_without_column() -> None:
    assert parse("T2[*] ≡ T3[*]").comparison is Comparison.SAME_TEXT
    assert parse_cell("T9[*].年末结转和结余").column == "年末结转和结余"


def test_a_cell_says_what_it_looks_for() -> None:
    texts = ["T5[*].小计", "T5[项].小计", "T1[支出:*].金额", "T8[total].小计@上年", "T2[208]"]
    assert [str(parse_cell(text)) for text in texts] == texts
    assert str(parse("T5[类].* = sum(T5[款 of 类].*)").right[0].cell) == "T5[款 of 类].*"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("T5[类].小计 =", "这里应是数据项"),
        ("T5[类].小计", "这里应是 ="),
        ("T5[类].小计 ~ 0", "看不懂"),
        ("5 + T1[a].金额 = 0", "数字只能作系数"),
        ("T1[a].金额 = T1[b].金额 ÷ 0", "不为零"),
        ("T1[a].金额 = T1[b].金额 T1[c].金额", "多出来"),
        ("T1[a].金额 = sum(T1[收入:*].金额", "缺右括号"),
        ("0 = 0", "两边都是 0"),
        ("T5[款 of 类].小计 = 0", "只能写在 sum"),
        ("T1[a].金额@去年 = 0", "没有“去年”这种口径"),
        ("T1[a] = 0", "缺栏次"),
        ("T2[*].小计 ≡ T3[*]", "≡ 比较科目名称"),
        ("T2[*] + T5[*] ≡ T3[*]", "≡ 两边各写一个"),
        ("", "这里应是数据项"),
    ],
)
def test_what_cannot_be_read_is_refused_with_place_and_reason(text: str, complaint: str) -> None:
    with pytest.raises(RelationError, match="第") as refused:
        parse(text)
    assert complaint in str(refused.value)


@given(st.text(alphabet="T15[]*.:=<≤≥≡+-×÷()sum款 of类项@?0%小计", max_size=30))
def test_no_text_does_anything_but_parse_or_be_refused(text: str) -> None:
    try:
        relation = parse(text)
    except RelationError:
        return
    assert parse(relation.text) == relation
