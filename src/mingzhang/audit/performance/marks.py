"""Marks 分: the numbers in the columns of weights and scores, and what they add up to."""

from fractions import Fraction
from typing import Final

from mingzhang.audit.performance.quantity import Quantity, number
from mingzhang.disclosure.evaluation import Entry, Evaluation

FULL: Final = 100
_MONEY_WEIGHTS: Final = (10, 20)
"""What the execution of the budget weighs: 10, in some regions 20."""
_NOTHING: Final = frozenset({"", "—", "-", "－", "——", "--", "/", "－－", "―"})


def value(entry: Entry | None) -> Quantity | None:
    """The number of an entry that can be relied on."""
    return number(entry.text) if entry and not entry.doubtful and not entry.shared else None


def column(evaluation: Evaluation, name: str) -> list[Quantity] | None:
    """The numbers of weights or scores, those of money first; None when one of them cannot be relied on."""
    entries: list[Entry | None] = [getattr(item, name) for item in (*evaluation.fundings, *evaluation.indicators)]
    own = [entry for entry in entries if entry and not entry.shared and entry.text not in _NOTHING]
    numbers = [value(entry) for entry in own]
    if any(n is None for n in numbers) or any(entry.doubtful for entry in own):
        return None
    return [n for n in numbers if n]


def total(numbers: list[Quantity]) -> Fraction:
    """Their sum."""
    return sum((number.value for number in numbers), Fraction(0))


def full(evaluation: Evaluation) -> Fraction:
    """The full mark as the foot prints it, otherwise 100."""
    printed = value(evaluation.full)
    return printed.value if printed else Fraction(FULL)


def weight_excess(evaluation: Evaluation) -> Fraction:
    """By how much the weights are more than the full mark; nothing when they are not all known."""
    weights = column(evaluation, "weight")
    if not weights or may_lack_money(evaluation, full(evaluation) - total(weights), "weight"):
        return Fraction(0)
    return total(weights) - full(evaluation)


def may_lack_money(evaluation: Evaluation, gap: Fraction, name: str) -> bool:
    """Whether what is missing may be the execution of the budget, which the table does not print in a cell."""
    if any(value(getattr(funding, name)) for funding in evaluation.fundings):
        return False
    if name == "weight":
        return gap in _MONEY_WEIGHTS
    weights = column(evaluation, "weight")
    complete = bool(weights) and bool(evaluation.full) and total(weights or []) == full(evaluation)
    return not complete and 0 < gap <= max(_MONEY_WEIGHTS)


def is_unfilled(evaluation: Evaluation, name: str) -> bool:
    """Whether a column of the indicators exists and nothing stands in it."""
    entries = [getattr(indicator, name) for indicator in evaluation.indicators]
    return bool(entries) and all(entry is not None and entry.is_blank for entry in entries)
