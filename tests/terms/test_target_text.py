"""People write targets in many ways; each means one operator, number and unit."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzhang.terms.target import Operator, Target
from mingzhang.terms.target_text import NotATarget, parse
from mingzhang.terms.unit import PERCENT, WAN, YUAN, Unit, counting

CARDS, ITEMS, HOURS = counting("张"), counting("件"), counting("小时")


@pytest.mark.parametrize(
    ("text", "operator", "value", "unit"),
    [
        ("≥10000张", Operator.AT_LEAST, 10000, CARDS),
        ("≥ 10,000 张", Operator.AT_LEAST, 10000, CARDS),
        ("＞９５％", Operator.MORE, 95, PERCENT),
        (">95%", Operator.MORE, 95, PERCENT),
        (">=95%", Operator.AT_LEAST, 95, PERCENT),
        ("≧95%", Operator.AT_LEAST, 95, PERCENT),
        ("=100%", Operator.EQUAL, 100, PERCENT),
        ("≤5%", Operator.AT_MOST, 5, PERCENT),
        ("<5%", Operator.LESS, 5, PERCENT),
        ("10000张以上", Operator.AT_LEAST, 10000, CARDS),
        ("90%(含)以上", Operator.AT_LEAST, 90, PERCENT),
        ("90%及以上", Operator.AT_LEAST, 90, PERCENT),
        ("不少于5000件", Operator.AT_LEAST, 5000, ITEMS),
        ("不得少于5000件", Operator.AT_LEAST, 5000, ITEMS),
        ("不低于95%", Operator.AT_LEAST, 95, PERCENT),
        ("超过5000件", Operator.MORE, 5000, ITEMS),
        ("不超过5件", Operator.AT_MOST, 5, ITEMS),
        ("控制在5件以内", Operator.AT_MOST, 5, ITEMS),
        ("4小时内", Operator.AT_MOST, 4, HOURS),
        ("30个工作日之内", Operator.AT_MOST, 30, counting("个工作日")),
        ("5件以下", Operator.AT_MOST, 5, ITEMS),
        ("至少5件", Operator.AT_LEAST, 5, ITEMS),
        ("全年制卡数量>10000张", Operator.MORE, 10000, CARDS),
        ("≥1.2万张", Operator.AT_LEAST, 12000, CARDS),
        ("≤65.5万元", Operator.AT_MOST, Fraction("65.5"), WAN),
        ("≤800元", Operator.AT_MOST, 800, YUAN),
        ("≥2.5公里", Operator.AT_LEAST, Fraction("2.5"), Unit("公里", 10, 1)),
    ],
)
def test_ways_of_writing(text: str, operator: Operator, value: int | Fraction, unit: Unit) -> None:
    assert parse(text) == Target(operator, Fraction(value), unit)


@pytest.mark.parametrize("text", ["90%~95%", "90~95%", "90%-95%", "90%至95%", "90%—95%", "90%～95%之间"])
def test_ranges(text: str) -> None:
    assert parse(text) == Target(Operator.BETWEEN, Fraction(90), PERCENT, Fraction(95))


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("≥232万条", Unit("万条", 10_000, 0), 232),
        ("≥2320000条", Unit("万条", 10_000, 0), 232),
        ("≥1.2万张", CARDS, 12_000),
        ("≥10000", CARDS, 10_000),
        ("≤650000元", WAN, 65),
    ],
)
def test_the_unit_of_the_value_is_the_unit_of_the_target(text: str, unit: Unit, value: int) -> None:
    assert parse(text, unit).value == value
    assert parse(text, unit).unit == unit


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("完成金保网络物理隔离项目", "不是数量目标"),
        ("7*24小时不间断运行,出现故障在4小时内处理", "不是数量目标"),
        ("2021年12月底前完成", "不是数量目标"),
        ("12月底前", "不是数量目标"),
        ("", "不是数量目标"),
        ("95%", "没有写明怎样算完成"),
        ("≥5件以内", "不一致"),
        ("95%~90%", "下限大于上限"),
    ],
)
def test_what_is_refused_and_why(text: str, said: str) -> None:
    with pytest.raises(NotATarget, match=said):
        parse(text)


def test_another_unit_is_refused() -> None:
    with pytest.raises(NotATarget, match="计量单位是“件”，而完成值的计量单位是“张”"):
        parse("≥10000件", CARDS)


def test_a_number_alone_means_what_the_caller_says() -> None:
    assert parse("12次", bare=Operator.AT_LEAST) == Target(Operator.AT_LEAST, Fraction(12), counting("次"))


@given(
    st.sampled_from(Operator),
    st.fractions(0, 10**9, max_denominator=1).map(lambda value: value / 100),
    st.sampled_from([CARDS, PERCENT, WAN, Unit("万条", 10_000, 0)]),
)
def test_what_is_printed_can_be_read_back(operator: Operator, value: Fraction, unit: Unit) -> None:
    target = Target(operator, value, unit, value + 1 if operator is Operator.BETWEEN else None)
    assert parse(target.text, unit) == target


@given(st.text(alphabet="≥>＜~-0123456789.,%万亿元张 不少于超过内以上(含)", max_size=16))
def test_any_text_is_a_target_or_refused(text: str) -> None:
    try:
        found = parse(text)
    except NotATarget:
        return
    assert found.value >= 0
    assert found.upper is None or found.upper >= found.value
