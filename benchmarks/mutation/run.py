"""Run 变异试验: five thousand changed documents of every region and format, and the table by kind of change."""

import gc
import random
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

from benchmarks.documents import published
from benchmarks.mutation.kinds import KINDS, mutate
from benchmarks.mutation.summary import Summary, summary
from benchmarks.mutation.trial import Trial, loud_findings, trial
from mingzhang.reading.published_door import open_transcript
from mingzhang.reading.transcript import Transcript

SEED = 20261124
_PIECE = 25
_PATIENCE = 20


def run(count: int, work: Path, say: Callable[[str], None], processes: int = 2) -> Summary:
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
    return summary(trials, clean)


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
