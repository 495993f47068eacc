"""Trace 溯源: where a figure comes from, kept with the figure so that it can be followed."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.position import Position
from mingzhang.terms.criterion import Criterion
from mingzhang.terms.selection import Selection


@dataclass(frozen=True, slots=True)
class Selected:
    """The sum of the postings that a question to the books selects; `snapshot` is the digest of those books."""

    selections: tuple[Selection, ...]
    snapshot: str


@dataclass(frozen=True, slots=True)
class Term:
    """One part of a sum: a figure taken with sign +1 or −1."""

    sign: int
    address: Address


@dataclass(frozen=True, slots=True)
class Computed:
    """The signed sum of other figures."""

    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """The records of a register that a criterion selects, counted or added up; `snapshot` is the register's digest."""

    indicator: str
    criterion: Criterion
    snapshot: str


@dataclass(frozen=True, slots=True)
class Divided:
    """One sum of figures over another; `complement` takes what is left of the whole, 1 − quotient."""

    numerator: tuple[Term, ...]
    denominator: tuple[Term, ...]
    complement: bool = False


@dataclass(frozen=True, slots=True)
class Scored:
    """Points earned 得分: the share of a weight that a method gives; `basis` are the figures it looks at."""

    weight: Address
    share: Fraction
    method: str
    basis: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class Stated:
    """Read from a document that somebody else made."""

    position: Position


@dataclass(frozen=True, slots=True)
class Entered:
    """Handed in as such: a budget, a head count, last year's figure."""

    by: str
    position: Position


Trace = Selected | Computed | Measured | Divided | Scored | Stated | Entered


def plus(addresses: Sequence[Address]) -> tuple[Term, ...]:
    """The terms of a plain sum."""
    return tuple(Term(1, address) for address in addresses)
