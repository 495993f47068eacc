"""Following a number: the tree of what a figure is made of, down to the voucher lines and the records of registers."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from mingzhang.books.posting import Posting
from mingzhang.books.register import Record, Register, Registers
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact, Facts
from mingzhang.disclosure.statement import Composition, Statement
from mingzhang.disclosure.trace import Computed, Divided, Entered, Measured, Scored, Selected, Stated, Term, Trace, plus
from mingzhang.engines.duck import DuckEngine
from mingzhang.terms.criterion import Criterion
from mingzhang.terms.money import Fen
from mingzhang.terms.selection import Selection
from mingzhang.terms.unit import YUAN, Unit


@dataclass(frozen=True, slots=True)
class LinePart:
    """A voucher line with the amount it adds to the figure, in fen."""

    posting: Posting
    amount: Fen


@dataclass(frozen=True, slots=True)
class RecordPart:
    """A record of a register with what it adds to the figure."""

    register: Register
    record: Record
    amount: int


Part = LinePart | RecordPart


@dataclass(frozen=True, slots=True)
class Node:
    """A figure, the sign with which it enters the one above, and what it is made of.

    `parts` are figures; a figure without parts has `lines` of the books or records of a register, of which `count`
    exist in all and `lines_sum` is the sum of all of them, or a `source` outside both.
    """

    fact: Fact
    sign: int = 1
    parts: tuple["Node", ...] = ()
    lines: tuple[Part, ...] = ()
    count: int = 0
    lines_sum: Fen = 0
    source: str = ""

    @property
    def agrees(self) -> bool:
        """Whether what it is made of adds up to the figure; quotients and scores are no sums."""
        if isinstance(self.fact.trace, Divided | Scored):
            return True
        if self.parts:
            return sum(part.sign * part.fact.value for part in self.parts) == self.fact.value
        return self.lines_sum == self.fact.value if self.count else True


@dataclass(frozen=True)
class Explainer:
    """Builds trees over the facts, statements, books and registers of a year; `limit` lines are listed a figure."""

    facts: Facts
    statements: tuple[Statement, ...]
    engine: DuckEngine | None
    limit: int | None = 20
    registers: Registers = field(default_factory=dict)
    _compositions: Mapping[Address, tuple[Term, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Index the compositions; where a figure is a sum in two ways, the first is followed."""
        index: dict[Address, tuple[Term, ...]] = {}
        for composition in _all(self.statements):
            index.setdefault(composition.total, composition.terms)
        object.__setattr__(self, "_compositions", index)

    def tree(self, address: Address, sign: int = 1) -> Node:
        """The tree below a figure; raises KeyError when no such figure exists."""
        fact = self.facts[address]
        terms = [term for term in self._terms(fact) if self._counts(term)]
        if terms:
            return Node(fact, sign, tuple(self.tree(term.address, term.sign) for term in terms))
        return self._leaf(fact, sign)

    def _terms(self, fact: Fact) -> tuple[Term, ...]:
        if isinstance(fact.trace, Computed):
            return fact.trace.terms
        if isinstance(fact.trace, Divided):
            return fact.trace.numerator + fact.trace.denominator
        if isinstance(fact.trace, Scored):
            return plus((fact.trace.weight, *fact.trace.basis))
        return self._compositions.get(fact.address, ())

    def _counts(self, term: Term) -> bool:
        return term.address in self.facts and self.facts[term.address].value != 0

    def _leaf(self, fact: Fact, sign: int) -> Node:
        if isinstance(fact.trace, Selected) and self.engine:
            return self._listed(fact, sign, line_parts(self.engine, fact.trace.selections))
        if isinstance(fact.trace, Measured) and fact.trace.criterion.register in self.registers:
            register = self.registers[fact.trace.criterion.register]
            return self._listed(fact, sign, record_parts(register, fact.trace.criterion, fact.unit))
        return Node(fact, sign, source=source_words(fact.trace))

    def _listed(self, fact: Fact, sign: int, parts: Iterable[Part]) -> Node:
        kept: list[Part] = []
        count = total = 0
        for part in parts:
            count, total = count + 1, total + part.amount
            if self.limit is None or count <= self.limit:
                kept.append(part)
        return Node(fact, sign, lines=tuple(kept), count=count, lines_sum=total)


def line_parts(engine: DuckEngine, selections: Iterable[Selection]) -> Iterator[LinePart]:
    """The voucher lines behind a figure, each with what it adds; they add up to the figure."""
    asked = tuple(selections)
    for posting in engine.lines(asked):
        amount = sum(s.amount(posting) for s in asked if s.matches(posting))
        if amount:
            yield LinePart(posting, amount)


def record_parts(register: Register, criterion: Criterion, unit: Unit) -> Iterator[RecordPart]:
    """The records behind a figure, each with what it adds; they add up to the figure. Money stands in whole yuan."""
    worth = YUAN.scale if unit.is_money and criterion.sums else 1
    for record, amount in register.parts(criterion):
        yield RecordPart(register, record, amount * worth)


def source_words(trace: Trace) -> str:
    """Where a figure that is not in the books comes from, in Chinese."""
    match trace:
        case Entered(_, position):
            return f"录入：{position}"
        case Stated(position):
            return f"读自：{position}"
        case Measured(indicator):
            return f"台账计量：{indicator}"
        case Divided():
            return "两数相除"
        case Scored(_, _, method):
            return f"评分：{method}"
        case Computed():
            return "合计项均为零"
        case Selected():
            return "账簿"


def _all(statements: Iterable[Statement]) -> Iterator[Composition]:
    return (composition for statement in statements for composition in statement.compositions)
