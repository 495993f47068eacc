"""Appraise 绩效自评: a year's plan held against its registers, its statements and its books."""

from collections.abc import Iterator
from dataclasses import replace

from mingzhang.books.fault import BooksRefused, Fault, Gravity
from mingzhang.books.plan import Line, Operand, Plan, Spent
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.trace import Selected
from mingzhang.performance.evaluate import evaluate
from mingzhang.performance.measure import measure
from mingzhang.performance.trend import prior_facts
from mingzhang.standards.frameworks import frameworks
from mingzhang.terms.selection import Selection
from mingzhang.workflows.accounts import Accounts
from mingzhang.workflows.prior_document import prior_lines

_SPENDING = ("7",)
"""预算支出: every account of the budget books that begins so holds spending."""


def appraised(accounts: Accounts) -> tuple[Accounts, tuple[Fault, ...]]:
    """The accounts with the year's self-evaluation, and hints; raises BooksRefused with every fault of the plan."""
    year = accounts.year
    if year.plan is None:
        return accounts, ()
    spending = {project: _spent(accounts, project) for project in _projects(year.plan)} if accounts.ledger else {}
    prior, hints = (year.prior_evaluation, ()) if year.prior_evaluation else prior_lines(year.directory, year.plan)
    known = {**accounts.facts, **prior_facts(year.plan.indicators, prior)}
    measured = measure(year.plan.measures, year.registers, known, spending)
    facts = {**accounts.facts, **measured.facts}
    found = evaluate(year.plan, frameworks(year.year), facts, prior, spending, year.unit)
    faults = (*hints, *measured.faults, *found.faults)
    if any(fault.gravity is Gravity.ERROR for fault in faults):
        raise BooksRefused(faults)
    return replace(accounts, facts={**facts, **found.facts}, performance=found.performance), faults


def _spent(accounts: Accounts, project: str) -> Fact:
    """What the books hold for a project in the year."""
    assert accounts.ledger is not None
    engine = accounts.ledger.engine
    entities = tuple(leaf.entity.code for leaf in accounts.year.leaves)
    selection = Selection(_SPENDING, projects=(project,), entities=entities)
    value = sum(selection.amount(balance) for balance in engine.balances() if selection.matches(balance))
    trace = Selected((selection,), engine.snapshot.digest)
    return Fact(Address("P", project, "支出"), value, accounts.year.unit, trace)


def _projects(plan: Plan) -> set[str]:
    """The projects whose spending the plan asks the books for."""
    return {operand.project for operand in _operands(plan) if isinstance(operand, Spent)}


def _operands(plan: Plan) -> Iterator[Operand]:
    for one in plan.measures:
        yield from (operand for _, operand in (*one.numerator, *one.denominator))
    for undertaking in (*((plan.whole,) if plan.whole else ()), *plan.projects):
        for line in undertaking.lines:
            yield from _of_line(line)


def _of_line(line: Line) -> Iterator[Operand]:
    yield from (line.budget, line.executed)
    if line.opening is not None:
        yield line.opening
