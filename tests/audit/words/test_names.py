"""The name of the body and the names of items: what is a slip and what is somebody else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzhang.audit.words.body import Body
from mingzhang.audit.words.likeness import distance
from mingzhang.audit.words.passages import passages
from mingzhang.audit.words.path import paths, plain_name

from .reading import case, loud, read


@pytest.mark.parametrize(
    ("name", "places", "level"),
    [
        ("江河市东湖区水务局", ("江河市", "东湖区"), "区级"),
        ("大川省林业厅", ("大川省",), "省级"),
        ("大川省北江州中医医院", ("大川省",), ""),
        ("平安县档案馆", ("平安县",), "县级"),
        ("环山苗族自治县水源镇卫生院", ("环山苗族自治县", "水源镇"), "镇级"),
        ("江河市临空经济开发区管理委员会", ("江河市", "临空经济开发区"), ""),
        ("江河市市场监督管理局", ("江河市",), "市级"),
        ("江河市城市管理局", ("江河市",), "市级"),
        ("某某协会", (), ""),
    ],
)
def test_a_name_tells_its_places_and_its_level(name: str, places: tuple[str, ...], level: str) -> None:
    assert (Body(name).places, Body(name).level) == (places, level)


@given(st.text("江河市区局"), st.integers(0, 9), st.sampled_from("水务农"))
def test_one_letter_more_is_one_edit(text: str, place: int, letter: str) -> None:
    assert distance(text, text) == 0
    assert distance(text, text[:place] + letter + text[place:]) == 1
    assert distance(text, text + "农水务林") == 9


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("一般公共服务支出（类）财政事务（款）行政运行（项）", ["一般公共服务支出", "财政事务", "行政运行"]),
        ("1.“教育支出（类）普通教育（款）小学教育（项）”10万元", ["教育支出", "普通教育", "小学教育"]),
        ("其他政府办公厅（室）及相关机构事务支出（项）", ["其他政府办公厅（室）及相关机构事务支出"]),
        ("主要用于：住房保障（类）支出8.8万元", ["住房保障"]),
    ],
)
def test_a_path_is_read_from_the_outside_in(text: str, names: list[str]) -> None:
    title = "# 例州市水利局2021年度部门决算\n# 第三部分 决算情况说明\n## 三、支出决算情况说明\n"
    passage = next(p for p in passages(read(title + text)) if "（" in p.text)
    assert [step.name for path in paths(passage) for step in path.steps] == names


def test_names_are_compared_without_marks_and_the_last_word() -> None:
    assert plain_name("一般公共服务支出") == plain_name("一般公共 服务")
    assert plain_name("政府办公厅(室)及相关机构事务") == plain_name("政府办公厅（室）及相关机构事务")
    assert plain_name("支出") == "支出"


def test_a_class_of_former_years_in_the_first_statement_is_found() -> None:
    text = (
        case("ST.statements")
        .replace("五、教育支出\\t", "五、教育支出\\t")
        .replace("五、教育支出", "九、医疗卫生与计划生育支出", 1)
    )
    (finding,) = loud(read(text), "CL.official")
    assert (finding.printed, finding.expected) == ("医疗卫生与计划生育支出", "卫生健康支出")


ITEMS = """
# 第二部分 部门决算表
## 一般公共预算财政拨款支出决算表
单位：万元
科目编码\t科目名称\t合计\t基本支出\t项目支出
208\t社会保障和就业支出\t30.00\t30.00\t
20805\t行政事业单位养老支出\t30.00\t30.00\t
2080505\t机关事业单位基本养老保险缴费支出\t20.00\t20.00\t
2080599\t其他行政事业单位养老支出\t10.00\t10.00\t
# 第三部分 决算情况说明
## 五、一般公共预算财政拨款支出决算情况说明
### （三）一般公共预算财政拨款支出决算具体情况
"""
LEAD = "1、社会保障和就业支出（类）行政事业单位养老支出（款）"


@pytest.mark.parametrize(
    ("item", "amount", "expected"),
    [
        ("机关事业单位基本养老保险缴费支出", "20.00", []),
        ("机关事业单位基本养老保险缴费", "20.00", []),
        ("机关事业单位职业年金缴费支出", "0.00", []),
        ("退休人员活动费支出", "10.00", ["其他行政事业单位养老支出（项）"]),
        ("退休人员活动费支出", "12.34", []),
        ("机关事业单位基本养老保险费缴费支出", "21.00", ["机关事业单位基本养老保险缴费支出（项）"]),
    ],
)
def test_an_item_is_misnamed_only_when_amount_or_likeness_tell_which_is_meant(
    item: str, amount: str, expected: list[str]
) -> None:
    text = f"# 例州市水利局2021年度部门决算\n{ITEMS}{LEAD}{item}（项）。年初预算为5.00万元，支出决算为{amount}万元。"
    assert [f.expected for f in loud(read(text), "CL.path")] == expected


OWN = """
例州市平安县交通运输局2021年度部门决算
# 第一部分 例州市平安县交通运输局概况
## 一、机构设置
本部门下属单位包括平安县公路管理局。
# 第二部分 部门决算表
## 收入支出决算总表
部门：{first} 单位：万元
项目\t金额\t项目\t金额
一、一般公共预算财政拨款收入\t10.00\t一、一般公共服务支出\t10.00
本年收入合计\t10.00\t本年支出合计\t10.00
总计\t10.00\t总计\t10.00
## 机关运行经费支出情况信息表
部门：{second} 单位：万元
项目\t金额
机关运行经费\t1.00
# 第三部分 例州市平安县交通运输局2021年度部门决算情况说明
## 一、收入支出决算总体情况说明
例州市平安县交通运输局2021年度收入支出总计10.00万元。
"""
RIGHT = "例州市平安县交通运输局"


@pytest.mark.parametrize("name", ["例州市平安县交通局", "平安县交通局", "例州市平安县交通管理局"])
def test_who_a_table_is_of_with_a_piece_missing_is_found_in_any_head(name: str) -> None:
    for names in ({"first": name, "second": RIGHT}, {"first": RIGHT, "second": name}):
        (finding,) = loud(read(OWN.format(**names)), "ID.name")
        assert finding.printed == name


@pytest.mark.parametrize("name", [RIGHT, "平安县交通运输局", "平安县公路管理局", "平安县人民政府", "平安县水务局"])
def test_the_own_name_and_those_of_other_bodies_may_stand_in_a_head(name: str) -> None:
    assert loud(read(OWN.format(first=RIGHT, second=name)), "ID.name") == []


def test_a_name_behind_its_code_is_that_of_the_row() -> None:
    text = """
例州市农业农村局2021年度部门决算
# 第二部分 部门决算表
## 一般公共预算财政拨款支出决算表
单位：万元
科目编码\t科目名称\t合计\t基本支出\t项目支出
210\t卫生健康支出\t52.18\t52.18\t
21011\t行政事业单位医疗\t52.18\t52.18\t
2101101\t行政单位医疗\t52.18\t52.18\t
合计\t\t52.18\t52.18\t
# 第三部分 决算情况说明
## 五、一般公共预算财政拨款支出决算情况说明
（一）2101101-行政单位医疗52.18万元，较2020年决算数增加2.98万元。
"""
    assert loud(read(text), "CL.path") == []
    (finding,) = loud(read(text.replace("-行政单位医疗", "-事业单位医疗")), "CL.path")
    assert (finding.printed, finding.expected) == ("事业单位医疗", "行政单位医疗")


def test_words_before_a_path_are_no_part_of_its_name() -> None:
    title = "# 例州市水利局2021年度部门决算\n# 第三部分 决算情况说明\n## 三、支出决算情况说明\n"
    passage = next(
        p for p in passages(read(title + "支出全部为城乡社区支出（类）其他支出（款）1.00万元")) if "（" in p.text
    )
    assert [step.name for path in paths(passage) for step in path.steps] == ["城乡社区支出", "其他支出"]
