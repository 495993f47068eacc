"""Year-end entries as accountants really write them: apart, in one voucher, mixed with other entries.

What the accounts say may not depend on how the same entries are put into vouchers.
"""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mingzhang.books.posting import Posting
from mingzhang.engines.duck import DuckEngine, store
from tests.depth import examples
from tests.engines.test_duck import line

LAST_DAY = date(2021, 12, 31)
Entry = tuple[tuple[str, int, int], ...]

INCOME: Entry = (("6001", 900, 0), ("8101", 0, 900))
SPENDING: Entry = (("8101", 700, 0), ("7201", 0, 700))
TRADE_IN: Entry = (("6401", 300, 0), ("8401", 0, 300))
TRADE_OUT: Entry = (("8401", 200, 0), ("7301", 0, 200))
SURPLUS: Entry = (("8401", 100, 0), ("8701", 0, 100))
TAX: Entry = (("8701", 25, 0), ("8001", 0, 25))
FUND: Entry = (("8701", 30, 0), ("8301", 0, 30))
REST: Entry = (("8701", 45, 0), ("8202", 0, 45))
RECLASSED: Entry = (("800103", 60, 0), ("800101", 0, 60))
YEAR_END = (INCOME, SPENDING, TRADE_IN, TRADE_OUT, SURPLUS, TAX, FUND, REST, RECLASSED)


def booked(groups: list[list[Entry]], day: date = LAST_DAY) -> list[Posting]:
    """One voucher for each group of entries."""
    return [
        line(f"结-{number}", account, debit, credit, date=day, line=place, summary="年末结转")
        for number, group in enumerate(groups)
        for place, (account, debit, credit) in enumerate((item for entry in group for item in entry), 1)
    ]


def told(postings: list[Posting], folder: Path) -> dict[tuple[str, bool, str], int]:
    """Net debit by account, whether it counts as year-end transfer, and what stands opposite."""
    sums: dict[tuple[str, bool, str], int] = {}
    for b in DuckEngine(store(postings, folder)).balances():
        key = (b.account, b.closing, b.contra if b.account[:4] in ("8001", "8202", "8301") else "")
        sums[key] = sums.get(key, 0) + b.debit - b.credit
    return {key: sums[key] for key in sums if sums[key] and (not key[0].startswith("8001") or key[2] == "8701")}


@pytest.fixture(scope="module")
def apart(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, bool, str], int]:
    """What each entry in a voucher of its own says."""
    return told(booked([[entry] for entry in YEAR_END]), tmp_path_factory.mktemp("apart"))


def test_every_entry_is_understood(apart: dict[tuple[str, bool, str], int]) -> None:
    assert apart == {
        ("6001", True, ""): 900,
        ("7201", True, ""): -700,
        ("8101", True, ""): -200,
        ("6401", True, ""): 300,
        ("7301", True, ""): -200,
        ("8701", False, ""): 25,
        ("8701", True, ""): -25,
        ("8001", False, "8701"): -25,
        ("8301", True, "8701"): -30,
        ("8202", True, "8701"): -45,
    }


@settings(max_examples=examples(6), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(YEAR_END), cuts=st.sets(st.integers(1, len(YEAR_END) - 1)))
def test_splitting_or_merging_vouchers_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory,
    apart: dict[tuple[str, bool, str], int],
    order: list[Entry],
    cuts: set[int],
) -> None:
    edges = [0, *sorted(cuts), len(order)]
    groups = [order[a:b] for a, b in pairwise(edges)]
    assert told(booked(groups), tmp_path_factory.mktemp("merged")) == apart


def test_debits_first_and_credits_after_are_paired_by_what_the_rules_allow(tmp_path: Path) -> None:
    merged: Entry = (("8401", 100, 0), ("8701", 100, 0), ("8701", 0, 100), ("8202", 0, 100))
    assert told(booked([[merged]]), tmp_path)[("8202", True, "8701")] == -100


def test_income_and_spending_closed_against_each_other_are_closed(tmp_path: Path) -> None:
    netted: Entry = (("6001", 700, 0), ("7201", 0, 700))
    assert told(booked([[netted]]), tmp_path) == {("6001", True, ""): 700, ("7201", True, ""): -700}


def test_a_correction_in_the_middle_of_the_year_is_no_transfer(tmp_path: Path) -> None:
    postings = [replace(p, summary="更正以前年度支出") for p in booked([[SPENDING]], date(2021, 5, 6))]
    assert told(postings, tmp_path) == {("7201", False, ""): -700, ("8101", False, ""): 700}


def test_spending_moved_to_another_function_is_no_transfer(tmp_path: Path) -> None:
    moved: Entry = (("7201", 50, 0), ("720102", 0, 50))
    assert {closing for _, closing, _ in told(booked([[moved]]), tmp_path)} == {False}
