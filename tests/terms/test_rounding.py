"""Half up, away from zero, from the exact value."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzhang.terms.rounding import half_up, to_cents


@pytest.mark.parametrize(
    ("value", "whole"),
    [("1/2", 1), ("-1/2", -1), ("3/2", 2), ("5/2", 3), ("49/100", 0), ("-149/100", -1), ("0", 0), ("7", 7), ("1/3", 0)],
)
def test_half_up(value: str, whole: int) -> None:
    assert half_up(Fraction(value)) == whole


def test_cents() -> None:
    assert to_cents(Fraction("0.125")) == Fraction("0.13")
    assert to_cents(Fraction(200, 3)) == Fraction("66.67")


@given(st.fractions())
def test_the_nearest_whole_is_at_most_half_away(value: Fraction) -> None:
    assert abs(half_up(value) - value) <= Fraction(1, 2)
    assert half_up(-value) == -half_up(value)
