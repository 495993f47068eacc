"""Laws over random accounts: what is consistent is never accused, in any year, exact or rounded."""

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mingzhang.audit.check import check
from mingzhang.audit.finding import Level, Outcome
from mingzhang.standards.rules import rules
from mingzhang.terms.unit import WAN, YUAN, Unit
from tests.audit.documents import Maker, context, exact, rounded

SETTINGS = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SETTINGS
@given(
    random=st.randoms(use_true_random=False),
    year=st.integers(2018, 2025),
    long_ninth=st.booleans(),
    mixed=st.booleans(),
    unit=st.sampled_from([WAN, YUAN, Unit("万元", 1_000_000, 1)]),
)
def test_consistent_accounts_have_no_finding_above_info(
    random: Random, year: int, long_ninth: bool, mixed: bool, unit: Unit
) -> None:
    cells = Maker(random, year, long_ninth=long_ninth, mixed=mixed).make()
    for facts in (exact(cells), rounded(cells, unit)):
        report = check(facts, rules(year), context(year))
        assert [f.message for f in report.findings if f.level is not Level.INFO] == []
        assert [r.note for r in report.results if r.outcome is Outcome.UNDETERMINED] == []


@SETTINGS
@given(random=st.randoms(use_true_random=False), year=st.integers(2018, 2019))
def test_before_2020_nothing_is_asked_of_the_state_capital_budget(random: Random, year: int) -> None:
    report = check(rounded(Maker(random, year).make()), rules(year), context(year))
    asked = {t.fact.address for r in report.results if r.constraint for t in r.constraint.terms}
    assert not [a for a in asked if a.statement == "T9" or "国有资本" in a.row + a.column]
