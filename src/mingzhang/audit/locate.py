"""Locate 定位: which printed figures are wrong, as the smallest change that makes everything agree (Fellegi–Holt).

Figures are changed on paper, so a constraint asks of the printed digits what `check` asks of them: agreement within
the rounding of its own figures. First, for each knot of broken constraints, every single figure is tried exactly: it
must lie in all of them and find room in every constraint on it. As the knots share no figure, one change each is
the least possible. Knots that no single figure unties go to the solver, with all that hangs together with them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from mingzhang.audit.interval import EVERYTHING, Exact, Interval, half_up, size
from mingzhang.audit.linear import Linear
from mingzhang.audit.slip import Kind, Slip, slips
from mingzhang.audit.system import System, Values
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact

LIMIT = 8
"""How many alternative explanations are sought."""


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that is wrong: what it must be, or the interval it must lie in, and what it now contradicts.

    `slip`: how the printed digits came from those expected, where one of several figures must be chosen.
    """

    fact: Fact
    expected: Exact | None
    allowed: Interval
    support: tuple[Linear, ...]
    slip: Kind | None = None

    @property
    def strangeness(self) -> int:
        """How little a slip of the pen explains it."""
        return 2 if self.slip is None else 0 if self.slip.is_strong else 1


@dataclass(frozen=True, slots=True)
class Root:
    """One cause. One alternative: located. Several: any of them explains it. None: not found in time."""

    alternatives: tuple[tuple[Change, ...], ...]
    broken: tuple[Linear, ...]

    @property
    def slips(self) -> tuple[Change, ...]:
        """Of several single figures that may be wrong, those that the most telling slips explain."""
        single = [way[0] for way in self.alternatives if len(way) == 1 and way[0].slip]
        least = min((change.strangeness for change in single), default=0)
        return tuple(change for change in single if change.strangeness == least)


def locate(constraints: Iterable[Linear]) -> tuple[Root, ...]:
    """The root causes behind all broken constraints; nothing when none is broken."""
    system = System.of_constraints(constraints)
    broken = system.broken()
    if not broken:
        return ()
    knots = [(knot, _singles(system, knot)) for knot in _joined(system, broken)]
    tangled = _tangled(system, knots)
    untied = [(knot, changes) for knot, changes in knots if knot not in tangled]
    values = {changes[0].fact.address: _target(changes[0]) for _, changes in untied}
    roots = [_root(system, knot, [(change,) for change in changes]) for knot, changes in untied]
    for indexes in _together(system, tangled):
        roots += _untie(system, indexes, values)
    return tuple(roots)


def weight(fact: Fact) -> float:  # not money
    """How readily a figure is believed: an empty cell more than a number, another year's document still more."""
    return 1.0 + (0.1 if fact.value == 0 else 0.0) + (0.2 if fact.address.phase else 0.0)


def _singles(system: System, knot: list[int]) -> list[Change]:
    """Every figure whose change alone unties the knot, the likeliest first."""
    first, *others = (system.bounds[index].weights for index in knot)
    common = [address for address in first if all(address in other for other in others)]
    changes = [change for address in common if (change := _change(system, address, knot, {}))]
    likely = [change for change in changes if not _turns_negative(change)] or changes
    if len(likely) > 1:
        likely = [_with_slip(system, change) for change in likely]
    return sorted(likely, key=lambda c: (c.strangeness, weight(c.fact), system.misfits(c.fact.address, _target(c))))


def _with_slip(system: System, change: Change) -> Change:
    """The change as a slip of the pen has it, where one makes the printed figure of what is allowed."""
    slip = _slip(system, change)
    return replace(change, expected=slip.meant * system.step(change.fact.address), slip=slip.kind) if slip else change


def _explained(system: System, way: tuple[Change, ...]) -> tuple[Change, ...]:
    return (_with_slip(system, way[0]),) if len(way) == 1 else way


def _slip(system: System, change: Change) -> Slip | None:
    fact, low, high = change.fact, change.allowed.low, change.allowed.high
    step = system.step(fact.address)
    if low is None or high is None or fact.value % step or _is_borne_out(system, fact):
        return None
    if not fact.value:
        emptied = change.expected is not None and _has_fellow(system, fact.address)
        return Slip(Kind.EMPTIED, int(half_up(_target(change), step) // step)) if emptied else None
    return slips(fact.value // step, Fraction(low + high) / (2 * step), Fraction(high - low) / (2 * step))


def _is_borne_out(system: System, fact: Fact) -> bool:
    """Whether another statement prints the same digits: a slip of the pen is not made twice."""
    steps = fact.value // system.step(fact.address)
    is_telling = abs(steps) >= _TELLING and steps % _ROUND
    others = (f for at, f in system.facts.items() if at.statement != fact.address.statement)
    return bool(is_telling) and any(other.value == fact.value for other in others)


_TELLING, _ROUND = 1000, 100
"""Fewer than four digits, or whole numbers, may be the same by chance."""


def _has_fellow(system: System, address: Address) -> bool:
    """Whether the same cell holds a figure elsewhere: beside the final figure in the budget, in another statement."""
    row = _FELLOW_ROWS.get(address.row, address.row)
    return any(
        fact.value and at.column == address.column and at.row in (row, address.row)
        for at, fact in system.facts.items()
        if at != address
    )


_FELLOW_ROWS = {"预算数": "决算数", "决算数": "预算数"}


def _turns_negative(change: Change) -> bool:
    """Hardly any figure of a statement may be below zero: no way to mend what another figure mends better."""
    return change.expected is not None and change.expected < 0 <= change.fact.value


def _change(system: System, address: Address, broken: Iterable[int], values: Values) -> Change | None:
    """The change of one figure that satisfies every constraint on it, if there is one."""
    allowed = system.rooms(address, values)
    if allowed.is_empty:
        return None
    expected = system.best(address, system.of[address], allowed, values)
    support = tuple(system.bounds[i].source for i in broken if address in system.bounds[i].weights)
    return Change(system.facts[address], expected, allowed, support)


def _tangled(system: System, knots: list[tuple[list[int], list[Change]]]) -> list[list[int]]:
    """The knots that no single figure unties, or whose answers contradict each other."""
    values = {changes[0].fact.address: _target(changes[0]) for _, changes in knots if changes}
    hurt = {a for a in values for i in system.of[a] if not system.holds(i, values)}
    return [knot for knot, changes in knots if not changes or changes[0].fact.address in hurt]


def _target(change: Change) -> Exact:
    if change.expected is not None:
        return change.expected
    ends = [end for end in (change.allowed.low, change.allowed.high) if end is not None]
    return min(ends, key=lambda end: size(end - change.fact.value)) if ends else change.fact.value


def _joined(system: System, indexes: Iterable[int]) -> list[list[int]]:
    """The constraints in groups that share no figure with each other."""
    groups: list[tuple[set[Address], list[int]]] = []
    for index in indexes:
        cells, members = set(system.bounds[index].weights), [index]
        for group in [group for group in groups if group[0] & cells]:
            groups.remove(group)
            cells, members = cells | group[0], group[1] + members
        groups.append((cells, members))
    return [sorted(members) for _, members in groups]


def _together(system: System, tangled: list[list[int]]) -> list[list[int]]:
    """Tangled knots whose surroundings meet are one question to the solver."""
    groups: list[tuple[set[int], list[int]]] = []
    for knot in tangled:
        around, members = set(_touching_all(system, _around(system, knot))), list(knot)
        for group in [group for group in groups if group[0] & around]:
            groups.remove(group)
            around, members = around | group[0], group[1] + members
        groups.append((around, members))
    return [sorted(members) for _, members in groups]


def _around(system: System, broken: Iterable[int]) -> list[Address]:
    """The figures of the broken constraints and of those beside them.

    A smallest set of two lies inside: one of the two is in a broken constraint, the other at most one step away. For
    more entangled errors it is where nearly all of them are; the whole component costs ten times as much.
    """
    near = dict.fromkeys(address for index in broken for address in system.bounds[index].weights)
    return list(dict.fromkeys(a for i in _touching_all(system, near) for a in system.bounds[i].weights))


def _touching_all(system: System, cells: Iterable[Address]) -> list[int]:
    return sorted({index for address in cells for index in system.of[address]})


def _untie(system: System, broken: list[int], values: Values) -> list[Root]:
    """Ask the solver; figures in all its answers are certain, the rest are alternatives."""
    from mingzhang.audit.solver import Task, proposals  # half a second to load, seldom needed

    cells = _around(system, broken)
    weights = [weight(system.facts[address]) for address in cells]
    task = Task(system, cells, _touching_all(system, cells), weights, values)
    found = (_settle(system, proposal.changes, broken, values) for proposal in proposals(task, LIMIT))
    answers = [answer for answer in found if answer]
    if not answers:
        return [_root(system, broken, [])]
    certain = [c for c in answers[0] if all(any(_same(c, d) for d in other) for other in answers[1:])]
    roots = [_root(system, _touching(system, broken, [c.fact.address]) or broken, [(c,)]) for c in certain]
    doubtful = [tuple(c for c in answer if not any(_same(c, d) for d in certain)) for answer in answers]
    doubtful = sorted((_explained(system, way) for way in doubtful), key=lambda way: sum(c.strangeness for c in way))
    if any(doubtful):
        known = _touching(system, broken, [c.fact.address for c in certain])
        rest = [i for i in broken if i not in known] or broken
        roots.append(_root(system, rest, doubtful))
    return roots


Guesses = dict[Address, float]  # not money: where the solver looks; the values are then settled exactly


def _settle(system: System, proposed: Guesses, broken: list[int], right: Values) -> tuple[Change, ...]:
    """Exact values for a proposed set, each from constraints whose other figures are known; empty when it fails."""
    values = dict(right)
    waiting = list(proposed)
    while waiting:
        address = _next(system, waiting)
        waiting.remove(address)
        known = [i for i in system.of[address] if not any(a in system.bounds[i].weights for a in waiting)]
        allowed = EVERYTHING
        for index in known:
            allowed = allowed & system.room(address, index, values)
        near = half_up(system.facts[address].value + round(proposed[address]), system.step(address))
        best = None if allowed.is_empty else system.best(address, known, allowed, values)
        values[address] = near if best is None else best
    if any(not system.holds(index, values) for index in _touching_all(system, proposed)):
        return ()
    return tuple(_final(system, address, broken, values) for address in proposed)


def _next(system: System, waiting: list[Address]) -> Address:
    """The figure most of whose constraints speak of no other unknown figure."""

    def free(address: Address) -> int:
        others = [a for a in waiting if a != address]
        return sum(not any(a in system.bounds[i].weights for a in others) for i in system.of[address])

    return max(waiting, key=free)


def _final(system: System, address: Address, broken: list[int], values: Values) -> Change:
    support = tuple(system.bounds[i].source for i in broken if address in system.bounds[i].weights)
    return Change(system.facts[address], values[address], system.rooms(address, values), support)


def _same(one: Change, other: Change) -> bool:
    return one.fact.address == other.fact.address and one.expected == other.expected


def _touching(system: System, broken: list[int], addresses: list[Address]) -> list[int]:
    return [i for i in broken if any(a in system.bounds[i].weights for a in addresses)]


def _root(system: System, broken: list[int], alternatives: list[tuple[Change, ...]]) -> Root:
    return Root(tuple(alternatives), tuple(system.bounds[index].source for index in broken))
