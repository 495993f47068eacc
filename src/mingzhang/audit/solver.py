"""Solver: the smallest sets of figures whose change makes all constraints hold, as a mixed-integer program (HiGHS).

The only binary fractions of the audit: they choose *which* figures change. What a figure must be is computed again
and tested in exact arithmetic by `locate`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import highspy
import numpy as np

from mingzhang.audit.interval import Exact, Interval, size
from mingzhang.audit.system import Bound, System
from mingzhang.disclosure.address import Address

_NODES = 2000
"""How far the search goes, counted in nodes and not in seconds so that every machine finds the same."""


@dataclass(frozen=True, slots=True)
class Task:
    """Which constraints are to hold, by changing which cells; `values` are figures already put right."""

    system: System
    cells: Sequence[Address]
    indexes: Sequence[int]
    weights: Sequence[float]
    values: Mapping[Address, Exact]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A set of figures to change and by about how much, in their inner unit."""

    changes: dict[Address, float]


class _Program:
    """Minimise Σ weight·changed, where a figure may move by at most `reach` and only if it counts as changed."""

    def __init__(self, task: Task) -> None:
        self.cells, self.size = task.cells, len(task.cells)
        self.column = {address: i for i, address in enumerate(task.cells)}
        gaps = [task.system.amount(index, task.values) for index in task.indexes]
        bounds = [task.system.bounds[index] for index in task.indexes]
        reach = _reach(gaps, bounds)
        self.scale = max(reach / 1e5, 1.0)
        # The class beneath `highspy.Highs`: that one prints a banner on standard output as soon as it is made.
        self.highs = highspy._Highs()  # type: ignore[attr-defined]
        for option, value in _OPTIONS.items():
            self.highs.setOptionValue(option, value)
        self._columns(reach / self.scale, task.weights)
        for gap, bound in zip(gaps, bounds, strict=True):
            self._row(bound, float(gap))

    def _columns(self, reach: float, weights: Sequence[float]) -> None:
        n, none = self.size, np.zeros(0)
        no_ints = np.zeros(0, dtype=np.int32)
        self.highs.addCols(n, np.zeros(n), np.full(n, -reach), np.full(n, reach), 0, no_ints, no_ints, none)
        self.highs.addCols(n, np.array(weights), np.zeros(n), np.ones(n), 0, no_ints, no_ints, none)
        self.flags = np.arange(n, 2 * n, dtype=np.int32)
        self.highs.changeColsIntegrality(n, self.flags, np.full(n, 1, dtype=np.uint8))
        for i in range(n):
            pair = np.array([i, n + i], dtype=np.int32)
            self.highs.addRow(-highspy.kHighsInf, 0.0, 2, pair, np.array([1.0, -reach]))
            self.highs.addRow(0.0, highspy.kHighsInf, 2, pair, np.array([1.0, reach]))

    def _row(self, bound: Bound, gap: float) -> None:
        low = -highspy.kHighsInf if bound.allowed.low is None else (float(bound.allowed.low) - gap) / self.scale
        high = highspy.kHighsInf if bound.allowed.high is None else (float(bound.allowed.high) - gap) / self.scale
        items = [(self.column[a], float(w)) for a, w in bound.weights.items() if a in self.column]
        columns = np.array([column for column, _ in items], dtype=np.int32)
        self.highs.addRow(low, high, len(items), columns, np.array([weight for _, weight in items]))

    def solve(self) -> Proposal | None:
        """The changes of an optimal answer; None when there is none within the limits."""
        self.highs.run()
        if self.highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        answer = self.highs.getSolution().col_value
        return Proposal({c: answer[i] * self.scale for i, c in enumerate(self.cells) if answer[self.size + i] > 0.5})

    def forbid(self, proposal: Proposal) -> None:
        """Ask for an answer that does not contain this one."""
        columns = np.array([self.size + self.column[a] for a in proposal.changes], dtype=np.int32)
        self.highs.addRow(-highspy.kHighsInf, len(columns) - 1.0, len(columns), columns, np.ones(len(columns)))

    def at_most(self, count: int) -> None:
        """Ask for answers that change no more figures than this: what makes the search for others short."""
        self.highs.addRow(-highspy.kHighsInf, float(count), self.size, self.flags, np.ones(self.size))


_OPTIONS: dict[str, bool | int | float] = {
    "output_flag": False,
    "threads": 1,
    "random_seed": 0,
    "mip_max_nodes": _NODES,
    "mip_feasibility_tolerance": 1e-9,
}


def proposals(task: Task, limit: int) -> list[Proposal]:
    """The likeliest sets of changes, at most `limit` and none with more figures than the first."""
    program = _Program(task)
    found: list[Proposal] = []
    while len(found) < limit:
        proposal = program.solve()
        if proposal is None or not proposal.changes:
            break
        if not found:
            program.at_most(len(proposal.changes))
        found.append(proposal)
        program.forbid(proposal)
    return found


def _reach(gaps: Sequence[Exact], bounds: Sequence[Bound]) -> float:
    """How far a figure may have to move: not farther than all that is broken, twice over, and all rounding."""
    broken = sum(float(size(gap)) for gap, bound in zip(gaps, bounds, strict=True) if gap not in bound.allowed)
    return 2.0 * broken + sum(_width(bound.allowed) for bound in bounds)


def _width(allowed: Interval) -> float:
    return float(allowed.high - allowed.low) if allowed.low is not None and allowed.high is not None else 0.0
