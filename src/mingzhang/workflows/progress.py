"""Progress 进度: what a long run tells the one who waits."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Progress = Callable[[str, int], None]
"""Called with the step under way and how many items of it are done."""

_Item = TypeVar("_Item")
_EVERY = 5_000


def silent(step: str, done: int) -> None:
    """Tell nothing."""


def counted(items: Iterable[_Item], step: str, progress: Progress) -> Iterator[_Item]:
    """The same items, with word of how many have passed."""
    for number, item in enumerate(items, 1):
        if number % _EVERY == 0:
            progress(step, number)
        yield item
