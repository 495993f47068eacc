import io
import zipfile
from dataclasses import replace

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from lxml import etree

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.claim import addresses
from mingzhang.disclosure.section import ChartPlace, Mention, Paragraph, Part, Section, Words
from mingzhang.publishing import ofd
from mingzhang.publishing.fonts import find_fonts
from mingzhang.publishing.grid import figure_places, printed
from tests.publishing.full_size import full_size
from tests.publishing.ofd_view import page_svg
from tests.publishing.readback import squeezed
from tests.publishing.readback_ofd import OFD, OfdFile
from tests.publishing.strategies import valued
from tests.sample import small_disclosure

SAMPLE = small_disclosure()
FONTS = find_fonts()
DATA = ofd.write(SAMPLE, FONTS)
FILE = OfdFile(DATA)
PAGES = list(FILE.pages.values())


def _words(page, file=FILE):
    """The words of a page from top to bottom and left to right."""
    texts = sorted(file.texts(page), key=lambda t: (round(t.y, 1), t.xs[0]))
    return squeezed("".join(t.text for t in texts))


@given(valued())
@settings(max_examples=6, deadline=None)
def test_facts_read_back_are_the_facts_written_to_the_fen(disclosure):
    read = OfdFile(ofd.write(disclosure, FONTS)).facts()
    assert {Address.parse(a): p.value for a, p in read.items()} == {a: f.value for a, f in disclosure.facts.items()}


@given(valued())
@settings(max_examples=6, deadline=None)
def test_the_objects_a_fact_names_print_it(disclosure):
    read = OfdFile(ofd.write(disclosure, FONTS)).facts()
    for statement in disclosure.statements:
        for address, placed in figure_places(statement).items():
            shown = printed(statement, disclosure.facts, placed.cell)
            assert not shown or shown in read[str(address)].words


def test_sentences_are_among_the_places_of_a_fact():
    mentions = [r for _, b in SAMPLE.blocks() if isinstance(b, Paragraph) for r in b.runs if isinstance(r, Mention)]
    facts = FILE.facts()
    for mention in mentions:
        for address in addresses(mention.claim):
            assert mention.text in "".join(facts[str(address)].words)


def test_every_paragraph_is_on_the_pages():
    whole = "".join(map(_words, PAGES))
    for _, block in SAMPLE.blocks():
        if isinstance(block, Paragraph):
            assert squeezed(block.text) in whole


def test_it_is_a_package_of_the_standard():
    names = FILE.zip.namelist()
    assert names[0] == "OFD.xml"
    entry = FILE.tree("OFD.xml")
    assert etree.QName(entry) == etree.QName(OFD["o"], "OFD")
    assert (entry.get("Version"), entry.get("DocType")) == ("1.0", "OFD")
    assert entry.findtext(".//o:Title", namespaces=OFD) == SAMPLE.title
    assert entry.findtext(".//o:CreationDate", namespaces=OFD) == "2022-10-18"


def test_children_stand_in_the_order_of_the_standard():
    order = ["CommonData", "Pages", "Outlines", "CustomTags"]
    assert [etree.QName(child).localname for child in FILE.document] == order
    common = [etree.QName(child).localname for child in FILE.document[0]]
    assert common == ["MaxUnitID", "PageArea", "PublicRes", "DocumentRes"]
    assert [etree.QName(child).localname for child in PAGES[0]] == ["Area", "Content"]


def test_identifiers_are_unique_and_within_the_declared_maximum():
    roots = [FILE.document, FILE.resources("PublicRes"), FILE.resources("DocumentRes"), *PAGES]
    ids = [int(node.get("ID")) for root in roots for node in root.iter() if node.get("ID")]
    assert len(ids) == len(set(ids))
    assert max(ids) == int(FILE.document.findtext(".//o:MaxUnitID", namespaces=OFD))


def test_everything_that_is_referred_to_is_there():
    fonts = {
        f.get("ID"): f.findtext("o:FontFile", namespaces=OFD)
        for f in FILE.resources("PublicRes").iter(f"{{{OFD['o']}}}Font")
    }
    media = FILE.resources("DocumentRes").findall(".//o:MultiMedia", OFD)
    names = set(FILE.zip.namelist())
    assert {f"Doc_0/Res/{name}" for name in fonts.values()} <= names
    assert {f"Doc_0/Res/{m.findtext('o:MediaFile', namespaces=OFD)}" for m in media} <= names
    assert {t.font for page in PAGES for t in FILE.texts(page)} <= fonts.keys()
    used = {i.get("ResourceID") for page in PAGES for i in page.iterfind(".//o:ImageObject", OFD)}
    assert used == {m.get("ID") for m in media}


def test_fonts_hold_every_character_that_is_set_in_them():
    for font in FILE.resources("PublicRes").iterfind(".//o:Font", OFD):
        data = FILE.zip.read("Doc_0/Res/" + font.findtext("o:FontFile", namespaces=OFD))
        table = TTFont(io.BytesIO(data)).getBestCmap()
        used = {c for page in PAGES for t in FILE.texts(page) if t.font == font.get("ID") for c in t.text}
        assert {c for c in used if ord(c) not in table} == set()
        assert len(table) <= len(used)


def test_letters_stand_inside_the_page_and_do_not_overlap():
    for page in PAGES:
        _, _, width, height = FILE.box(page)
        for text in FILE.texts(page):
            assert text.xs[0] > 0
            assert text.xs[-1] + text.size / 4 < width
            assert 0 < text.y < height
            assert len(text.xs) == len(text.text)
            assert all(b - a > text.size * 0.2 for a, b in zip(text.xs, text.xs[1:], strict=False))


def test_bookmarks_are_the_headings_and_lead_to_their_pages():
    outlines = FILE.document.find("o:Outlines", OFD)
    parts = outlines.findall("o:OutlineElem", OFD)
    assert [p.get("Title").split()[0] for p in parts] == ["第一部分", "第二部分", "第三部分"]
    statements = parts[1].findall("o:OutlineElem", OFD)
    pages = [s.find(".//o:Dest", OFD).get("PageID") for s in statements]
    titles = [
        "收入支出决算总表（表1）",
        "一般公共预算财政拨款支出决算表（表5）",
        "国有资本经营预算财政拨款支出决算表（表9）",
    ]
    for page, title in zip(pages, titles, strict=True):
        assert f"2021年度{title}" in _words(FILE.pages[page])


def test_contents_give_the_number_of_the_page():
    contents = _words(PAGES[1])
    page = next(p for p in PAGES if "2021年度一般公共预算财政拨款支出决算表（表5）" in _words(p))
    number = contents.split("（表5）")[1].lstrip(".")[0]
    assert f"—{number}—" in _words(page)


def test_wide_statements_lie_on_their_side():
    turned = [page for page in PAGES if FILE.box(page)[2] > FILE.box(page)[3]]
    assert ["（表9）" in _words(page) for page in turned] == [True]


def test_page_numbers_stand_right_on_odd_pages_and_left_on_even():
    for number, page in enumerate(PAGES[2:], 1):
        folio = next(t for t in FILE.texts(page) if t.text == f"— {number} —")
        assert (folio.xs[0] > FILE.box(page)[2] / 2) == (number % 2 == 1)


def test_a_full_page_has_22_lines_of_28_characters():
    part = Part("overview", "第一部分 概况", (Section("一、职能", (Paragraph((Words("字" * 28 * 60),)),)),))
    file = OfdFile(ofd.write(replace(SAMPLE, parts=(part,)), FONTS))
    lines = [t for t in file.texts(list(file.pages.values())[3]) if set(t.text) == {"字"}]
    assert [len(t.text) for t in lines] == [28] * 22
    assert lines[0].xs[0] == pytest.approx(28)
    assert lines[-1].y < 297 - 35


def test_lines_never_begin_with_a_closing_mark_or_end_with_an_opening_one():
    text = "甲，乙。丙、丁；（戊）“己”《庚》12.5%辛：" * 60
    part = Part("overview", "第一部分", (Section("一、", (Paragraph((Words(text),)),)),))
    file = OfdFile(ofd.write(replace(SAMPLE, parts=(part,)), FONTS))
    lines = [t.text for page in list(file.pages.values())[2:] for t in file.texts(page) if "甲" in t.text]
    assert len(lines) > 30
    assert not [line for line in lines if line[0] in "，。、；：）”》%." or line[-1] in "（“《"]
    assert not [line for line in lines if line[-1].isdigit() or line[-1] == "."]


def test_a_statement_longer_than_a_page_repeats_its_head():
    long = SAMPLE.statement("T5")
    long = replace(long, body=long.body[:1] + long.body[1:] * 50)
    file = OfdFile(ofd.write(replace(SAMPLE, statements=(SAMPLE.statements[0], long, SAMPLE.statements[2])), FONTS))
    pages = [page for page in file.pages.values() if "栏次" in _words(page, file) and "科目名称" in _words(page, file)]
    assert len(pages) > 3
    for page in pages:
        bottom = max(t.y for t in file.texts(page) if not t.text.startswith("—"))
        assert bottom < file.box(page)[3] - 20


def test_long_statements_stay_on_one_page():
    file = OfdFile(ofd.write(full_size(), FONTS))
    words = [_words(page, file) for page in file.pages.values()]
    heads = [w for w in words[2:] if "栏次" in w]
    assert len(heads) == len([s for s in full_size().statements if any(c.text == "栏次" for r in s.head for c in r)])


def test_every_cell_is_framed():
    page = next(p for p in PAGES if "（表9）" in _words(p) and "金额单位" in _words(p))
    rules = page.findall(".//o:PathObject", OFD)
    boxes = [tuple(map(float, r.get("Boundary").split())) for r in rules]
    level = [b for b in boxes if b[2] > b[3]]
    upright = [b for b in boxes if b[3] > b[2]]
    assert max(b[2] for b in level) == pytest.approx(257, abs=0.01)
    assert len(level) >= 4
    assert len(upright) >= 6


def test_charts_lie_inside_the_type_area_and_say_what_they_show():
    images = [i for page in PAGES for i in page.iterfind(".//o:ImageObject", OFD)]
    charts = [block.chart for _, block in SAMPLE.blocks() if isinstance(block, ChartPlace)]
    assert [image.get("Name") for image in images] == [chart.alternative for chart in charts]
    x, _, width, height = map(float, images[0].get("Boundary").split())
    assert (x, width) == (28, 156)
    assert images[0].get("CTM") == f"{width:g} 0 0 {height:g} 0 0"


def test_the_same_input_gives_the_same_bytes():
    assert ofd.write(small_disclosure(), FONTS) == DATA
    assert {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(DATA)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_other_content_has_another_identifier():
    other = OfdFile(ofd.write(replace(SAMPLE, title="另一份"), FONTS)).tree("OFD.xml")
    assert other.findtext(".//o:DocID", namespaces=OFD) != FILE.tree("OFD.xml").findtext(".//o:DocID", namespaces=OFD)


def test_the_viewer_can_draw_every_page():
    for page in PAGES:
        etree.fromstring(page_svg(FILE, page))
