"""A printed figure is rounded half up from the exact value, each on its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzhang.terms.unit import WAN, YUAN, Unit, counting


@pytest.mark.parametrize(
    ("fen", "unit", "printed"),
    [
        (193_130_012, WAN, "193.13"),
        (5_000, WAN, "0.01"),
        (4_999, WAN, "0.00"),
        (-4_999, WAN, "0.00"),
        (-5_000, WAN, "-0.01"),
        (123, YUAN, "1.23"),
        (9, counting("人"), "9"),
    ],
)
def test_half_up_and_never_minus_zero(fen: int, unit: Unit, printed: str) -> None:
    assert unit.show(fen) == printed


def test_thousands_are_grouped_on_request_and_the_unit_follows() -> None:
    assert WAN.show(123_456_789_000, grouping=True) == "123,456.79"
    assert WAN.state(8_800_000) == "8.80万元"


@given(st.integers(-(10**14), 10**14))
def test_a_printed_figure_is_at_most_half_a_place_away(fen: int) -> None:
    assert abs(WAN.rounded(fen) * WAN.scale - fen) * 2 <= WAN.last_place


def test_only_money_has_parts() -> None:
    assert WAN.is_money
    assert not counting("辆").is_money
    assert (WAN.last_place, YUAN.last_place, counting("辆").last_place) == (10_000, 1, 1)
