"""Measuring 量速度: how long the nine statements take on this machine, from invented books of a given size."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

from mingzhang.disclosure.address import Address
from mingzhang.engines.duck import DuckEngine
from mingzhang.engines.snapshot import Snapshot
from mingzhang.engines.synthetic import UNITS, YEAR, synthetic
from mingzhang.standards.forms import forms
from mingzhang.standards.profiles import load
from mingzhang.statements.compile import compile_facts
from mingzhang.statements.cube import Scope

_PROFILE: Final = "hubei-2021"
_ROUNDS: Final = 5


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds for one size: making and freezing the books once, then summing and compiling (medians of five)."""

    postings: int
    freezing: float
    summing: float
    compiling: float
    figures: int

    @property
    def statements(self) -> float:
        """From the frozen books to the nine statements."""
        return self.summing + self.compiling


class Unbalanced(Exception):
    """The two totals of T1 differ on books that balance: the program is broken, and its speed means nothing."""


def paces(sizes: tuple[int, ...], directory: Path) -> Iterator[Pace]:
    """Measure one size after another; the books lie in `directory`."""
    for size in sizes:
        start = perf_counter()
        snapshot = synthetic(size, directory / str(size))
        freezing = perf_counter() - start
        rounds = [_round(snapshot) for _ in range(_ROUNDS)]
        yield Pace(size, freezing, median(r[0] for r in rounds), median(r[1] for r in rounds), rounds[0][2])


def _round(snapshot: Snapshot) -> tuple[float, float, int]:
    start = perf_counter()
    balances = DuckEngine(snapshot).balances()
    summed = perf_counter()
    facts = compile_facts(forms(load(_PROFILE, YEAR)), balances, Scope(UNITS), snapshot.digest)
    compiled = perf_counter()
    income, spending = (facts[Address("T1", row, "金额")].value for row in ("收入总计", "支出总计"))
    if income != spending:
        raise Unbalanced(f"收入总计 {income} 分，支出总计 {spending} 分")
    return summed - start, compiled - summed, len(facts)
