"""How claims are worded, case by case."""

from fractions import Fraction

import pytest

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.claim import Change, Share
from mingzhang.narrative import render
from mingzhang.narrative.wording import Style
from mingzhang.terms.unit import WAN

A, B = Address("T1", "收入总计", "金额"), Address("T1", "收入总计", "金额", "上年")
STYLE = Style()


@pytest.mark.parametrize(
    ("ratio", "decimals", "text"),
    [
        (Fraction(1, 3), 2, "33.33%"),
        (Fraction(2, 3), 1, "66.7%"),
        (Fraction(12345, 100_000), 2, "12.35%"),
        (Fraction(-12345, 100_000), 2, "-12.35%"),
        (Fraction(1), 2, "100.00%"),
        (Fraction(29), 2, "2900.00%"),
        (Fraction(1, 3), 0, "33%"),
        (Fraction(-1, 10**9), 2, "0.00%"),
    ],
)
def test_percentages_round_half_up_from_the_exact_ratio(ratio: Fraction, decimals: int, text: str) -> None:
    assert render.percent(ratio, decimals) == text


@pytest.mark.parametrize(
    ("delta", "base", "amount", "rate"),
    [
        (-13_940_000, 207_070_000, "减少13.94万元", "下降6.73%"),
        (13_940_000, 207_070_000, "增加13.94万元", "增长6.73%"),
        (10_000, 10**12, "增加0.01万元", "增长不足0.01%"),
    ],
)
def test_changes_have_a_direction_and_never_a_rate_of_zero(delta: int, base: int, amount: str, rate: str) -> None:
    claim = Change(A, B, delta, Fraction(delta, base))
    assert render.delta(STYLE, WAN, claim) == amount
    assert render.rate(STYLE, claim) == rate


def test_a_change_that_prints_as_zero_is_level() -> None:
    assert render.is_level(WAN, Change(A, B, 4_999, Fraction(1, 2)))
    assert not render.is_level(WAN, Change(A, B, 5_000, Fraction(1, 2)))


def test_without_a_base_there_is_no_rate() -> None:
    assert render.rate(STYLE, Change(A, B, 5, None)) == ""


def test_one_decimal_where_the_region_prints_one() -> None:
    style = Style(percents={"procurement": 1})
    assert render.share(style, Share(A, B, Fraction(700, 931)), "procurement") == "75.2%"
    assert render.share(style, Share(A, B, Fraction(700, 931))) == "75.19%"


def test_zero_as_the_region_prints_it() -> None:
    assert render.money(STYLE, WAN, 0) == "0.00万元"
    assert render.money(Style(zero_money="0"), WAN, 0) == "0万元"
    assert render.money(Style(grouping=True), WAN, 1_234_560_000) == "1,234.56万元"
