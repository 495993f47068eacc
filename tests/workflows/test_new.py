"""A new directory is complete, commented, and understood by the program itself."""

from pathlib import Path

import pytest

from mingzhang.books.fault import Gravity
from mingzhang.reading.unit.year import read_unit
from mingzhang.standards.supplement import supplement_units
from mingzhang.terms.unit import WAN
from mingzhang.workflows.new import NotEmpty, lay_out


def test_the_new_directory_is_read_without_an_error_but_for_its_missing_books(tmp_path: Path) -> None:
    files = lay_out(tmp_path / "我单位2024")
    assert {"unit.toml", "texts.toml", "waivers.toml", "budget.csv", "prior.csv"} <= {f.name for f in files}
    faults = read_unit(tmp_path / "我单位2024", supplement_units(WAN)).faults
    assert [f.message for f in faults if f.gravity is Gravity.ERROR] == ["没有账簿"]
    assert [f for f in faults if f.gravity is Gravity.WARNING] == []


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep", encoding="utf-8")
    with pytest.raises(NotEmpty):
        lay_out(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
