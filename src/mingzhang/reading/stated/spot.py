"""Spot 数位: a cell of a block and the address its figure belongs to, before its number is read."""

from dataclasses import dataclass, field

from mingzhang.disclosure.address import Address


@dataclass(frozen=True, slots=True)
class Spot:
    """The figure of `address` stands at this row and column of the block."""

    address: Address
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Stray:
    """A cell that may hold a figure nobody asked for: what is wrong with its row or column, and how to mend it."""

    row: int
    column: int
    message: str
    mend: str
    certain: bool = True


@dataclass
class Found:
    """What was found in a block: places of figures, places of others, and the columns that its head names.

    A column is the row that it stands for (only in T7) and its name.
    """

    spots: list[Spot] = field(default_factory=list)
    strays: list[Stray] = field(default_factory=list)
    columns: set[tuple[str, str]] = field(default_factory=set)
