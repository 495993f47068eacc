"""Money is whole fen inside and exact at the edge."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzhang.terms.money import NotMoney, parse_yuan, to_yuan


@pytest.mark.parametrize(
    ("text", "fen"), [("0", 0), ("1931300.12", 193_130_012), ("-0.01", -1), ("12.5", 1250), ("1e3", 100_000)]
)
def test_a_plain_number_of_yuan_is_so_many_fen(text: str, fen: int) -> None:
    assert parse_yuan(text) == fen


@pytest.mark.parametrize("text", ["", "壹佰", "1.005", "NaN", "Infinity", "1,000"])
def test_what_is_no_exact_amount_is_refused(text: str) -> None:
    with pytest.raises(NotMoney):
        parse_yuan(text)


@given(st.integers(-(10**16), 10**16))
def test_yuan_reads_back_as_the_same_fen(fen: int) -> None:
    assert parse_yuan(f"{to_yuan(fen):f}") == fen
    assert to_yuan(fen).as_tuple().exponent == -2 == Decimal("0.01").as_tuple().exponent
