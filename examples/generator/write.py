"""Write an example's files: UTF-8, one header line, amounts in yuan with two decimals."""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from .names import account_name
from .voucher import Journal, Opening, Voucher

VOUCHER_COLUMNS = (
    "凭证日期", "凭证号", "行号", "摘要", "科目编码", "科目名称", "功能分类", "部门经济分类", "资金性质",
    "支出性质", "项目", "往来单位", "借方金额", "贷方金额",
)  # fmt: skip
OPENING_COLUMNS = (
    "科目编码", "科目名称", "功能分类", "资金性质", "支出性质", "项目", "年初借方余额", "年初贷方余额",
)  # fmt: skip


def yuan(fen: int) -> str:
    """The exact amount in yuan."""
    sign = "-" if fen < 0 else ""
    return f"{sign}{abs(fen) // 100}.{abs(fen) % 100:02d}"


def side(fen: int) -> str:
    """An amount column of a voucher: empty when the other side holds the amount."""
    return yuan(fen) if fen else ""


def books(journal: Journal, directory: Path) -> None:
    """Write books/vouchers.csv and books/opening.csv."""
    rows = [row for number, voucher in journal.in_order() for row in _voucher_rows(number, voucher)]
    table(directory / "books" / "vouchers.csv", VOUCHER_COLUMNS, rows)
    table(directory / "books" / "opening.csv", OPENING_COLUMNS, map(_opening_row, journal.openings))


def _voucher_rows(number: str, voucher: Voucher) -> Iterable[tuple[str, ...]]:
    for order, line in enumerate(voucher.lines, 1):
        p = line.purpose
        yield (
            voucher.day.isoformat(), number, str(order), voucher.summary, line.account,
            account_name(line.account), p.function, p.economic, p.fund, p.nature, p.project, line.party,
            side(line.debit), side(line.credit),
        )  # fmt: skip


def _opening_row(opening: Opening) -> tuple[str, ...]:
    p, fen = opening.purpose, opening.credit
    on_debit = opening.account.startswith("8001") or fen < 0
    amount = yuan(abs(fen))
    debit, credit = (amount, "0.00") if on_debit else ("0.00", amount)
    name = account_name(opening.account)
    return (opening.account, name, p.function, p.fund, p.nature, p.project, debit, credit)


def figures(path: Path, amounts: Mapping[tuple[str, ...], int], columns: tuple[str, ...]) -> None:
    """Write handed-in figures; counts of the supplement (units other than 元) stay whole numbers."""
    table(path, columns, ((*key, str(n) if is_count(key) else yuan(n)) for key, n in amounts.items()))


def is_count(key: tuple[str, ...]) -> bool:
    """Whether a figure of the supplement counts things and not money."""
    return key[0] == "S" and key[1] in ("人员", "三公", "国有资产")


def table(path: Path, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    """Write one CSV file with the same bytes on every system."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
