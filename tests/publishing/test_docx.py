import io
import struct
import zipfile
import zlib
from dataclasses import replace
from datetime import datetime

import docx as python_docx
import pytest
from hypothesis import given, settings

from mingzhang.disclosure.section import Paragraph
from mingzhang.disclosure.statement import Figure
from mingzhang.publishing import docx
from mingzhang.publishing.docx.anchors import bookmark_name
from mingzhang.publishing.docx.pages import pages
from mingzhang.publishing.docx.picture import NotAPicture, size_of
from mingzhang.publishing.docx.styles import STYLES
from mingzhang.publishing.grid import printed
from tests.depth import examples
from tests.publishing.full_size import full_size
from tests.publishing.readback import W, docx_facts, docx_paragraphs, docx_part
from tests.publishing.strategies import valued
from tests.sample import small_disclosure


def png(width, height):
    """A white picture."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress((b"\0" + b"\xff" * width) * height)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


PICTURES = {1: png(60, 30), 3: png(60, 20)}


@pytest.fixture(scope="module")
def small():
    return docx.write(small_disclosure(), PICTURES)


@pytest.fixture(scope="module")
def body(small):
    return docx_part(small, "word/document.xml")


def attribute(element, path, name="val"):
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return None if found is None else found.get(f"{W}{name}")


@given(valued())
@settings(max_examples=examples(6), deadline=None)
def test_facts_read_back_are_the_facts_printed(disclosure):
    cells = {
        cell.address: printed(statement, disclosure.facts, cell)
        for statement in disclosure.statements
        for row in statement.body
        for cell in row
        if isinstance(cell, Figure)
    }
    assert docx_facts(docx.write(disclosure)) == cells


def test_every_figure_of_every_statement_has_its_anchor():
    disclosure = full_size()
    printed_ = {a for s in disclosure.statements for a in s.addresses()}
    assert set(docx_facts(docx.write(disclosure))) == printed_


def test_names_of_bookmarks_are_what_word_allows_and_unique(body):
    names = [str(b.get(f"{W}name")) for b in body.iter(f"{W}bookmarkStart")]
    assert len(set(names)) == len(names)
    assert all(len(n) <= 40 and n.replace("_", "a").isalnum() and not n[0].isdigit() for n in names)


def test_same_input_same_bytes(small):
    assert docx.write(small_disclosure(), dict(reversed(PICTURES.items()))) == small


def test_python_docx_opens_it_and_finds_what_was_written(small):
    document = python_docx.Document(io.BytesIO(small))
    assert len(document.tables) == 3
    assert document.core_properties.created.replace(tzinfo=None) == datetime(2022, 10, 18)
    assert document.core_properties.language == "zh-CN"
    assert document.tables[1].cell(2, 0).text == document.tables[1].cell(2, 1).text == "栏次"
    names = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 2"]
    assert "一、收入支出决算总体情况说明" in names


def test_page_and_grid_are_those_of_gb_t_9704(body):
    section = body.findall(f".//{W}sectPr")[0]
    sides = {k: round(int(attribute(section, "pgMar", k)) * 25.4 / 1440) for k in ("top", "bottom", "left", "right")}
    assert sides == {"top": 37, "bottom": 35, "left": 28, "right": 26}
    assert (attribute(section, "docGrid", "type"), attribute(section, "docGrid", "linePitch")) == ("lines", "579")


def test_a_wide_statement_lies_on_its_side_and_the_rest_stands(body):
    turned = [attribute(s, "pgSz", "orient") for s in body.iter(f"{W}sectPr")]
    assert turned == [None, None, "landscape", None]


def test_numbering_begins_after_the_contents_with_odd_and_even_footers(small, body):
    starts = [attribute(s, "pgNumType", "start") for s in body.iter(f"{W}sectPr")]
    assert starts == [None, "1", None, None]
    kinds = [r.get(f"{W}type") for r in body.iter(f"{W}footerReference")]
    assert kinds == ["default", "even"]
    assert docx_part(small, "word/settings.xml").find(f"{W}evenAndOddHeaders") is not None
    for part in ("word/footer1.xml", "word/footer2.xml"):
        assert "".join(map(str, docx_part(small, part).itertext())).replace(" PAGE ", "") == "— 1 —"


def test_fonts_are_named_for_chinese_and_no_theme_font_hides_them(small):
    styles = docx_part(small, "word/styles.xml")
    fonts = {s.get(f"{W}styleId"): attribute(s, "rPr/rFonts", "eastAsia") for s in styles.iter(f"{W}style")}
    assert (fonts["Heading1"], fonts["Heading2"], fonts["Heading3"]) == ("方正小标宋简体", "黑体", "楷体_GB2312")
    assert attribute(styles, "docDefaults/rPrDefault/rPr/rFonts", "eastAsia") == "仿宋_GB2312"
    assert not [a for f in styles.iter(f"{W}rFonts") for a in f.attrib if "Theme" in str(a)]


def test_styles_used_are_styles_defined():
    used = {style for style, _ in docx_paragraphs(docx.write(full_size(), PICTURES))}
    assert used <= {style.id for style in STYLES}


def test_parts_of_each_element_stand_in_the_order_of_the_schema(small):
    order = [
        "pStyle",
        "keepNext",
        "pageBreakBefore",
        "widowControl",
        "tabs",
        "autoSpaceDE",
        "autoSpaceDN",
        "snapToGrid",
        "spacing",
        "ind",
        "jc",
        "outlineLvl",
        "sectPr",
    ]
    for part in ("word/document.xml", "word/styles.xml"):
        for properties in docx_part(small, part).iter(f"{W}pPr"):
            names = [str(p.tag).removeprefix(W) for p in properties]
            assert names == sorted(names, key=order.index)


def test_head_rows_repeat_and_no_row_is_torn(body):
    for table, rows in zip(body.iter(f"{W}tbl"), (3, 3, 2), strict=True):
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")]
        assert heads == [True] * rows + [False] * (len(heads) - rows)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.iter(f"{W}tr"))


def test_every_row_fills_the_grid_and_spans_meet():
    for table in docx_part(docx.write(full_size()), "word/document.xml").iter(f"{W}tbl"):
        grid = [int(c.get(f"{W}w") or 0) for c in table.iter(f"{W}gridCol")]
        for row in table.iter(f"{W}tr"):
            spans = [int(attribute(c, "tcPr/gridSpan") or 1) for c in row.iter(f"{W}tc")]
            widths = [int(attribute(c, "tcPr/tcW", "w") or 0) for c in row.iter(f"{W}tc")]
            assert (sum(spans), sum(widths)) == (len(grid), sum(grid))


def test_a_heading_over_two_rows_is_merged_downwards():
    table = next(docx_part(docx.write(full_size()), "word/document.xml").iterfind(f".//{W}tbl[2]"))
    rows = list(table.iter(f"{W}tr"))[:2]
    marks = [[c.find(f"{W}tcPr/{W}vMerge") for c in row.iter(f"{W}tc")] for row in rows]
    assert [None if m is None else m.get(f"{W}val") for m in marks[0]] == [None, *["restart"] * 7]
    assert [m is not None and m.get(f"{W}val") is None for m in marks[1]] == [False, False, *[True] * 7]


def test_tables_and_pictures_say_in_words_what_they_are(body):
    descriptions = [attribute(t, "tblPr/tblDescription") for t in body.iter(f"{W}tbl")]
    assert descriptions[0] == "表1 收入支出决算总表，6列，前3行为表头。"
    pictures = [e.get("descr") for e in body.iter() if str(e.tag).endswith("}docPr")]
    assert pictures[1] == "基本支出占66.35%，项目支出占33.65%。"
    assert pictures[0].startswith("柱形图：")


def test_a_chart_without_a_picture_is_told_in_words():
    texts = [text for _, text in docx_paragraphs(docx.write(small_disclosure()))]
    assert "基本支出占66.35%，项目支出占33.65%。" in texts
    assert "图3：支出决算结构" in texts


def test_what_is_no_picture_is_refused():
    with pytest.raises(NotAPicture):
        docx.write(small_disclosure(), {1: b"GIF89a"})


@pytest.mark.parametrize(("pixels", "millimetres"), [((300, 100), (150, 50)), ((100, 200), (95, 190))])
def test_a_picture_keeps_its_proportion_inside_the_text(pixels, millimetres):
    assert tuple(emu // 36000 for emu in size_of(png(*pixels))) == millimetres


def test_contents_show_before_anybody_updates_them(body):
    listed = [p for p in body.iter(f"{W}p") if (attribute(p, "pPr/pStyle") or "").startswith("TOC")]
    lines = ["".join(str(t.text) for t in p.iter(f"{W}t")) for p in listed]
    assert lines[0] == "目  录"
    assert "二、一般公共预算财政拨款支出决算表（表5）4" in lines
    marks = {b.get(f"{W}name") for b in body.iter(f"{W}bookmarkStart")}
    links = {h.get(f"{W}anchor") for h in body.iter(f"{W}hyperlink")}
    assert links <= marks


def test_a_mention_leads_to_the_cell_of_its_figure(body):
    total = next(a for a in small_disclosure().facts if str(a) == "T1[收入总计].金额")
    links = ["".join(h.itertext()) for h in body.iter(f"{W}hyperlink") if h.get(f"{W}anchor") == bookmark_name(total)]
    assert "193.13万元" in links


def test_parts_begin_pages_and_a_statement_has_its_own(body):
    entries = pages(small_disclosure(), {})
    assert [entries[i] for i in ("s1", "s2", "s2-1", "s2-2", "s2-3", "s3", "s3-1")] == [1, 2, 3, 4, 5, 6, 6]


def test_prose_is_written_whole_with_its_bold_words(body):
    bold = ["".join(r.itertext()) for r in body.iter(f"{W}r") if r.find(f"{W}rPr/{W}b") is not None]
    assert "基本支出" in bold
    texts = ["".join(p.itertext()) for p in body.iter(f"{W}p")]
    expected = [b.text for _, b in small_disclosure().blocks() if isinstance(b, Paragraph)]
    assert [t for t in texts if t in expected] == expected


def test_characters_that_xml_cannot_hold_are_left_out():
    disclosure = replace(small_disclosure(), title="a\x00b\x0b<&\ufffe")
    assert ("Title", "ab<&") in docx_paragraphs(docx.write(disclosure))


def test_the_package_holds_its_parts_in_a_fixed_order_at_a_fixed_time(small):
    entries = zipfile.ZipFile(io.BytesIO(small)).infolist()
    assert entries[0].filename == "[Content_Types].xml"
    assert {e.date_time for e in entries} == {(1980, 1, 1, 0, 0, 0)}
