"""A selection is a question: which lines, and what each adds."""

from dataclasses import replace

import pytest

from mingzhang.books.balance import Balance
from mingzhang.terms.classification import FundSource, Nature
from mingzhang.terms.selection import Measure, Selection, Side

SPENDING = Balance(
    "001",
    "720101",
    "2080150",
    "30201",
    FundSource.GENERAL,
    Nature.BASIC,
    "网络运维",
    "8001",
    "002",
    False,
    False,
    100,
    30,
)


@pytest.mark.parametrize(
    "selection",
    [
        Selection(),
        Selection(accounts=("6001", "7201")),
        Selection(functions=("208",), economics=("302",)),
        Selection(funds=(FundSource.GENERAL,), natures=(Nature.BASIC,)),
        Selection(projects=("网络运维",), contra=("8001",), entities=("001",)),
        Selection(entities=("001",), outside=True),
        Selection(measure=Measure.CLOSING),
    ],
)
def test_a_line_that_meets_every_condition_belongs(selection: Selection) -> None:
    assert selection.matches(SPENDING)


@pytest.mark.parametrize(
    "selection",
    [
        Selection(accounts=("7101",)),
        Selection(functions=("210",)),
        Selection(funds=(FundSource.OTHER,)),
        Selection(natures=(Nature.PROJECT,)),
        Selection(projects=("别的",)),
        Selection(contra=("8101",)),
        Selection(entities=("002",)),
        Selection(entities=("001", "002"), outside=True),
        Selection(measure=Measure.OPENING),
    ],
)
def test_one_condition_not_met_is_enough_to_leave_it_out(selection: Selection) -> None:
    assert not selection.matches(SPENDING)


def test_year_end_transfers_count_only_when_asked_for() -> None:
    transfer = replace(SPENDING, closing=True)
    assert not Selection().matches(transfer)
    assert Selection(closing_entries=True).matches(transfer)
    assert Selection(measure=Measure.CLOSING).matches(transfer)


def test_an_opening_line_is_opening_and_closing_but_no_turnover() -> None:
    opening = replace(SPENDING, opening=True)
    assert [Selection(measure=m).matches(opening) for m in (Measure.OPENING, Measure.CLOSING, Measure.NET)] == [
        True, True, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("side", "measure", "amount"),
    [
        (Side.DEBIT, Measure.NET, 70),
        (Side.CREDIT, Measure.NET, -70),
        (Side.DEBIT, Measure.DEBIT, 100),
        (Side.DEBIT, Measure.CREDIT, 30),
        (Side.CREDIT, Measure.CLOSING, -70),
    ],
)
def test_what_a_line_adds(side: Side, measure: Measure, amount: int) -> None:
    assert Selection(side=side, measure=measure).amount(SPENDING) == amount


def test_a_row_narrows_a_column() -> None:
    column = Selection(accounts=("7201",), natures=(Nature.BASIC,))
    row = Selection(functions=("208",))
    assert column.within(row) == Selection(accounts=("7201",), natures=(Nature.BASIC,), functions=("208",))
