"""Names of items by level: what is left out of a name or written otherwise is the same, what is put on is not."""

import pytest

from tests.audit.words.reading import loud, read

TABLE = """例州市农业农村局2021年度部门决算
# 第二部分 部门决算表
## 一般公共预算财政拨款支出决算表
单位：万元
科目编码\t科目名称\t合计\t基本支出\t项目支出
201\t一般公共服务支出\t2.00\t2.00\t
20106\t财政事务\t2.00\t2.00\t
2010601\t行政运行\t2.00\t2.00\t
221\t住房保障支出\t7.28\t7.28\t
22102\t住房改革支出\t7.28\t7.28\t
2210201\t住房公积金\t7.28\t7.28\t
# 第三部分 情况说明
## 五、一般公共预算财政拨款支出决算情况说明
"""
RUNNING = "1、一般公共服务支出（类）财政事务（款）行政运行（项）。年初预算为2.00万元，支出决算为2.00万元。"
HOUSING = "2、住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为7.28万元，支出决算为7.28万元。"


def expected(text: str) -> list[str]:
    """The right names of the findings."""
    return [f.expected for f in loud(read(TABLE + text), "CL.path")]


@pytest.mark.parametrize(
    ("printed", "other"),
    [
        ("财政事务（款）", "财政（款）"),
        ("财政事务（款）", "财政事务支出（款）"),
        ("住房改革支出（款）", "住房改革（款）"),
    ],
)
def test_an_ending_left_out_makes_no_other_name(printed: str, other: str) -> None:
    assert expected((RUNNING + "\n" + HOUSING).replace(printed, other)) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("住房公积金（项）", "住房公积金事务（项）"),
        ("行政运行（项）", "行政运行事务（项）"),
        ("财政事务（款）", "财税事务（款）"),
    ],
)
def test_another_name_is_told(right: str, wrong: str) -> None:
    assert expected((RUNNING + "\n" + HOUSING).replace(right, wrong)) == [right]


SCHOOLS = """例州市农业农村局2021年度部门决算
# 第二部分 部门决算表
## 一般公共预算财政拨款支出决算表
单位：万元
科目编码\t科目名称\t合计\t基本支出\t项目支出
205\t教育支出\t9.00\t9.00\t
20502\t普通教育\t9.00\t9.00\t
2050201\t学前教育\t2.00\t2.00\t
2050202\t小学教育\t7.00\t7.00\t
# 第三部分 情况说明
## 五、一般公共预算财政拨款支出决算情况说明
教育支出（类）普通教育（款）小学教育事务（项）。年初预算为7.00万元，支出决算为7.30万元。
"""


def test_of_two_rows_the_one_with_the_name_more_alike_is_meant() -> None:
    assert [f.expected for f in loud(read(SCHOOLS), "CL.path")] == ["小学教育（项）"]
