"""Seating 对号入座: which row each item of a list is, decided for all of them together: every row is told once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from mingzhang.disclosure.fact import Fact
from mingzhang.narrative.prose.catalogue import Catalogue, key
from mingzhang.narrative.prose.item import ItemName
from mingzhang.narrative.prose.numeral import Numeral
from mingzhang.narrative.prose.roll import Roll
from mingzhang.terms.classification import ancestors

_NAME, _NEAR_NAME, _AMOUNT = 9, 7, 8
_OUTER: Final = {3: 3, 5: 7}
"""What the right name of the class and of the 款 is worth: together more than a name, less than name and amount."""
_ABSENT: Final = 5
_LEAST: Final = 8
_NEAR: Final = Fraction(3, 4)


@dataclass(frozen=True, slots=True)
class Told:
    """An item as it was named, with the amount that was spent on it."""

    item: ItemName
    amount: Numeral | None


@dataclass(frozen=True)
class Rows:
    """The rows that items of one statement can be."""

    catalogue: Catalogue
    roll: Roll

    def untold(self, depth: int, taken: set[str]) -> list[str]:
        """The rows of one level that are something and that no item is."""
        figures = {code: self._figure(code) for code in self.roll.order(depth)}
        return [code for code, fact in figures.items() if code not in taken and fact is not None and fact.value]

    def _figure(self, code: str) -> Fact | None:
        place = self.roll.at(code)
        return self.catalogue.facts.get(place) if place else None

    def is_worth(self, code: str, amount: Numeral | None) -> bool:
        """Whether the row has the printed amount."""
        fact = self._figure(code)
        if amount is None or fact is None or not amount.value:
            return False
        return abs(fact.value - amount.printed.fen) <= max(amount.printed.spread, 1)

    def weights(self, told: Told) -> dict[str, int]:
        """How much speaks for each row; rows for which too little speaks are left out."""
        rows = self.roll.order(told.item.depth)
        found = {code: self._weight(told, code) for code in rows}
        if told.item.code in found:
            return {told.item.code: 3 * _NAME}
        for code in self.catalogue.exact(told.item):
            if code not in found:
                found[code] = self._weight(told, code) - (_ABSENT if told.amount and told.amount.value else 0)
        return {code: weight for code, weight in found.items() if weight >= _LEAST}

    def _weight(self, told: Told, code: str) -> int:
        *outer, name = told.item.path
        above = ancestors(code)
        around = sum(max((self._named(each, line, _OUTER[len(line)]) for line in above), default=0) for each in outer)
        inner = self._named(name, code, _NAME) or (_NEAR_NAME if self._is_near(name, code) else 0)
        return around + inner + (_AMOUNT if self.is_worth(code, told.amount) else 0)

    def _named(self, name: str, code: str, worth: int) -> int:
        return worth if key(name) in self.catalogue.names.get(code, ()) else 0

    def _is_near(self, name: str, code: str) -> bool:
        return self.catalogue.likeness(name, code) >= _NEAR


def seated(told: list[Told], rows: Rows) -> Iterator[str | None]:
    """The code of each item: its row, nothing when no row may be said, None when each may be found by itself."""
    seats: dict[int, str] = {}
    for depth in {each.item.depth for each in told}:
        weights = {i: rows.weights(t) for i, t in enumerate(told) if t.item.depth == depth}
        table = _Table(rows.roll.order(depth), weights)
        seats |= table.seats() if table.order else {}
    taken = set(seats.values())
    for i, each in enumerate(told):
        yield seats[i] if i in seats else _alone(each, rows, taken)


def _alone(told: Told, rows: Rows, taken: set[str]) -> str | None:
    """What is left over: told once more when its amount says so or no row is left, else nobody knows which it is."""
    code = rows.catalogue.row(told.item, rows.roll.places, told.amount)
    repeats = told.amount is None or rows.is_worth(code, told.amount) or not rows.untold(told.item.depth, taken)
    return None if repeats or code not in taken else ""


@dataclass
class _Table:
    """Items of one level that wait for their rows: the surest goes first, by its lead over its own next choice."""

    order: list[str]
    weights: dict[int, dict[str, int]]
    found: dict[int, str] = field(default_factory=dict)

    def seats(self) -> Mapping[int, str]:
        """Every item for which a row is sure."""
        while best := max(self._claims(), default=None):
            self.found[-best[2]] = best[3]
        return self.found

    def _claims(self) -> Iterator[tuple[int, int, int, str]]:
        """What may be seated next, by its lead over its own next choice."""
        free = set(self.order).union(*self.weights.values()) - set(self.found.values())
        for item, weights in self.weights.items():
            ranked = sorted(((w, c) for c, w in weights.items() if c in free), reverse=True)
            if item in self.found or not ranked:
                continue
            lead = ranked[0][0] - (ranked[1][0] if len(ranked) > 1 else 0)
            tied = [code for weight, code in ranked if weight == ranked[0][0]]
            between = tied if lead else self._between(item, tied)
            if len(between) == 1:
                yield lead, ranked[0][0], -item, between[0]

    def _between(self, item: int, codes: list[str]) -> list[str]:
        """Those that stand in the statement between the rows told before and after, when all are told in its order."""
        place = {code: at for at, code in enumerate(self.order)}
        told = [(i, place[c]) for i, c in sorted(self.found.items()) if c in place]
        places = [at for _, at in told]
        if places != sorted(places):
            return []
        low = max((at for i, at in told if i < item), default=-1)
        high = min((at for i, at in told if i > item), default=len(self.order))
        return [code for code in codes if low < place.get(code, -1) < high]
