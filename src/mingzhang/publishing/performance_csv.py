"""performance.csv: the indicators of every evaluation with targets, values and points, one a row, and the totals.

Next year's `prior_performance.csv` is this very file.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from mingzhang.books.prior_evaluation import COLUMNS, TOTAL
from mingzhang.disclosure.appraisal import Achievement, Appraisal, Performance
from mingzhang.disclosure.fact import Facts
from mingzhang.publishing.csv_files import Row, guard, to_bytes
from mingzhang.terms.rounding import half_up
from mingzhang.terms.unit import POINTS

FILE: Final = "performance.csv"


def performance_csv(performance: Performance, facts: Facts) -> bytes:
    """The file: evaluations in their order, each with its total in the last row where it is scored."""
    rows = (row for appraisal in performance.appraisals for row in _rows(appraisal, facts))
    return to_bytes([COLUMNS, *rows])


def _rows(appraisal: Appraisal, facts: Facts) -> Iterator[Row]:
    for one in appraisal.achievements:
        yield _row(appraisal.id, one, facts)
    if appraisal.total is not None:
        points = (_points(appraisal.full), _points(appraisal.total))
        yield (guard(appraisal.id), *[""] * 3, TOTAL, *[""] * 3, *points)


def _row(evaluation: str, one: Achievement, facts: Facts) -> Row:
    fact = facts.get(one.fact) if one.fact else None
    words = (evaluation, one.indicator, one.first, one.second, one.name, one.target, one.actual)
    unit = fact.unit.name if fact else ""
    return (*map(guard, (*words, unit)), _points(one.weight), _points(one.score))


def _points(points: Fraction | None) -> str:
    """Points as tables print them; nothing where nothing is scored."""
    return "" if points is None else POINTS.show(half_up(points * POINTS.scale))
