"""The engine: what is stored comes back, whole vouchers are understood, a figure and its lines agree."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mingzhang.books.posting import Posting
from mingzhang.engines.duck import DuckEngine, store
from mingzhang.engines.snapshot import Snapshot
from mingzhang.terms.classification import FundSource, Nature
from mingzhang.terms.selection import Measure, Selection, Side
from tests.depth import examples


def line(voucher: str, account: str, debit: int = 0, credit: int = 0, **more: object) -> Posting:
    """A posting of 5 March with the dimensions that the test names."""
    plain = Posting(
        "001",
        date(2021, 3, 5),
        voucher,
        1,
        "办公费，含“引号”\n与换行",
        account,
        "",
        "",
        None,
        None,
        "",
        "",
        debit,
        credit,
    )
    return replace(plain, **more)  # type: ignore[arg-type]


LAST_DAY = date(2021, 12, 31)

PAYMENT = (
    line(
        "记-1",
        "7201",
        10_001,
        function="2080150",
        fund=FundSource.GENERAL,
        nature=Nature.BASIC,
        economic="30201",
    ),
    line("记-1", "8001", 0, 10_001),
)
TRANSFER = (
    line("记-2", "8101", 10_001, function="2080150", fund=FundSource.GENERAL, date=LAST_DAY),
    line("记-2", "7201", 0, 10_001, function="2080150", fund=FundSource.GENERAL, nature=Nature.BASIC, date=LAST_DAY),
)
TAX = (line("记-3", "8701", 500), line("记-3", "8001", 0, 500))


@pytest.fixture
def engine(tmp_path: Path) -> DuckEngine:
    """An engine over one payment, its year-end transfer, and a tax paid out of the distribution."""
    return DuckEngine(store((*PAYMENT, *TRANSFER, *TAX), tmp_path / "books"))


def test_postings_come_back_as_they_went_in(engine: DuckEngine) -> None:
    stored = [replace(p, contra="", closing=False) for p in engine.lines([Selection(measure=Measure.CLOSING)])]
    assert stored == [*PAYMENT, *TRANSFER, *TAX]


def test_an_entry_that_touches_balances_says_what_stands_opposite(engine: DuckEngine) -> None:
    contra = [(p.account, p.contra) for p in engine.lines([Selection(measure=Measure.CLOSING)])]
    assert contra == [
        ("7201", ""), ("8001", ""), ("8101", "7201"), ("7201", "8101"), ("8701", "8001"), ("8001", "8701"),
    ]  # fmt: skip


def test_spending_of_the_year_leaves_the_transfer_out(engine: DuckEngine) -> None:
    spending = Selection(accounts=("7201",))
    assert sum(spending.amount(b) for b in engine.balances() if spending.matches(b)) == 10_001


def test_an_unfinished_snapshot_is_none(engine: DuckEngine, tmp_path: Path) -> None:
    assert Snapshot.load(tmp_path) is None
    assert Snapshot.load(engine.snapshot.directory) == engine.snapshot


def test_no_lines_for_a_question_that_nothing_answers(engine: DuckEngine) -> None:
    assert list(engine.lines([Selection(accounts=("6101",))])) == []


def test_the_same_books_have_the_same_digest(tmp_path: Path) -> None:
    first, second = store(PAYMENT, tmp_path / "a"), store(iter(PAYMENT), tmp_path / "b")
    assert (first.digest, first.count) == (second.digest, 2)
    assert first.postings.read_bytes() == second.postings.read_bytes()


codes = st.sampled_from(["", "2080150", "2080505", "2101102"])
postings = st.builds(
    Posting,
    entity=st.sampled_from(["001", "002"]),
    date=st.dates(date(2021, 1, 1), date(2021, 12, 31)),
    voucher=st.sampled_from(["", "记-1", "记-2", "记-3"]),
    line=st.integers(1, 9),
    summary=st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8),
    account=st.sampled_from(["6001", "7201", "8001", "8101", "8701", "720101"]),
    function=codes,
    economic=st.sampled_from(["", "30101", "30201"]),
    fund=st.sampled_from([None, *FundSource]),
    nature=st.sampled_from([None, *Nature]),
    project=st.sampled_from(["", "网络运维"]),
    counterparty=st.sampled_from(["", "001", "002"]),
    debit=st.integers(-(10**13), 10**13),
    credit=st.integers(-(10**13), 10**13),
    opening=st.booleans(),
    closing=st.booleans(),
)
selections = st.builds(
    Selection,
    accounts=st.sampled_from([(), ("7",), ("7201",), ("6001", "8101")]),
    side=st.sampled_from(Side),
    measure=st.sampled_from(Measure),
    functions=st.sampled_from([(), ("208",), ("2080150", "210")]),
    funds=st.sampled_from([(), (FundSource.GENERAL,)]),
    entities=st.sampled_from([(), ("001",), ("001", "002")]),
    outside=st.booleans(),
)


@settings(max_examples=examples(5), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(postings, max_size=25), selections)
def test_the_lines_behind_a_figure_add_up_to_it(
    tmp_path_factory: pytest.TempPathFactory, entries: list[Posting], selection: Selection
) -> None:
    engine = DuckEngine(store(entries, tmp_path_factory.mktemp("books")))
    figure = sum(selection.amount(b) for b in engine.balances() if selection.matches(b))
    assert sum(selection.amount(p) for p in engine.lines([selection])) == figure
