"""Whole vouchers: what does not balance and what was numbered twice is found, with its place."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from mingzhang.books.voucher import Half, VoucherRepeat, VoucherSum
from mingzhang.engines.duck import store
from mingzhang.engines.vouchers import repeated, unbalanced
from tests.engines.test_duck import PAYMENT, TAX, line

NUMBERED = [replace(p, line=number, file="a.csv", place=f"第{number}行") for number, p in enumerate(PAYMENT, 1)]


def test_a_balanced_voucher_is_not_named(tmp_path: Path) -> None:
    assert list(unbalanced(store((*PAYMENT, *TAX), tmp_path))) == []


def test_a_red_reversal_balances(tmp_path: Path) -> None:
    reversal = [replace(p, debit=-p.debit, credit=-p.credit, voucher="记-9") for p in PAYMENT]
    assert list(unbalanced(store(reversal, tmp_path))) == []


def test_each_half_of_a_voucher_must_balance(tmp_path: Path) -> None:
    financial = line("记-1", "5001", 9_999, file="凭证.csv", place="第7行")
    found = list(unbalanced(store((*PAYMENT, financial), tmp_path)))
    assert found == [VoucherSum("记-1", 3, Half.FINANCIAL, 9_999, 0, "凭证.csv", "第7行")]


def test_the_same_number_on_two_days_of_a_month_is_a_repeat(tmp_path: Path) -> None:
    later = [replace(p, date=date(2021, 3, 9), line=p.line + 5, file="b.csv") for p in NUMBERED]
    found = list(repeated(store((*NUMBERED, *later), tmp_path)))
    assert found == [VoucherRepeat("记-1", 3, "b.csv", "第2行", "a.csv", "第1行")]


def test_the_same_line_twice_is_a_repeat(tmp_path: Path) -> None:
    assert [r.voucher for r in repeated(store((*NUMBERED, *NUMBERED), tmp_path))] == ["记-1"]


def test_a_number_may_come_again_next_month(tmp_path: Path) -> None:
    april = [replace(p, date=date(2021, 4, 5)) for p in NUMBERED]
    assert list(repeated(store((*NUMBERED, *april), tmp_path))) == []


def test_vouchers_without_line_numbers_are_no_repeat(tmp_path: Path) -> None:
    assert list(repeated(store([replace(p, line=0) for p in NUMBERED], tmp_path))) == []
