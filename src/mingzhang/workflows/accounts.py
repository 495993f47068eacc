"""The accounts of a year: every figure with its trace and the statements they stand in, before a word is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from mingzhang.books.balance import Balance
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.appraisal import Performance
from mingzhang.disclosure.fact import Fact, Facts
from mingzhang.disclosure.statement import Statement
from mingzhang.reading.unit.year import UnitYear
from mingzhang.standards.codes import code_names
from mingzhang.standards.forms import forms
from mingzhang.standards.profiles import Profile, load
from mingzhang.statements.compile import compile_facts, running_cost
from mingzhang.statements.cube import Cube, Scope
from mingzhang.statements.form import Form
from mingzhang.statements.layout import lay_out
from mingzhang.statements.rollup import rolled_up
from mingzhang.terms.entity import EntityKind
from mingzhang.workflows.ledger import Ledger

_OFFICES = (EntityKind.ADMINISTRATIVE, EntityKind.MANAGED_AS_CIVIL)


@dataclass(frozen=True)
class Accounts:
    """A year's figures and statements; for a department also its members' figures and what was eliminated.

    `performance` is the year's self-evaluation, whose values and scores are among the figures.
    """

    year: UnitYear
    profile: Profile
    facts: Facts
    statements: tuple[Statement, ...]
    ledger: Ledger | None = None
    members: Mapping[str, Facts] = field(default_factory=dict)
    eliminated: Mapping[Address, int] | None = None
    performance: Performance | None = None


def from_ledger(year: UnitYear, ledger: Ledger) -> Accounts:
    """The accounts that the books give."""
    profile, balances = profile_of(year), ledger.engine.balances()
    printed = _forms(year, profile)
    compiled = _Compiler(printed, balances, ledger.engine.snapshot.digest)
    facts = entered(year) | compiled.facts(year, outside=True)
    statements = _statements(printed, facts, year)
    if not year.members:
        return Accounts(year, profile, facts, statements, ledger)
    members = {leaf.entity.name: compiled.facts(leaf, outside=False) for leaf in year.leaves}
    gross = compiled.facts(year, outside=False)
    eliminated = {address: fact.value - facts[address].value for address, fact in gross.items() if address in facts}
    return Accounts(year, profile, facts, statements, ledger, members, eliminated)


def from_statements(year: UnitYear, stated: Facts) -> Accounts:
    """The accounts that a finished workbook states; its figures win over what was entered beside it."""
    profile = profile_of(year)
    facts = {**entered(year), **stated}
    return Accounts(year, profile, facts, _statements(_forms(year, profile), facts, year))


def profile_of(year: UnitYear) -> Profile:
    """The region's format of the year, in the unit of money that the unit asks for."""
    return replace(load(year.profile, year.year), unit=year.unit)


def entered(year: UnitYear) -> dict[Address, Fact]:
    """What was handed in beside the books, and the budgets that follow from it.

    A department's head counts are its members' unless it gives its own.
    """
    facts: dict[Address, Fact] = {}
    for leaf in year.leaves if year.members else ():
        for fact in leaf.entered:
            if fact.address.statement == "S" and not fact.address.phase:
                before = facts.get(fact.address)
                facts[fact.address] = _added(before, fact) if before else fact
    facts |= {fact.address: fact for fact in year.entered}
    return rolled_up(facts) | facts


def _added(one: Fact, other: Fact) -> Fact:
    return Fact(one.address, one.value + other.value, one.unit, one.trace)


@dataclass(frozen=True)
class _Compiler:
    """Compiles the same forms for several scopes over the same balances."""

    forms: tuple[Form, ...]
    balances: tuple[Balance, ...]
    digest: str

    def facts(self, year: UnitYear, *, outside: bool) -> dict[Address, Fact]:
        """The figures of a unit, or of a department with or without what passes between its units."""
        scope = Scope(tuple(leaf.entity.code for leaf in year.leaves), outside)
        given = {fact.address: fact for fact in year.entered}
        compiled = compile_facts(self.forms, self.balances, scope, self.digest, given)
        offices = tuple(leaf.entity.code for leaf in year.leaves if leaf.entity.kind in _OFFICES)
        cost = running_cost(self.forms, Cube.of(self.balances, scope), offices, self.digest)
        return compiled | ({cost.address: cost} if cost else {})


def _forms(year: UnitYear, profile: Profile) -> tuple[Form, ...]:
    return forms(profile, year.switches)


def _statements(printed: tuple[Form, ...], facts: Facts, year: UnitYear) -> tuple[Statement, ...]:
    names = code_names(year.year)
    return tuple(lay_out(form, facts, names, year.entity.name, year.year) for form in printed)
