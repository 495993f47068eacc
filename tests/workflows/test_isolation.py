"""Work that spins, crashes or swells is ended and named; the rest goes on as if nothing had happened."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mingzhang.workflows.isolation import Lost, Task, isolated
from tests.workflows.hazards import work

MEGABYTES = 400


def done(*texts: str, jobs: int = 2, seconds: float = 20) -> list[str | Lost]:
    """What came of each task, in the order of the tasks."""
    tasks = [Task(text, seconds) for text in texts]
    came = dict(isolated(work, tasks, jobs, MEGABYTES))
    return [came[number] for number in range(len(texts))]


def reason(result: str | Lost) -> str:
    assert isinstance(result, Lost)
    return result.reason


def test_each_task_is_answered_once() -> None:
    assert done(*"abcdefgh") == list("abcdefgh")


def test_workers_live_on_from_task_to_task() -> None:
    assert len(set(done(*["who"] * 12))) <= 2


def test_one_that_spins_is_stopped_and_the_others_go_on() -> None:
    began = time.monotonic()
    spun, *others = done("spin", "a", "b", seconds=1)
    assert reason(spun) == "1秒内没有做完，已停止"
    assert others == ["a", "b"]
    assert time.monotonic() - began < 10


def test_one_that_says_it_goes_on_is_given_time_but_not_for_ever() -> None:
    heard: list[tuple[int, str]] = []
    tasks = [Task("count 4", 1, 20), Task("count 9", 1, 2)]
    came = dict(isolated(work, tasks, 2, MEGABYTES, told=lambda number, words: heard.append((number, words))))
    assert came[0] == "counted 4"
    assert reason(came[1]) == "2秒内没有做完，已停止"
    assert [words for number, words in heard if not number] == ["第1步", "第2步", "第3步", "第4步"]


@pytest.mark.skipif(sys.platform == "win32", reason="no limits there")
def test_one_that_swells_is_stopped() -> None:
    swelled, other = done("swell", "a")
    assert "占用内存超过400兆字节" in reason(swelled)
    assert other == "a"


@pytest.mark.parametrize("how", ["crash", "leave 3"])
def test_one_that_dies_is_replaced(how: str) -> None:
    died, *others = done(how, "a", "b", jobs=1)
    assert reason(died).startswith("处理时崩溃")
    assert others == ["a", "b"]


def test_a_fault_of_the_program_brings_its_trace() -> None:
    (bug,) = done("raise 坏了")
    assert isinstance(bug, Lost)
    assert bug.is_bug
    assert "ValueError: 坏了" in bug.trace


def test_what_a_library_prints_stays_inside(capfd: pytest.CaptureFixture[str]) -> None:
    assert done("print 杂音") == ["杂音"]
    assert "杂音" not in "".join(capfd.readouterr())


def test_the_program_that_asks_is_not_run_again_by_the_workers(tmp_path: Path) -> None:
    script = tmp_path / "unguarded.py"
    script.write_text(
        "from mingzhang.workflows.isolation import Task, isolated\n"
        "from tests.workflows.hazards import work\n"
        "print(dict(isolated(work, [Task('a', 20)], 1, 400)))\n",
        encoding="utf-8",
    )
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(root), *sys.path))}
    run = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, env=environment, cwd=root, check=False
    )
    assert (run.stdout.strip(), run.stderr) == ("{0: 'a'}", "")


def test_long_answers_come_whole() -> None:
    (long,) = done("long")
    assert isinstance(long, str)
    assert len(long) == 2 << 20


def test_closing_early_ends_the_workers() -> None:
    running = isolated(work, [Task("a", 20), Task("sleep 60", 60), Task("b", 20)], 2, MEGABYTES)
    assert next(running)[1] == "a"
    began = time.monotonic()
    running.close()  # type: ignore[attr-defined]
    assert time.monotonic() - began < 5


def test_no_tasks_no_workers() -> None:
    assert done() == []
