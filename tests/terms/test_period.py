"""Periods of days and spans of years."""

from datetime import date

from mingzhang.terms.period import ALWAYS, Period, Span


def test_a_fiscal_year_is_the_calendar_year() -> None:
    year = Period.of_year(2021)
    assert date(2021, 1, 1) in year
    assert date(2021, 12, 31) in year
    assert date(2022, 1, 1) not in year


def test_an_open_end_has_no_limit() -> None:
    assert 1949 in ALWAYS
    assert [year in Span(2020, 2021) for year in (2019, 2020, 2021, 2022)] == [False, True, True, False]
    assert 2030 in Span(2020)
    assert 2018 in Span(None, 2019)
