"""Isolation 隔离: work on files nobody vouches for, in processes that may spin, crash or swell without harm to others.

The workers are long-lived: what they import is paid for once. One that breaks its limits is ended and replaced.
"""

import gc
import multiprocessing
import os
import signal
import sys
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from types import ModuleType
from typing import Any, Final, Generic, TypeVar

_Given = TypeVar("_Given")
_Made = TypeVar("_Made")

MEGABYTE: Final = 1 << 20
_ANSWER, _GOES_ON, _SWELLED, _BUG = "answer", "goes on", "swelled", "bug"

Told = Callable[[int, str], None]
"""Called with the number of a task and what its worker says of how far it is."""


def _nobody(number: int, words: str) -> None:
    """Nobody listens."""


@dataclass(frozen=True, slots=True)
class Task(Generic[_Given]):
    """One piece of work: what it is about, and how many seconds it may take.

    Work that says from time to time that it goes on may take so many seconds after each word, `most` in all.
    """

    about: _Given
    seconds: float
    most: float = 0.0

    @property
    def limit(self) -> float:
        """Seconds after which it is stopped, whatever it says."""
        return max(self.seconds, self.most)


@dataclass(frozen=True, slots=True)
class Lost:
    """Work that gave no result: the reason in words, and where in the program for a fault of our own."""

    reason: str
    trace: str = ""

    @property
    def is_bug(self) -> bool:
        """Whether the program is to blame and not the file."""
        return bool(self.trace)


def isolated(
    work: Callable[[_Given], _Made],
    tasks: Sequence[Task[_Given]],
    jobs: int,
    megabytes: int,
    tools: str = "",
    told: Told = _nobody,
) -> Iterator[tuple[int, _Made | Lost]]:
    """Do each task in one of `jobs` workers that may hold so many megabytes; number and result as they come.

    `work` is a function at the top of a module; `tools` is the module that workers load before anything else, by
    default the function's own; `told` hears what workers say by `goes_on`. Closing the iterator ends every worker.
    """
    ward = _Ward(work, min(jobs, len(tasks)), megabytes, tools or work.__module__, told)
    try:
        yield from ward.run(tasks)
    finally:
        ward.close()


class _Worker:
    """A process with the line to it, and what it is busy with until when."""

    def __init__(self, context: BaseContext, work: Callable[[Any], Any], megabytes: int) -> None:
        self.line, theirs = context.Pipe()
        make: Any = context
        self.process = make.Process(target=_serve, args=(work, theirs, megabytes), daemon=True)
        with _no_main_program():
            self.process.start()
        theirs.close()
        self.number: int | None = None
        self.seconds, self.limit = 0.0, 0.0
        self.deadline, self.last = 0.0, 0.0

    def give(self, number: int, task: Task[Any]) -> None:
        """Set it to work; its time runs from now."""
        self.number, self.seconds, self.limit = number, task.seconds, task.limit
        self.last = time.monotonic() + task.limit
        self.go_on()
        with suppress(BrokenPipeError):  # it died while idle: found out when its line is read
            self.line.send((task.about, task.limit))

    def go_on(self) -> None:
        """Its time runs from now again, but not for ever."""
        self.deadline = min(time.monotonic() + self.seconds, self.last)

    @property
    def allowed(self) -> float:
        """The seconds it had when its time was up."""
        return self.limit if self.deadline >= self.last else self.seconds

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self.process.kill()
        self.process.join()
        self.line.close()


class _Ward:
    """The workers and who does what."""

    def __init__(self, work: Callable[[Any], Any], jobs: int, megabytes: int, tools: str, told: Told) -> None:
        self.work, self.jobs, self.megabytes, self.told = work, jobs, megabytes, told
        self.context = _context(tools)
        self.workers: list[_Worker] = []

    def run(self, tasks: Sequence[Task[Any]]) -> Iterator[tuple[int, Any]]:
        """Every task once, in any order of completion."""
        waiting = deque(enumerate(tasks))
        while waiting or any(worker.number is not None for worker in self.workers):
            self._hand_out(waiting)
            yield from self._collect()

    def close(self) -> None:
        """End all workers."""
        while self.workers:
            self.workers.pop().end()

    def _hand_out(self, waiting: deque[tuple[int, Task[Any]]]) -> None:
        while waiting and len(self.workers) < self.jobs:
            self.workers.append(_Worker(self.context, self.work, self.megabytes))
            self.workers[-1].give(*waiting.popleft())
        for worker in self.workers:
            if waiting and worker.number is None:
                worker.give(*waiting.popleft())

    def _collect(self) -> Iterator[tuple[int, Any]]:
        busy = [worker for worker in self.workers if worker.number is not None]
        patience = min(worker.deadline for worker in busy) - time.monotonic()
        ready = wait([worker.line for worker in busy], max(0.0, patience))
        for worker in busy:
            number = worker.number
            assert number is not None
            if worker.line in ready:
                yield from self._heard(worker, number)
            elif time.monotonic() >= worker.deadline:
                self._retire(worker)
                yield number, Lost(f"{worker.allowed:g}秒内没有做完，已停止")

    def _heard(self, worker: _Worker, number: int) -> Iterator[tuple[int, Any]]:
        """What a worker says: its answer, or only that it goes on."""
        try:
            kind, value = worker.line.recv()
        except (EOFError, OSError):
            worker.process.join(5)
            code = worker.process.exitcode
            self._retire(worker)
            yield number, Lost(f"处理时崩溃（{_death(code)}），文件可能已损坏或大得内存放不下")
            return
        if kind == _GOES_ON:
            worker.go_on()
            self.told(number, value)
        else:
            yield number, self._answer(worker, kind, value)

    def _answer(self, worker: _Worker, kind: str, value: Any) -> Any:
        worker.number = None
        if kind == _SWELLED:
            self._retire(worker)
            return Lost(f"占用内存超过{self.megabytes}兆字节，已停止")
        return Lost("程序出错", value) if kind == _BUG else value

    def _retire(self, worker: _Worker) -> None:
        self.workers.remove(worker)
        worker.end()


def _context(module: str) -> BaseContext:
    """A fork server that has the module imported already, or plain new processes where the system has none."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([module])
    return context


@contextmanager
def _no_main_program() -> Iterator[None]:
    """Workers do not run the program that started them a second time, whatever it is: script, test or console."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _death(code: int | None) -> str:
    if code is None or code >= 0:
        return f"退出码 {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"信号 {-code}"


_SAID: list[Connection] = []
"""In a worker, the line to the one who set it to work."""


def goes_on(words: str) -> None:
    """Said by long work now and then: how far it is, in words. Outside of a worker nobody hears it."""
    for line in _SAID:
        line.send((_GOES_ON, words))


def _serve(work: Callable[[Any], Any], line: Connection, megabytes: int) -> None:
    """The life of a worker: one task after the other until the line is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who interrupts the run ends the workers himself
    _hush()
    _limit_memory(megabytes)
    # what is loaded stays for good, and one file is small: the collector need not look at either all the time
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    _SAID.append(line)
    while True:
        try:
            about, seconds = line.recv()
        except EOFError:
            return
        _limit_processor(seconds)
        line.send(_done(work, about))


def _done(work: Callable[[Any], Any], about: object) -> tuple[str, object]:
    try:
        return _ANSWER, work(about)
    except MemoryError:
        return _SWELLED, ""
    # the last stop in this process: the trace goes to the one who started the run
    except Exception:  # noqa: BLE001
        return _BUG, traceback.format_exc()


def _hush() -> None:
    """Nothing that a library prints reaches the output of the run."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)


def _limit_memory(megabytes: int) -> None:
    """Where the system knows limits: what the process may allocate, and no core file when it breaks."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    most = megabytes * MEGABYTE
    for kind in (resource.RLIMIT_DATA, resource.RLIMIT_AS):
        room = most if kind == resource.RLIMIT_DATA else 4 * most
        with suppress(ValueError, OSError):  # the system has a lower limit already, or none of this kind
            resource.setrlimit(kind, (room, room))


def _limit_processor(seconds: float) -> None:
    """A worker whose master was killed does not spin for ever."""
    if sys.platform == "win32":
        return
    import resource

    spent = resource.getrusage(resource.RUSAGE_SELF)
    used = spent.ru_utime + spent.ru_stime
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used + (seconds + 5) * (os.cpu_count() or 1)) + 1, hard))
