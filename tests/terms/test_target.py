"""How an actual value is held against its target."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzhang.terms.target import Operator
from mingzhang.terms.target_text import parse


@pytest.mark.parametrize(
    ("target", "actual", "is_met", "reached"),
    [
        (">10000张", "14571", True, "1"),
        (">10000张", "10000", False, "1"),
        ("≥10000张", "8000", False, "4/5"),
        ("<5%", "4.12", True, "1"),
        ("≤4小时", "5", False, "4/5"),
        ("≤0件", "1", False, "0"),
        ("≤0件", "0", True, "1"),
        ("=100%", "80", False, "4/5"),
        ("=100%", "125", False, "4/5"),
        ("90%~95%", "93", True, "1"),
        ("90%~95%", "45", False, "1/2"),
        ("90%~95%", "100", False, "19/20"),
        ("≥90%", "-5", False, "0"),
    ],
)
def test_reached(target: str, actual: str, is_met: bool, reached: str) -> None:
    assert parse(target).is_met(Fraction(actual)) is is_met
    assert parse(target).reached(Fraction(actual)) == Fraction(reached)


VALUES = st.fractions(-100, 10**6, max_denominator=1000)


@given(st.sampled_from(Operator), VALUES.map(abs), VALUES)
def test_the_share_reached_lies_between_nothing_and_all(operator: Operator, value: Fraction, actual: Fraction) -> None:
    sign = operator.value if operator is not Operator.BETWEEN else "="
    target = parse(f"{sign}{float(value):.3f}张")
    assert 0 <= target.reached(actual) <= 1
    assert target.reached(actual) == 1 or not target.is_met(actual)


@given(st.sampled_from(["≥", ">", "≤", "<"]), VALUES.map(abs), VALUES, VALUES)
def test_nearer_the_target_never_counts_less(sign: str, value: Fraction, one: Fraction, other: Fraction) -> None:
    target = parse(f"{sign}{float(value):.3f}张")
    worse, better = sorted((one, other), reverse=target.operator.is_reverse)
    assert target.reached(worse) <= target.reached(better)
