"""Last year's evaluation: what this program published is read back, and what is wrong is said with its line."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mingzhang.books.fault import Fault
from mingzhang.books.prior_evaluation import COLUMNS, PriorLine
from mingzhang.reading.unit.prior_performance import read_prior_performance
from tests.depth import examples

HEAD = ",".join(COLUMNS) + "\n"


def read(folder: Path, content: str | bytes) -> tuple[tuple[PriorLine, ...], tuple[Fault, ...]]:
    """The lines and faults of a file with this content."""
    path = folder / "prior_performance.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_prior_performance(path)


def test_a_year_that_was_the_first_has_none(tmp_path: Path) -> None:
    assert read_prior_performance(tmp_path / "prior_performance.csv") == ((), ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_targets_values_points_and_the_total_are_read(tmp_path: Path, encoding: str) -> None:
    text = HEAD + "整体,制卡量,产出,数量指标,制发卡,≥10000张,14571张,张,10,8.62\n整体,,,,总分,,,,100,95.5分\n"
    lines, faults = read(tmp_path, text.encode(encoding))
    assert faults == ()
    assert lines[0] == PriorLine(
        "整体", "制卡量", "产出", "数量指标", "制发卡", "≥10000张", "14571张", "张", Fraction(10), Fraction(431, 50),
        "prior_performance.csv", 2,
    )  # fmt: skip
    assert (lines[1].is_total, lines[1].score, lines[1].indicator) == (True, Fraction(191, 2), "")


def test_an_apostrophe_that_kept_a_spreadsheet_from_running_it_is_taken_off(tmp_path: Path) -> None:
    lines, _ = read(tmp_path, HEAD + "整体,通信,产出,数量指标,刊发,'=120期,120期,期,,\n")
    assert (lines[0].target, lines[0].weight) == ("=120期", None)


@pytest.mark.parametrize(
    ("line", "column", "message"),
    [
        (",a,,,制发卡,,,,,", "评价", "必填"),
        ("整体,a,,,,,,,,", "三级指标", "必填"),
        ("整体,a,,,制发卡,,,,十,", "分值", "不是分数"),
        ("整体,a,,,制发卡,,,,10,-1", "得分", "不是分数"),
        (f"整体,a,,,{'卡' * 2001},,,,10,", "三级指标", "文字过长"),
        ("整体,b,,,读卡,,,,,", "三级指标", "同一指标出现两次"),
    ],
)
def test_a_line_that_cannot_be_used_is_said(tmp_path: Path, line: str, column: str, message: str) -> None:
    _, faults = read(tmp_path, f"{HEAD}整体,b,,,读卡,,,,,\n{line}\n")
    assert [(f.place, f.column, f.file) for f in faults] == [("第3行", column, "prior_performance.csv")]
    assert message in faults[0].message
    assert faults[0].mend


def test_a_column_that_is_missing_is_said_and_others_do_no_harm(tmp_path: Path) -> None:
    _, faults = read(tmp_path, "评价,指标编号,一级指标,二级指标,三级指标,目标值,完成值,计量单位,分值,偏差原因\n")
    assert [(f.column, f.value) for f in faults] == [("表头", "得分")]


@settings(max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(junk=st.binary(max_size=200), head=st.booleans())
def test_no_bytes_break_the_reader(tmp_path: Path, junk: bytes, head: bool) -> None:
    lines, faults = read(tmp_path, HEAD.encode() * head + junk)
    assert lines or faults or not junk.strip() or head
