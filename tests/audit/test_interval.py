"""Worked cases of the tolerances, and laws of intervals."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzhang.audit.interval import (
    EVERYTHING,
    Fit,
    Interval,
    NoRatio,
    fit_growth,
    fit_hundred,
    fit_share,
    growth,
    half_up,
    ratio,
)


def printed(text: str) -> Interval:
    """A figure printed with two decimals, in hundredths."""
    return Interval.around(Fraction(text) * 100, Fraction(1, 2))


@pytest.mark.parametrize(
    ("shown", "decimals", "part", "whole", "fits"),
    [
        ("66.34", 2, "128.13", "193.13", Fit.EXACT),
        ("66.35", 2, "128.13", "193.13", Fit.ROUNDING),
        ("2.13", 2, "4.11", "193.13", Fit.EXACT),
        ("2.12", 2, "4.11", "193.13", Fit.LAST_PLACE),
        ("95.45", 2, "210.00", "220.00", Fit.EXACT),
        ("95.46", 2, "210.00", "220.00", Fit.ROUNDING),
        ("71.73", 2, "2146.50", "2995.81", Fit.WRONG),
        ("71.65", 2, "2146.50", "2995.81", Fit.EXACT),
        ("33.3", 1, "1.00", "3.00", Fit.EXACT),
    ],
)
def test_a_printed_share_is_judged_by_what_rounding_can_explain(
    shown: str, decimals: int, part: str, whole: str, fits: Fit
) -> None:
    assert fit_share(Fraction(shown), decimals, printed(part), printed(whole)) is fits


@pytest.mark.parametrize(
    ("shown", "decimals", "delta", "current", "fits"),
    [
        ("1052.6", 1, "20.63", "22.59", Fit.EXACT),
        ("1055.4", 1, "20.63", "22.59", Fit.ROUNDING),
        ("1070.0", 1, "20.63", "22.59", Fit.WRONG),
        ("-6.73", 2, "-13.94", "193.13", Fit.EXACT),
        ("-7.22", 2, "-13.94", "193.13", Fit.WRONG),
    ],
)
def test_a_printed_growth_is_judged_over_the_base_it_implies(
    shown: str, decimals: int, delta: str, current: str, fits: Fit
) -> None:
    assert fit_growth(Fraction(shown), decimals, printed(delta), printed(current)) is fits


def test_the_growth_over_a_small_base_may_be_anything_in_a_wide_interval() -> None:
    possible = growth(printed("20.63"), printed("22.59"))
    assert possible.low is not None
    assert possible.high is not None
    assert (round(possible.low * 100), round(possible.high * 100)) == (1047, 1058)


def test_there_is_no_percentage_of_nothing() -> None:
    with pytest.raises(NoRatio):
        fit_share(Fraction(0), 2, printed("0.00"), printed("0.00"))
    with pytest.raises(NoRatio):
        fit_growth(Fraction(100), 2, printed("3.00"), printed("3.00"))


@pytest.mark.parametrize(
    ("shares", "fits"),
    [
        (["93.32", "2.12", "4.56"], Fit.EXACT),
        (["93.32", "2.13", "4.56"], Fit.ROUNDING),
        (["71.73", "20.00", "8.34"], Fit.WRONG),
    ],
)
def test_shares_make_a_hundred_within_half_a_unit_each(shares: list[str], fits: Fit) -> None:
    assert fit_hundred([Fraction(s) for s in shares], 2) is fits


def test_halves_go_away_from_zero() -> None:
    assert [half_up(v, 10) for v in (14, 15, -15, -14, 0)] == [10, 20, -20, -10, 0]


def test_an_open_end_holds_everything() -> None:
    assert 10**9 in EVERYTHING
    assert (EVERYTHING & Interval(1, 2)) == Interval(1, 2)
    assert Interval(None, 3).widened(1) == Interval(None, 4)
    assert Interval(2, 1).is_empty
    with pytest.raises(ValueError, match="上下限"):
        ratio(EVERYTHING, Interval(1, 2))


amounts = st.integers(-(10**9), 10**9)


@given(amounts, st.integers(1, 10**9), st.integers(0, 99), st.integers(0, 99))
def test_the_ratio_of_true_values_lies_in_the_interval_of_the_ratio(a: int, b: int, da: int, db: int) -> None:
    part, whole = Interval.around(a, 99), Interval.around(b + 200, 99)
    assert Fraction(a + da, b + 200 - db) in ratio(part, whole)


@given(st.integers(0, 10**8), st.integers(1, 10**8), st.integers(0, 3))
def test_a_share_computed_from_exact_figures_and_rounded_is_never_wrong(a: int, b: int, decimals: int) -> None:
    shown = half_up(Fraction(a, b + 10_000) * 100, Fraction(1, 10**decimals))
    part = Interval.around(half_up(a, 100), 50)
    whole = Interval.around(half_up(b + 10_000, 100), 50)
    assert fit_share(Fraction(shown), decimals, part, whole) in (Fit.EXACT, Fit.ROUNDING)
