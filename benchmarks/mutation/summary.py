"""Summary 汇总: what the trials come to, kind by kind, and those that were not told."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.mutation.kinds import KINDS
from benchmarks.mutation.trial import Trial


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of change. Those that break what must hold are counted apart from the rest, `slight`."""

    kind: str
    breaking: int
    told: int
    first: int
    named: int
    slight: int
    slight_told: int

    @property
    def changes(self) -> int:
        """All of them."""
        return self.breaking + self.slight


@dataclass(frozen=True, slots=True)
class Summary:
    """The rows, the unchanged documents with what was held against each, and changes untold or named elsewhere."""

    rows: list[Row]
    clean: list[tuple[str, int]]
    untold: list[Trial]
    elsewhere: list[Trial]

    @property
    def total(self) -> Row:
        """All kinds together."""
        sums = [sum(getattr(row, name) for row in self.rows) for name in Row.__slots__[1:]]
        return Row("合计", *sums)


def summary(trials: Sequence[Trial], clean: Sequence[tuple[str, int]]) -> Summary:
    """What the trials come to."""
    rows = [_row(kind, [one for one in trials if one.kind == kind]) for kind in KINDS]
    breaking = [one for one in trials if one.breaks]
    untold = [one for one in breaking if not one.told]
    return Summary(rows, list(clean), untold, [one for one in breaking if one.told and not one.first])


def loaded(data: dict[str, Any]) -> Summary:
    """A summary from the results."""
    return Summary(
        [Row(**row) for row in data["rows"]],
        [(name, count) for name, count in data["clean"]],
        [Trial(**one) for one in data["untold"]],
        [Trial(**one) for one in data["elsewhere"]],
    )


def _row(kind: str, trials: Sequence[Trial]) -> Row:
    breaking = [one for one in trials if one.breaks]
    slight = [one for one in trials if not one.breaks]
    return Row(
        kind, len(breaking), sum(one.told for one in breaking), sum(one.first for one in breaking),
        sum(one.named for one in breaking), len(slight), sum(one.told for one in slight),
    )  # fmt: skip
