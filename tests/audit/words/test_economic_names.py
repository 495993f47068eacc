"""Names of economic items in prose: misspelt ones are told, other ways to write them are not."""

import pytest

from tests.audit.words.reading import loud, read

TABLE = """例州市农业农村局2021年度部门决算
# 第二部分 部门决算表
## 一般公共预算财政拨款基本支出决算表
单位：万元
经济分类科目编码\t科目名称\t决算数
30201\t办公费\t3.00
30206\t电费\t1.00
30211\t差旅费\t2.00
30213\t维修（护）费\t0.70
30217\t公务接待费\t0.40
30226\t劳务费\t0.00
30239\t其他交通费用\t1.10
# 第三部分 情况说明
## 六、一般公共预算财政拨款基本支出决算情况说明
"""


def named(items: str) -> list[tuple[str, str]]:
    """The printed and the right name of each finding."""
    document = read(f"{TABLE}公用经费8.20万元，主要包括：{items}。")
    return [(f.printed, f.expected) for f in loud(document, "CL.economic")]


@pytest.mark.parametrize(
    ("items", "printed", "right"),
    [
        ("办公费、电费、差旅费、维修（护）费、公务招待费、其他交通费用", "公务招待费", "公务接待费"),
        ("办公费、电费、差旅费、维修（护）费、公务待接费、其他交通费用等", "公务待接费", "公务接待费"),
        ("办公费、电费、差旅费、维修（护）费、公务接待费、其他交遗费用等支出", "其他交遗费用", "其他交通费用"),
    ],
)
def test_a_name_one_character_off_is_told(items: str, printed: str, right: str) -> None:
    assert named(items) == [(printed, right)]


@pytest.mark.parametrize(
    "items",
    [
        "办公费、电费、差旅费、维修（护）费、公务接待费、其他交通费用",
        "办公费、电费、差旅费、维修(护)费、公务接待费、其它交通费用",
        "办公费、电费、差旅费、维修（护）费、公务接待费、公务招待费",
        "办公费、电费、差旅费、服务费、公务接待费",
        "办公用品、培训材料、会议场地、公务招待费",
    ],
    ids=["right", "other characters", "the item itself is there too", "of nothing spent", "no list of items"],
)
def test_other_names_are_left_in_peace(items: str) -> None:
    assert named(items) == []
