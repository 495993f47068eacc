"""Exports: the vouchers of a snapshot as the three kinds of files that are imported, with the documented headers."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from xlsxwriter import Workbook

from benchmarks.books import connect
from mingzhang.engines.snapshot import Snapshot
from mingzhang.terms.money import to_yuan

HEADERS = (
    "单位编码", "凭证日期", "凭证号", "分录号", "摘要", "科目编码", "支出功能分类", "部门支出经济分类", "资金性质",
    "支出性质", "项目编码", "借方金额", "贷方金额",
)  # fmt: skip
ITEMS = ("支出功能分类", "部门支出经济分类", "资金性质", "支出性质", "项目编码")
"""What 辅助项 1 to 5 of the XML file mean."""

_QUERY = """
    SELECT entity, strftime(date, '%Y-%m-%d'), voucher, line, summary, account, "function", economic, fund, nature,
           project, debit, credit
    FROM '{postings}' JOIN '{cells}' USING (cell) WHERE NOT opening ORDER BY number
"""
_BLOCK = 50_000


class Line(NamedTuple):
    """A voucher line in the order of HEADERS; amounts in fen."""

    entity: str
    date: str
    voucher: str
    number: int
    summary: str
    account: str
    function: str
    economic: str
    fund: str
    nature: str
    project: str
    debit: int
    credit: int


def lines(snapshot: Snapshot) -> Iterator[Line]:
    """The voucher lines in the order they were entered, without opening balances."""
    with connect() as connection:
        result = connection.execute(_QUERY.format(postings=snapshot.postings, cells=snapshot.cells))
        while rows := result.fetchmany(_BLOCK):
            yield from map(Line._make, rows)


def write_csv(snapshot: Snapshot, path: Path) -> None:
    """UTF-8 with a head; the side without amount is empty."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADERS)
        writer.writerows((*line[:-2], *(to_yuan(fen) if fen else "" for fen in line[-2:])) for line in lines(snapshot))


def write_xlsx(snapshot: Snapshot, path: Path) -> None:
    """One sheet; codes as text, amounts as numbers, as an accounting program exports them."""
    with Workbook(str(path), {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet("凭证")
        sheet.write_row(0, 0, HEADERS)
        for row, line in enumerate(lines(snapshot), 1):
            for column, value in enumerate(line[:-2]):
                if isinstance(value, int):
                    sheet.write_number(row, column, value)
                elif value:
                    sheet.write_string(row, column, value)
            for column, fen in enumerate(line[-2:], len(line) - 2):
                if fen:
                    sheet.write_number(row, column, to_yuan(fen))


def write_xml(snapshot: Snapshot, path: Path) -> None:
    """GB/T 24589: definitions of the auxiliary items, then one 记账凭证 for each line."""
    with path.open("w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<总账 xmlns="urn:benchmark">\n')
        for account in ("6001", "6101", "6401", "6601", "6609", "7101", "7201", "7301", "8001", "8101", "8501"):
            file.writelines(_definition(account, number, name) for number, name in enumerate(ITEMS, 1))
        file.writelines(map(_record, lines(snapshot)))
        file.write("</总账>\n")


def _definition(account: str, number: int, name: str) -> str:
    return (
        f"<科目辅助核算><科目编号>{account}</科目编号><辅助项编号>{number}</辅助项编号><辅助项名称>{name}</辅助项名称>"
        f"<对应档案>{name}</对应档案></科目辅助核算>\n"
    )


def _record(line: Line) -> str:
    items = "".join(f"<辅助项{n}编号>{value}</辅助项{n}编号>" for n, value in enumerate(line[6:11], 1) if value)
    return (
        f"<记账凭证><记账凭证日期>{line.date.replace('-', '')}</记账凭证日期><会计年度>{line.date[:4]}</会计年度>"
        f"<会计期间号>{line.date[5:7]}</会计期间号><记账凭证编号>{line.voucher}</记账凭证编号>"
        f"<记账凭证行号>{line.number}</记账凭证行号><记账凭证摘要>{line.summary}</记账凭证摘要>"
        f"<科目编号>{line.account}</科目编号>{items}<币种编码>CNY</币种编码>"
        f"<借方本币金额>{to_yuan(line.debit)}</借方本币金额><贷方本币金额>{to_yuan(line.credit)}</贷方本币金额>"
        f"</记账凭证>\n"
    )
