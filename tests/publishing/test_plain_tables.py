"""Tables that are no statements, format by format: what a machine or a screen reader is told of them."""

import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.section import Part, Section, TablePlace
from mingzhang.disclosure.table import CellKind, Stretch, Table, TableCell
from mingzhang.publishing import docx, html, json_file, ofd, pdf, xlsx
from mingzhang.publishing.fonts import find_fonts
from mingzhang.publishing.tabular import head_rows, pieces, shares
from mingzhang.publishing.tabular import settings as cells_of
from mingzhang.publishing.xlsx_table import number_format, table_sheets
from tests.appraised import CARDS, PLAN, appraised, performance, table, whole_table
from tests.depth import examples
from tests.publishing.readback import W, docx_facts, docx_part, squeezed
from tests.publishing.readback_html import HtmlPage
from tests.publishing.readback_ofd import OfdFile
from tests.publishing.strategies import NASTY

YEAR = replace(appraised(), performance=performance())
FONTS = find_fonts()
PAGE = HtmlPage(html.write(YEAR))
CARDS_MADE = Address.parse("P[制卡量].完成值")


def _with(*tables):
    section = Section("表格", tuple(TablePlace(each) for each in tables))
    return replace(YEAR, parts=(*YEAR.parts, Part("annex", "附件", (section,))))


# What they are


def test_words_fall_into_pieces_that_together_are_the_text():
    text, at = "制卡14571张，其中职工1351张。", [CARDS_MADE, Address.parse("P[职工制卡].完成值")]
    cell = TableCell(text, Position(""), stretches=(Stretch(2, 8, at[0]), Stretch(13, 18, at[1])))
    assert pieces(cell) == (
        ("制卡", None),
        ("14571张", at[0]),
        ("，其中职工", None),
        ("1351张", at[1]),
        ("。", None),
    )


@given(st.text(max_size=12), st.lists(st.tuples(st.integers(-2, 14), st.integers(-2, 14)), max_size=4))
def test_stretches_out_of_place_lose_no_word(text, places):
    stretches = tuple(Stretch(start, end, CARDS_MADE) for start, end in places)
    assert "".join(words for words, _ in pieces(TableCell(text, Position(""), stretches=stretches))) == text


def test_no_column_is_too_narrow_for_its_figures():
    narrow = table([[("名称", CellKind.LABEL), ("≥10000000张", CellKind.FIGURE)]], widths=(99, 1))
    name, figure = shares(narrow)
    assert figure / (name + figure) > 0.12


def test_a_head_reaches_as_far_as_its_cells_and_is_never_the_whole():
    merged = table([[("甲", CellKind.HEAD, "", 2, 1), ("乙", CellKind.HEAD)], [("丙", CellKind.HEAD)]], head=1)
    assert head_rows(merged) == 0
    longer = replace(merged, rows=(*merged.rows, *table([[("1", CellKind.FIGURE), ("2", CellKind.FIGURE)]]).rows))
    assert head_rows(longer) == 2


# On the page


def test_heads_say_over_what_they_stand():
    first = PAGE.tree.css(".grid")[0]
    scopes = {th.text(): th.attributes["scope"] for th in first.css("th")}
    assert scopes["单位名称"] == "row"
    assert scopes["一级指标"] == "col"
    assert scopes["产出指标"] == "rowgroup"
    assert scopes["零跑动占比"] == "row"
    assert not [th for th in first.css("th") if not th.text(strip=True)]


def test_a_head_of_several_rows_is_a_thead():
    head = PAGE.tree.css(".grid")[1].css_first("thead")
    assert [th.attributes["scope"] for th in head.css("th")] == ["colgroup", *["col"] * 4]


def test_figures_lead_to_their_panels_and_panels_back():
    cell = next(td for td in PAGE.tree.css(".grid td[data-address]") if td.text() == "14571张")
    assert cell.css_first("a").attributes["href"] == "#f-P.制卡量.完成值"
    assert f"#{cell.attributes['id']}" in [a.attributes["href"] for a in PAGE.panel("P[制卡量].完成值").css("a")]


def test_the_panel_of_a_rate_shows_numerator_over_denominator():
    words = squeezed(PAGE.panel("P[零跑动占比].完成值").text())
    assert "怎样算出" in words
    assert "分子145项" in words
    assert "分母171项" in words
    assert "分子÷分母＝84.80%" in words


def test_the_panel_of_a_count_tells_the_criterion_and_the_count():
    words = squeezed(PAGE.panel("P[职工制卡].完成值").text())
    assert "台账“制卡”中符合下列条件的记录：渠道等于服务窗口人群等于职工制卡日期不小于2021-01-01计数得1,351张" in words


def test_the_panel_of_points_tells_weight_share_and_method():
    words = squeezed(PAGE.panel("E[整体/零跑动占比].得分").text())
    assert "怎样得分" in words
    assert "分值×94.22%＝28.27分" in words
    assert "整体支出：=零跑动占比" in words


def test_words_within_a_cell_open_their_figures():
    cell = TableCell("制卡14571张。", Position(""), stretches=(Stretch(2, 8, CARDS_MADE),))
    page = HtmlPage(html.write(_with(Table(((cell,),), Position("")))))
    link = page.tree.css(".grid")[-1].css_first("a")
    assert (link.text(), link.attributes["data-address"]) == ("14571张", str(CARDS_MADE))
    assert link.attributes["data-fen"] == "14571"


# In Word


def test_word_merges_cells_repeats_heads_and_marks_each_figure_once():
    body = docx_part(docx.write(YEAR), "word/document.xml")
    whole, project = list(body.iter(f"{W}tbl"))[-2:]
    assert [m.get(f"{W}val") for m in whole.iter(f"{W}vMerge")].count("restart") == 3
    assert len(list(project.iter(f"{W}tblHeader"))) == 2
    assert docx_facts(docx.write(YEAR))[CARDS_MADE] == "14571张"
    links = [link.get(f"{W}anchor") for link in project.iter(f"{W}hyperlink")]
    names = {mark.get(f"{W}name") for mark in whole.iter(f"{W}bookmarkStart")}
    assert links
    assert set(links) <= names


# In the workbook


def test_a_sheet_for_each_evaluation_with_numbers_and_formulas():
    book = load_workbook(io.BytesIO(xlsx.write(YEAR)))
    assert {"绩效-整体", "绩效-项目1"} <= set(book.sheetnames)
    sheet = book["绩效-整体"]
    assert (sheet["E7"].value, sheet["E7"].number_format) == (14571, '0"张"')
    assert (sheet["E9"].value, sheet["E9"].number_format) == (0.848, "0.00%")
    assert (sheet["D7"].value, sheet["D7"].number_format) == (10000, '"≥"0"张"')
    assert sheet["G10"].value == "=SUM(G7:G9,H5)"
    assert sheet["G5"].value == "=ROUND('T5 一般公共预算财政拨款支出决算表'!C6/D5,4)"
    assert book["绩效-项目1"]["C5"].value == "='绩效-整体'!E7"


def test_a_formula_gives_the_very_figure():
    values = load_workbook(io.BytesIO(xlsx.write(YEAR)), data_only=True)["绩效-整体"]
    assert (values["G10"].value, values["G5"].value) == (97.86, 0.9588)
    assert round(193_130_012 / 201_430_000, 4) == 0.9588


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("≥10000张", '"≥"0"张"'),
        ("1,234.50张", '#,##0.00"张"'),
        ("=120期", '"="0"期"'),
        ("90%~95%", ""),
        ("完成", ""),
        ("9999张", ""),
    ],
)
def test_a_figure_is_a_number_only_where_it_shows_as_printed(text, format):
    digits = text.replace(",", "").strip("≥=张期")
    value = int(float(digits)) if text not in ("90%~95%", "完成", "9999张") else 10_000
    unit = replace(CARDS, scale=100, decimals=2)
    fact = replace(YEAR.facts[CARDS_MADE], value=value * 100 + (50 if ".5" in text else 0), unit=unit, trace=PLAN)
    assert number_format(TableCell(text, Position(""), kind=CellKind.FIGURE), fact) == format


def test_two_tables_never_share_a_sheet():
    twice = _with(whole_table(), whole_table(), table([[("甲/乙", CellKind.LABEL)]], title="表[1]"))
    names = [sheet.name for sheet in table_sheets(twice)]
    assert names == ["绩效-整体", "绩效-项目1", "绩效-整体(2)", "绩效-整体(3)", "表-表1"]


# On pages


def test_a_long_table_runs_over_pages_and_loses_no_row():
    long = appraised(copies=20)
    count = sum(1 for each in cells_of(whole_table(copies=20)) if each.cell.text == "零跑动占比")
    file = OfdFile(ofd.write(long, FONTS))
    found = [text.text for page in file.pages.values() for text in file.texts(page)]
    assert found.count("零跑动占比") == count
    pypdfium2 = pytest.importorskip("pypdfium2")
    document = pypdfium2.PdfDocument(pdf.write(long, FONTS))
    words = "".join(page.get_textpage().get_text_bounded() for page in document)
    assert squeezed(words).count("26项事项须本人到场核验。") == count


def test_words_longer_than_a_page_go_on_over_the_next():
    words = "\n".join(f"第{number}项：工作情况和存在的问题。" for number in range(1, 121))
    tall = table([[("总结", CellKind.HEAD), (words, CellKind.WORDS)], [("甲", CellKind.LABEL), ("乙", CellKind.WORDS)]])
    file = OfdFile(ofd.write(_with(tall), FONTS))
    lines = [(text, page) for page in file.pages.values() for text in file.texts(page)]
    held = "".join(text.text for text, _ in lines)
    assert all(f"第{number}项：" in held for number in range(1, 121))
    assert all(0 < text.y < file.box(page)[3] - 35 or text.text.startswith("—") for text, page in lines)


kinds = st.sampled_from(CellKind)
texts = st.sampled_from([*NASTY, "", "14571张", "一级指标", "第一行\n第二行"])


@st.composite
def grids(draw: st.DrawFn) -> Table:
    """Rectangular tables with merged cells anywhere, some of them over the edge of the head."""
    rows, columns = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    grid: dict[tuple[int, int], TableCell] = {}
    for row in range(rows):
        for column in range(columns):
            if (row, column) in grid:
                continue
            free = next((c for c in range(column, columns) if (row, c) in grid), columns)
            down, aside = draw(st.integers(1, rows - row)), draw(st.integers(1, free - column))
            grid |= {
                (row + r, column + c): TableCell("", Position(""), 0, 0) for r in range(down) for c in range(aside)
            }
            address = draw(st.sampled_from([None, CARDS_MADE, Address("P", "无", "完成值")]))
            grid[row, column] = TableCell(
                draw(texts), Position(""), down, aside, kind=draw(kinds), address=address
            )  # fmt: skip
    places = tuple(tuple(grid[row, column] for column in range(columns)) for row in range(rows))
    return Table(places, Position(""), title=draw(texts), head=draw(st.integers(0, rows)))


@given(grids())
@settings(max_examples=examples(3), deadline=None)
def test_any_grid_can_be_set_in_every_format(grid):
    year = _with(grid)
    written = [squeezed(cell.text) for _, _, cell in grid.cells() if cell.text.isalnum()]
    assert json_file.read(json_file.write(year)) == year
    assert b"<pdfuaid:part>1" in pdf.write(year, FONTS)
    page = squeezed("".join(node.text() for node in HtmlPage(html.write(year)).tree.css(".grid")))
    paragraphs = squeezed("".join(map(str, docx_part(docx.write(year), "word/document.xml").itertext())))
    file = OfdFile(ofd.write(year, FONTS))
    marks = squeezed("".join(text.text for each in file.pages.values() for text in file.texts(each)))
    for words in written:
        assert words in page
        assert words in paragraphs
        assert set(words) <= set(marks)
    assert "数据" in load_workbook(io.BytesIO(xlsx.write(year))).sheetnames
