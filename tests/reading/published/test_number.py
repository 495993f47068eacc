"""What a cell says: a figure, nothing, or nothing legible."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzhang.reading.published.number import number_in, usual_places
from mingzhang.terms.unit import WAN, YUAN

FIGURES = {
    "1,234.50": (Fraction("1234.5"), 2), "1，234.50": (Fraction("1234.5"), 2), "１２.３０": (Fraction("12.3"), 2),
    "(34.50)": (Fraction("-34.5"), 2), "（34.50）": (Fraction("-34.5"), 2), "−3": (Fraction(-3), 0),
    "－10.00": (Fraction(-10), 2), "+5": (Fraction(5), 0), "0": (Fraction(0), 0), "0.00": (Fraction(0), 2),
    "1 088.80": (Fraction("1088.8"), 2), "12\n34.5": (Fraction("1234.5"), 1), ".5": (Fraction("0.5"), 1),
    "￥8.80": (Fraction("8.8"), 2),
}  # fmt: skip


@pytest.mark.parametrize(("text", "said"), FIGURES.items())
def test_figures(text: str, said: tuple[Fraction, int]) -> None:
    number = number_in(text)
    assert (number.value, number.places, number.illegible) == (*said, False)


@pytest.mark.parametrize("text", ["", "  ", "—", "——", "-", "/", "∕", "无", "略", "零", "\n"])
def test_nothing(text: str) -> None:
    assert number_in(text).is_blank


@pytest.mark.parametrize(
    "text", ["1O.00", "12.34.5", "1,23.00", "12,3456", "10.00 3.00x", "(34.50", "34.50)", "8*", "附"]
)
def test_nothing_legible(text: str) -> None:
    assert number_in(text).illegible


@given(st.integers(-(10**12), 10**12))
def test_what_is_printed_is_read_to_the_fen(fen: int) -> None:
    for unit, digits in ((YUAN, f"{fen / 100:,.2f}" if abs(fen) < 10**11 else YUAN.show(fen)), (YUAN, YUAN.show(fen))):
        assert number_in(digits).fen(unit) == fen


@given(st.integers(-(10**12), 10**12), st.booleans())
def test_rounded_figures_lie_within_their_spread(fen: int, grouping: bool) -> None:
    number = number_in(WAN.show(fen, grouping=grouping))
    assert abs(number.fen(WAN) - fen) <= number.spread(WAN, 2) == 5_000


def test_usual_places() -> None:
    assert usual_places(map(number_in, ["8.8", "1", "2.25", "3.10", "0.00"]), 0) == 2
    assert usual_places(map(number_in, ["1", "2", "3", "4", "5.5"]), 0) == 0
    assert usual_places(map(number_in, ["65"]), 2) == 2
    assert usual_places([], 2) == 2


@given(st.text(max_size=30))
def test_any_text_is_one_of_the_three(text: str) -> None:
    number = number_in(text)
    assert (number.value is not None) + number.is_blank + number.illegible == 1
