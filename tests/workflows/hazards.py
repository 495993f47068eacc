"""Work that misbehaves when asked to by name, for the tests of isolation."""

import ctypes
import os
import sys
import time
from collections.abc import Callable, Mapping

from mingzhang.workflows.isolation import goes_on


def work(task: str) -> str:
    """Do what the first word says, and answer with the task."""
    verb, _, rest = task.partition(" ")
    return _VERBS[verb](rest) if verb in _VERBS else task


def _spin(_: str) -> str:
    while True:
        pass


def _sleep(seconds: str) -> str:
    time.sleep(float(seconds))
    return f"slept {seconds}"


def _count(pauses: str) -> str:
    """Say after each pause that the work goes on."""
    for number in range(int(pauses)):
        time.sleep(0.4)
        goes_on(f"第{number + 1}步")
    return f"counted {pauses}"


def _crash(_: str) -> str:
    return str(ctypes.string_at(0))


def _swell(_: str) -> str:
    hoard = []
    while True:
        hoard.append(bytearray(8 << 20))


def _raise(text: str) -> str:
    raise ValueError(text)


def _leave(code: str) -> str:
    os._exit(int(code))


def _print(text: str) -> str:
    print(text)
    print(text, file=sys.stderr)
    os.write(1, text.encode())
    return text


_VERBS: Mapping[str, Callable[[str], str]] = {
    "spin": _spin,
    "sleep": _sleep,
    "count": _count,
    "crash": _crash,
    "swell": _swell,
    "raise": _raise,
    "leave": _leave,
    "print": _print,
    "who": lambda _: str(os.getpid()),
    "long": lambda _: "长" * (2 << 20),
}
