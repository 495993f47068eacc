"""Small ledgers written through every door: the same vouchers as CSV, workbook, Parquet and GB/T 24589 XML."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import duckdb
import xlsxwriter

from mingzhang.books.codes import BookCodes
from mingzhang.books.fault import Fault
from mingzhang.books.posting import Posting
from mingzhang.reading.books import BooksReading, open_books
from mingzhang.reading.mapping import ColumnMapping
from mingzhang.standards import codes

HEADERS = (
    "凭证日期", "凭证号", "行号", "摘要", "科目编码", "功能分类", "部门经济分类", "资金性质", "支出性质", "项目",
    "往来单位", "借方金额", "贷方金额",
)  # fmt: skip
Row = Mapping[str, str]
CODES = BookCodes(codes.accounts(), codes.function_codes(), codes.economic_codes())

GENERAL = "一般公共预算财政拨款"


def row(**values: str) -> dict[str, str]:
    """A voucher line of 5 March 2021; what is not named is empty."""
    return {**dict.fromkeys(HEADERS, ""), "凭证日期": "2021-03-05", "凭证号": "记-1", "摘要": "购办公用品", **values}


OFFICE = {"功能分类": "2080150", "资金性质": GENERAL, "支出性质": "基本支出"}

PAYMENT = (
    row(行号="1", 科目编码="7201", 部门经济分类="30201", 借方金额="100.01", **OFFICE),
    row(行号="2", 科目编码="8001", 贷方金额="100.01"),
)
GRANT = (
    row(凭证号="记-2", 行号="1", 科目编码="8001", 借方金额="5000.00", 摘要="额度到账"),
    row(凭证号="记-2", 行号="2", 科目编码="6001", 贷方金额="5000.00", 摘要="额度到账", **OFFICE),
)
REVERSAL = (
    {**PAYMENT[0], "凭证号": "记-3", "借方金额": "-100.01"},
    {**PAYMENT[1], "凭证号": "记-3", "贷方金额": "-100.01"},
)
VOUCHERS = (*PAYMENT, *GRANT, *REVERSAL)


def as_csv(rows: Sequence[Row], path: Path, encoding: str = "utf-8", delimiter: str = ",") -> Path:
    """The rows as a CSV file."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]) if rows else HEADERS, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def as_xlsx(rows: Sequence[Row], path: Path, *, numbers: bool = True) -> Path:
    """The rows as a workbook with a title line, amounts as numbers unless asked otherwise."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("凭证明细")
        headers = list(rows[0]) if rows else list(HEADERS)
        sheet.merge_range(0, 0, 0, len(headers) - 1, "2021年度凭证明细账")
        for column, header in enumerate(headers):
            sheet.write_string(1, column, header)
        for line, entry in enumerate(rows, 2):
            for column, header in enumerate(headers):
                value = entry[header]
                if numbers and header in ("借方金额", "贷方金额") and value:
                    sheet.write_number(line, column, float(value))
                elif value:
                    sheet.write_string(line, column, value)
    return path


def as_parquet(rows: Sequence[Row], path: Path) -> Path:
    """The rows as Parquet, made from the CSV."""
    source = as_csv(rows, path.with_suffix(".source.csv"))
    duckdb.sql(f"COPY (FROM read_csv('{source}', all_varchar=true)) TO '{path}' (FORMAT parquet)")
    source.unlink()
    return path


def as_xml(rows: Sequence[Row], path: Path) -> Path:
    """The rows as a GB/T 24589 file, the budgetary dimensions as auxiliary items."""
    items = ("功能分类", "部门经济分类", "资金性质", "支出性质", "项目", "往来单位")
    kinds = ("支出功能分类", "部门支出经济分类", "资金性质", "支出性质", "项目", "往来单位")
    accounts = sorted({line["科目编码"] for line in rows})
    meaning = "".join(
        f"<科目辅助核算><科目编号>{account}</科目编号><辅助项编号>辅助项{n}</辅助项编号><辅助项名称>{kind}</辅助项名称>"
        f"<对应档案>{kind}</对应档案></科目辅助核算>"
        for account in accounts
        for n, kind in enumerate(kinds, 1)
    )
    body = "".join(_xml_line(line, items) for line in rows)
    path.write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><总账 xmlns="http://example.org/24589">{meaning}{body}</总账>', "utf-8"
    )
    return path


def _xml_line(line: Row, items: Sequence[str]) -> str:
    fields = {
        "记账凭证日期": line["凭证日期"].replace("-", ""),
        "会计年度": "2021",
        "会计期间号": str(int(line["凭证日期"][5:7])),
        "记账凭证编号": line["凭证号"],
        "记账凭证行号": line["行号"],
        "记账凭证摘要": line["摘要"],
        "科目编号": line["科目编码"],
        **{f"辅助项{n}编号": line[item] for n, item in enumerate(items, 1)},
        "借方本币金额": line["借方金额"],
        "贷方本币金额": line["贷方金额"],
    }
    return "<记账凭证>" + "".join(f"<{k}>{escape(v)}</{k}>" for k, v in fields.items()) + "</记账凭证>"


DOORS: Mapping[str, Callable[[Sequence[Row], Path], Path]] = {
    "csv": as_csv,
    "xlsx": as_xlsx,
    "parquet": as_parquet,
    "xml": as_xml,
}


def read(
    *paths: Path, year: int = 2021, mapping: ColumnMapping | None = None
) -> tuple[list[Posting], tuple[Fault, ...]]:
    """Everything a reading gives of these files."""
    reading: BooksReading = open_books(paths, entity="001", year=year, codes=CODES, mapping=mapping)
    postings = list(reading.postings())
    return postings, reading.faults
