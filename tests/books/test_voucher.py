"""What is wrong with a whole voucher, in words."""

import pytest

from mingzhang.books.voucher import Half, VoucherRepeat, VoucherSum, duplicate_fault, unbalanced_fault


def test_an_unbalanced_voucher_says_by_how_much() -> None:
    fault = unbalanced_fault(VoucherSum("记-7", 3, Half.BUDGETARY, 123_456, 100_000, "a.csv", "第9行"))
    assert (fault.file, fault.place, fault.value) == ("a.csv", "第9行", "3月 记-7")
    assert fault.message == "凭证的预算会计分录借贷不平"
    assert "相差 234.56 元" in fault.mend


@pytest.mark.parametrize(
    ("first_file", "where"), [("a.csv", "在 第2行 已用过"), ("b.csv", "在 b.csv 第2行 已用过")], ids=["same", "other"]
)
def test_a_repeated_number_says_where_it_was_used_first(first_file: str, where: str) -> None:
    fault = duplicate_fault(VoucherRepeat("记-7", 3, "a.csv", "第9行", first_file, "第2行"))
    assert (fault.place, fault.message) == ("第9行", "凭证号重复")
    assert where.replace("已用过", "") in fault.mend


@pytest.mark.parametrize(
    ("account", "half"), [("1002", Half.FINANCIAL), ("50010101", Half.FINANCIAL), ("8001", Half.BUDGETARY)]
)
def test_which_half_an_account_belongs_to(account: str, half: Half) -> None:
    assert Half.of(account) is half
