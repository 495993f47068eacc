"""Statements 编表: nine statements from books of three sizes, against hledger, beancount and the bare scan."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.agreement import agrees_with, beancount_sums, facts, hledger_sums
from benchmarks.books import books, connect
from benchmarks.journal import write_journals
from benchmarks.timing import Contender, Measured, measure, run_once, script
from mingzhang.engines.snapshot import Snapshot
from mingzhang.engines.synthetic import UNITS

OURS = "明账：九张表"
SUMS = "明账：只汇总"
SCAN = "下限一：只扫描"
GROUP = "下限二：扫描并分组"
HLEDGER = "hledger"
BEANCOUNT = "beancount 载入"
CACHED = "beancount 用缓存"
PARSED = "beancount 只解析"

_FRESH = (("BEANCOUNT_DISABLE_LOAD_CACHE", "1"),)
_SLOW = 500_000
"""From this size on the text tools take a minute: three rounds without warm-up."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Which sizes are measured, and up to which the text tools come along."""

    sizes: tuple[int, ...]
    journals_up_to: int


def run(plan: Plan, work: Path, say: Callable[[str], None]) -> list[Measured]:
    """Measure all sizes; the figures of all tools are compared in every run."""
    found: list[Measured] = []
    for size in plan.sizes:
        say(f"准备 {size:,} 行分录")
        snapshot = books(size, work)
        contenders = _ours_and_floors(snapshot)
        if size <= plan.journals_up_to:
            contenders += _text_tools(snapshot, work, size)
        found += measure(contenders, size, say)
    return found


def _ours_and_floors(snapshot: Snapshot) -> list[Contender]:
    with connect() as connection:
        query = f"SELECT count(*), sum(debit), sum(credit), max(cell) FROM '{snapshot.postings}'"
        row = connection.execute(query).fetchone()
    assert row is not None
    count, debit, credit, cells = row
    command = script("ours", snapshot.directory, *UNITS)
    return [
        Contender(OURS, command, _same_every_time(run_once(command)[1]), rounds=7),
        Contender(SUMS, script("sums", snapshot.directory), _adds_up(cells, debit, credit), rounds=7),
        Contender(SCAN, script("floor_scan", snapshot.postings), _prints((count, debit, credit, cells)), rounds=7),
        Contender(GROUP, script("floor_group", snapshot.postings), _prints((cells, debit, credit)), rounds=7),
    ]


def _text_tools(snapshot: Snapshot, work: Path, size: int) -> list[Contender]:
    hledger, beancount = work / f"{size}.hledger", work / f"{size}.beancount"
    if not (hledger.exists() and beancount.exists()):
        write_journals(snapshot, hledger, beancount)
    ours = facts(run_once(script("ours", snapshot.directory, *UNITS))[1])
    same = agrees_with(ours, beancount_sums)
    rounds, warm = (3, False) if size >= _SLOW else (5, True)
    found = []
    if has_hledger():
        balance = ("hledger", "-f", str(hledger), "balance", "--flat", "-N", "-O", "csv")
        found.append(Contender(HLEDGER, balance, agrees_with(ours, hledger_sums), rounds, warm))
    load = script("beancount_sums", "load", beancount)
    found.append(Contender(BEANCOUNT, load, same, rounds, warm, _FRESH))
    found.append(Contender(PARSED, script("beancount_sums", "parse", beancount), same, rounds, warm))
    # a run without the cache deletes it, hence a copy; the first run writes it, hence the warm-up at every size
    kept = Path(shutil.copy(beancount, work / f"{size}-kept.beancount"))
    found.append(Contender(CACHED, script("beancount_sums", "load", kept), same, rounds, warm=True))
    return found


def has_hledger() -> bool:
    """Whether the Debian package is there; without it the comparison is left out and the report says so."""
    return shutil.which("hledger", path=os.environ.get("PATH")) is not None


def _same_every_time(first: str) -> Callable[[str], None]:
    figures = facts(first)
    assert figures["T1", "收入总计", "金额"] == figures["T1", "支出总计", "金额"] != 0

    def check(output: str) -> None:
        assert output == first

    return check


def _adds_up(cells: int, debit: int, credit: int) -> Callable[[str], None]:
    def check(output: str) -> None:
        rows = [line.rsplit(",", 2)[1:] for line in output.splitlines()]
        assert (len(rows), sum(int(r[0]) for r in rows), sum(int(r[1]) for r in rows)) == (cells, debit, credit)

    return check


def _prints(expected: tuple[int, ...]) -> Callable[[str], None]:
    def check(output: str) -> None:
        assert output.strip() == str(expected), output

    return check
