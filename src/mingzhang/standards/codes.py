"""Code lists 科目表: functional and economic classification and the accounts, by fiscal year."""

from functools import cache

from mingzhang.standards.data_file import rows
from mingzhang.statements.form import Axis
from mingzhang.statements.layout import Names
from mingzhang.terms.classification import Code, CodeList
from mingzhang.terms.period import Span


@cache
def function_codes() -> CodeList:
    """支出功能分类 (类 3, 款 5, 项 7 digits); the group is the fund the line belongs to."""
    return _read("functions")


@cache
def economic_codes() -> CodeList:
    """部门预算支出经济分类 (类 3, 款 5 digits); the group is the total of T6 it counts towards, if any."""
    return _read("economics")


@cache
def accounts() -> CodeList:
    """The 103 first-level accounts of 财会〔2017〕25号; the group is the element (资产 … 预算结余)."""
    return _read("accounts")


def code_names(year: int) -> Names:
    """The official names of a fiscal year, as a statement prints them beside its codes."""
    lists = {Axis.FUNCTION: function_codes(), Axis.ECONOMIC: economic_codes()}
    return lambda axis, code: lists[axis].name(code, year)


def _read(name: str) -> CodeList:
    return CodeList(tuple(_code(row) for row in rows(f"codes/{name}.tsv")))


def _code(row: dict[str, str]) -> Code:
    # A line whose years or very existence are in doubt may hint, never ground an error.
    confidence = "C" if row["uncertain"] else row["confidence"]
    span = Span(_year(row["first"]), _year(row["last"]))
    return Code(row["code"], row["name"], span, confidence, row["group"])


def _year(text: str) -> int | None:
    return int(text) if text else None
