"""Rounding 四舍五入: half up, away from zero, from the exact value."""

from fractions import Fraction


def half_up(value: Fraction) -> int:
    """The nearest whole number; a half goes away from zero."""
    whole = (2 * abs(value.numerator) + value.denominator) // (2 * value.denominator)
    return whole if value >= 0 else -whole


def to_cents(value: Fraction) -> Fraction:
    """The value with two decimals."""
    return Fraction(half_up(value * 100), 100)
