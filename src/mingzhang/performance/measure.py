"""Measuring 计量: from records, figures and numbers handed in to the values of the year, each with its trace."""

from collections import ChainMap, Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from mingzhang.books.fault import Fault, Gravity
from mingzhang.books.plan import Given, Measure, Named, Operand, Spent
from mingzhang.books.register import Register, Registers
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact, Facts
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.trace import Computed, Divided, Entered, Measured, Term
from mingzhang.performance.asked import Sources
from mingzhang.performance.exact import quotient
from mingzhang.performance.named import DENOMINATOR, NUMERATOR, VALUE, figure
from mingzhang.performance.order import in_order, needed
from mingzhang.performance.plan_fault import PLAN_FILE, plan_fault
from mingzhang.terms.criterion import Criterion
from mingzhang.terms.rounding import half_up
from mingzhang.terms.unit import YUAN, Unit, counting

_RECORDS: Final = counting("条")
_KINDS: Final = counting("个")
_THINGS: Final = counting("")

Spending = Mapping[str, Fact]
"""What the books hold for each project, by its code and by its name."""


@dataclass(frozen=True, slots=True)
class Measurements:
    """The facts P[…] of all measures that have a value, and what is wrong with the others or why they have none."""

    facts: Mapping[Address, Fact]
    faults: tuple[Fault, ...] = ()


def measure(measures: Iterable[Measure], registers: Registers, facts: Facts, spending: Spending) -> Measurements:
    """The values of all measures, whatever their order. `facts` are the figures they may name, last year's included."""
    listed = tuple(measures)
    work = _Work(Sources(registers, facts, spending, {one.id: one for one in listed}))
    work.check(listed)
    for one in work.ordered():
        work.value(one)
    return Measurements(work.made, tuple(work.faults))


@dataclass
class _Work:
    """What is at hand while values are made one after another; `refused` are the measures that are wrong."""

    sources: Sources
    made: dict[Address, Fact] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    known: ChainMap[Address, Fact] = field(init=False)

    def __post_init__(self) -> None:
        """Look among this year's values before what was at hand."""
        self.known = ChainMap(self.made, dict(self.sources.facts))

    def check(self, measures: tuple[Measure, ...]) -> None:
        """Note everything that is wrong with the measures by themselves."""
        for id, count in Counter(one.id for one in measures).items():
            if count > 1:
                self.faults.append(plan_fault("measure", id, "id", id, "编号重复", "每个 [[measure]] 的 id 各不相同"))
        for one in measures:
            found = self.sources.problems(one)
            self.faults += found
            self.refused |= {one.id} if found else set()

    def ordered(self) -> list[Measure]:
        """Each measure after those it names; those that name each other in a circle are left out, as faults."""
        ordered, circles = in_order(self.sources.measures)
        for ids in circles:
            message = f"完成值互相引用，成了圈：{' → '.join([*ids, ids[0]])}"
            self.faults.append(plan_fault("measure", ids[0], "", "", message, "改其中一个，取自台账、报表或其他完成值"))
            self.refused |= set(ids)
        return ordered

    def value(self, one: Measure) -> None:
        """Make the facts of a measure, unless it is refused or something it names has no value."""
        named = list(dict.fromkeys(needed(one)))
        if one.id in self.refused or self.refused.intersection(named):
            self.refused.add(one.id)
            return
        lacking = [of for of in named if figure(of) not in self.known]
        if lacking:
            self._without(one, f"所引用的“{'、'.join(lacking)}”没有完成值")
        elif not one.denominator:
            self._keep(self._sum(one, one.numerator, VALUE, one.unit))
        else:
            self._divide(one)

    def _divide(self, one: Measure) -> None:
        parts = [(one.numerator, NUMERATOR), (one.denominator, DENOMINATOR)]
        over, under = (self._sum(one, operands, column, None) for operands, column in parts)
        self._keep(over)
        self._keep(under)
        trace = Divided((Term(1, over.address),), (Term(1, under.address),), one.complement)
        exact = quotient(trace, self.known, one.unit)
        if exact is None:
            self._without(one, "分母为零，没有完成值")
        else:
            self._keep(Fact(figure(one.id), half_up(exact), one.unit, trace))

    def _without(self, one: Measure, message: str) -> None:
        mend = "核对分母的口径；确实没有发生的，这个指标本年不列"
        self.faults.append(plan_fault("measure", one.id, "", "", message, mend, Gravity.WARNING))

    def _sum(self, one: Measure, operands: tuple[tuple[int, Operand], ...], column: str, unit: Unit | None) -> Fact:
        """The sum of operands as one fact; each that is no figure yet becomes one, unless it is alone."""
        address = figure(one.id, column)
        (sign, first), *others = operands
        if not others and sign > 0 and not isinstance(first, Named | Spent):
            return self._fresh(one, first, address, unit)
        terms = [
            Term(sign, self._part(one, operand, f"{column}{number}", unit))
            for number, (sign, operand) in enumerate(operands, start=1)
        ]
        values = [(term.sign, self.known[term.address]) for term in terms]
        return Fact(address, sum(s * f.value for s, f in values), unit or values[0][1].unit, Computed(tuple(terms)))

    def _part(self, one: Measure, operand: Operand, column: str, unit: Unit | None) -> Address:
        """The address of a figure that enters a sum."""
        match operand:
            case Named(text):
                return Address.parse(text)
            case Spent(project):
                return self._keep(self.sources.spending[project])
            case _:
                return self._keep(self._fresh(one, operand, figure(one.id, column), unit))

    def _fresh(self, one: Measure, operand: Criterion | Given, address: Address, unit: Unit | None) -> Fact:
        """The fact of records or of a number handed in."""
        if isinstance(operand, Given):
            unit = unit or _THINGS
            position = Position(PLAN_FILE, cell=f"完成值“{one.id}”（依据：{operand.evidence}）")
            return Fact(address, half_up(operand.value * unit.scale), unit, Entered(PLAN_FILE, position))
        register = self.sources.registers[operand.register]
        trace = Measured(one.id, operand, register.digest)
        return Fact(address, register.ask(operand) * _worth(operand, unit), unit or _natural(operand), trace)

    def _keep(self, fact: Fact) -> Address:
        self.made[fact.address] = fact
        return fact.address


def _worth(criterion: Criterion, unit: Unit | None) -> int:
    """The inner worth of one that is counted: a field of money holds whole yuan."""
    return YUAN.scale if unit and unit.is_money and criterion.sums else 1


def _natural(criterion: Criterion) -> Unit:
    """What a question to a register counts by itself."""
    return _THINGS if criterion.sums else _KINDS if criterion.distinct else _RECORDS


def records_behind(fact: Fact, registers: Registers) -> tuple[Register, Criterion] | None:
    """The register and the question whose records are behind a fact; None where it was not measured from records."""
    if not isinstance(fact.trace, Measured):
        return None
    return registers[fact.trace.criterion.register], fact.trace.criterion
