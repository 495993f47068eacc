"""findings.xlsx: read back with another library, it says what the examination says."""

import io

import openpyxl

from mingzhang.disclosure.examination import Examination
from mingzhang.publishing.examined import workbook
from tests.publishing.examined.examples import EXAMINATION, OBLIGATIONS


def sheets(*examinations: Examination) -> dict[str, list[list[object]]]:
    """The rows of every sheet."""
    book = openpyxl.load_workbook(io.BytesIO(workbook.write(examinations, OBLIGATIONS)))
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}


def test_one_row_a_finding() -> None:
    head, *rows = sheets(EXAMINATION)["疑点"]
    assert len(rows) == len(EXAMINATION.remarks)
    share = dict(zip(head, rows[2], strict=True))
    assert (share["印出"], share["应为"], share["页码"], share["级别"]) == ("71.73%", "71.65%", "第2页", "提醒")
    assert "合计为100.07%" in str(share["说明"])


def test_the_second_sheet_is_the_check_table() -> None:
    book = sheets(EXAMINATION)
    assert list(book)[1] == "检查表"
    assert [row[3] for row in book["检查表"][2:]] == ["是", "否", "无法判断", "不适用"]


def test_coverage_is_counted_in_numbers() -> None:
    rows = sheets(EXAMINATION)["核对范围"]
    assert rows[1][4:8] == [3, 1, 0, 0]


def test_a_file_that_could_not_be_read_is_named_and_has_no_check_table() -> None:
    refused = Examination("乙.pdf", refused="文件加密，无法读取")
    book = sheets(EXAMINATION, refused)
    assert "检查表2" not in book
    assert book["文件"][2][3] == "文件加密，无法读取"


def test_words_are_never_formulas() -> None:
    bad = Examination("=1+1", unit="+cmd", year=2024)
    assert sheets(bad)["文件"][1][0] == "=1+1"
