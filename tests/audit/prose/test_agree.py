"""A number of prose and a figure at the precisions at which both are printed."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzhang.audit.interval import Fit, Interval, half_up
from mingzhang.audit.prose.agree import agrees, shown, step
from mingzhang.audit.prose.percent import Pair, growth_of, share_of
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.trace import Stated
from mingzhang.terms.printed import number_of
from mingzhang.terms.unit import WAN

CELL = Address("T5", "total", "小计")
AMOUNTS = st.integers(1, 10**7)


def cell(hundredths: int) -> Fact:
    """A figure printed with two decimals in 万元."""
    return Fact(CELL, hundredths * 10_000, WAN, Stated(Position("例")), 5_000)


@pytest.mark.parametrize(
    ("text", "hundredths", "same"),
    [
        ("193.13万元", 19313, True),
        ("193.14万元", 19313, False),
        ("1,931,300元", 19313, True),
        ("193.1万元", 19313, True),
        ("193.2万元", 19313, False),
        ("193万元", 19313, True),
        ("8.8万元", 880, True),
        ("193.1333万元", 19313, True),
        ("193.1413万元", 19313, False),
        ("0万元", 0, True),
        ("0万元", 39, False),
        ("0.0万元", 3, False),
        ("1.93亿元", 1931300, True),
        ("0.02亿元", 19313, True),
    ],
)
def test_an_amount_is_the_figure_as_far_as_its_digits_can_tell(text: str, hundredths: int, same: bool) -> None:
    number = number_of(text)
    assert number is not None
    assert agrees(number.fen, number, cell(hundredths)) == same


@given(AMOUNTS, st.integers(0, 4))
def test_a_figure_rounded_to_fewer_places_is_still_the_figure(hundredths: int, places: int) -> None:
    pattern = number_of(f"{1:.{places}f}万元")
    assert pattern is not None
    value = int(half_up(hundredths * 10_000, step(pattern)))
    number = number_of(f"{shown(value, pattern)}万元")
    assert number is not None
    assert number.fen == value
    assert value == 0 or agrees(value, number, cell(hundredths))


@given(AMOUNTS, st.integers(1, 10**5))
def test_two_decimals_that_differ_are_two_figures(hundredths: int, gap: int) -> None:
    number = number_of(f"{(hundredths + gap) // 100}.{(hundredths + gap) % 100:02d}万元")
    assert number is not None
    assert not agrees(number.fen, number, cell(hundredths))


@given(AMOUNTS, AMOUNTS)
def test_a_share_printed_right_fits_and_one_far_off_does_not(part: int, rest: int) -> None:
    whole = part + rest
    way = [Pair(Interval.around(part, 0), Interval.around(whole, 0))]
    printed = half_up(Fraction(part * 100, whole), Fraction(1, 100))
    assert share_of(Fraction(printed), 2, way) is Fit.EXACT
    assert share_of(Fraction(printed) + Fraction(5, 100), 2, way) is Fit.WRONG


@given(AMOUNTS, st.integers(-(10**6), 10**6))
def test_a_growth_computed_from_the_figures_fits(base: int, change: int) -> None:
    delta = max(change, -base + 1)
    way = [Pair(Interval.around(delta, 0), Interval.around(base + delta, 0))]
    printed = half_up(Fraction(delta * 100, base), Fraction(1, 100))
    assert growth_of(Fraction(printed), 2, way) is Fit.EXACT
