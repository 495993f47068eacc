"""Audit 审核: files and folders in, findings out; every file in a process of its own, finished ones kept."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import file_digest, sha256
from pathlib import Path

from mingzhang.audit.waiver import Waiver
from mingzhang.disclosure.examination import Examination
from mingzhang.workflows.companions import Companions, companions
from mingzhang.workflows.finished import Audited, Finished
from mingzhang.workflows.intake import Intake, take
from mingzhang.workflows.isolation import Lost, Task, isolated
from mingzhang.workflows.order import DESK, Order, examine
from mingzhang.workflows.progress import Progress, silent

_LARGEST = 500 << 20
"""Bytes of a file that anybody published; a larger one is refused unread."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run is done: where results go (nowhere when None), how many workers with which limits, and the waivers.

    Where pages have to be recognised letter by letter, each of them may take `seconds`, all of them `patience` times
    as long.
    """

    out: Path | None = None
    jobs: int = 1
    seconds: float = 60
    megabytes: int = 2048
    patience: int = 20
    waivers: tuple[Waiver, ...] = ()


@dataclass(frozen=True, slots=True)
class Round:
    """One run over some files: what was taken in, what came of each file in that order, which were done before.

    `twins` names for a file that was met twice the first one with the same bytes. `traces` are faults of the program
    itself, by path.
    """

    intake: Intake
    audited: tuple[Audited, ...]
    recalled: int
    twins: dict[str, str]
    traces: dict[str, str]

    @property
    def examinations(self) -> tuple[Examination, ...]:
        """What came of each file."""
        return tuple(audited.examination for audited in self.audited)


def audit(paths: Sequence[Path], settings: Settings, progress: Progress = silent) -> Round:
    """Audit every file of the paths. An interruption leaves what is finished, and the next run takes it up."""
    if settings.out:
        settings.out.mkdir(parents=True, exist_ok=True)
    intake = take(paths, settings.out)
    run = _Run(settings, progress)
    for path in intake.files:
        run.admit(path)
    run.work()
    return Round(intake, tuple(run.done[str(path)] for path in intake.files), run.recalled, run.twins, run.traces)


class _Run:
    """What has been done and what is still to do."""

    def __init__(self, settings: Settings, progress: Progress) -> None:
        self.settings, self.progress = settings, progress
        self.finished = Finished(settings.out, repr(settings.waivers))
        self.done: dict[str, Audited] = {}
        self.twins: dict[str, str] = {}
        self.traces: dict[str, str] = {}
        self.recalled = 0
        self._first: dict[str, Path] = {}
        self._orders: list[Order] = []

    def admit(self, path: Path) -> None:
        """Look at a file from outside: it may be beyond reading, met before, or done in an earlier run."""
        digest = self._digest(path)
        if not digest:
            return
        if digest in self._first:
            self.twins[str(path)] = str(self._first[digest])
            return
        self._first[digest] = path
        known = self.finished.recall(digest, str(path))
        if known:
            self.done[str(path)] = known
            self.recalled += 1
        else:
            self._orders.append(Order(path, digest, self.settings.waivers, self.finished.place(digest)))

    def work(self) -> None:
        """Do what is left; hold against each other what belongs together; give copies the result of their first."""
        self._do(self._orders, "审核")
        known = [self.done[str(path)] for path in self._first.values()]
        again = {path: others for path, others in companions(known).items() if self._is_new(path, others)}
        self._do([self._with(Path(path), others) for path, others in again.items()], "对照")
        for path, first in self.twins.items():
            audited = self.done[first]
            self.done[path] = replace(audited, examination=replace(audited.examination, path=path))

    def _do(self, orders: Sequence[Order], step: str) -> None:
        settings, total = self.settings, len(orders)
        tasks = [Task(order, settings.seconds, settings.seconds * settings.patience) for order in orders]

        def told(number: int, words: str) -> None:
            self.progress(f"{step}（共{total}份）：{orders[number].path.name} {words}", 0)

        done = isolated(examine, tasks, settings.jobs, settings.megabytes, DESK, told)
        for count, (number, came) in enumerate(done, 1):
            self._put(orders[number], came)
            self.progress(f"{step}（共{total}份）", count)

    def _put(self, order: Order, came: Audited | Lost) -> None:
        """Take a result; one that was lost is told, unless the file was audited by itself already."""
        path = str(order.path)
        if not isinstance(came, Lost):
            self.done[path] = came
            return
        if came.is_bug:
            self.traces[path] = came.trace
        if path not in self.done:
            self.done[path] = Audited(Examination(path, order.digest, refused=came.reason))

    def _with(self, path: Path, others: Companions) -> Order:
        digest = self.done[str(path)].examination.digest
        return Order(path, digest, self.settings.waivers, self.finished.place(digest, others.digest), others)

    def _is_new(self, path: str, others: Companions) -> bool:
        """Whether this has still to be done; the result of an earlier run is taken over."""
        known = self.finished.recall(self.done[path].examination.digest, path, others.digest)
        if known:
            self.done[path] = known
        return known is None

    def _digest(self, path: Path) -> str:
        """The digest of an ordinary file; any other gets its refusal here."""
        try:
            problem = _problem(path)
            if not problem:
                with path.open("rb") as file:
                    return file_digest(file, sha256).hexdigest()
        except OSError as error:
            problem = f"打不开：{error.strerror or error}"
        self.done[str(path)] = Audited(Examination(str(path), refused=problem))
        return ""


def _problem(path: Path) -> str:
    """Why a file is not even opened."""
    if not path.is_file():
        return "没有这个文件" if not path.exists() else "不是普通文件"
    size = path.stat().st_size
    if size == 0:
        return "文件是空的"
    return f"文件有{size >> 20}兆字节，超过{_LARGEST >> 20}兆，没有读" if size > _LARGEST else ""
