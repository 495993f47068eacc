"""From the directory of a unit's year to its published final accounts, in the order of the steps."""

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mingzhang.audit.report import Report, as_json
from mingzhang.books.fault import BooksRefused, Fault, Gravity
from mingzhang.narrative.owed import Owed
from mingzhang.reading.unit.year import UnitYear, read_unit
from mingzhang.standards.supplement import supplement_units
from mingzhang.terms.unit import WAN
from mingzhang.workflows.accounts import Accounts, from_ledger, from_statements
from mingzhang.workflows.appraise import appraised
from mingzhang.workflows.document import draft
from mingzhang.workflows.ledger import open_ledger
from mingzhang.workflows.placing import unplaced
from mingzhang.workflows.progress import Progress, silent
from mingzhang.workflows.publish import publish, save
from mingzhang.workflows.review import review
from mingzhang.workflows.workbook import open_workbook

FINDINGS = "findings.json"
OWED = "待补.md"
"""What people still owe the document; there only as long as they owe something."""


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build: the accounts, the findings, what is owed, and the files (none when it was stopped)."""

    accounts: Accounts
    report: Report
    hints: tuple[Fault, ...]
    owed: tuple[Owed, ...]
    files: tuple[Path, ...]
    left_out: dict[str, str]

    @property
    def stopped(self) -> bool:
        """Whether errors nobody has answered for kept it from being published."""
        return self.report.stops


def build(directory: Path, out: Path, formats: Sequence[str], progress: Progress = silent) -> Built:
    """Read, compile, review, write and publish; raises BooksRefused with every fault of the input.

    When the review finds errors that nobody waived, only findings.json is written and older files stay as they are.
    """
    with tempfile.TemporaryDirectory(prefix="mingzhang-") as scratch:
        year, hints = read_year(directory)
        accounts, more = compile_year(year, Path(scratch), progress)
        progress("审核", 0)
        report = review(accounts)
        findings = {FINDINGS: _findings(accounts, report)}
        if report.stops:
            return Built(accounts, report, hints + more, (), save(findings, out), {})
        progress("编写说明", 0)
        written = draft(accounts)
        publication = publish(written.disclosure, formats, progress)
        owing = {OWED: _owing(written.owed)} if written.owed else {}
        files = save({**publication.files, **findings, **owing}, out)
        if not owing:
            (out / OWED).unlink(missing_ok=True)
        return Built(accounts, report, hints + more, written.owed, files, dict(publication.left_out))


def read_year(directory: Path) -> tuple[UnitYear, tuple[Fault, ...]]:
    """The year a directory describes, with its hints; raises BooksRefused when anything in it is wrong."""
    reading = read_unit(directory, supplement_units(WAN))
    if reading.year is None or any(fault.gravity is Gravity.ERROR for fault in reading.faults):
        raise BooksRefused(reading.faults)
    return reading.year, reading.faults


def compile_year(year: UnitYear, scratch: Path, progress: Progress = silent) -> tuple[Accounts, tuple[Fault, ...]]:
    """The accounts, through whichever door the year comes; `scratch` holds the snapshot as long as it is asked."""
    if year.workbook and not any(leaf.books for leaf in year.leaves):
        stated, hints = open_workbook(year)
        accounts = from_statements(year, stated)
    else:
        ledger = open_ledger(year, scratch / "books", progress)
        progress("编制报表", 0)
        accounts, hints = from_ledger(year, ledger), ledger.hints
    complete, more = appraised(accounts)
    return complete, (*hints, *unplaced(accounts), *more)


def _findings(accounts: Accounts, report: Report) -> bytes:
    year = accounts.year
    document = as_json(year.directory.resolve().name, year.entity.name, year.year, report)
    return (json.dumps({"documents": [document]}, ensure_ascii=False, indent=1) + "\n").encode()


def _owing(owed: tuple[Owed, ...]) -> bytes:
    lines = ["# 还要由人补写的各处", ""]
    for one in owed:
        where = f"{one.file} 的 [{one.table}]" if one.table else one.file
        lines += [f"- {one.question}", f"  写在 {where}：`{one.line}`"]
    return ("\n".join(lines) + "\n").encode()
