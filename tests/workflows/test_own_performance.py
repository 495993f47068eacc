"""What we say ourselves of targets and results is clean, and was looked at: in every format, as every region publishes.

A rule that finds nothing to look at would be silent too; hence the rules that must have *passed* are named here.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from mingzhang.audit.finding import Level, Outcome
from mingzhang.publishing.fonts import FontsMissing, find_fonts
from mingzhang.workflows.build import build
from mingzhang.workflows.examine import audit_document
from mingzhang.workflows.reading import Reading, read_file
from tests.conftest import CENTRE

PROFILES = ("hubei-2021", "shanghai-2024", "central")
PROSE = ("docx", "pdf", "html", "ofd")
IN_TABLES = frozenset({
    "PF.rate", "PF.execution_score", "PF.weights", "PF.score", "PF.total", "PF.grade", "PF.quant_value",
    "PF.lost_points", "PF.full_marks", "PF.overshoot", "PF.score_column", "PF.columns", "PF.framework",
    "PF.indicator_type", "PF.second_level", "PF.same_value", "PF.actual", "PF.usual_weights",
    "PF.budget",
})  # fmt: skip
"""What the tables of a workbook are enough for."""
IN_WORDS = IN_TABLES | {
    "PF.same_in_work", "PF.scope", "PF.report", "PF.issues", "PF.target_met", "PF.parts",
    "PF.summary_rate", "PF.summary_grade", "PF.summary_total",
}  # fmt: skip
"""What the sentences of a document are needed for."""


def has_fonts() -> bool:
    try:
        find_fonts()
    except FontsMissing:
        return False
    return True


pytestmark = [pytest.mark.slow, pytest.mark.skipif(not has_fonts(), reason="no Chinese fonts here")]


@pytest.fixture(scope="module", params=PROFILES)
def published(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The centre's year as a region publishes it."""
    work: Path = tmp_path_factory.mktemp(request.param)
    unit = shutil.copytree(CENTRE, work / "unit")
    settings = unit / "unit.toml"
    settings.write_text(settings.read_text("utf-8").replace("hubei-2021", request.param), "utf-8")
    build(unit, work / "out", (*PROSE, "xlsx"))
    return work / "out"


def said_of(path: Path) -> Iterator[tuple[str, Outcome, Level | None]]:
    """The outcome of every rule of performance, and every finding above info of whatever kind."""
    reading = read_file(path)
    assert isinstance(reading, Reading), reading
    report, _ = audit_document(reading.document)
    yield from ((r.rule.id, r.outcome, None) for r in report.results if r.rule.id.startswith("PF."))
    yield from ((f.message, Outcome.VIOLATED, f.level) for f in report.findings if f.level is not Level.INFO)


@pytest.mark.parametrize("kind", [*PROSE, "xlsx"])
def test_it_is_looked_at_and_nothing_above_info_is_found(published: Path, kind: str) -> None:
    said = list(said_of(published / f"disclosure.{kind}"))
    assert [message for message, _, level in said if level] == []
    passed = {rule for rule, outcome, _ in said if outcome is Outcome.PASSED}
    assert (IN_WORDS if kind in PROSE else IN_TABLES) - passed == set()
    assert [rule for rule, outcome, _ in said if outcome is Outcome.UNDETERMINED] == []
