"""Meter 进度条: one line on the terminal that says what is going on; silent where nobody watches."""

import sys
from types import TracebackType
from typing import Self


class Meter:
    """Called with a step and a count; erases its line when the work is over."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()

    def __call__(self, step: str, done: int) -> None:
        """Show the step; `done` is how many items of it have passed, 0 when that is not counted."""
        if self._shown:
            count = f" {done:,}" if done else ""
            sys.stderr.write(f"\r\x1b[K{step}…{count}")
            sys.stderr.flush()

    def __enter__(self) -> Self:
        """The meter itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Erase the line, whatever happened."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
