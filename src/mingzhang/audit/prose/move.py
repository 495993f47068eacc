"""Move 变动: a rate of change with everything it can be computed from."""

from dataclasses import dataclass
from fractions import Fraction

from mingzhang.audit.interval import Exact, Fit, Interval
from mingzhang.audit.prose.agree import step
from mingzhang.audit.prose.figures import Figures
from mingzhang.audit.prose.percent import growth_of, middle, pairs
from mingzhang.audit.prose.said import Said, Text
from mingzhang.disclosure.claim import Change
from mingzhang.terms.printed import Printed


@dataclass(frozen=True)
class Move:
    """A rate of change with what it can be computed from."""

    said: Said
    claim: Change
    number: Printed
    delta: Said | None
    deltas: tuple[Interval, ...]
    now: tuple[Interval, ...]


def rate_fit(said: Said, figures: Figures, text: Text, *, turned: bool = False) -> Fit | None:
    """How a rate of change fits what it can be computed from, or fits its reverse; None when there is nothing."""
    claim, number = said.claim, said.number
    if not isinstance(claim, Change) or number is None:
        return None
    move = move_of(said, claim, number, figures, text)
    sign, moved = direction_of(move), move.deltas
    if turned:
        sign, moved = -sign, tuple(Interval(_minus(d.high), _minus(d.low)) for d in moved)
    return growth_of(number.value * sign, number.places, pairs(moved, move.now))


def delta_beside(said: Said, claim: Change, text: Text) -> Said | None:
    """The printed amount of the same change."""
    return text.near(said, lambda o: isinstance(o, Change) and _same(o, claim) and o.delta is not None)


def move_of(said: Said, claim: Change, number: Printed, figures: Figures, text: Text) -> Move:
    """The rate with the amount of the same change beside it, or else with its base where that is known."""
    now = figures.readings(claim.fact)
    beside = delta_beside(said, claim, text)
    if beside and isinstance(beside.claim, Change) and beside.claim.delta is not None:
        spread = step(beside.number) // 2 if beside.number else 0
        return Move(said, claim, number, beside, (Interval.around(beside.claim.delta, spread),), now)
    known = tuple(between(a, b) for a in now for b in figures.readings(claim.base))
    return Move(said, claim, number, None, known, now)


def between(now: Interval, base: Interval) -> Interval:
    """By how much a figure may truly have changed."""
    middle_gap = middle(now) - middle(base)
    return Interval.around(middle_gap, reach(now) + reach(base))


def reach(interval: Interval) -> Fraction:
    """How far a figure may lie from what is printed."""
    return middle(interval) - Fraction(interval.low or 0)


def direction_of(move: Move) -> int:
    """The direction of the change: as its amount is told, else as its rate is; that they agree is another question."""
    beside = move.delta.claim if move.delta else None
    if isinstance(beside, Change) and beside.delta:
        return -1 if beside.delta < 0 else 1
    return -1 if move.claim.rate is not None and move.claim.rate < 0 else 1


def _minus(end: Exact | None) -> Exact | None:
    return None if end is None else -end


def _same(one: Change, other: Change) -> bool:
    return (one.fact, one.base) == (other.fact, other.base)


def change_root(said: Said) -> str:
    """The cause that a change and its rate share when they do not fit."""
    claim = said.claim
    pair = f"{claim.fact}:{claim.base}" if isinstance(claim, Change) else said.text
    return f"change:{said.spot.section}:{pair}"
