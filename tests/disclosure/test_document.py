"""The document can be walked and asked for its figures."""

from fractions import Fraction

import pytest

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.claim import Absence, Amount, Change, Claim, Completion, Count, Listing, Share, addresses
from mingzhang.disclosure.fact import value_of
from mingzhang.disclosure.section import Paragraph
from tests.sample import small_disclosure

A, B = Address("T5", "208", "小计"), Address("T5", "210", "小计")


def test_a_figure_by_its_written_address() -> None:
    assert small_disclosure().fact("T5[208].小计").shown == "189.01"


def test_a_statement_by_identity_names_its_figures_in_reading_order() -> None:
    statement = small_disclosure().statement("T5")
    assert [str(a) for a in statement.addresses()[:2]] == ["T5[total].小计", "T5[total].基本支出"]


def test_blocks_come_in_reading_order_with_their_section() -> None:
    texts = [(s.heading[:2], b.text) for s, b in small_disclosure().blocks() if isinstance(b, Paragraph)]
    assert [heading for heading, _ in texts] == ["一、", "一、", "（一", "九、"]
    assert "减少13.94万元" in texts[1][1]


def test_a_figure_no_form_prints_is_zero() -> None:
    facts = small_disclosure().facts
    assert value_of(facts, A) == 189_010_012
    assert value_of(facts, Address("T8", "total", "小计")) == 0


@pytest.mark.parametrize(
    ("claim", "named"),
    [
        (Amount(A, 1), (A,)),
        (Count(A, 1), (A,)),
        (Share(A, B, Fraction(1, 2)), (A, B)),
        (Change(A, B, 1, None), (A, B)),
        (Completion(A, B, None), (A, B)),
        (Listing((A, B)), (A, B)),
        (Absence((A,)), (A,)),
    ],
)
def test_a_claim_names_the_figures_it_speaks_of(claim: Claim, named: tuple[Address, ...]) -> None:
    assert addresses(claim) == named
