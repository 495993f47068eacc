"""What we publish ourselves is clean in every format, and is read back as the same accounts."""

from pathlib import Path

import pytest

from mingzhang.publishing.fonts import FontsMissing, find_fonts
from mingzhang.workflows.audit import Settings, audit
from mingzhang.workflows.build import build
from tests.conftest import CENTRE, DEPARTMENT

FORMATS = ("xlsx", "docx", "pdf", "html", "ofd")


def has_fonts() -> bool:
    try:
        find_fonts()
    except FontsMissing:
        return False
    return True


@pytest.mark.slow
@pytest.mark.skipif(not has_fonts(), reason="no Chinese fonts here")
@pytest.mark.parametrize("example", [CENTRE, DEPARTMENT], ids=lambda path: path.name)
def test_nothing_above_info_in_any_format_and_no_two_formats_differ(example: Path, tmp_path: Path) -> None:
    built = build(example, tmp_path / "公开件", FORMATS)
    wanted = {path for path in built.files if path.stem == "disclosure"}
    done = audit(sorted(wanted), Settings(jobs=2))
    said = {
        Path(e.path).name: e.refused or [(r.rule, r.place, r.message) for r in e.remarks if r.is_loud]
        for e in done.examinations
    }
    assert said == {f"disclosure.{name}": [] for name in FORMATS}
    held = [r.tally for e in done.examinations for r in e.requirements if r.rule == "X20"]
    assert len(held) == len(FORMATS)
    assert all(tally.passed > 1_000 and not tally.violated for tally in held)
