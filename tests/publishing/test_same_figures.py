"""One disclosure, every format: read back, they hold the same figures, and print the same digits."""

import pytest

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.statement import Figure
from mingzhang.publishing import docx, html, json_file, ofd, pdf, xlsx
from mingzhang.publishing.fonts import find_fonts
from mingzhang.publishing.grid import printed
from tests.publishing.full_size import full_size
from tests.publishing.readback import docx_facts, squeezed, xlsx_facts
from tests.publishing.readback_html import HtmlPage
from tests.publishing.readback_ofd import OfdFile

DISCLOSURE = full_size()
FONTS = find_fonts()
EXACT = {address: fact.value for address, fact in DISCLOSURE.facts.items()}
PRINTED = {
    cell.address: printed(statement, DISCLOSURE.facts, cell)
    for statement in DISCLOSURE.statements
    for row in statement.body
    for cell in row
    if isinstance(cell, Figure)
}


@pytest.fixture(scope="module")
def ofd_facts():
    return {Address.parse(a): fact for a, fact in OfdFile(ofd.write(DISCLOSURE, FONTS)).facts().items()}


def test_json_html_and_ofd_hold_every_figure_to_the_fen(ofd_facts):
    assert {a: f.value for a, f in json_file.read(json_file.write(DISCLOSURE)).facts.items()} == EXACT
    assert HtmlPage(html.write(DISCLOSURE)).facts() == EXACT
    assert {a: fact.value for a, fact in ofd_facts.items()} == EXACT


def test_the_workbook_holds_every_printed_figure_to_the_fen():
    read = xlsx_facts(xlsx.write(DISCLOSURE), {a: DISCLOSURE.facts[a].unit.scale for a in EXACT})
    assert read == {address: EXACT[address] for address in PRINTED if address in EXACT}


def test_page_word_file_and_ofd_print_the_same_digits(ofd_facts):
    page = HtmlPage(html.write(DISCLOSURE)).printed()
    words = docx_facts(docx.write(DISCLOSURE))
    for address, digits in PRINTED.items():
        if digits:
            assert page[address] == digits
            assert words[address] == digits
            assert digits in ofd_facts[address].words


def test_the_pdf_prints_every_row_cell_by_cell():
    pypdfium2 = pytest.importorskip("pypdfium2")
    document = pypdfium2.PdfDocument(pdf.write(DISCLOSURE, FONTS))
    whole = squeezed("".join(page.get_textpage().get_text_bounded() for page in document))
    for statement in DISCLOSURE.statements:
        for row in statement.body:
            assert squeezed("".join(printed(statement, DISCLOSURE.facts, cell) for cell in row)) in whole
