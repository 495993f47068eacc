"""Reads an example's CSV files with nothing but the standard library, and sums them."""

import csv
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).parents[2] / "examples"


@dataclass(frozen=True)
class Entry:
    """One voucher line with amounts in fen; `other` holds the first-level accounts of the voucher's other side."""

    number: str
    account: str
    function: str
    economic: str
    fund: str
    nature: str
    project: str
    party: str
    debit: int
    credit: int
    other: frozenset[str]

    @property
    def closing(self) -> bool:
        """A year-end transfer of income or spending: the other side is a balance, not money."""
        return self.account[0] in "67" and bool(self.other & {"8101", "8201", "8301", "8401", "8501"})


def fen(text: str) -> int:
    return int((Decimal(text or "0") * 100).to_integral_exact())


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def vouchers(unit: Path) -> dict[str, list[dict[str, str]]]:
    found = defaultdict(list)
    for row in rows(unit / "books" / "vouchers.csv"):
        found[row["凭证号"]].append(row)
    return found


@cache
def entries(unit: Path) -> list[Entry]:
    found = []
    for number, lines in vouchers(unit).items():
        sides = {side: frozenset(r["科目编码"][:4] for r in lines if r[side]) for side in ("借方金额", "贷方金额")}
        for r in lines:
            other = sides["贷方金额" if r["借方金额"] else "借方金额"]
            found.append(
                Entry(
                    number, r["科目编码"], r["功能分类"], r["部门经济分类"], r["资金性质"], r["支出性质"],
                    r["项目"], r["往来单位"], fen(r["借方金额"]), fen(r["贷方金额"]), other,
                )
            )  # fmt: skip
    return found


@cache
def openings(unit: Path) -> dict[str, int]:
    """Credit balances at the beginning, by first-level account."""
    sums: dict[str, int] = defaultdict(int)
    for r in rows(unit / "books" / "opening.csv"):
        sums[r["科目编码"][:4]] += fen(r["年初贷方余额"]) - fen(r["年初借方余额"])
    return sums


def wan(amount: int) -> str:
    """As printed in 万元: half up, two decimals."""
    return str((Decimal(amount) / 1_000_000).quantize(Decimal("0.01"), ROUND_HALF_UP))


def settings(unit: Path) -> dict[str, Any]:
    return tomllib.loads((unit / "unit.toml").read_text(encoding="utf-8"))
