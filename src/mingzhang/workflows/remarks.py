"""From the audit's report to the plain values that everybody else shows: remarks, requirements, the entry in JSON."""

from collections.abc import Iterable
from itertools import groupby

from mingzhang.audit import wording
from mingzhang.audit.context import Context
from mingzhang.audit.finding import Finding, Outcome
from mingzhang.audit.report import Coverage, Report
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.examination import Examination, Requirement, Tally
from mingzhang.disclosure.remark import Remark


def remarks_of(report: Report, rules: Iterable[Rule], context: Context) -> tuple[Remark, ...]:
    """The findings with what their rules ask and rest on, and with all that breaks together with them."""
    by_id = {rule.id: rule for rule in rules}
    violated = [r for r in report.results if r.constraint and r.outcome is Outcome.VIOLATED]
    return tuple(_remark(finding, by_id.get(finding.rule), violated, context) for finding in report.findings)


def requirements_of(results: Iterable[Result]) -> tuple[Requirement, ...]:
    """Each rule once, in the order of the results, with how its checks came out."""
    return tuple(_requirement(list(group)) for _, group in groupby(results, key=lambda result: result.rule.id))


def entry(examination: Examination) -> dict[str, object]:
    """One entry of `documents` in findings.json; a file that was refused says why under `unreadable`."""
    data: dict[str, object] = {
        "path": examination.path,
        "unit": examination.unit,
        "year": examination.year,
        "coverage": coverage(examination.tally),
        "findings": [_entry(remark) for remark in examination.remarks],
    }
    return data | ({"unreadable": examination.refused} if examination.refused else {})


def coverage(tally: Tally) -> dict[str, int]:
    """The four outcomes under the names of the contract."""
    return {
        "passed": tally.passed,
        "violated": tally.violated,
        "undetermined": tally.undetermined,
        "not_applicable": tally.not_applicable,
    }


def _remark(finding: Finding, rule: Rule | None, violated: list[Result], context: Context) -> Remark:
    return Remark(
        level=finding.level.value,
        rule=finding.rule,
        label=rule.label if rule else "",
        reference=rule.reference if rule else "",
        message=finding.message,
        place=finding.place,
        position=finding.position,
        statement=finding.statement,
        row=finding.row,
        column=finding.column,
        printed=finding.printed,
        expected=finding.expected,
        quote=finding.quote,
        root=finding.root,
        waived=finding.waived,
        consequences=_consequences(finding, violated, context),
    )


def _consequences(finding: Finding, violated: list[Result], context: Context) -> tuple[str, ...]:
    """The relations that do not hold because of the figure a finding names."""
    broken = (r.constraint for r in violated if r.constraint)
    return tuple(
        wording.breach(c, context) for c in broken if any(str(t.fact.address) == finding.root for t in c.terms)
    )


def _requirement(results: list[Result]) -> Requirement:
    rule, count = results[0].rule, Coverage.of(results)
    open_ones = dict.fromkeys(r.note for r in results if r.outcome is Outcome.UNDETERMINED)
    tally = Tally(count.passed, count.violated, count.undetermined, count.not_applicable)
    return Requirement(rule.id, rule.label, rule.kind.value, rule.reference, tally, tuple(open_ones))


def _entry(remark: Remark) -> dict[str, object]:
    keys = (
        "rule", "level", "message", "page", "place", "statement", "row", "column", "printed", "expected", "quote",
        "root",
    )  # fmt: skip
    data: dict[str, object] = {key: getattr(remark, key) for key in keys}
    line = remark.position.line if remark.position else None
    return data | ({"line": line} if line is not None else {}) | ({"waived": remark.waived} if remark.waived else {})
