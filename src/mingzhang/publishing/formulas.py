"""Formulas: how a workbook computes a printed total from its printed parts, where that gives the very figure."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact, Facts
from mingzhang.disclosure.statement import Composition, Statement
from mingzhang.disclosure.trace import Computed, Divided, Term
from mingzhang.publishing.cells import CellPlace
from mingzhang.publishing.naming import PERFORMANCE
from mingzhang.terms.rounding import half_up
from mingzhang.terms.unit import PERCENT

Places = Mapping[Address, CellPlace]


def formulas(statements: Sequence[Statement], facts: Facts, places: Places) -> dict[Address, str]:
    """The formula of each total: `=SUM(C5:C8)-C9`.

    A total has none when a part is not printed, when the parts do not give it to the fen (then the figure stands
    as a number, for the published figure must not change when somebody recalculates), or when it would lead back
    to itself.
    """
    chosen: dict[Address, Composition] = {}
    printed = [facts[address] for address in places if address in facts]
    told = (fact for fact in printed if fact.address.statement in PERFORMANCE)
    traced = (Composition(fact.address, fact.trace.terms) for fact in told if isinstance(fact.trace, Computed))
    for composition in chain(chain.from_iterable(s.compositions for s in statements), traced):
        if composition.total not in chosen and _holds(composition, facts, places):
            _choose(composition, chosen)
    sums = {total: _formula(places[total], c.terms, places) for total, c in chosen.items()}
    return sums | dict(_rates(printed, facts, places, chosen))


def _choose(composition: Composition, chosen: dict[Address, Composition]) -> bool:
    """Take it, unless it would lead back to itself."""
    chosen[composition.total] = composition
    if _circular(composition.total, chosen):
        del chosen[composition.total]
        return False
    return True


def _rates(
    printed: Sequence[Fact], facts: Facts, places: Places, chosen: dict[Address, Composition]
) -> Iterator[tuple[Address, str]]:
    """The formula of each rate of two printed figures: `=ROUND(C5/B5,4)`."""
    for fact in printed:
        trace = fact.trace
        if fact.address in chosen or not isinstance(trace, Divided) or fact.unit != PERCENT:
            continue
        terms = (*trace.numerator, *trace.denominator)
        if _is_rate(fact, trace, facts, places) and _choose(Composition(fact.address, terms), chosen):
            over, under = (_at(places[fact.address], places[term.address]) for term in terms)
            quotient = f"1-{over}/{under}" if trace.complement else f"{over}/{under}"
            yield fact.address, f"=ROUND({quotient},4)"


def _is_rate(fact: Fact, trace: Divided, facts: Facts, places: Places) -> bool:
    """Whether two printed figures of one unit give it, and not by a hair's breadth."""
    terms = (*trace.numerator, *trace.denominator)
    if len(trace.numerator) != 1 or len(terms) != 2 or any(t.sign < 0 or t.address not in places for t in terms):
        return False
    over, under = (facts[term.address] for term in terms)
    if over.unit != under.unit or under.value <= 0:
        return False
    exact = Fraction(over.value, under.value) * 10_000
    exact = 10_000 - exact if trace.complement else exact
    return half_up(exact) == fact.value and abs(exact - fact.value) != Fraction(1, 2)


def _at(home: CellPlace, cell: CellPlace) -> str:
    return cell.name if cell.sheet == home.sheet else cell.reference


def _holds(composition: Composition, facts: Facts, places: Places) -> bool:
    figures = (composition.total, *(term.address for term in composition.terms))
    once = len(set(figures)) == len(figures) > 1
    if not once or any(address not in places or address not in facts for address in figures):
        return False
    if len({facts[address].unit for address in figures}) > 1:
        return False
    return sum(t.sign * facts[t.address].value for t in composition.terms) == facts[composition.total].value


def _circular(start: Address, chosen: Mapping[Address, Composition]) -> bool:
    """Whether following the parts comes back to the start."""
    seen: set[Address] = set()
    ahead = [start]
    while ahead:
        composition = chosen.get(ahead.pop())
        parts = {term.address for term in composition.terms} - seen if composition else set()
        if start in parts:
            return True
        seen |= parts
        ahead += parts
    return False


def _formula(home: CellPlace, terms: Sequence[Term], places: Places) -> str:
    added = [places[t.address] for t in terms if t.sign > 0]
    taken = [places[t.address] for t in terms if t.sign < 0]
    plus = _side(home, added)
    minus = f"-{_side(home, taken)}" if taken else ""
    return f"={plus}{minus}"


def _side(home: CellPlace, cells: Sequence[CellPlace]) -> str:
    ranges = [_written(home, first, last) for first, last in _runs(cells)]
    return ranges[0] if len(cells) == 1 else f"SUM({','.join(ranges)})"


def _runs(cells: Sequence[CellPlace]) -> list[tuple[CellPlace, CellPlace]]:
    """The cells as ranges, first and last: beside each other when all stand in one row, else below each other."""
    across = len({(c.sheet, c.row) for c in cells}) == 1
    step = (0, 1) if across else (1, 0)
    runs: list[tuple[CellPlace, CellPlace]] = []
    for cell in sorted(cells, key=lambda c: (c.sheet, c.column, c.row)):
        before = CellPlace(cell.sheet, cell.row - step[0], cell.column - step[1])
        if runs and runs[-1][1] == before:
            runs[-1] = (runs[-1][0], cell)
        else:
            runs.append((cell, cell))
    return runs


def _written(home: CellPlace, first: CellPlace, last: CellPlace) -> str:
    start = _at(home, first)
    return start if first == last else f"{start}:{last.name}"
