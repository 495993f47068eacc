"""Faults are told so that somebody can mend them: on the terminal and in a workbook."""

import io

from openpyxl import load_workbook

from mingzhang.books.fault import Fault, Gravity
from mingzhang.publishing.fault_table import render
from mingzhang.publishing.faults import write

DATE = Fault("凭证.csv", "第7行", "凭证日期", "2020-12-31", "日期不在2021年度内", "核对日期")
FORMULA = Fault("凭证.xlsx", "表1!9", "摘要", "=1+1", "不认识", "改成文字", Gravity.WARNING)


def test_the_table_says_where_what_and_how() -> None:
    table = render([DATE, FORMULA])
    head, _, first, second = table.splitlines()
    assert head.split() == ["位置", "栏目", "值", "问题", "怎样改"]
    assert first.split() == ["凭证.csv", "第7行", "凭证日期", "2020-12-31", "日期不在2021年度内", "核对日期"]
    assert "表1!9" in second


def test_columns_stand_under_each_other_on_a_terminal() -> None:
    rows = render([DATE, FORMULA]).encode("gbk").splitlines()
    columns = {row.index(word.encode("gbk")) for row, word in zip(rows[2:], ("核对", "改成"), strict=True)}
    assert len(columns) == 1


def test_a_long_list_is_cut_and_a_long_value_shortened() -> None:
    long = Fault("a.csv", "第1行", "摘要", "长" * 100 + "\n", "问题", "怎样改")
    table = render([long] * 50)
    assert "其余 20 处见差错清单" in table
    assert "长" * 20 not in table
    assert len(table.splitlines()) == 34
    assert "全文见差错清单" in table


def test_the_workbook_holds_every_fault_as_text() -> None:
    sheet = load_workbook(io.BytesIO(write([DATE, FORMULA]))).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == ["级别", "文件", "位置", "栏目", "值", "问题", "怎样改"]
    assert rows[1] == ["错误", "凭证.csv", "第7行", "凭证日期", "2020-12-31", "日期不在2021年度内", "核对日期"]
    assert rows[2][4] == "=1+1"
    assert sheet.cell(3, 5).data_type == "s"
