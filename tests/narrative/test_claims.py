"""Claims: exact ratios, no ratio of nothing, exactly the rows that are not zero."""

from fractions import Fraction

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.claim import Absence, Change, Completion, Listing, Share
from mingzhang.narrative import claims
from tests.narrative.sample import money

A, B = Address("T5", "208", "小计"), Address("T5", "total", "小计")


def test_ratios_are_exact() -> None:
    facts = money({str(A): 100, str(B): 300})
    assert claims.share(facts, A, B) == Share(A, B, Fraction(1, 3))
    assert claims.change(facts, A, B) == Change(A, B, -200, Fraction(-2, 3))
    assert claims.completion(facts, A, B) == Completion(A, B, Fraction(1, 3))


def test_there_is_no_ratio_to_nothing() -> None:
    facts = money({str(A): 100, str(B): 0})
    assert claims.share(facts, A, B).ratio is None
    assert claims.change(facts, A, B) == Change(A, B, 100, None)
    assert claims.completion(facts, A, B).ratio is None


def test_a_base_below_zero_has_no_rate() -> None:
    assert claims.change(money({str(A): 100, str(B): -300}), A, B) == Change(A, B, 400, None)


def test_what_prints_as_zero_is_not_listed_but_not_absent_either() -> None:
    facts = money({str(A): 4_999, str(B): 5_000})
    assert claims.listing(facts, (A, B)) == Listing((B,))
    assert claims.absence(facts, (A,)) is None
    assert claims.absence(facts, (A.at("上年"),)) == Absence((A.at("上年"),))
