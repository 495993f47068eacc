"""Grading 评级: the word a total earns."""

from collections.abc import Iterable
from fractions import Fraction

from mingzhang.performance.framework import FULL, Grade


def grade(total: Fraction, full: Fraction, grades: Iterable[Grade]) -> str:
    """The best grade whose lowest score the total, as a share of the full mark, reaches."""
    score = total * FULL / full
    return next(one.word for one in grades if score >= one.lowest)
