"""On real documents whose faults people marked: nearly all are found, and hardly anything else is said."""

from pathlib import Path

import pytest

from mingzhang.workflows.examine import audit_document
from mingzhang.workflows.reading import Reading, read_file
from tests.labelled import GOLD, Label, documents, score

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not GOLD, reason="MINGZHANG_GOLD names no directory")]


@pytest.mark.parametrize(("path", "labels"), list(documents()), ids=lambda value: getattr(value, "stem", ""))
def test_recall_and_precision(path: Path, labels: tuple[Label, ...]) -> None:
    reading = read_file(path)
    assert isinstance(reading, Reading)
    report, _ = audit_document(reading.document)
    result = score(report.findings, labels)
    assert len(result.found) >= 0.9 * (len(result.found) + len(result.missed)), result.missed
    assert len(result.true) >= 0.95 * (len(result.true) + len(result.false)), result.false
