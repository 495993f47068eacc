"""The review before anything is written: relations between the figures, the books' own checks, and waivers."""

from mingzhang.audit.check import check
from mingzhang.audit.context import Context, bodies_of, names_of, titles_of
from mingzhang.audit.ledger import check_ledger
from mingzhang.audit.report import Report
from mingzhang.audit.waiver import Waiver, apply, parse_waivers
from mingzhang.books.fault import BooksRefused, Fault
from mingzhang.standards import rules
from mingzhang.workflows.accounts import Accounts


def review(accounts: Accounts) -> Report:
    """Every rule of the year over the figures and the books; waived findings keep the reason."""
    year, context = accounts.year, _context(accounts)
    report = check(accounts.facts, rules.rules(year.year), context)
    if accounts.ledger:
        report += check_ledger(accounts.ledger.engine.balances(), rules.rules(year.year), context)
    return apply(_waivers(accounts), report)


def _context(accounts: Accounts) -> Context:
    year = accounts.year
    units = {("单位", leaf.entity.code): leaf.entity.name for leaf in year.leaves}
    return Context(
        year=year.year,
        groups=rules.groups(),
        expected=rules.expected(year.year) & {statement.id for statement in accounts.statements},
        titles=titles_of(accounts.statements),
        names=names_of(accounts.statements) | units,
        bodies=bodies_of(frozenset(leaf.entity.kind for leaf in year.leaves)),
        members=accounts.members,
        eliminated=accounts.eliminated,
    )


def _waivers(accounts: Accounts) -> tuple[Waiver, ...]:
    parsed = parse_waivers(accounts.year.waivers)
    faults = tuple(entry for entry in parsed if isinstance(entry, Fault))
    if faults:
        raise BooksRefused(faults)
    return tuple(entry for entry in parsed if isinstance(entry, Waiver))
