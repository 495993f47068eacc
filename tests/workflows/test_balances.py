"""The second door: the trial balance of a year's books gives the accounts that its vouchers give."""

import csv
import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from mingzhang.disclosure.address import Address
from mingzhang.terms.money import to_yuan
from mingzhang.workflows.accounts import Accounts
from mingzhang.workflows.build import compile_year, read_year
from tests.conftest import CENTRE, DEPARTMENT

HEADS = (
    "科目编码", "支出功能分类", "部门支出经济分类", "资金性质", "支出性质", "项目编码", "往来单位",
    "年初借方余额", "年初贷方余额", "本年借方发生额", "本年贷方发生额", "年末借方余额", "年末贷方余额",
)  # fmt: skip
SLOWER = [
    pytest.param(DEPARTMENT / "units" / name, marks=pytest.mark.slow) for name in ("bureau", "culture-hall", "library")
]
UNITS = [CENTRE, DEPARTMENT / "units" / "training", *SLOWER]


def from_vouchers(unit: Path, folder: Path) -> Accounts:
    """The accounts of a unit as its vouchers give them."""
    return compile_year(read_year(unit)[0], folder)[0]


def balances_of(accounts: Accounts, path: Path) -> None:
    """Write the trial balance of the books behind the accounts."""
    assert accounts.ledger is not None
    sums: dict[tuple[str, ...], list[int]] = defaultdict(lambda: [0, 0, 0])
    for b in accounts.ledger.engine.balances():
        fund, nature = b.fund.value if b.fund else "", b.nature.value if b.nature else ""
        economic = b.economic if b.account[:1] == "7" else ""
        row = sums[b.account, b.function, economic, fund, nature, b.project, b.counterparty]
        if b.opening:
            row[0] += b.debit - b.credit
        else:
            row[1] += b.debit
            row[2] += b.credit
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADS)
        for key, (opening, debit, credit) in sums.items():
            closing = opening + debit - credit
            amounts = (max(opening, 0), max(-opening, 0), debit, credit, max(closing, 0), max(-closing, 0))
            writer.writerow([*key, *(f"{to_yuan(amount):f}" for amount in amounts)])


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: str(path.name))
def test_balances_give_what_vouchers_give(unit: Path, tmp_path: Path) -> None:
    expected = from_vouchers(unit, tmp_path / "vouchers")
    own = Path(shutil.copytree(unit, tmp_path / "unit", ignore=shutil.ignore_patterns("out", "books")))
    (own / "books").mkdir()
    balances_of(expected, own / "books" / "余额表.csv")
    got = from_vouchers(own, tmp_path / "balances").facts
    carried = {"年初结转和结余", "使用非财政拨款结余", "结余分配", "年末结转和结余", "收入总计", "支出总计"}
    for row in carried:
        address = Address("T1", row, "金额")
        assert got[address].value == expected.facts[address].value, row
