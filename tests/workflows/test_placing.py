"""What was handed in and fits nowhere is said, with the nearest thing it may have meant."""

import shutil
from pathlib import Path

import pytest

from mingzhang.workflows.build import compile_year, read_year
from tests.conftest import CENTRE


def hints(own: Path, folder: Path) -> dict[str, str]:
    """What the input is told about, by value or column."""
    year, faults = read_year(own)
    return {f.value or f.column: f.message + f.mend for f in (*faults, *compile_year(year, folder)[1])}


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A copy of the centre's year to spoil."""
    return Path(shutil.copytree(CENTRE, tmp_path / "centre", ignore=shutil.ignore_patterns("out")))


def test_a_year_in_order_gets_no_hint(own: Path, tmp_path: Path) -> None:
    assert hints(own, tmp_path / "books") == {}


def test_a_mistyped_budget_is_named_with_the_nearest_figure(own: Path, tmp_path: Path) -> None:
    with (own / "budget.csv").open("a", encoding="utf-8") as file:
        file.write("T7,预算数,公务接待废,,3000\nT5,9990000,小计,年初预算,1\nT5,2080107,小计,年初预算,0\n")
    found = hints(own, tmp_path / "books")
    assert "T7[预算数].公务接待费" in found["T7[预算数].公务接待废"]
    assert "未使用" in found["T5[9990000].小计@年初预算"]
    assert len(found) == 2


def test_texts_that_nothing_asks_for_are_named(own: Path, tmp_path: Path) -> None:
    (own / "texts.toml").write_text(
        '[reason]\na = "b"\n[reasons]\n"T5[9999999].小计@上年" = "x"\n"随便" = "y"\n"T7[预算数].合计" = 5\n', "utf-8"
    )
    found = hints(own, tmp_path / "books")
    assert "reasons" in found["reason"]
    assert "未使用" in found["T5[9999999].小计@上年"]
    assert "不是数据项地址" in found["随便"]
    assert "不是文字" in found["5"]


def test_a_format_that_was_never_seen_for_the_year_is_said_to_be_inferred(own: Path, tmp_path: Path) -> None:
    (own / "unit.toml").write_text(
        (own / "unit.toml").read_text("utf-8").replace("hubei-2021", "shanghai-2024"), "utf-8"
    )
    assert "推断" in hints(own, tmp_path / "books")["2021"]
