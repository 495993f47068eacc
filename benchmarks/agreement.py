"""Agreement 相符: what the sums per account of another tool say the statements must hold, figure for figure in fen."""

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal

from benchmarks.journal import FUNDS
from mingzhang.terms.classification import FundSource

Cell = tuple[str, str, str]
"""Statement, row and column of a figure."""

_GENERAL = FUNDS[FundSource.GENERAL.value]
_INCOME = ("6001", "6101", "6201", "6301", "6401", "6601", "6602", "6609")
_NATURES = {"B": "基本支出", "P": "项目支出"}
_COMPARED = ("T3", "T5", "T6")


class Disagreement(Exception):
    """Two tools give different figures: the benchmark compares nothing until that is settled."""


def facts(output: str) -> dict[Cell, int]:
    """The figures that `contenders/ours.py` printed."""
    rows = (line.rsplit(",", 3) for line in output.splitlines())
    return {(statement, row, column): int(fen) for statement, row, column, fen in rows}


def beancount_sums(output: str) -> dict[str, int]:
    """The sums per account that `contenders/beancount_sums.py` printed, in fen."""
    return {account: _fen(amount) for account, amount in csv.reader(io.StringIO(output))}


def hledger_sums(output: str) -> dict[str, int]:
    """The sums per account of `hledger balance -O csv`, in fen."""
    rows = list(csv.reader(io.StringIO(output)))[1:]
    return {account: _fen(amount.removesuffix(" CNY")) for account, amount in rows}


def agrees_with(ours: Mapping[Cell, int], read: Callable[[str], dict[str, int]]) -> Callable[[str], None]:
    """A check that a tool's output holds the same figures."""

    def check(output: str) -> None:
        compare(ours, read(output))

    return check


def compare(ours: Mapping[Cell, int], sums: Mapping[str, int]) -> int:
    """Hold every figure of T3, T5 and T6 and the year's income against sums per account; how many were compared."""
    theirs = figures(sums)
    cells = {cell for cell in ours if cell[0] in _COMPARED} | theirs.keys()
    wrong = [cell for cell in cells if ours.get(cell, 0) != theirs.get(cell, 0)]
    if wrong:
        shown = "、".join(f"{cell} {ours.get(cell)} {theirs.get(cell)}" for cell in sorted(wrong)[:5])
        raise Disagreement(f"{len(wrong)} 个数不符：{shown}")
    return len(cells)


def figures(sums: Mapping[str, int]) -> dict[Cell, int]:
    """The figures that follow from sums per account."""
    found: defaultdict[Cell, int] = defaultdict(int)
    for name, fen in sums.items():
        for cell, sign in _cells(name.split(":")[1:]):
            found[cell] += sign * fen
    return found


def _cells(parts: list[str]) -> Iterator[tuple[Cell, int]]:
    """The figures an account counts in, and with which sign."""
    if parts[-1] in ("Opening", "Closing"):
        return
    given = {part[0]: part[1:] for part in parts}
    first_level = given["A"][:4]
    if first_level in _INCOME:
        yield ("T1", "本年收入合计", "金额"), -1
    elif first_level in ("7101", "7201", "7301"):
        yield from ((cell, 1) for cell in _spending(first_level, given))


def _spending(first_level: str, given: Mapping[str, str]) -> Iterator[Cell]:
    nature = _NATURES["B" if "B" in given else "P"]
    column = "经营支出" if first_level == "7301" else nature
    yield from (("T3", row, c) for row in _up(given["F"], (3, 5, 7)) for c in ("本年支出合计", column))
    if f"M{given.get('M')}" == _GENERAL:
        yield from (("T5", row, c) for row in _up(given["F"], (3, 5, 7)) for c in ("小计", nature))
        if nature == "基本支出":
            staff = given["E"][:3] in ("301", "303")
            rows = (*_levels(given["E"], (3, 5)), "人员经费合计" if staff else "公用经费合计")
            yield from (("T6", row, "决算数") for row in rows)


def _up(code: str, lengths: Iterable[int]) -> Iterator[str]:
    yield "total"
    yield from _levels(code, lengths)


def _levels(code: str, lengths: Iterable[int]) -> Iterator[str]:
    return (code[:length] for length in lengths)


def _fen(amount: str) -> int:
    fen = Decimal(amount) * 100
    assert fen == fen.to_integral_value(), amount
    return int(fen)
