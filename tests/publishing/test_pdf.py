import json
import re
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given, settings

from mingzhang.disclosure.section import ChartPlace, Paragraph, Part, Section, Words
from mingzhang.publishing import pdf
from mingzhang.publishing.fonts import find_fonts
from mingzhang.publishing.grid import printed
from mingzhang.publishing.pdf.manuscript import manuscript
from tests.depth import examples
from tests.publishing.full_size import full_size
from tests.publishing.readback import squeezed
from tests.publishing.strategies import valued
from tests.sample import small_disclosure

pypdfium2: Any = pytest.importorskip("pypdfium2", reason="没有安装 pypdfium2")

SAMPLE = small_disclosure()
FONTS = find_fonts()
DATA = pdf.write(SAMPLE, FONTS)


@pytest.fixture(scope="module")
def document():
    return pypdfium2.PdfDocument(DATA)


def _texts(document):
    return [page.get_textpage().get_text_bounded() for page in document]


def test_it_is_archival_and_accessible():
    """What the file claims to be; that the claim holds is the typesetter's word, it refuses what does not conform."""
    assert b"<pdfaid:part>2</pdfaid:part>" in DATA
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in DATA
    assert b"<pdfuaid:part>1</pdfuaid:part>" in DATA
    assert b"/MarkInfo" in DATA
    assert b"/Lang" in DATA


def test_bookmarks_are_the_headings(document):
    marks = [(mark.level, mark.get_title()) for mark in document.get_toc()]
    name = SAMPLE.entity.name
    assert marks[0] == (0, f"第一部分 {name}概况")
    assert (1, "一、收入支出决算总表（表1）") in marks
    assert (2, "（一）财政拨款支出决算总体情况。") in marks
    assert len(marks) == 11


def test_every_paragraph_and_every_cell_is_printed(document):
    whole = squeezed("".join(_texts(document)))
    for _, block in SAMPLE.blocks():
        if isinstance(block, Paragraph):
            assert squeezed(block.text) in whole
    for statement in SAMPLE.statements:
        assert squeezed(statement.title) in whole
        for row in statement.body:
            words = "".join(printed(statement, SAMPLE.facts, cell) for cell in row)
            assert squeezed(words) in whole


def test_wide_statements_lie_on_their_side_and_the_rest_upright(document):
    sizes = [page.get_size() for page in document]
    turned = [n for n, (width, height) in enumerate(sizes) if width > height]
    texts = _texts(document)
    assert ["（表9）" in squeezed(texts[n]) for n in turned] == [True]
    assert {tuple(round(side) for side in sorted(size)) for size in sizes} == {(595, 842)}


def test_contents_give_the_page_on_which_a_statement_stands(document):
    texts = _texts(document)
    (number,) = re.findall(r"（表\s*5）[ .]*\s*(\d+)", texts[1])
    page = next(n for n, text in enumerate(texts) if "2021年度一般公共预算财政拨款支出决算表（表5）" in squeezed(text))
    assert f"—{number}—" in squeezed(texts[page])


def test_page_numbers_stand_right_on_odd_pages_and_left_on_even(document):
    sides = []
    for page in list(document)[2:]:
        text = page.get_textpage()
        (number,) = re.findall(r"— (\d+) —", text.get_text_bounded())
        left = text.get_charbox(text.get_text_range().rindex(f"— {number} —"))[0]
        sides.append((int(number) % 2 == 1, left > page.get_width() / 2))
    assert len(sides) == 6
    assert all(odd == right for odd, right in sides)


@pytest.mark.slow
def test_a_full_page_has_22_lines_of_28_characters():
    text = "字" * 28 * 60
    part = Part("overview", "第一部分 概况", (Section("一、职能", (Paragraph((Words(text),)),)),))
    made = pypdfium2.PdfDocument(pdf.write(replace(SAMPLE, parts=(part,)), FONTS))
    lines = made[3].get_textpage().get_text_bounded().split()
    assert lines[-3:] == ["—", "2", "—"]
    assert [len(line) for line in lines[:-3]] == [28] * 22


def test_only_the_given_fonts_are_used_and_all_are_embedded():
    names = set(re.findall(rb"/FontName\s*/([A-Z]{6}\+[\w-]+)", DATA))
    families = {FONTS.serif.family.replace(" ", ""), FONTS.sans.family.replace(" ", "")}
    assert names
    assert all(any(f.encode() in name for f in families) for name in names)
    assert len(re.findall(rb"/FontFile[23]?\b", DATA)) >= len(names)


def test_charts_say_in_words_what_they_show(document):
    """The standard demands it: without the words the typesetter refuses to claim PDF/UA."""
    charts = [block.chart for _, block in SAMPLE.blocks() if isinstance(block, ChartPlace)]
    told = json.loads(manuscript(SAMPLE, FONTS))["leaves"]
    items = [item for leaf in told if leaf["kind"] == "flow" for item in leaf["items"] if item["kind"] == "chart"]
    assert [item["alt"] for item in items] == [chart.alternative for chart in charts]
    assert "207.07" in _texts(document)[6]


def test_a_figure_in_a_sentence_leads_to_its_cell(document):
    raw = pypdfium2.raw
    page = document[6]
    count, start = 0, raw.c_int(0)
    link = raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, start, link):
        destination = raw.FPDFLink_GetDest(document, link)
        assert 2 < raw.FPDFDest_GetDestPageIndex(document, destination) < 6
        count += 1
    assert count >= 4


def test_the_same_input_gives_the_same_bytes_in_another_process():
    code = (
        "from hashlib import sha256; from tests.sample import small_disclosure;"
        "from mingzhang.publishing import pdf; from mingzhang.publishing.fonts import find_fonts;"
        "print(sha256(pdf.write(small_disclosure(), find_fonts())).hexdigest())"
    )
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert other.stdout.strip() == sha256(DATA).hexdigest()


def test_it_is_dated_as_the_disclosure_is():
    assert b"2022-10-18" in DATA
    assert b"2022-10-19" in pdf.write(replace(SAMPLE, dated="2022-10-19"), FONTS)


@pytest.mark.slow
@given(valued())
@settings(max_examples=examples(10), deadline=None)
def test_whatever_the_words_it_can_be_set(disclosure):
    made = pypdfium2.PdfDocument(pdf.write(disclosure, FONTS))
    assert len(made) >= 8


@pytest.mark.slow
def test_long_statements_stay_on_one_page():
    texts = _texts(pypdfium2.PdfDocument(pdf.write(full_size(), FONTS)))
    for number in range(1, 8):
        heads = [t for t in texts if "部门：" in t and f"（表{number}）" in squeezed(t)]
        assert len(heads) <= 1


def test_a_character_no_font_has_does_not_stop_the_file():
    """It is kept as text; only the claim to show every character is given up."""
    part = Part("overview", "第一部分 概况", (Section("一、职能", (Paragraph((Words("甲\U000f0000乙"),)),)),))
    made = pdf.write(replace(SAMPLE, parts=(part,)), FONTS)
    assert b"<pdfaid:part>" not in made
    assert "甲" in _texts(pypdfium2.PdfDocument(made))[2]
