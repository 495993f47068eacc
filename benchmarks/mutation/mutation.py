"""Mutation 变异: one printed thing of a clean document, changed as people get it wrong."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from mingzhang.reading.transcript import Transcript

LARGE: Final = Decimal("0.30")
"""万元: larger than what the rounding of forty parts and their total can explain (TOL-SUM: 0.205)."""


@dataclass(frozen=True, slots=True)
class Mutation:
    """One change: what was printed, what is printed now, and whether it breaks a relation beyond rounding.

    `breaks` is told by the size of the change alone and not by what the audit says. `sentence` is the sentence or the
    heading that was changed, as it stands now; `fund` the one whose emptiness is declared or no longer is; `row` all
    words of the row of an evaluation in which a cell was changed.
    """

    kind: str
    before: str
    after: str
    breaks: bool
    transcript: Transcript
    sentence: str = ""
    fund: str = ""
    in_cell: bool = False
    row: str = ""


def is_large(before: str, after: str) -> bool:
    """Whether rounding cannot explain the difference of two printed amounts."""
    return abs(worth(before) - worth(after)) >= LARGE


Breaks = Callable[[str, str], bool]
"""Whether a change from one text to another breaks something that must hold."""


def always(before: str, after: str) -> bool:
    """What is wrong however little it is."""
    return True


def worth(text: str) -> Decimal:
    """A printed amount; nothing printed is nothing."""
    return Decimal(text.replace(",", "") or "0")
