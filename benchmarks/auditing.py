"""Auditing 审核: whole audits of published PDFs, one from a cold start, one after another, and many at a time."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.documents import groups
from benchmarks.timing import Contender, Run, measure, run_once, script

PAGES = 25
"""The document of the target."""


@dataclass(frozen=True, slots=True)
class Audited:
    """Audits of one group of files.

    `alone` has for each file the pages and the median seconds by wall clock and processor in a process that has audited
    before; `batches` the documents a minute by number of workers; `cold` single processes from start to findings.
    """

    group: str
    alone: list[tuple[int, float, float]]
    batches: dict[str, float]
    cold: list[Run]

    def seconds(self, pages: int, place: int = 2) -> float:
        """The seconds of so many pages: those of all files together, in proportion."""
        return pages * sum(one[place] for one in self.alone) / sum(one[0] for one in self.alone)


def run(copies: int, rounds: int, work: Path, say: Callable[[str], None]) -> list[Audited]:
    """Measure every group."""
    return [_measured(group, files, copies, rounds, say) for group, files in groups(work).items()]


def _measured(group: str, files: list[Path], copies: int, rounds: int, say: Callable[[str], None]) -> Audited:
    say(f"审核：{group}，{len(files)} 份")
    told = {jobs: json.loads(run_once(script("audit_batch", jobs, copies, *files))[1]) for jobs in (1, 2)}
    batches = {str(jobs): 60 * found["batch"][0] / found["batch"][1] for jobs, found in told.items()}
    contenders = [Contender(path.name, script("audit_one", path), _held, rounds) for path in files[:1]]
    cold = [run for measured in measure(contenders) for run in measured.runs]
    return Audited(group, [tuple(one) for one in told[1]["alone"]], batches, cold)


def _held(output: str) -> None:
    """Some relations of the document hold, so it was read and checked."""
    assert int(output) > 100, output
