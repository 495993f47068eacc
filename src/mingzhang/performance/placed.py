"""Placed 列示: an indicator under its first level, with its weight and what became of its target."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from mingzhang.books.plan import Indicator, Undertaking, Weighted
from mingzhang.performance.framework import Framework, Level
from mingzhang.performance.score import Outcome, score
from mingzhang.performance.weights import Share, weights


@dataclass(frozen=True, slots=True)
class Placed:
    """One line of the table; `is_given`: the plan gives the weight, not the framework."""

    indicator: Indicator
    level: Level
    second: str
    weight: Fraction | None
    is_given: bool
    found: Outcome

    @property
    def score(self) -> Fraction | None:
        """The points earned."""
        return None if self.weight is None else score(self.weight, self.found)


def place(
    undertaking: Undertaking,
    framework: Framework,
    indicator: Callable[[str], Indicator],
    judge: Callable[[Indicator], Outcome],
) -> list[Placed]:
    """Under the first levels in the framework's order, within one as the plan lists them."""
    listed = [(indicator(item.indicator), item) for item in undertaking.indicators]
    shares = [Share(_level(framework, one, item), item.weight) for one, item in listed]
    placed = [
        Placed(one, share.level, item.second or one.second, weight, share.given is not None, judge(one))
        for (one, item), share, weight in zip(listed, shares, weights(shares, framework), strict=True)
    ]
    return sorted(placed, key=lambda one: framework.levels.index(one.level))


def _level(framework: Framework, indicator: Indicator, item: Weighted) -> Level:
    found = framework.level(item.first or indicator.first)
    assert found is not None, "checked by undertaking_faults"
    return found
