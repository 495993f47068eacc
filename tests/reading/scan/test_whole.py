"""Whole published documents through a scanner and back: nearly every figure right, none of them surely wrong."""

from pathlib import Path

import pytest

from mingzhang.audit.finding import Level
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Facts
from mingzhang.workflows.build import build
from mingzhang.workflows.examine import audit_document
from mingzhang.workflows.reading import Reading, read_file
from tests.reading.scan.documents import scan

pytestmark = pytest.mark.slow

EXAMPLES = Path(__file__).parents[3] / "examples"


def read(path: Path) -> Disclosure:
    found = read_file(path)
    assert isinstance(found, Reading), found
    return found.document


def surely_wrong(scanned: Facts, printed: Facts) -> list[str]:
    """The figures that a scan says with certainty and the printed document does not say."""
    return [
        str(address)
        for address, fact in scanned.items()
        if fact.is_readable and address in printed and fact.value != printed[address].value
    ]


@pytest.mark.parametrize("example", ["information-centre-2021", "department-2023"])
def test_a_document_survives_the_scanner(example: str, tmp_path: Path) -> None:
    built = build(EXAMPLES / example, tmp_path / "公开", ("pdf",))
    (pdf,) = (path for path in built.files if path.suffix == ".pdf")
    printed, document = read(pdf).facts, read(scan(pdf, tmp_path))
    right = [a for a, f in printed.items() if a in document.facts and document.facts[a].value == f.value]
    assert document.recognised
    assert len(right) >= 0.99 * len(printed)
    assert surely_wrong(document.facts, printed) == []
    report, _ = audit_document(document)
    assert [found.message for found in report.findings if found.level is not Level.INFO] == []
