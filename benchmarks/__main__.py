"""Run every benchmark and write the results and the report.

python -m benchmarks            the sizes of the report, about an hour
python -m benchmarks --quick    small sizes, a minute or two; the report stays as it is
"""

import argparse
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic
from typing import Any

from benchmarks import auditing, importing, machine, publishing, reading, registers, report, scans, starting, statements
from benchmarks.mutation import run as mutation
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
    changes: int
    copies: int
    scanned: int
    registers: registers.Plan


FULL = Plan(
    "full", statements.Plan((100_000, 1_000_000, 10_000_000), 1_000_000), (100_000, 1_000_000), 5, 20, 5_040, 10, 8,
    registers.Plan(60_000_000, 20_000, 3),
)  # fmt: skip
QUICK = Plan(
    "quick", statements.Plan((20_000, 40_000), 20_000), (20_000,), 1, 3, 42, 1, 1, registers.Plan(200_000, 100, 1)
)


PARTS = {
    "starting": "启动", "statements": "编制九张表", "publishing": "发布", "importing": "导入凭证", "reading": "读 PDF",
    "auditing": "审核", "scans": "读扫描件", "mutation": "变异试验", "registers": "台账计量",
}  # fmt: skip


def run(plan: Plan, work: Path, parts: Iterable[str] = PARTS, known: Results | None = None) -> Results:
    """Measure the parts of a plan; what is not measured is taken from the `known` results."""
    work.mkdir(parents=True, exist_ok=True)
    results = known or Results({}, {}, "", {}, [], [], {}, [], [])
    command = "python -m benchmarks" + (" --quick" if plan is QUICK else "")
    results = replace(results, machine=machine.describe(), versions=machine.versions(), command=command)
    for part in parts:
        when, before, began = machine.now(), machine.load(), monotonic()
        found = _measured(part, plan, work)
        words = f"{when}，{(monotonic() - began) / 60:.0f} 分钟，一分钟平均负载 {before:.1f} → {machine.load():.1f}"
        results = replace(results, **found, circumstances={**results.circumstances, PARTS[part]: words})
    return results


def _measured(part: str, plan: Plan, work: Path) -> dict[str, Any]:
    match part:
        case "starting":
            return {"starting": starting.run(plan.starts, _say)}
        case "statements":
            return {"statements": statements.run(plan.statements, work, _say)}
        case "publishing":
            return {"steps": publishing.steps(plan.rounds, work), "pdfs": publishing.pdfs(plan.rounds, work, _say)}
        case "reading":
            return {"reading": reading.run(plan.rounds, work, _say)}
        case "auditing":
            return {"auditing": auditing.run(plan.copies, plan.rounds, work, _say)}
        case "scans":
            return {"scans": scans.run(plan.scanned, work, _say)}
        case "mutation":
            return {"mutation": mutation.run(plan.changes, work, _say)}
        case "registers":
            return {"registers": registers.run(plan.registers, work, _say)}
        case _:
            return {"importing": importing.run(plan.importing, work, _say)}


def main() -> None:
    """Measure, save, report."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="量速度，与他家工具对照")
    parser.add_argument("--quick", action="store_true", help="小规模，一两分钟，不改 docs/benchmarks.md")
    parser.add_argument("--only", choices=PARTS, action="append", help="只重量这一部分，其余沿用上次的结果，可重复")
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
    results = run(FULL, asked.work, asked.only or PARTS, load(FULL.name) if asked.only else None)
    _say(f"结果写入 {results.save(FULL.name).name}")
    report.write(results)
    print(report.tables(results))


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
