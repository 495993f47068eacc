"""Texts through the real readers and the rules on words, for the tests of single checks."""

from mingzhang.audit.check import check
from mingzhang.audit.context import Context, names_of
from mingzhang.audit.finding import Finding, Level
from mingzhang.audit.report import Report
from mingzhang.audit.words import CHECKS
from mingzhang.disclosure.document import Disclosure
from mingzhang.standards.codes import economic_codes, function_codes
from mingzhang.standards.rules import all_rules, groups
from mingzhang.workflows.reading import read_text

RULES = [rule for rule in all_rules() if rule.check in CHECKS]


def audited(document: Disclosure, *ids: str) -> Report:
    """What the rules on words, or those named, say of a document."""
    context = Context(
        document.year, groups(), names=names_of(document.statements), document=document,
        functions=function_codes(), economics=economic_codes(),
    )  # fmt: skip
    chosen = [r for r in RULES if document.year in r.span and (not ids or r.id in ids)]
    return check(document.facts, chosen, context)


def loud(document: Disclosure, *ids: str) -> list[Finding]:
    """The findings above info."""
    return [f for f in audited(document, *ids).findings if f.level is not Level.INFO]


def read(text: str) -> Disclosure:
    """A text as the readers understand it."""
    return read_text(text)


def case(rule: str, *, failing: bool = False) -> str:
    """The text of a rule's passing or failing case, to be changed by a test."""
    found = next(r for r in RULES if r.id == rule)
    return (found.failing if failing else found.passing).text
