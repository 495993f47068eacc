"""Order 计量顺序: each measure after those it names, whatever order they were written in."""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from mingzhang.books.plan import Measure, Named
from mingzhang.performance.named import measured


def in_order(measures: Mapping[str, Measure]) -> tuple[list[Measure], list[list[str]]]:
    """The measures in order, and the circles of those that name each other, which are left out."""
    needs = {one.id: [id for id in dict.fromkeys(needed(one)) if id in measures] for one in measures.values()}
    circles: list[list[str]] = []
    while True:
        try:
            return [measures[id] for id in TopologicalSorter(needs).static_order()], circles
        except CycleError as error:
            circle = _from_first(error.args[1], measures)
            circles.append(circle)
            needs = {id: [on for on in of if on not in circle] for id, of in needs.items() if id not in circle}


def needed(one: Measure) -> Iterator[str]:
    """The measures that one names."""
    for _, operand in (*one.numerator, *one.denominator):
        if isinstance(operand, Named) and (of := measured(operand.address)):
            yield of


def _from_first(circle: list[str], measures: Mapping[str, Measure]) -> list[str]:
    """The circle without its repeated end, each naming the next, from the one that was written first."""
    ring = list(reversed(circle))[:-1]
    start = ring.index(min(ring, key=list(measures).index))
    return ring[start:] + ring[:start]
