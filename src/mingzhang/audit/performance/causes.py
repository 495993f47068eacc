"""Causes: whether a breach follows from a figure that is found wrong elsewhere, so that one cause is told once."""

from fractions import Fraction

from mingzhang.audit.performance.marks import value, weight_excess
from mingzhang.audit.performance.reached import Standing, compared
from mingzhang.disclosure.evaluation import Evaluation, Funding, Indicator


def explains_total(evaluation: Evaluation, excess: Fraction) -> bool:
    """Whether the scores exceed the total by what one of them, found wrong by itself, is too high or too low."""
    return any(_is_wrong_score(item, excess) for item in evaluation.indicators) or any(
        _is_wrong_execution(item, excess) for item in evaluation.fundings
    )


def explains_weight(evaluation: Evaluation, indicator: Indicator) -> bool:
    """Whether the weight of an indicator is what makes the weights miss the full mark, its score being right."""
    weight, score, excess = value(indicator.weight), value(indicator.score), weight_excess(evaluation)
    return (
        bool(weight and score and excess)
        and weight is not None
        and score is not None
        and (score.value == weight.value - excess)
    )


def lone_score(evaluation: Evaluation, excess: Fraction) -> Indicator | None:
    """The only line whose score is off its weight, by just what the scores exceed the total, and says no reason."""
    return _lone([item for item in evaluation.indicators if _off(item) == excess], evaluation)


def lone_weight(evaluation: Evaluation) -> Indicator | None:
    """The only line whose weight is off its score, by just what the weights exceed the full mark."""
    excess = weight_excess(evaluation)
    return _lone([item for item in evaluation.indicators if _off(item) == -excess], evaluation) if excess else None


def _off(item: Indicator) -> Fraction:
    weight, score = value(item.weight), value(item.score)
    return score.value - weight.value if weight and score else Fraction(0)


def _lone(found: list[Indicator], evaluation: Evaluation) -> Indicator | None:
    unexplained = [item for item in evaluation.indicators if _off(item) and not (item.reason and item.reason.text)]
    return found[0] if len(found) == 1 and unexplained == found else None


def _is_wrong_score(item: Indicator, excess: Fraction) -> bool:
    """A score above its weight, or full marks for a target missed, that fits once the excess is taken off."""
    weight, score, comparison = value(item.weight), value(item.score), compared(item)
    if not weight or not score:
        return False
    mended = score.value - excess
    missed = comparison is not None and comparison.standing is Standing.MISSED
    if score.value > weight.value:
        return 0 <= mended <= weight.value
    return missed and score.value == weight.value and 0 <= mended < weight.value


def _is_wrong_execution(item: Funding, excess: Fraction) -> bool:
    """A score of execution that fits weight and rate once the excess is taken off."""
    weight, score = value(item.weight), value(item.score)
    executed, budget = value(item.executed), value(item.budget)
    if not weight or not score or not executed or not budget or not budget.value:
        return False
    right = weight.value * min(executed.value / budget.value, Fraction(1))
    return score.value != right and abs(score.value - excess - right) <= score.spread + Fraction(1, 100)
