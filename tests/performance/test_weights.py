"""Weights: those the plan gives, else the framework's in even parts of whole cents."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzhang.performance.framework import Framework
from mingzhang.performance.weights import Share, problems, shown, weights
from mingzhang.standards.frameworks import framework

PROJECT, HUBEI = framework("project", 2021), framework("hubei-whole", 2021)


def shares(within: Framework, *items: tuple[int, str]) -> list[Share]:
    """Each item: the place of its first level, and the weight given or nothing."""
    return [Share(within.levels[level], Fraction(weight) if weight else None) for level, weight in items]


def said(within: Framework, *items: tuple[int, str]) -> list[str]:
    return [message for _, message, _ in problems(shares(within, *items), within)]


@pytest.mark.parametrize(
    ("items", "split"),
    [
        ([(0, ""), (1, ""), (2, "")], ["50", "30", "10"]),
        ([(0, ""), (0, ""), (0, ""), (1, ""), (2, "")], ["16.66", "16.66", "16.68", "30", "10"]),
        ([(0, "20"), (0, ""), (0, ""), (1, ""), (2, "")], ["20", "15", "15", "30", "10"]),
        ([(0, ""), (1, ""), (0, ""), (2, "")], ["25", "30", "25", "10"]),
        ([(0, "40"), (1, "40"), (2, "10")], ["40", "40", "10"]),
    ],
)
def test_split(items: list[tuple[int, str]], split: list[str]) -> None:
    assert [shown(weight or Fraction(0)) for weight in weights(shares(PROJECT, *items), PROJECT)] == split
    assert said(PROJECT, *items) == []


def test_nothing_is_scored_where_nobody_gives_weights() -> None:
    assert weights(shares(HUBEI, (0, ""), (2, "")), HUBEI) == (None, None)
    assert said(HUBEI, (0, ""), (2, "")) == []


@pytest.mark.parametrize(
    ("within", "items", "message"),
    [
        (PROJECT, [(0, "40"), (1, "30"), (2, "10")], "分值合计90，应为100（其中预算执行率10）"),
        (PROJECT, [(0, ""), (1, "")], "分值合计90，应为100（其中预算执行率10）"),
        (PROJECT, [(0, "50"), (0, ""), (1, ""), (2, "")], "“产出指标”的分值已被分完，没有写分值的指标分不到"),
        (PROJECT, [(0, "50.005"), (1, "29.995"), (2, "10")], "分值应不小于0，最多两位小数"),
        (HUBEI, [(0, "100"), (2, "")], "2个指标中只有1个给了分值"),
        (HUBEI, [(0, "60"), (2, "50")], "分值合计110，应为100"),
    ],
)
def test_what_does_not_add_up(within: Framework, items: list[tuple[int, str]], message: str) -> None:
    assert message in said(within, *items)


@given(st.lists(st.integers(1, 40), min_size=3, max_size=3))
def test_any_number_of_indicators_shares_the_whole_weight(counts: list[int]) -> None:
    items = [(level, "") for level, count in enumerate(counts) for _ in range(count)]
    found = [weight for weight in weights(shares(PROJECT, *items), PROJECT) if weight is not None]
    assert len(found) == len(items)
    assert all(weight > 0 and (weight * 100).denominator == 1 for weight in found)
    assert sum(found) == 90
    assert said(PROJECT, *items) == []
