"""Report 审核报告: what was checked, what came of it, what is wrong; and its form in findings.json."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from mingzhang.audit.finding import Finding, Level, Outcome
from mingzhang.audit.result import Result


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many checks came out how: a report without it says nothing."""

    passed: int = 0
    violated: int = 0
    undetermined: int = 0
    not_applicable: int = 0

    @staticmethod
    def of(results: Iterable[Result]) -> "Coverage":
        """Count the outcomes."""
        count = Counter(result.outcome for result in results)
        return Coverage(*(count[outcome] for outcome in Outcome))

    def __add__(self, other: "Coverage") -> "Coverage":
        """Both together."""
        return Coverage(
            self.passed + other.passed,
            self.violated + other.violated,
            self.undetermined + other.undetermined,
            self.not_applicable + other.not_applicable,
        )


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of every check and the findings that people read, worst first."""

    results: tuple[Result, ...]
    findings: tuple[Finding, ...]

    @property
    def coverage(self) -> Coverage:
        """How many checks came out how."""
        return Coverage.of(self.results)

    @property
    def stops(self) -> bool:
        """Whether publication must wait: an error nobody has answered for."""
        return any(f.level is Level.ERROR and not f.waived for f in self.findings)

    def __add__(self, other: "Report") -> "Report":
        """Both together, worst first."""
        return Report(self.results + other.results, ranked(self.findings + other.findings))


def ranked(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Worst first, otherwise as they come."""
    order = list(Level)
    return tuple(sorted(findings, key=lambda finding: order.index(finding.level)))


def as_json(path: str, unit: str, year: int, report: Report) -> dict[str, object]:
    """One entry of `documents` in findings.json."""
    coverage = report.coverage
    return {
        "path": path,
        "unit": unit,
        "year": year,
        "coverage": {
            "passed": coverage.passed,
            "violated": coverage.violated,
            "undetermined": coverage.undetermined,
            "not_applicable": coverage.not_applicable,
        },
        "findings": [finding_json(finding) for finding in report.findings],
    }


def finding_json(finding: Finding) -> dict[str, object]:
    """One finding with the keys of the contract; `waived` only when it is."""
    entry: dict[str, object] = {
        "rule": finding.rule,
        "level": finding.level.value,
        "message": finding.message,
        "page": finding.page,
        "place": finding.place,
        "statement": finding.statement,
        "row": finding.row,
        "column": finding.column,
        "printed": finding.printed,
        "expected": finding.expected,
        "quote": finding.quote,
        "root": finding.root,
    }
    return entry | ({"waived": finding.waived} if finding.waived else {})
