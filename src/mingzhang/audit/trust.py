"""Trust 可信: what the relations between figures tell those who hold words against them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mingzhang.audit.interval import Exact
from mingzhang.disclosure.address import Address


@dataclass(frozen=True)
class Trust:
    """`twins` are the other places that print the very same figure, as the relations that hold show.

    `doubts` are figures found wrong, or possibly wrong, with the values they may truly have.
    """

    twins: Mapping[Address, tuple[Address, ...]] = field(default_factory=dict)
    doubts: Mapping[Address, tuple[Exact, ...]] = field(default_factory=dict)


NOTHING_KNOWN = Trust()
