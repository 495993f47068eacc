"""Run every benchmark and write the results and the report.

python -m benchmarks            the sizes of the report, under half an hour
python -m benchmarks --quick    small sizes, a minute or two; the report stays as it is
"""

import argparse
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from benchmarks import importing, machine, publishing, report, starting, statements
from benchmarks.results import Results, load

WORK = Path("build/benchmarks")


@dataclass(frozen=True, slots=True)
class Plan:
    """What is measured, how large and how often."""

    name: str
    statements: statements.Plan
    importing: tuple[int, ...]
    rounds: int
    starts: int


FULL = Plan("full", statements.Plan((100_000, 1_000_000, 10_000_000), 1_000_000), (100_000, 1_000_000), 5, 20)
QUICK = Plan("quick", statements.Plan((20_000, 40_000), 20_000), (20_000,), 1, 3)


def run(plan: Plan, work: Path) -> Results:
    """Measure everything of a plan."""
    work.mkdir(parents=True, exist_ok=True)
    surroundings, began = machine.describe(), monotonic()
    starts = starting.run(plan.starts, _say)
    steps = publishing.steps(plan.rounds, work)
    pdfs = publishing.pdfs(plan.rounds, work, _say)
    tables = statements.run(plan.statements, work, _say)
    imports = importing.run(plan.importing, work, _say)
    command = "python -m benchmarks" + (" --quick" if plan is QUICK else "")
    minutes = (monotonic() - began) / 60
    return Results(surroundings, machine.versions(), command, minutes, tables, imports, steps, pdfs, starts)


def main() -> None:
    """Measure, save, report."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="量速度，与他家工具对照")
    parser.add_argument("--quick", action="store_true", help="小规模，一两分钟，不改 docs/benchmarks.md")
    parser.add_argument("--report", action="store_true", help="不测，只用上次的结果重写 docs/benchmarks.md")
    parser.add_argument("--work", type=Path, default=WORK, help="测试数据放在哪里")
    asked = parser.parse_args()
    if asked.report:
        report.write(load(FULL.name))
        return
    if asked.quick:
        with tempfile.TemporaryDirectory() as work:
            print(report.tables(run(QUICK, Path(work))))
        return
    results = run(FULL, asked.work)
    _say(f"结果写入 {results.save(FULL.name).name}")
    report.write(results)
    print(report.tables(results))


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
