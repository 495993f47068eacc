"""Trial: one changed document through the whole audit, and whether it was told and told first."""

import re
from dataclasses import dataclass
from typing import Final

from benchmarks.mutation.mutation import Mutation
from mingzhang.audit.finding import Finding, Level
from mingzhang.reading.published.disclosure import disclosure_of
from mingzhang.reading.transcript import Transcript
from mingzhang.terms.printed import plain
from mingzhang.workflows.examine import audit_document
from mingzhang.workflows.reading import known_forms, understood

_NUMBER: Final = re.compile(r"\d\.\d")


@dataclass(frozen=True, slots=True)
class Trial:
    """What became of one change. `told`: some finding above info; `first`: the first of them stands at the change.

    `named`: some finding stands at the change, or offers what was printed before as one of several ways to mend it.
    """

    kind: str
    document: str
    before: str
    after: str
    breaks: bool
    told: bool
    first: bool
    named: bool
    said: str = ""
    sentence: str = ""


def loud_findings(transcript: Transcript) -> tuple[Finding, ...]:
    """The findings above info of a transcript, worst first."""
    report, _ = audit_document(understood(disclosure_of(transcript, known_forms)))
    return tuple(finding for finding in report.findings if finding.level is not Level.INFO)


def trial(name: str, mutation: Mutation, clean: frozenset[str]) -> Trial:
    """Audit a changed document; what `clean` already held against the unchanged one does not count."""
    found = [finding for finding in loud_findings(mutation.transcript) if finding.message not in clean]
    hits = [_names(finding, mutation) for finding in found]
    offers = [f"改为{mutation.before}" in finding.message for finding in found if mutation.before]
    said = f"{found[0].rule} {found[0].message}" if found else ""
    return Trial(
        mutation.kind, name, mutation.before, mutation.after, mutation.breaks, bool(found), hits[:1] == [True],
        any(hits + offers), said, mutation.sentence.strip(),
    )  # fmt: skip


def _names(finding: Finding, mutation: Mutation) -> bool:
    """Whether a finding stands at the change: it prints what was changed, or quotes the sentence that was."""
    printed, after = _squeezed(finding.printed), _squeezed(mutation.after)
    if mutation.in_cell:
        back = _squeezed(finding.expected) == _squeezed(mutation.before)
        return printed == after and (bool(after) or back or bool(finding.row))
    if mutation.row:
        row, quote = _squeezed(mutation.row), _squeezed(finding.quote)
        return (bool(quote) and (quote in row or row in quote)) or printed == after
    if mutation.fund and mutation.fund in finding.quote:
        return True
    quote, sentence = _squeezed(finding.quote), _squeezed(mutation.sentence)
    if _NUMBER.search(after):
        return after in printed or (after in quote and not _NUMBER.search(printed))
    quoted = bool(quote) and bool(sentence) and (quote in sentence or sentence in quote)
    return quoted or (bool(printed) and printed in sentence) or (bool(after) and after in printed + quote)


def _squeezed(text: str) -> str:
    return "".join(plain(text).replace(",", "").split())
