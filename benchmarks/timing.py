"""Timing 测时: whole processes by the wall clock, in rounds that take every contender once, medians and spreads."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent
ROOT = HERE.parent


class Failed(Exception):
    """A contender stopped with an error; a benchmark without its result says nothing."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a process: seconds of wall clock and of CPU, and the peak of its memory in MiB."""

    wall: float
    cpu: float
    memory: float


@dataclass(frozen=True, slots=True)
class Measured:
    """The runs of one contender in one benchmark, on `size` lines where it has a size."""

    name: str
    size: int
    runs: tuple[Run, ...]

    @property
    def seconds(self) -> float:
        """The median of the wall clock."""
        return median(run.wall for run in self.runs)

    @property
    def spread(self) -> tuple[float, float]:
        """The fastest and the slowest run."""
        return min(run.wall for run in self.runs), max(run.wall for run in self.runs)

    @property
    def memory(self) -> float:
        """The highest peak of memory in MiB."""
        return max(run.memory for run in self.runs)


@dataclass(frozen=True, slots=True)
class Contender:
    """Someone who is measured: a command, how often, and what its output must prove."""

    name: str
    command: Sequence[str]
    check: Callable[[str], None]
    rounds: int = 5
    warm: bool = True
    """Whether it runs once uncounted before; those that take a minute do not."""

    environment: tuple[tuple[str, str], ...] = ()


def script(name: str, *arguments: object) -> tuple[str, ...]:
    """The command for one of the scripts in `contenders/`."""
    return (sys.executable, str(HERE / "contenders" / f"{name}.py"), *map(str, arguments))


def measure(
    contenders: Sequence[Contender], size: int = 0, say: Callable[[str], None] = lambda _: None
) -> list[Measured]:
    """Warm up, then run round after round; every output is checked, the warm-up's too."""
    runs: dict[str, list[Run]] = {contender.name: [] for contender in contenders}
    for contender in contenders:
        if contender.warm:
            _checked(contender)
    for number in range(max(contender.rounds for contender in contenders)):
        for contender in contenders:
            if number < contender.rounds:
                run = _checked(contender)
                runs[contender.name].append(run)
                say(f"{contender.name} {size or ''} {run.wall:.2f} s")
    return [Measured(name, size, tuple(found)) for name, found in runs.items()]


def _checked(contender: Contender) -> Run:
    run, output = run_once(contender.command, dict(contender.environment))
    contender.check(output)
    return run


def run_once(command: Sequence[str], environment: dict[str, str] | None = None) -> tuple[Run, str]:
    """Run a command once; its figures and its standard output."""
    with tempfile.NamedTemporaryFile("rb") as file:
        clock = [sys.executable, "-I", "-S", str(HERE / "clock.py"), file.name, *command]
        surroundings = {**os.environ, "LC_ALL": "C.UTF-8", **(environment or {})}
        done = subprocess.run(clock, capture_output=True, text=True, env=surroundings, cwd=ROOT, check=False)
        if done.returncode:
            raise Failed(f"{' '.join(command)}\n{done.stderr}")
        wall, cpu, kibibytes = map(float, done.stdout.split())
        return Run(wall, cpu, kibibytes / 1024), file.read().decode("utf-8")
