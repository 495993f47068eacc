"""The letter names every finding that has to be mended and no other."""

import io
from datetime import date

import docx

from mingzhang.disclosure.examination import Examination
from mingzhang.publishing.examined import letter
from tests.publishing.examined.examples import EXAMINATION

DAY = date(2026, 11, 24)


def test_errors_come_first_and_hints_and_waived_ones_stay_out() -> None:
    document = docx.Document(io.BytesIO(letter.write(EXAMINATION, DAY, "某区财政局")))
    head, *rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert head == ["序号", "位置", "问题", "印出", "应为", "页码"]
    assert [row[3] for row in rows] == ["0", "", "71.73%"]
    assert document.paragraphs[-1].text == "2026年11月24日"


def test_a_clean_document_gets_a_letter_without_table() -> None:
    document = docx.Document(io.BytesIO(letter.write(Examination("甲.pdf", unit="某局", year=2024), DAY)))
    assert not document.tables
    assert any("未发现需要整改的问题" in p.text for p in document.paragraphs)


def test_the_same_letter_is_the_same_bytes() -> None:
    assert letter.write(EXAMINATION, DAY) == letter.write(EXAMINATION, DAY)
