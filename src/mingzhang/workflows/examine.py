"""Examine 审核一份文件: from a file to what is wrong in it, in the order of the steps."""

from dataclasses import replace

from mingzhang.audit.check import check
from mingzhang.audit.context import Context, names_of, titles_of
from mingzhang.audit.report import Report
from mingzhang.audit.waiver import Waiver, apply
from mingzhang.audit.words.passages import CONTENTS
from mingzhang.audit.words.titles import statement_of
from mingzhang.disclosure.address import PRIOR, Address
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Fact, Facts
from mingzhang.standards import rules
from mingzhang.standards.codes import economic_codes, function_codes
from mingzhang.standards.forms import official_titles
from mingzhang.workflows.bodies import bodies_in, texts
from mingzhang.workflows.companions import ALONE, Companions
from mingzhang.workflows.figures import facts_in

UNUSED = "WAIVER.unused"
"""The rule under which a waiver that nothing needed is told."""


def circumstances(document: Disclosure, others: Companions = ALONE) -> Context:
    """What the audit must know of a document besides its figures: from the document itself, and from other files."""
    return Context(
        year=document.year,
        groups=rules.groups(),
        expected=rules.expected(document.year) | listed(document),
        titles=official_titles() | titles_of(document.statements),
        names=names_of(document.statements),
        bodies=bodies_in(document),
        members=_facts(others.members),
        copies=_facts(others.copies),
        document=document,
        functions=function_codes(),
        economics=economic_codes(),
    )


def listed(document: Disclosure) -> frozenset[str]:
    """The statements that the document's own list of contents promises."""
    contents = (section for part in document.parts if part.id == CONTENTS for section in part.sections)
    lines = [text for section in contents for text in (section.heading, *texts(section))]
    return frozenset(filter(None, map(statement_of, lines)))


def audit_document(
    document: Disclosure, waivers: tuple[Waiver, ...] = (), others: Companions = ALONE
) -> tuple[Report, Context]:
    """Every rule of the year over a document that was read; waived findings keep the reason.

    What last year's own file says of last year counts, and not what this year's document says of it.
    """
    context = circumstances(document, others)
    facts = {**document.facts, **_last_year(others)}
    return waived(check(facts, rules.rules(document.year), context), waivers), context


def waived(report: Report, waivers: tuple[Waiver, ...]) -> Report:
    """The report with the waivers applied; that one of them was of no use is told for the whole run, not here."""
    marked = apply(waivers, report)
    return replace(marked, findings=tuple(f for f in marked.findings if f.rule != UNUSED))


def _facts(files: tuple[tuple[str, str], ...]) -> dict[str, Facts]:
    return {name: facts_in(lines, name) for name, lines in files}


def _last_year(others: Companions) -> dict[Address, Fact]:
    """The figures of last year's file as figures of last year."""
    found = (fact for name, lines in others.prior for fact in facts_in(lines, name).values())
    return {fact.address.at(PRIOR): replace(fact, address=fact.address.at(PRIOR)) for fact in found}
