"""Funding 资金: the lines of money of an evaluation, and the points its execution earns."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from mingzhang.books.plan import Given, Line, Named, Operand, Spent
from mingzhang.disclosure.address import Address, NotAnAddress
from mingzhang.disclosure.appraisal import Money
from mingzhang.disclosure.fact import Fact, Facts
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.trace import Computed, Divided, Entered, Term
from mingzhang.performance.asked import near
from mingzhang.performance.named import of_evaluation
from mingzhang.performance.plan_fault import PLAN_FILE
from mingzhang.performance.weights import Problem
from mingzhang.terms.criterion import Criterion
from mingzhang.terms.money import Fen
from mingzhang.terms.rounding import half_up
from mingzhang.terms.unit import PERCENT, YUAN, Unit

BUDGET, EXECUTED, OPENING, RATE = "预算数", "执行数", "年初预算数", "执行率"


@dataclass(frozen=True, slots=True)
class Treasury:
    """Where the money of lines is taken from; `unit` prints what is handed in."""

    facts: Facts
    spending: Mapping[str, Fact]
    unit: Unit

    def problems(self, line: Line) -> Iterator[Problem]:
        """What of a line cannot be found."""
        for operand in filter(None, (line.opening, line.budget, line.executed)):
            match operand:
                case Named(text):
                    yield from self._named(text)
                case Spent(project) if project not in self.spending:
                    yield project, "账上没有这个项目的支出", near(project, self.spending)
                case Criterion(register):
                    yield register, "资金不能直接取自台账", "先定义成计量单位为元的完成值，再写 P[编号].完成值"

    def facts_of(self, evaluation: str, line: Line) -> list[Fact]:
        """The figures of a line: 年初预算数, 预算数, 执行数, and 执行率 where anything was planned."""
        columns = ((OPENING, line.opening), (BUDGET, line.budget), (EXECUTED, line.executed))
        found = [self._fact(of_evaluation(evaluation, line.label, c), o) for c, o in columns if o is not None]
        budget, executed = found[-2:]
        if budget.value > 0:
            trace = Divided((Term(1, executed.address),), (Term(1, budget.address),))
            rate = half_up(Fraction(executed.value, budget.value) * 100 * PERCENT.scale)
            found.append(Fact(of_evaluation(evaluation, line.label, RATE), rate, PERCENT, trace))
        return found

    def amount(self, operand: Operand) -> Fen:
        """The money of an operand that can be found."""
        return half_up(operand.value * YUAN.scale) if isinstance(operand, Given) else self._source(operand).value

    def _named(self, text: str) -> Iterator[Problem]:
        try:
            address = Address.parse(text)
        except NotAnAddress as error:
            yield text, "不是数据项地址", str(error)
            return
        fact = self.facts.get(address)
        if fact is None:
            yield text, "没有这个数据项", near(text, map(str, self.facts))
        elif not fact.unit.is_money:
            yield text, f"计量单位是“{fact.unit.name}”，不是金额", "资金行写金额的数据项"

    def _fact(self, address: Address, operand: Operand) -> Fact:
        if isinstance(operand, Given):
            position = Position(PLAN_FILE, cell=f"资金（依据：{operand.evidence}）")
            return Fact(address, self.amount(operand), self.unit, Entered(PLAN_FILE, position))
        source = self._source(operand)
        return Fact(address, source.value, source.unit, Computed((Term(1, source.address),)))

    def _source(self, operand: Operand) -> Fact:
        match operand:
            case Named(text):
                return self.facts[Address.parse(text)]
            case Spent(project):
                return self.spending[project]
            case _:
                raise TypeError(f"no money comes from {operand}")


def money(evaluation: str, line: Line, facts: Facts) -> Money:
    """The line as tables and texts tell it."""
    budget, executed, opening = (of_evaluation(evaluation, line.label, c) for c in (BUDGET, EXECUTED, OPENING))
    planned, spent = facts[budget].value, facts[executed].value
    rate = Fraction(spent, planned) if planned > 0 else None
    return Money(line.label, budget, executed, rate, opening if opening in facts else None)
