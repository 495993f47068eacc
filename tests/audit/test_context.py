"""Titles, names and bodies taken from a document."""

from mingzhang.audit.context import bodies_of, context_of
from mingzhang.disclosure.address import Address
from mingzhang.terms.entity import EntityKind
from tests.sample import small_disclosure


def test_a_place_is_said_as_people_say_it() -> None:
    context = context_of(small_disclosure(), {}, frozenset({"T1"}))
    places = ["T5[20801].基本支出", "T5[total].小计", "T1[收入总计].金额@上年", "S[人员].编制"]
    assert [context.place(Address.parse(place)) for place in places] == [
        "表5 一般公共预算财政拨款支出决算表 20801 人力资源和社会保障管理事务 基本支出",
        "表5 一般公共预算财政拨款支出决算表 合计 小计",
        "表1 收入支出决算总表 收入总计 金额（上年）",
        "补充资料 人员 编制",
    ]


def test_the_kinds_of_the_units_decide_who_has_running_costs() -> None:
    own, civil, institution = EntityKind.ADMINISTRATIVE, EntityKind.MANAGED_AS_CIVIL, EntityKind.INSTITUTION
    kinds = [{own}, {own, civil}, {institution}, {civil, institution}, set()]
    assert [bodies_of(frozenset(k)) for k in kinds] == ["行政", "行政", "事业", "混合", ""]
    assert context_of(small_disclosure(), {}, frozenset(), frozenset({own, institution})).bodies == "混合"
