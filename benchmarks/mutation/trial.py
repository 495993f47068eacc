"""Trial: one changed document through the whole audit, and whether it was told and told first."""

from dataclasses import dataclass

from benchmarks.mutation.kinds import Mutation
from mingzhang.audit.finding import Finding, Level
from mingzhang.reading.published.disclosure import disclosure_of
from mingzhang.reading.transcript import Transcript
from mingzhang.terms.printed import plain
from mingzhang.workflows.examine import audit_document
from mingzhang.workflows.reading import known_forms, understood


@dataclass(frozen=True, slots=True)
class Trial:
    """What became of one change. `told`: some finding above info; `first`: the first of them stands at the change."""

    kind: str
    document: str
    before: str
    after: str
    breaks: bool
    told: bool
    first: bool
    named: bool
    said: str = ""


def loud_findings(transcript: Transcript) -> tuple[Finding, ...]:
    """The findings above info of a transcript, worst first."""
    report, _ = audit_document(understood(disclosure_of(transcript, known_forms)))
    return tuple(finding for finding in report.findings if finding.level is not Level.INFO)


def trial(name: str, mutation: Mutation, clean: frozenset[str]) -> Trial:
    """Audit a changed document; what `clean` already held against the unchanged one does not count."""
    assert mutation.transcript is not None
    found = [f for f in loud_findings(mutation.transcript) if f.message not in clean]
    hits = [_names(finding, mutation) for finding in found]
    said = found[0].message if found else ""
    return Trial(
        mutation.kind, name, mutation.before, mutation.after, mutation.breaks, bool(found), hits[:1] == [True],
        any(hits), said,
    )  # fmt: skip


def _names(finding: Finding, mutation: Mutation) -> bool:
    """Whether a finding stands at the change: it prints the changed string, or quotes the changed line."""
    printed, after = _squeezed(finding.printed), _squeezed(mutation.after)
    if mutation.statement_cell:
        back = _squeezed(finding.expected) == _squeezed(mutation.before)
        return printed == after and (bool(after) or back or bool(finding.row))
    quote, line = _squeezed(finding.quote), _squeezed(mutation.line)
    return (bool(after) and after in printed + quote) or (bool(quote) and (quote in line or line in quote))


def _squeezed(text: str) -> str:
    return "".join(plain(text).replace(",", "").split())
