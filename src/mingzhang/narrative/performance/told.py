"""Told: a block that speaks of the year's self-evaluation, and says nothing without one."""

from collections.abc import Callable

from mingzhang.disclosure.appraisal import Performance
from mingzhang.narrative.block import Piece
from mingzhang.narrative.context import Context

Writer = Callable[[Context, Performance], tuple[Piece, ...]]
"""How a block about a self-evaluation is written."""


def told(write: Writer) -> Callable[[Context], tuple[Piece, ...]]:
    """The writer as one that finds the self-evaluation in its context."""

    def written(c: Context) -> tuple[Piece, ...]:
        return write(c, c.performance) if c.performance else ()

    return written
