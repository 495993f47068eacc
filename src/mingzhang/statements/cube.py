"""Cube 余额立方: the balances of some units, sorted once so that a year's statements can ask a thousand questions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from mingzhang.books.balance import Balance
from mingzhang.statements.form import Axis
from mingzhang.terms.money import Fen
from mingzhang.terms.selection import Selection


@dataclass(frozen=True, slots=True)
class Scope:
    """口径: whose accounts are compiled; `outside` leaves out transfers between them, as a department's accounts do."""

    entities: tuple[str, ...] = ()
    outside: bool = False

    def put(self, selection: Selection) -> Selection:
        """The question asked of this scope; only a question marked `outside` ever leaves out inner transfers."""
        return replace(selection, entities=self.entities, outside=self.outside and selection.outside)


@dataclass(slots=True)
class _Group:
    """Balances that agree in all but their codes; `line` stands for them in every other condition."""

    line: Balance
    lines: list[Balance] = field(default_factory=list)


@dataclass(frozen=True)
class Cube:
    """What the units of a scope have in their books."""

    balances: tuple[Balance, ...]
    scope: Scope
    _sums: dict[object, dict[str, Fen]] = field(default_factory=dict, repr=False)

    @staticmethod
    def of(balances: Iterable[Balance], scope: Scope) -> "Cube":
        """The balances of the scope's units."""
        units = frozenset(scope.entities)
        return Cube(tuple(b for b in balances if not units or b.entity in units), scope)

    @cached_property
    def _groups(self) -> tuple[_Group, ...]:
        """One group for each combination of the dimensions that forms ask about besides the codes."""
        groups: dict[object, _Group] = {}
        inner = frozenset(self.scope.entities)
        for b in self.balances:
            key = (b.account, b.fund, b.nature, b.contra, b.opening, b.closing, b.counterparty in inner)
            if key not in groups:
                groups[key] = _Group(replace(b, function="", economic=""))
            groups[key].lines.append(b)
        return tuple(groups.values())

    def total(self, selection: Selection) -> Fen:
        """The sum of the matching balances."""
        if selection.projects or (selection.functions and selection.economics):
            return sum(selection.amount(b) for b in self._chosen(selection))
        axis = Axis.ECONOMIC if selection.economics else Axis.FUNCTION
        prefixes = selection.economics or selection.functions or ("",)
        sums = self.by_prefix(selection, axis)
        return sum(sums.get(prefix, 0) for prefix in _outermost(prefixes))

    def by_prefix(self, selection: Selection, axis: Axis) -> Mapping[str, Fen]:
        """The sums for each code of a classification and each beginning of one, whatever codes are asked for."""
        key = (axis, *_without_codes(selection))
        if key not in self._sums:
            self._sums[key] = _prefix_sums(self._by_code(replace(selection, functions=(), economics=()), axis))
        return self._sums[key]

    def _by_code(self, selection: Selection, axis: Axis) -> dict[str, Fen]:
        sums: dict[str, Fen] = {}
        for b in self._chosen(selection):
            code = b.function if axis is Axis.FUNCTION else b.economic
            sums[code] = sums.get(code, 0) + selection.amount(b)
        return sums

    def losers(self, selection: Selection) -> tuple[str, ...]:
        """The units for which the question comes out below zero."""
        sums: dict[str, Fen] = {}
        for b in self._chosen(selection):
            sums[b.entity] = sums.get(b.entity, 0) + selection.amount(b)
        return tuple(sorted(unit for unit, amount in sums.items() if amount < 0))

    def _chosen(self, selection: Selection) -> Iterable[Balance]:
        """The matching balances; a question without codes about the whole scope is asked of groups only."""
        narrow = selection.functions or selection.economics or selection.projects
        if narrow or selection.entities != self.scope.entities:
            return (b for b in self.balances if selection.matches(b))
        return (b for group in self._groups if selection.matches(group.line) for b in group.lines)


def _without_codes(s: Selection) -> tuple[object, ...]:
    """What tells two questions about the same codes apart; a key that costs less than another Selection."""
    return (s.accounts, s.side, s.measure, s.funds, s.natures, s.contra, s.closing_entries, s.entities, s.outside)


def _prefix_sums(by_code: Mapping[str, Fen]) -> dict[str, Fen]:
    sums: dict[str, Fen] = {}
    for code, amount in by_code.items():
        for length in range(len(code) + 1):
            sums[code[:length]] = sums.get(code[:length], 0) + amount
    return sums


def _outermost(prefixes: tuple[str, ...]) -> Iterator[str]:
    """The prefixes that no other one holds, each once, so that nothing counts twice."""
    if len(prefixes) == 1:
        return iter(prefixes)
    chosen = dict.fromkeys(prefixes)
    return (p for p in chosen if not any(p != other and p.startswith(other) for other in chosen))
