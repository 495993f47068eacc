"""Examine 审核一份文件: from a file to what is wrong in it, in the order of the steps."""

from dataclasses import replace

from mingzhang.audit.check import check
from mingzhang.audit.context import Context, names_of, titles_of
from mingzhang.audit.report import Report
from mingzhang.audit.waiver import Waiver, apply
from mingzhang.disclosure.document import Disclosure
from mingzhang.standards import rules
from mingzhang.standards.codes import economic_codes, function_codes
from mingzhang.standards.forms import official_titles
from mingzhang.workflows.bodies import bodies_in

UNUSED = "WAIVER.unused"
"""The rule under which a waiver that nothing needed is told."""


def circumstances(document: Disclosure) -> Context:
    """What the audit must know of a document besides its figures, gathered from the document itself."""
    return Context(
        year=document.year,
        groups=rules.groups(),
        expected=rules.expected(document.year),
        titles=official_titles() | titles_of(document.statements),
        names=names_of(document.statements),
        bodies=bodies_in(document),
        document=document,
        functions=function_codes(),
        economics=economic_codes(),
    )


def audit_document(document: Disclosure, waivers: tuple[Waiver, ...] = ()) -> tuple[Report, Context]:
    """Every rule of the year over a document that was read; waived findings keep the reason."""
    context = circumstances(document)
    return waived(check(document.facts, rules.rules(document.year), context), waivers), context


def waived(report: Report, waivers: tuple[Waiver, ...]) -> Report:
    """The report with the waivers applied; that one of them was of no use is told for the whole run, not here."""
    marked = apply(waivers, report)
    return replace(marked, findings=tuple(f for f in marked.findings if f.rule != UNUSED))
