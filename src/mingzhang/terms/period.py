"""Period 期间: the days a figure speaks of."""

from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from `start` to `end`, both included."""

    start: date
    end: date

    @staticmethod
    def of_year(year: int) -> "Period":
        """A fiscal year 会计年度, which is the calendar year (会计法 art. 11)."""
        return Period(date(year, 1, 1), date(year, 12, 31))

    def __contains__(self, day: date) -> bool:
        """Whether the day lies inside."""
        return self.start <= day <= self.end


@dataclass(frozen=True, slots=True)
class Span:
    """The fiscal years for which something holds; an open end is None."""

    first: int | None = None
    last: int | None = None

    def __contains__(self, year: int) -> bool:
        """Whether it holds in that fiscal year."""
        return (self.first is None or self.first <= year) and (self.last is None or year <= self.last)


ALWAYS: Final = Span()
"""Every fiscal year."""
