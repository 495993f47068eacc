"""The review copy is the document itself with a mark where each finding stands."""

import pypdfium2
import pypdfium2.raw as pdfium

from mingzhang.disclosure.examination import Examination
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.remark import ERROR, Remark
from mingzhang.publishing.examined import review_copy
from mingzhang.publishing.examined.pages import Pages
from tests.publishing.examined.examples import EXAMINATION, LOST, SHARE, TOTAL, pdf


def kinds(data: bytes, page: int) -> list[int]:
    """The annotations of a page by subtype."""
    with Pages(data).handle(page) as handle:
        count = pdfium.FPDFPage_GetAnnotCount(handle)
        return [pdfium.FPDFAnnot_GetSubtype(pdfium.FPDFPage_GetAnnot(handle, n)) for n in range(count)]


def test_words_are_highlighted_and_what_is_missing_gets_a_note() -> None:
    marked = review_copy.write(EXAMINATION, pdf())
    assert sorted(kinds(marked, 1)) == sorted([pdfium.FPDF_ANNOT_HIGHLIGHT, pdfium.FPDF_ANNOT_TEXT])
    assert kinds(marked, 2) == [pdfium.FPDF_ANNOT_HIGHLIGHT] * 2


def test_the_text_stays_as_it_was() -> None:
    before, after = (pypdfium2.PdfDocument(data) for data in (pdf(), review_copy.write(EXAMINATION, pdf())))
    assert [p.get_textpage().get_text_range() for p in before] == [p.get_textpage().get_text_range() for p in after]


def test_the_mark_lies_on_what_is_printed_wrong_not_on_the_whole_quote() -> None:
    pages = Pages(pdf())
    with pages.handle(2) as page:
        (boxes,) = pages.boxes(page, [SHARE])
    (box,) = boxes
    assert 20 < box.right - box.left < 60


def test_a_remark_without_words_has_no_place() -> None:
    pages = Pages(pdf())
    with pages.handle(1) as page:
        assert pages.boxes(page, [LOST, TOTAL])[0] == ()


def test_a_page_that_does_not_exist_is_passed_over() -> None:
    stray = Remark(ERROR, "N1", "", "", "", "", Position("甲.pdf", 99))
    assert kinds(review_copy.write(Examination("甲.pdf", remarks=(stray,)), pdf()), 1) == []
