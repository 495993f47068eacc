"""Whole vouchers: what does not balance and what was numbered twice is found, with its place."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from mingzhang.engines.duck import store
from mingzhang.engines.vouchers import Reuse, VoucherSum, reused, unbalanced
from tests.engines.test_duck import PAYMENT, TAX, line


def test_a_balanced_voucher_is_not_named(tmp_path: Path) -> None:
    assert list(unbalanced(store((*PAYMENT, *TAX), tmp_path))) == []


def test_a_red_reversal_balances(tmp_path: Path) -> None:
    reversal = [replace(p, debit=-p.debit, credit=-p.credit, voucher="记-9") for p in PAYMENT]
    assert list(unbalanced(store(reversal, tmp_path))) == []


def test_each_half_of_a_voucher_must_balance(tmp_path: Path) -> None:
    financial = line("记-1", "5001", 9_999, file="凭证.csv", place="第7行")
    found = list(unbalanced(store((*PAYMENT, financial), tmp_path)))
    assert found == [VoucherSum("001", 3, "记-1", False, 9_999, 0, "凭证.csv", "第7行")]


def test_the_same_number_on_two_days_of_a_month_is_a_reuse(tmp_path: Path) -> None:
    later = [replace(p, date=date(2021, 3, 9), line=p.line + 5, file="b.csv", place="第3行") for p in PAYMENT]
    apart = [replace(p, line=number) for number, p in enumerate(PAYMENT, 1)]
    found = list(reused(store((*apart, *later), tmp_path)))
    assert found == [Reuse("001", "记-1", (date(2021, 3, 5), date(2021, 3, 9)), "", "第3行")]


def test_a_number_may_come_again_next_month(tmp_path: Path) -> None:
    march = [replace(p, line=number) for number, p in enumerate(PAYMENT, 1)]
    april = [replace(p, date=date(2021, 4, 5)) for p in march]
    assert list(reused(store((*march, *april), tmp_path))) == []
