"""Heads of tables: where they are, which column is which, and what is said when they are not understood."""

from pathlib import Path

import pytest

from mingzhang.books.fault import Gravity
from mingzhang.books.raw import Raw
from mingzhang.reading.header import TableKind, find_layout
from mingzhang.reading.mapping import ColumnMapping, parse_mapping
from tests.reading.ledgers import read

PLAIN = ColumnMapping()


def places(*rows: list[Raw], mapping: ColumnMapping = PLAIN) -> dict[str, int]:
    """Which column holds which field."""
    layout = find_layout(rows, mapping)
    assert layout is not None
    return dict(layout.places)


def test_titles_above_the_head_are_passed_over() -> None:
    titles: list[list[Raw]] = [["2021年凭证", "", ""], ["单位：某中心", "", "2021年12月"]]
    assert places(*titles, ["日期", "凭证号", "科目编码", "借方", "贷方"]) == {
        "date": 0,
        "voucher": 1,
        "account": 2,
        "debit": 3,
        "credit": 4,
    }


def test_a_head_of_two_levels() -> None:
    upper: list[Raw] = ["科目编码", "科目名称", "年初余额", "", "本期发生额", "", "本年累计发生额", "", "期末余额", ""]
    lower: list[Raw] = ["", "", *("借方", "贷方") * 4]
    found = places(upper, lower)
    assert (found["opening_debit"], found["opening_credit"]) == (2, 3)
    assert (found["debit"], found["credit"]) == (6, 7), "the sum of the year is preferred to the last period"
    assert (found["closing_debit"], found["closing_credit"]) == (8, 9)


@pytest.mark.parametrize("unit", ["（元）", "(人民币元)", " （元） "])
def test_the_unit_behind_a_header_does_not_matter(unit: str) -> None:
    found = places(["凭证日期", "凭证号", "科目编码", f"借方金额{unit}", f"贷方金额{unit}"])
    assert (found["debit"], found["credit"]) == (3, 4)


def test_one_column_of_code_and_name_is_the_account() -> None:
    assert places(["日期", "凭证号", "会计科目", "借方", "贷方"])["account"] == 2


def test_the_units_own_mapping_wins() -> None:
    own = parse_mapping('["栏目"]\n"核算科目" = "科目编码"\n"科目编码" = "不用"')
    assert places(["日期", "凭证号", "科目编码", "核算科目", "借方", "贷方"], mapping=own)["account"] == 3


def test_balances_and_vouchers_are_told_apart() -> None:
    layout = find_layout([["科目编码", "方向", "期初余额"]], PLAIN)
    assert layout is not None
    assert layout.kind is TableKind.BALANCES


def faults(path: Path, text: str) -> list[tuple[Gravity, str, str, str]]:
    """What is said of a CSV text."""
    path.write_text(text, "utf-8")
    return [(f.gravity, f.message, f.value, f.mend) for f in read(path)[1]]


def test_an_unknown_head_lists_its_headers_and_the_mapping_to_write(tmp_path: Path) -> None:
    text = "日期,凭证号,核算代码,借方,贷方\n2021-03-05,1,8001,5,\n"
    ((gravity, message, value, mend),) = faults(tmp_path / "a.csv", text)
    assert (gravity, message, value) == (Gravity.ERROR, "缺少栏目：科目编码", "核算代码")
    assert '["栏目"]\n"核算代码" = ' in mend


def test_a_column_that_is_not_understood_is_mentioned(tmp_path: Path) -> None:
    text = "日期,凭证号,科目编码,借方,贷方,心情\n2021-03-05,1,8001,5,,好\n"
    assert [fault[:3] for fault in faults(tmp_path / "a.csv", text)] == [
        (Gravity.WARNING, "不认识的栏目没有读取", "心情")
    ]


def test_two_columns_of_one_meaning_are_not_guessed_between(tmp_path: Path) -> None:
    text = "日期,凭证号,科目编码,借方金额,借方金额,贷方\n2021-03-05,1,8001,5,6,\n"
    assert [fault[1] for fault in faults(tmp_path / "a.csv", text)] == ["两个栏目意思相同，不知道取哪一个"]


def test_a_line_with_more_cells_than_headers_is_named(tmp_path: Path) -> None:
    text = "日期,凭证号,科目编码,借方,贷方\n2021-03-05,1,8001,1,234.00,\n2021-03-05,1,8001,1,,234.00\n"
    assert "这一行的列数多于表头" in [fault[1] for fault in faults(tmp_path / "a.csv", text)]


def test_no_head_at_all(tmp_path: Path) -> None:
    assert [fault[1] for fault in faults(tmp_path / "a.csv", "甲,乙\n1,2\n")] == ["没有找到表头"]
