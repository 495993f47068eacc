"""Auditing 审核: many files in long-lived workers, as `mingzhang audit FOLDER` does, and one file after the other.

Usage: audit_batch.py JOBS COPIES FILE…   Copies differ by a comment at their end, since a file met twice is done once.
Prints, as JSON, the seconds of every single audit by wall clock and processor, and files and seconds of the batch.
"""

import gc
import json
import sys
import tempfile
from hashlib import sha256
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from mingzhang.workflows.audit import Settings, audit
from mingzhang.workflows.desk import examine
from mingzhang.workflows.order import Order


def alone(files: list[Path], rounds: int) -> list[tuple[int, float, float]]:
    """Pages, wall and processor seconds of the whole audit of each file, in a process that has audited before."""
    pages = [examine(_order(path)).examination.pages or 0 for path in files]
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    found: list[list[tuple[float, float]]] = [[] for _ in files]
    for _ in range(rounds):
        for runs, path in zip(found, files, strict=True):
            wall, cpu = perf_counter(), process_time()
            assert not examine(_order(path)).examination.refused, path.name
            runs.append((perf_counter() - wall, process_time() - cpu))
    return [
        (count, *(median(each) for each in zip(*runs, strict=True))) for count, runs in zip(pages, found, strict=True)
    ]


def batch(files: list[Path], copies: int, jobs: int) -> tuple[int, float]:
    """How many files and the seconds until the last was audited; holding them against each other is left out."""
    with tempfile.TemporaryDirectory() as folder:
        for number, path in enumerate(files * copies):
            (Path(folder) / f"{number}.pdf").write_bytes(path.read_bytes() + b"\n%% %d\n" % number)
        done: list[float] = []
        start = perf_counter()
        run = audit([Path(folder)], Settings(None, jobs), lambda step, count: done.append(_at(step)))
        assert not any(one.refused for one in run.examinations)
        return len(run.examinations), max(done) - start


def _at(step: str) -> float:
    return perf_counter() if step.startswith("审核") else 0.0


def _order(path: Path) -> Order:
    return Order(path, sha256(path.read_bytes()).hexdigest())


if __name__ == "__main__":
    jobs, copies = map(int, sys.argv[1:3])
    paths = [Path(name) for name in sys.argv[3:]]
    single = alone(paths, 5) if jobs == 1 else []
    print(json.dumps({"alone": single, "batch": batch(paths, copies, jobs)}))
