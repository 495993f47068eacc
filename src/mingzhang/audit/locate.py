"""Locate 定位: which printed figures are wrong, as the smallest change that makes everything agree (Fellegi–Holt).

Figures are changed on paper, so a constraint asks of the printed digits what `check` asks of them: agreement within
the rounding of its own figures. First, for each knot of broken constraints, every single figure is tried exactly: it
must lie in all of them and find room in every constraint on it. As the knots share no figure, one change each is
the least possible. Knots that no single figure unties go to the solver, with all that hangs together with them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mingzhang.audit.interval import Exact, Interval, half_up, size
from mingzhang.audit.linear import Linear
from mingzhang.audit.system import System
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact

LIMIT = 8
"""How many alternative explanations are sought."""


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that is wrong: what it must be, or the interval it must lie in, and what it now contradicts."""

    fact: Fact
    expected: Exact | None
    allowed: Interval
    support: tuple[Linear, ...]


@dataclass(frozen=True, slots=True)
class Root:
    """One cause. One alternative: located. Several: any of them explains it. None: not found in time."""

    alternatives: tuple[tuple[Change, ...], ...]
    broken: tuple[Linear, ...]


def locate(constraints: Iterable[Linear]) -> tuple[Root, ...]:
    """The root causes behind all broken constraints; nothing when none is broken."""
    system = System.of_constraints(constraints)
    broken = system.broken()
    if not broken:
        return ()
    knots = _joined(system, broken, lambda index: system.bounds[index].weights)
    singles = {id(knot): _singles(system, knot) for knot in knots}
    tangled = _tangled(system, [(knot, singles[id(knot)]) for knot in knots])
    roots = [_root(system, knot, [(c,) for c in singles[id(knot)]]) for knot in knots if knot not in tangled]
    for component in _components(system, tangled):
        roots += _untie(system, component, [i for knot in tangled for i in knot if i in component])
    return tuple(roots)


def weight(fact: Fact) -> float:
    """How readily a figure is believed: an empty cell more than a number, another year's document still more."""
    return 1.0 + (0.25 if fact.value == 0 else 0.0) + (0.5 if fact.address.phase else 0.0)


def _singles(system: System, knot: list[int]) -> list[Change]:
    """Every figure whose change alone unties the knot, the likeliest first."""
    first, *others = (system.bounds[index].weights for index in knot)
    common = [address for address in first if all(address in other for other in others)]
    changes = [change for address in common if (change := _change(system, address, knot, {}))]
    return sorted(changes, key=lambda change: weight(change.fact))


def _change(system: System, address: Address, broken: Iterable[int], values: dict[Address, Exact]) -> Change | None:
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


def _joined(system: System, indexes: Iterable[int], cells: Callable[[int], Iterable[Address]]) -> list[list[int]]:
    """The constraints in groups that share no figure."""
    group: dict[int, list[int]] = {}
    owner: dict[Address, list[int]] = {}
    for index in indexes:
        mine = [index]
        for address in cells(index):
            other = owner.get(address)
            if other is not None and other is not mine:
                small, large = sorted((mine, other), key=len)
                large += small
                for moved in small:
                    group[moved] = large
                    owner.update((a, large) for a in cells(moved) if a in owner)
                mine = large
            owner[address] = mine
        group[index] = mine
    return list({id(g): sorted(g) for g in group.values()}.values())


def _components(system: System, tangled: list[list[int]]) -> list[set[int]]:
    """All constraints that hang together with each tangled knot, over any chain of figures."""
    components: list[set[int]] = []
    for knot in tangled:
        if any(knot[0] in component for component in components):
            continue
        seen, waiting = set(knot), list(knot)
        while waiting:
            for address in system.bounds[waiting.pop()].weights:
                fresh = [index for index in system.of[address] if index not in seen]
                seen.update(fresh)
                waiting += fresh
        components.append(seen)
    return components


def _untie(system: System, component: set[int], broken: list[int]) -> list[Root]:
    """Ask the solver; figures in all its answers are certain, the rest are alternatives."""
    from mingzhang.audit.solver import proposals  # half a second to load, seldom needed

    cells = list(dict.fromkeys(a for index in sorted(component) for a in system.bounds[index].weights))
    weights = [weight(system.facts[a]) for a in cells]
    found = [p.changes for p in proposals(system, cells, sorted(component), weights, LIMIT)]
    answers = [a for changes in found if (a := _settle(system, changes, broken))]
    if not answers:
        return [_root(system, broken, [])]
    certain = [c for c in answers[0] if all(any(_same(c, d) for d in other) for other in answers[1:])]
    roots = [_root(system, _touching(system, broken, [c.fact.address]) or broken, [(c,)]) for c in certain]
    doubtful = [tuple(c for c in answer if not any(_same(c, d) for d in certain)) for answer in answers]
    if any(doubtful):
        known = _touching(system, broken, [c.fact.address for c in certain])
        rest = [i for i in broken if i not in known] or broken
        roots.append(_root(system, rest, doubtful))
    return roots


def _settle(system: System, proposed: dict[Address, float], broken: list[int]) -> tuple[Change, ...]:
    """Exact values for a proposed set, each from constraints whose other figures are known; empty when it fails."""
    values: dict[Address, Exact] = {}
    waiting = list(proposed)
    while waiting:
        address = _next(system, waiting)
        known = [
            i for i in system.of[address] if not any(a in system.bounds[i].weights for a in waiting if a != address)
        ]
        near = half_up(system.facts[address].value + round(proposed[address]), system.step(address))
        allowed = Interval(None, None)
        for index in known:
            allowed = allowed & system.room(address, index, values)
        best = None if allowed.is_empty else system.best(address, known, allowed, values)
        values[address] = near if best is None else best
        waiting.remove(address)
    if any(not system.holds(index, values) for address in values for index in system.of[address]):
        return ()
    return tuple(_final(system, address, broken, values) for address in values)


def _next(system: System, waiting: list[Address]) -> Address:
    """The figure most of whose constraints speak of no other unknown figure."""

    def free(address: Address) -> int:
        others = [a for a in waiting if a != address]
        return sum(not any(a in system.bounds[i].weights for a in others) for i in system.of[address])

    return max(waiting, key=free)


def _final(system: System, address: Address, broken: list[int], values: dict[Address, Exact]) -> Change:
    support = tuple(system.bounds[i].source for i in broken if address in system.bounds[i].weights)
    return Change(system.facts[address], values[address], system.rooms(address, values), support)


def _same(one: Change, other: Change) -> bool:
    return one.fact.address == other.fact.address and one.expected == other.expected


def _touching(system: System, broken: list[int], addresses: list[Address]) -> list[int]:
    return [i for i in broken if any(a in system.bounds[i].weights for a in addresses)]


def _root(system: System, broken: list[int], alternatives: list[tuple[Change, ...]]) -> Root:
    return Root(tuple(alternatives), tuple(system.bounds[index].source for index in broken))
