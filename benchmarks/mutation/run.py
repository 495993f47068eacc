"""Run 变异试验: five thousand changed documents of every region and format, and the table by kind of change."""

import random
import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from benchmarks.mutation.kinds import KINDS, mutate
from benchmarks.mutation.trial import Trial, loud_findings, trial
from mingzhang.reading.published_door import open_transcript
from mingzhang.reading.transcript import Transcript
from mingzhang.workflows.build import build

EXAMPLES = Path("examples")
REGIONS = ("hubei-2021", "shanghai-2024", "central")
FORMATS = ("pdf", "docx", "html", "ofd")
SEED = 20261124


@dataclass(frozen=True, slots=True)
class Outcome:
    """All trials, and what was held against the unchanged documents (nothing, if all is well)."""

    trials: tuple[Trial, ...]
    clean: tuple[tuple[str, int], ...]

    def plain(self) -> dict[str, object]:
        """As it is kept in the results."""
        return {"trials": [asdict(one) for one in self.trials], "clean": list(self.clean)}


def published(work: Path) -> list[Path]:
    """The example units published as every region does, in every format with prose."""
    files: list[Path] = []
    for example in sorted(path for path in EXAMPLES.iterdir() if (path / "unit.toml").is_file()):
        for region in REGIONS:
            unit, out = work / f"{example.name}-{region}", work / f"{example.name}-{region}-out"
            if not out.exists():
                shutil.copytree(example, unit, ignore=shutil.ignore_patterns("out"), dirs_exist_ok=True)
                _settle(unit, region)
                build(unit, out, FORMATS)
            files += sorted(path for path in out.iterdir() if path.suffix[1:] in FORMATS)
    return files


def _settle(unit: Path, region: str) -> None:
    """Let the unit, and those it consolidates, publish as a region does."""
    for settings in unit.rglob("unit.toml"):
        lines = settings.read_text(encoding="utf-8").splitlines(keepends=True)
        changed = (f'profile = "{region}"\n' if line.startswith("profile") else line for line in lines)
        settings.write_text("".join(changed), encoding="utf-8")


def run(count: int, work: Path, say: Callable[[str], None], processes: int = 2) -> Outcome:
    """`count` changes spread over kinds and documents; the same seed gives the same changes."""
    files = published(work)
    orders = [(path, SEED + number) for number in range(processes * 8) for path in files]
    each = max(1, -(-count // len(orders)))
    trials: list[Trial] = []
    with ProcessPoolExecutor(processes) as pool:
        clean = tuple(pool.map(_clean_count, files))
        for number, some in enumerate(pool.map(_some, [(*order, each) for order in orders]), 1):
            trials += some
            say(f"变异 {number}/{len(orders)}：{len(trials)} 次")
    return Outcome(tuple(trials), clean)


def _clean_count(path: Path) -> tuple[str, int]:
    return f"{path.parent.name}/{path.name}", len(loud_findings(_transcript(path)))


def _some(order: tuple[Path, int, int]) -> Sequence[Trial]:
    path, seed, count = order
    return list(_trials(path, random.Random(f"{seed}:{path.parent.name}:{path.suffix}"), count))


def _trials(path: Path, rng: random.Random, count: int) -> Iterator[Trial]:
    transcript = _transcript(path)
    clean = _held(path)
    made, tries = 0, 0
    while made < count and tries < 20 * count:
        tries += 1
        mutation = mutate(transcript, rng, rng.choice(KINDS))
        if mutation is not None:
            made += 1
            yield trial(f"{path.parent.name}{path.suffix}", mutation, clean)


@cache
def _transcript(path: Path) -> Transcript:
    return open_transcript(path)


@cache
def _held(path: Path) -> frozenset[str]:
    return frozenset(finding.message for finding in loud_findings(_transcript(path)))
