"""The third door: the nine statements as a workbook give the same document as the books they came from."""

import shutil
from pathlib import Path

import pytest

from mingzhang.books.fault import BooksRefused
from mingzhang.disclosure.trace import Stated
from mingzhang.publishing.json_file import read
from mingzhang.publishing.xlsx import write
from mingzhang.workflows.build import Built, build
from tests.conftest import CENTRE, DEPARTMENT


def with_workbook(built: Built, example: Path, target: Path) -> Path:
    """The example's directory with the published statements in place of its books."""
    target.mkdir()
    for name in ("budget.csv", "prior.csv", "texts.toml"):
        shutil.copy(example / name, target / name)
    unit = (example / "unit.toml").read_text("utf-8").splitlines()
    (target / "unit.toml").write_text("\n".join(line for line in unit if not line.startswith("members")), "utf-8")
    json = next(path for path in built.files if path.name == "disclosure.json")
    (target / "statements.xlsx").write_bytes(write(read(json.read_bytes())))
    return target


@pytest.mark.parametrize(
    ("name", "example"), [("centre", CENTRE), pytest.param("department", DEPARTMENT, marks=pytest.mark.slow)]
)
def test_every_printed_figure_comes_back(
    request: pytest.FixtureRequest, name: str, example: Path, tmp_path: Path
) -> None:
    built: Built = request.getfixturevalue(name)
    again = build(with_workbook(built, example, tmp_path / "in"), tmp_path / "out", ("json",))
    assert not again.stopped
    facts = built.accounts.facts
    printed = [a for statement in built.accounts.statements for a in statement.addresses() if a in facts]
    assert {a: again.accounts.facts[a].shown for a in printed} == {a: facts[a].shown for a in printed}


def test_a_figure_of_a_workbook_says_which_cell_it_was_read_from(centre: Built, tmp_path: Path) -> None:
    again = build(with_workbook(centre, CENTRE, tmp_path / "in"), tmp_path / "out", ("json",))
    traces = [fact.trace for address, fact in again.accounts.facts.items() if address.statement == "T5"]
    stated = [trace for trace in traces if isinstance(trace, Stated)]
    assert stated
    assert all(trace.position.sheet and trace.position.cell for trace in stated)


def test_a_workbook_that_is_none_is_refused_with_every_fault(centre: Built, tmp_path: Path) -> None:
    folder = with_workbook(centre, CENTRE, tmp_path / "in")
    (folder / "statements.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    with pytest.raises(BooksRefused) as refused:
        build(folder, tmp_path / "out", ("json",))
    assert all(fault.mend for fault in refused.value.faults)
