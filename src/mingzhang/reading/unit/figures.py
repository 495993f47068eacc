"""Figures handed in as such: budget.csv, and prior.csv, which is last year's facts.csv as it was published."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from mingzhang.books.fault import Fault
from mingzhang.disclosure.address import ACTUAL, ADJUSTED, BUDGET, PRIOR, Address
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.trace import Entered
from mingzhang.terms.money import NotMoney, parse_yuan
from mingzhang.terms.unit import Unit, counting

_HEADERS = {
    "statement": ("statement", "报表"),
    "row": ("row", "行", "项目", "科目编码"),
    "column": ("column", "栏次"),
    "phase": ("phase", "口径"),
    "value": ("value", "金额", "金额（元）", "数值"),
    "unit": ("unit", "单位"),
}
_REQUIRED = ("statement", "row", "column", "value")
_SIZE_LIMIT = 64_000_000
_ELSEWHERE = ("P", "E")
"""Figures of performance in a published facts.csv: last year's come from prior_performance.csv, with their targets."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The facts of one file, and what is wrong with it."""

    facts: tuple[Fact, ...] = ()
    faults: tuple[Fault, ...] = ()


def read_budget(path: Path, money: Unit) -> Figures:
    """The budget: every row names its phase, 年初预算 or 全年预算; the row 预算数 of T7 needs none."""
    return _read(path, money, (BUDGET, ADJUSTED, ACTUAL), "")


def read_prior(path: Path, money: Unit) -> Figures:
    """Last year's published figures."""
    return _read(path, money, (PRIOR, ACTUAL), PRIOR)


def _read(path: Path, money: Unit, phases: tuple[str, ...], default: str) -> Figures:
    if not path.exists():
        return Figures()
    text, fault = _text(path)
    if fault:
        return Figures(faults=(fault,))
    try:
        # Lines end as they like, even with a lone carriage return.
        rows = iter(list(csv.reader(io.StringIO(text, newline=None))))
    except csv.Error:
        mend = "多半是前面有一个双引号没有配对，补上或删去"
        return Figures(faults=(Fault(path.name, "文件", "", "", "一个单元格过长", mend),))
    names = _header(next(rows, []))
    missing = [_HEADERS[name][1] for name in _REQUIRED if name not in names]
    if missing:
        mend = "第一行写表头：报表,行,栏次,口径,金额（或 statement,row,column,phase,value）"
        return Figures(faults=(Fault(path.name, "第1行", "、".join(missing), "", "缺少栏目", mend),))
    return _collect(path, rows, names, money, phases, default)


def _text(path: Path) -> tuple[str, Fault | None]:
    if path.stat().st_size > _SIZE_LIMIT:
        return "", Fault(path.name, "文件", "", "", "文件超过64MB", "这里只放预算数或上年数，请检查是否放错了文件")
    data = path.read_bytes().replace(b"\0", b" ")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding), None
        except UnicodeDecodeError:
            continue
    return "", Fault(path.name, "文件", "", "", "文字编码无法识别", "另存为UTF-8编码的CSV")


def _header(cells: list[str]) -> dict[str, int]:
    found = {cell.strip().lower(): number for number, cell in enumerate(cells)}
    return {
        name: found[alias] for name, aliases in _HEADERS.items() for alias in aliases if alias in found
    }  # fmt: skip


def _collect(
    path: Path, rows: Iterator[list[str]], names: Mapping[str, int], money: Unit, phases: tuple[str, ...], default: str
) -> Figures:
    facts: dict[Address, Fact] = {}
    faults: list[Fault] = []
    for line, cells in enumerate(rows, 2):
        if not any(cell.strip() for cell in cells):
            continue
        row = {name: cells[at].strip() if at < len(cells) else "" for name, at in names.items()}
        if row["statement"] in _ELSEWHERE:
            continue
        result = _fact(path, line, row, money, phases, default)
        if isinstance(result, Fault):
            faults.append(result)
        elif result.address in facts:
            faults.append(
                Fault(path.name, f"第{line}行", "", str(result.address), "同一数据出现两次", "删去多余的一行")
            )
        else:
            facts[result.address] = result
    return Figures(tuple(facts.values()), tuple(faults))


def _fact(
    path: Path, line: int, row: Mapping[str, str], money: Unit, phases: tuple[str, ...], default: str
) -> Fact | Fault:
    place = f"第{line}行"
    phase = row.get("phase", "") or default
    if phase not in phases:
        return _unusable(path, place, "口径", phase, f"口径应为{'、'.join(p for p in phases if p)}")
    unit = _unit(row, money)
    try:
        value = parse_yuan(row["value"].replace(",", "").replace("，", "")) // (1 if unit.is_money else 100)
    except NotMoney:
        return _unusable(path, place, "金额", row["value"], "写成以元为单位的数字，最多两位小数，例如 1931300.12")
    address = Address(row["statement"], row["row"], row["column"], phase)
    return Fact(address, value, unit, Entered(path.name, Position(path.name, line=line)))


def _unusable(path: Path, place: str, column: str, value: str, mend: str) -> Fault:
    return Fault(path.name, place, column, value, "无法使用的值", mend)


def _unit(row: Mapping[str, str], money: Unit) -> Unit:
    name = row.get("unit", "")
    return money if name in ("", "元") else counting(name)
