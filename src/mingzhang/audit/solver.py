"""Solver: the smallest sets of figures whose change makes all constraints hold, as a mixed-integer program (HiGHS).

The only binary fractions of the audit: they choose *which* figures change. What a figure must be is computed again
and tested in exact arithmetic by `locate`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import highspy
import numpy as np

from mingzhang.audit.interval import Interval, size
from mingzhang.audit.system import System
from mingzhang.disclosure.address import Address

_SECONDS = 10.0
"""After this long the best so far is not taken for an answer."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A set of figures to change and by about how much, in their inner unit."""

    changes: dict[Address, float]


class _Program:
    """Minimise Σ weight·changed, where a figure may move by at most `reach` and only if it counts as changed."""

    def __init__(
        self, system: System, cells: Sequence[Address], indexes: Sequence[int], weights: Sequence[float]
    ) -> None:
        self.cells, self.size = cells, len(cells)
        self.column = {address: i for i, address in enumerate(cells)}
        gaps = [system.amount(i, {}) for i in indexes]
        reach: float = sum(
            2.0 * float(size(g)) for g, i in zip(gaps, indexes, strict=True) if g not in system.bounds[i].allowed
        )
        reach += sum(_width(system.bounds[i].allowed) for i in indexes)
        self.scale = max(reach / 1e5, 1.0)
        self.highs = highspy.Highs()  # type: ignore[no-untyped-call]
        self.highs.setOptionValue("output_flag", False)
        self.highs.setOptionValue("threads", 1)
        self.highs.setOptionValue("random_seed", 0)
        self.highs.setOptionValue("time_limit", _SECONDS)
        self.highs.setOptionValue("mip_feasibility_tolerance", 1e-9)
        self._columns(reach / self.scale, weights)
        for gap, index in zip(gaps, indexes, strict=True):
            self._row(system, index, float(gap))

    def _columns(self, reach: float, weights: Sequence[float]) -> None:
        n, none = self.size, np.zeros(0)
        no_ints = np.zeros(0, dtype=np.int32)
        self.highs.addCols(n, np.zeros(n), np.full(n, -reach), np.full(n, reach), 0, no_ints, no_ints, none)
        self.highs.addCols(n, np.array(weights), np.zeros(n), np.ones(n), 0, no_ints, no_ints, none)
        kinds = np.full(n, 1, dtype=np.uint8)
        self.highs.changeColsIntegrality(n, np.arange(n, 2 * n, dtype=np.int32), kinds)
        for i in range(n):
            pair = np.array([i, n + i], dtype=np.int32)
            self.highs.addRow(-highspy.kHighsInf, 0.0, 2, pair, np.array([1.0, -reach]))
            self.highs.addRow(0.0, highspy.kHighsInf, 2, pair, np.array([1.0, reach]))

    def _row(self, system: System, index: int, gap: float) -> None:
        bound = system.bounds[index]
        low = -highspy.kHighsInf if bound.allowed.low is None else (float(bound.allowed.low) - gap) / self.scale
        high = highspy.kHighsInf if bound.allowed.high is None else (float(bound.allowed.high) - gap) / self.scale
        columns = np.array([self.column[a] for a in bound.weights], dtype=np.int32)
        weights = np.array([float(w) for w in bound.weights.values()])
        self.highs.addRow(low, high, len(columns), columns, weights)

    def solve(self) -> tuple[float, Proposal] | None:
        """The cost and the changes of an optimal answer; None when there is none in time."""
        self.highs.run()
        if self.highs.getModelStatus() is not highspy.HighsModelStatus.kOptimal:
            return None
        answer = self.highs.getSolution().col_value
        changed = {c: answer[i] * self.scale for i, c in enumerate(self.cells) if answer[self.size + i] > 0.5}
        return self.highs.getInfo().objective_function_value, Proposal(changed)

    def forbid(self, proposal: Proposal) -> None:
        """Ask for an answer that does not contain this one."""
        columns = np.array([self.size + self.column[a] for a in proposal.changes], dtype=np.int32)
        self.highs.addRow(-highspy.kHighsInf, len(columns) - 1.0, len(columns), columns, np.ones(len(columns)))


def proposals(
    system: System, cells: Sequence[Address], indexes: Sequence[int], weights: Sequence[float], limit: int
) -> list[Proposal]:
    """The cheapest sets of changes, cheapest first, at most `limit` and none with more figures than the first."""
    program = _Program(system, cells, indexes, weights)
    found: list[Proposal] = []
    while len(found) < limit:
        answer = program.solve()
        if answer is None or (found and len(answer[1].changes) > len(found[0].changes)):
            break
        found.append(answer[1])
        program.forbid(answer[1])
    return found


def _width(allowed: Interval) -> float:
    return float(allowed.high - allowed.low) if allowed.low is not None and allowed.high is not None else 0.0
