"""Roll 名册: the rows that the items of a section can be, and where the figure of each stands."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from mingzhang.disclosure.address import TOTAL, Address
from mingzhang.narrative.prose.catalogue import LENGTHS, Catalogue

_FUNDS: Final = (("T5", "小计"), ("T8", "小计"), ("T9", "小计"), ("T9", "合计"))
_ALL: Final = "T4", "合计", "本年支出合计"


@dataclass(frozen=True)
class Roll:
    """The rows of one statement in its order, or of every fund's for a section that tells what all funds paid.

    `torn` are codes of which several funds paid a part, so that no one figure is theirs.
    """

    statement: str
    column: str
    whole: Address
    places: Mapping[str, Address] = field(default_factory=dict)
    torn: frozenset[str] = frozenset()

    @staticmethod
    def of(catalogue: Catalogue, statement: str, column: str) -> "Roll":
        """The rows of a statement as it prints them."""
        rows = (a.row for a in catalogue.facts if a.statement == statement and not a.phase)
        places = {row: Address(statement, row, column) for row in dict.fromkeys(rows) if row.isdigit()}
        return Roll(statement, column, Address(statement, TOTAL, column), places)

    @staticmethod
    def of_all_funds(catalogue: Catalogue) -> "Roll":
        """The rows of all funds together; a class of several is the line of T4."""
        found: dict[str, list[Address]] = defaultdict(list)
        for at in catalogue.facts:
            if (at.statement, at.column) in _FUNDS and at.row.isdigit() and not at.phase:
                found[at.row].append(at)
        places = {code: _place(catalogue, code, found[code]) for code in sorted(found)}
        sure = {code: place for code, place in places.items() if place}
        statement, column, whole = _ALL
        return Roll("T5", "小计", Address(statement, whole, column), sure, frozenset(places) - frozenset(sure))

    def at(self, code: str) -> Address | None:
        """The figure of a code, in the statement or missing from it; None when no one figure is its own."""
        return self.places.get(code) or (None if code in self.torn else Address(self.statement, code, self.column))

    def code(self, place: Address) -> str | None:
        """The code whose figure this is; None when it is no row's."""
        known = (code for code, at in self.places.items() if at == place)
        return next(known, place.row if place.row.isdigit() and self.at(place.row) == place else None)

    def order(self, depth: int) -> list[str]:
        """The codes of one level as the statement prints them."""
        return [code for code in self.places if len(code) == LENGTHS[depth - 1]]


def _place(catalogue: Catalogue, code: str, found: list[Address]) -> Address | None:
    """Where the code's figure stands: with the one fund that paid anything, or in the sum over funds."""
    paying = [at for at in found if catalogue.facts[at].value]
    if len(paying) <= 1:
        return (paying or found)[0]
    statement, column, _ = _ALL
    sums = (Address(statement, name, column) for name in catalogue.labels.get(code, ()))
    return next((at for at in sums if at in catalogue.facts), None)
