from dataclasses import replace

import pytest

from mingzhang.publishing.fit import CLOSE, LARGEST, LEGIBLE, ROOMY, fit
from tests.publishing.full_size import full_size
from tests.sample import small_disclosure

SAMPLE = small_disclosure()
T5 = SAMPLE.statement("T5")
WIDTH, HEIGHT = 493.0, 600.0


def _longer(times):
    return replace(T5, body=T5.body * times)


def test_a_short_statement_is_set_as_large_as_its_widths_allow():
    fitted = fit(T5, SAMPLE.facts, WIDTH, HEIGHT)
    assert fitted.size == pytest.approx((WIDTH - 5 * 5) / sum(T5.widths))
    assert fitted.air == ROOMY


def test_no_type_is_larger_than_ten_points():
    assert fit(T5, SAMPLE.facts, 5000, HEIGHT).size == LARGEST


def test_a_longer_one_is_set_closer_then_smaller():
    roomy, close, small = (fit(_longer(times), SAMPLE.facts, WIDTH, HEIGHT) for times in (2, 9, 11))
    assert roomy.air == ROOMY
    assert CLOSE <= close.air < ROOMY
    assert LEGIBLE <= small.size <= close.size <= roomy.size


def test_one_that_cannot_fit_is_set_for_reading():
    assert fit(_longer(40), SAMPLE.facts, WIDTH, HEIGHT) == replace(fit(T5, SAMPLE.facts, WIDTH, HEIGHT), air=ROOMY)


@pytest.mark.parametrize("statement", full_size().statements, ids=lambda s: s.id)
def test_official_statements_fit_a_page(statement):
    width, height = (728, 400) if statement.landscape else (493, 600)
    fitted = fit(statement, full_size().facts, width, height)
    rows = len(statement.head) + len(statement.body)
    assert rows * (fitted.size + 2 * fitted.air) <= height
