"""The body's own name typed wrong in running text, and the names like it that are right or somebody else's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzhang.audit.finding import Finding
from mingzhang.audit.words.body import Body
from mingzhang.audit.words.misspellings import misspelt
from mingzhang.audit.words.passage import Passage, Role

from .reading import loud, read

BODY = "例州市东河区文化和旅游局"


def found(text: str, name: str = BODY) -> list[str]:
    """What is found to be wrong in a text of a body."""
    passage = Passage(Role.PARAGRAPH, text, text, range(len(text)))
    return [wrong for wrong, _, _ in misspelt(passage, Body(name, 3), (passage,))]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("会同例州市东河区文化和旅旅游局检查。", "例州市东河区文化和旅旅游局"),
        ("会同例州市东河区区文化和旅游局检查。", "例州市东河区区文化和旅游局"),
        ("会同例州市市东河区文化和旅游局检查。", "例州市市东河区文化和旅游局"),
        ("会同例州市东河区文和化旅游局检查。", "例州市东河区文和化旅游局"),
        ("会同例市州东河区文化和旅游局检查。", "例市州东河区文化和旅游局"),
        ("会同例州市河东区文化和旅游局检查。", "例州市河东区文化和旅游局"),
        ("经东河区文化和旅局游同意。", "东河区文化和旅局游"),
        ("经文化和旅旅游局同意。", "文化和旅旅游局"),
        ("会同例州市东河区文化和游局检查。", "例州市东河区文化和游局"),
        ("会同例州市东区文化和旅游局检查。", "例州市东区文化和旅游局"),
    ],
)
def test_a_name_typed_wrong_is_found_wherever_it_stands(text: str, wrong: str) -> None:
    assert found(text) == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "会同例州市东河区文化和旅游局检查。",
        "例州市东河区文化和旅游局局长带队，局局联动。",
        "向例州市文化和旅游局、文化和旅游部报送。",
        "与例州市西河区文化和旅游局、河东区文化和旅游局共建。",
        "例州市东河区文化旅游局、例州市东河区文旅局。",
        "例州东河区文化和旅游局、例州市东河文化和旅游局。",
        "例州市河区文化和旅游局",
        "例州市东河区文化馆、例州市东河区旅游局。",
        "例州市东河区人民政府文化和旅游局工作会议。",
    ],
)
def test_what_may_be_said_of_it_or_of_others_is_not(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("例州市东河区第一中学", "例州市东河区第二中学"),
        ("例州市东河区第二十一中学", "例州市东河区第十一中学"),
        ("例州市东河区第二十一中学", "例州市东河区第二十中学"),
        ("例州市东河区中医医院", "例州市东河区中医院"),
        ("例州市东河区总工会", "例州市东河区工会"),
        ("例州市东河区老年大学", "例州市东河区老年学"),
        ("例州医学院附属东河区医院", "例州医院附属东河区医院"),
        ("例州市公安局东河区分局", "例州市公安东河区分局"),
        ("例州市市场监督管理局", "例州市场监督管理局"),
        ("例州市东河区青少年宫", "例州市东河区少年宫"),
        ("例州市文联", "例州市联文"),
        ("城东小学", "东城小学"),
        ("东城区实验小学", "城东区实验小学"),
        ("南海区农业农村局", "海南区农业农村局"),
        ("例州市直机关工作委员会", "例州市市直机关工作委员会"),
        ("例州市委党校", "例州市市委党校"),
        ("例州市政管理处", "例州市市政管理处"),
    ],
)
def test_a_name_that_may_be_another_body_is_not_a_misspelling(name: str, other: str) -> None:
    assert found(f"与{other}共建。", name) == []


def test_a_shorter_name_the_document_keeps_to_is_its_way_of_writing() -> None:
    short = "例州市东河区文化和游局"
    assert found(f"{BODY}（以下简称“{short}”）。{short}会议。") == []
    assert found(f"{short}、{short}、{short}。") == []
    assert found(f"{short}、{short}。") == [short, short]


@given(st.integers(1, len(BODY) - 2))
def test_every_character_inside_written_twice_is_found(at: int) -> None:
    wrong = BODY[: at + 1] + BODY[at:]
    assert found(f"由{wrong}组织。") == [wrong]


@given(st.text("例州市东河区文化和旅游局长第二", max_size=30))
def test_a_right_name_among_any_words_is_never_found(words: str) -> None:
    for text in (f"{BODY}。{words}".replace(BODY, "甲"), BODY):
        wrong = found(text)
        assert all(name not in Body(BODY).forms for name in wrong)
    assert found(f"在{BODY}，") == []


DOCUMENT = """
{cover}2023年度部门决算
# 第一部分 例州市东河区文化和旅游局概况
## 一、主要职能
{duties}
## 二、机构设置
纳入编报范围的单位如下：
{unit}
2.例州市东河区文化馆
# 第二部分 例州市东河区文化和旅游局2023年度部门决算表
# 第三部分 例州市东河区文化和旅游局2023年度部门决算情况说明
## 一、收入支出决算总体情况说明
例州市东河区文化和旅游局2023年度收入支出总计10.00万元。
## 六、“三公”经费
纳入“三公”经费决算范围的单位为：{sole}。
## 十、政府采购支出情况
2023年度{bought}政府采购支出总额1.00万元。
{signed}
2024年8月1日
"""
RIGHT = {
    "cover": BODY, "duties": f"{BODY}是例州市东河区人民政府的工作部门，会同例州市东河区文化和体育局承办赛事。",
    "unit": f"1.{BODY}（本级）", "sole": BODY, "bought": BODY, "signed": BODY,
}  # fmt: skip


def names(**other: str) -> list[Finding]:
    """What is said of the names in the document."""
    return loud(read(DOCUMENT.format(**RIGHT | other)), "ID.name")


def test_right_names_and_other_bodies_in_a_document_are_quiet() -> None:
    assert names() == []
    assert names(unit="1.东河区文化和旅游局（本级）\n3.例州市东河区文化和体育局（本级）") == []
    assert names(signed="东河区文化和旅游局") == []
    assert names(signed="附件：\n例州市东河区文化旅游局\n例州市东河区文化馆") == []
    assert names(duties="例州市东河区文化和体育局、例州市西河区文化和旅游局与本部门共建。") == []


@pytest.mark.parametrize(
    ("place", "text", "wrong"),
    [
        ("cover", "例州市东河区文和旅游局\n", "例州市东河区文和旅游局"),
        ("unit", "1.例州市东河文化和旅游局（本级）", "例州市东河文化和旅游局"),
        ("unit", "1.例州市东河区文化旅游局（本级）", "例州市东河区文化旅游局"),
        ("sole", "例州东河区文化和旅游局", "例州东河区文化和旅游局"),
        ("signed", "例州市东河区文化旅游局", "例州市东河区文化旅游局"),
        ("bought", "例州东河区文化和旅游局", "例州东河区文化和旅游局"),
        ("duties", "例州东河区文化和旅游局隶属例州市东河区人民政府。", "例州东河区文化和旅游局"),
        ("duties", "例州市东河区文化和游旅局是工作部门。", "例州市东河区文化和游旅局"),
    ],
)
def test_a_slip_where_only_the_body_can_be_meant_is_found(place: str, text: str, wrong: str) -> None:
    (finding,) = names(**{place: text})
    assert (finding.printed, finding.expected) == (wrong, BODY)


NAMES = """
    人民政府办公室 发展和改革局 发展和改革委员会 教育局 教育体育局 体育局 科学技术局 科学技术协会 经济和信息化局
    经济信息局 公安局 民政局 司法局 财政局 人力资源和社会保障局 人力资源社会保障局 人力资源和社会保障信息中心 自然资源局
    自然资源和规划局 生态环境局 住房和城乡建设局 城乡建设局 城市管理局 城市管理执法局 城市管理委员会 交通运输局 交通局
    水利局 水务局 农业农村局 农业局 商务局 商业局 文化和旅游局 文化旅游局 文化广电和旅游局 卫生健康局 卫生健康委员会
    退役军人事务局 应急管理局 审计局 市场监督管理局 统计局 医疗保障局 信访局 林业局 园林局 园林和林业局 总工会 工会
    妇女联合会 残疾人联合会 工商业联合会 工商联合会 文学艺术界联合会 归国华侨联合会 红十字会 档案馆 档案局 图书馆 博物馆
    文化馆 美术馆 科技馆 少年宫 青少年宫 青少年活动中心 第一中学 第二中学 第十一中学 第二十一中学 第十二中学 中学
    中心小学 实验小学 第一实验小学 实验中学 初级中学 高级中学 人民医院 第一人民医院 中医院 中医医院 妇幼保健院
    疾病预防控制中心 卫生监督所 公路管理局 公路局 公路管理站 道路运输管理局 道路管理局 水文局 水文站 人民法院 人民检察院
    法院 委员会组织部 委员会宣传部 委员会统战部 委员会统一战线工作部 委员会党校 党校 党史研究室 史志研究室 老干部局
    老年大学 机关事务管理局 机关事务服务中心 政务服务中心 政务服务管理局 行政审批局 公共资源交易中心 数据局 大数据局
    大数据中心 数据中心 信息中心 信息化中心 农业技术推广中心 农技推广中心 农机推广中心 农业机械推广中心 畜牧兽医局
    畜牧局 动物疫病预防控制中心 供销合作社联合社 供销合作联合社 供销合作社
"""
BODIES = NAMES.split()
"""What there may be in one place, many of them alike."""


def test_bodies_of_one_place_are_not_each_others_misspellings() -> None:
    places = ("例州市", "例州市东河区", "东河区", "例州市平安县")
    for place in places:
        text = "。".join(where + body for where in (*places, "例州市西河区") for body in BODIES)
        assert [(body, wrong) for body in BODIES if (wrong := found(text, place + body))] == []


def test_bodies_of_one_place_are_found_when_typed_wrong() -> None:
    for name in ("例州市东河区" + body for body in BODIES):
        at = len(name) // 2
        assert found(name[:at] + name[at - 1 :], name) == [name[:at] + name[at - 1 :]]
