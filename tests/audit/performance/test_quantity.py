"""Numbers as targets and results print them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzhang.audit.performance.quantity import number, quantities, shown, single, spots


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("预算完成率>95%", 95, "%", ">"),
        ("≥ 10 次", 10, "次", "≥"),
        ("不少于5000人次", 5000, "人次", "≥"),
        ("控制在 3 天以内", 3, "天", "≤"),
        ("95%以上", 95, "%", "≥"),
        ("全年制卡数量14571张", 14571, "张", ""),
        ("1.2万人次", 12000, "人次", ""),
        ("1,234.50元", Fraction("1234.5"), "元", ""),
        ("＞９０％", 90, "%", ">"),
        ("100万元", 1_000_000, "元", ""),
        ("小于5%", 5, "%", "<"),
        ("20人左右", 20, "人", "≈"),
        ("超过232万条", 2_320_000, "条", ">"),
        ("24小时内", 24, "小时", "≤"),
        ("=2个", 2, "个", ""),
    ],
)
def test_a_number_with_unit_and_bound(text: str, value: Fraction, unit: str, bound: str) -> None:
    found = single(text)
    assert found
    assert (found.value, found.unit, found.bound) == (value, unit, bound)


@pytest.mark.parametrize(
    "text",
    [
        "完成",
        "",
        "7*24小时不间断运行",
        "90%-95%",
        "2021年",
        "11月完工",
        "第1名",
        "前3名",
        "1次/月",
        "每月1次",
        "12月底前100%",
    ],
)
def test_no_single_number(text: str) -> None:
    assert single(text) is None


def test_a_cell_that_holds_nothing_but_a_number() -> None:
    assert [bool(number(text)) for text in ("65", "95.88%", "≥3次", "5A级", "制卡3张", "—")] == [
        True, True, True, False, False, False,
    ]  # fmt: skip


def test_the_spread_of_a_number_is_half_its_last_place_in_its_own_scale() -> None:
    assert [q.spread for q in quantities("1.2万、65 3.50%")] == [500, Fraction(1, 2), Fraction(1, 200)]


def test_the_words_before_a_number() -> None:
    found = spots("现已升级换发5726张，其中：居民 13220 张")
    assert [(spot.before, spot.quantity.unit) for spot in found] == [("现已升级换发", "张"), ("居民", "张")]


@given(st.integers(0, 10**9), st.integers(0, 4))
def test_shown_digits_say_the_number(digits: int, places: int) -> None:
    value = Fraction(digits, 10**places)
    assert Fraction(shown(value, places)) == value


@given(st.text("0123456789.,%万亿≥≤<>=个张年月日第每/以上 完成", max_size=20))
def test_any_text_can_be_asked_for_its_numbers(text: str) -> None:
    assert all(spot.end > spot.start for spot in spots(text))
    assert single(text) is None or len(quantities(text)) == 1
