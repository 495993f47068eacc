"""Run 变异试验: five thousand changed documents of every region and format, and the table by kind of change."""

import gc
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
_PIECE = 25
_PATIENCE = 20


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
    kinds = list(KINDS)
    each = max(1, -(-count // len(kinds)))
    orders = [(kind, number, share) for kind in kinds for number, share in enumerate(_shares(each))]
    trials: list[Trial] = []
    with ProcessPoolExecutor(processes, initializer=_settled) as pool:
        clean = tuple(pool.map(_clean_count, files))
        for number, some in enumerate(pool.map(_some, [(files, *order) for order in orders]), 1):
            trials += some
            say(f"变异 {number}/{len(orders)}：{len(trials)} 次")
    return Outcome(tuple(trials), clean)


def _shares(count: int) -> list[int]:
    """A number in pieces small enough to be told of."""
    return [_PIECE] * (count // _PIECE) + ([count % _PIECE] if count % _PIECE else [])


def _settled() -> None:
    """As the workers of an audit: the collector need not look all the time at what stays."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def _clean_count(path: Path) -> tuple[str, int]:
    return f"{path.parent.name}/{path.name}", len(loud_findings(_transcript(path)))


def _some(order: tuple[Sequence[Path], str, int, int]) -> Sequence[Trial]:
    files, kind, number, count = order
    return list(_trials(files, kind, random.Random(f"{SEED}:{kind}:{number}"), count))


def _trials(files: Sequence[Path], kind: str, rng: random.Random, count: int) -> Iterator[Trial]:
    """So many changes of a kind, in documents that have a place for it."""
    made, tries = 0, 0
    while made < count and tries < _PATIENCE * count:
        tries += 1
        path = rng.choice(files)
        mutation = mutate(_transcript(path), rng, kind)
        if mutation is not None:
            made += 1
            yield trial(f"{path.parent.name.removesuffix('-out')}{path.suffix}", mutation, _held(path))


@cache
def _transcript(path: Path) -> Transcript:
    return open_transcript(path)


@cache
def _held(path: Path) -> frozenset[str]:
    return frozenset(finding.message for finding in loud_findings(_transcript(path)))
