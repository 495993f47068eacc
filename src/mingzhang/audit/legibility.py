"""Legibility 识别存疑: what is held against a document by single letters is a hint where letters were recognised."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.finding import Finding, Level
from mingzhang.audit.rule import Basis, Rule

NOTE: Final = "（扫描件，请对照原件）"


def as_legible(findings: Iterable[Finding], rules: Iterable[Rule], context: Context) -> Iterator[Finding]:
    """The findings; those of a recognised document that rest on letters as hints to look at the original."""
    if context.document is None or not context.document.recognised:
        yield from findings
        return
    by_letters = {rule.id for rule in rules if rule.rests_on is Basis.LETTERS}
    for found in findings:
        yield _hint(found) if found.rule in by_letters else found


def _hint(found: Finding) -> Finding:
    return replace(found, level=Level.INFO, message=f"{found.message}{NOTE}")
