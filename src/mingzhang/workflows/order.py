"""Order 送审件: what the one who runs an audit hands to a worker; it knows nothing of readers and rules itself."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mingzhang.audit.waiver import Waiver
from mingzhang.workflows.companions import ALONE, Companions
from mingzhang.workflows.finished import Audited

DESK: Final = "mingzhang.workflows.ready"
"""Where the work is done; workers have it at hand before the first order comes."""


@dataclass(frozen=True, slots=True)
class Order:
    """One file to audit: its digest, the waivers that may apply, where to keep the result, what other files say."""

    path: Path
    digest: str
    waivers: tuple[Waiver, ...] = ()
    place: Path | None = None
    others: Companions = ALONE


def examine(order: Order) -> Audited:
    """Have the desk do it: readers and rules are only loaded where they are used."""
    from mingzhang.workflows import desk

    return desk.examine(order)
