"""Cube: the shortcuts of the sorted balances give what asking every balance gives."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mingzhang.books.balance import Balance
from mingzhang.statements.cube import Cube, Scope
from mingzhang.statements.form import Axis
from mingzhang.terms.classification import FundSource, Nature
from mingzhang.terms.selection import Measure, Selection, Side
from tests.depth import examples
from tests.statements.books import WILD, balance

_codes = st.lists(st.sampled_from(("208", "20801", "2080108", "30", "301", "30101")), max_size=3).map(tuple)
selections = st.builds(
    Selection,
    accounts=st.lists(st.sampled_from(("6001", "7", "7201", "8101", "8401")), max_size=2).map(tuple),
    side=st.sampled_from(Side),
    measure=st.sampled_from(Measure),
    functions=_codes,
    economics=_codes,
    funds=st.lists(st.sampled_from(FundSource), max_size=2).map(tuple),
    natures=st.lists(st.sampled_from(Nature), max_size=1).map(tuple),
    projects=st.sampled_from(((), ("金保工程",))),
    contra=st.sampled_from(((), ("8701",))),
    closing_entries=st.booleans(),
    outside=st.booleans(),
)
scopes = st.sampled_from((Scope(), Scope(("101",)), Scope(("101", "102"), outside=True)))


@settings(max_examples=examples(40), deadline=None)
@given(st.lists(WILD, max_size=12), scopes, selections)
def test_a_total_is_the_sum_of_the_matching_balances(lines: list[Balance], scope: Scope, asked: Selection) -> None:
    question = scope.put(asked)
    assert Cube.of(lines, scope).total(question) == sum(question.amount(b) for b in lines if question.matches(b))


def test_only_a_question_meant_so_leaves_out_inner_transfers() -> None:
    scope = Scope(("101",), outside=True)
    assert scope.put(Selection(outside=True)).outside
    assert not scope.put(Selection()).outside
    assert not Scope(("101",)).put(Selection(outside=True)).outside


def test_sums_by_prefix_hold_every_level() -> None:
    cube = Cube.of([balance("7201", 3, function="2080108"), balance("7201", 4, function="2080505")], Scope())
    sums = cube.by_prefix(Selection(accounts=("7201",)), Axis.FUNCTION)
    assert (sums[""], sums["208"], sums["20801"], sums["2080505"]) == (700, 700, 300, 400)


def test_losers_are_the_units_below_zero() -> None:
    lines = [balance("8401", 5, opening=True), balance("8401", credit=5, opening=True, entity="102")]
    question = Selection(accounts=("8401",), side=Side.CREDIT, measure=Measure.OPENING)
    assert Cube.of(lines, Scope()).losers(question) == ("101",)
