import io
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from openpyxl import load_workbook

from mingzhang.disclosure.fact import Fact
from mingzhang.publishing import xlsx
from mingzhang.terms.unit import WAN, YUAN
from tests.depth import examples
from tests.publishing.full_size import full_size
from tests.publishing.readback import xlsx_facts, xlsx_listing
from tests.publishing.strategies import valued
from tests.sample import small_disclosure

T1, T5, T9 = "T1 收入支出决算总表", "T5 一般公共预算财政拨款支出决算表", "T9 国有资本经营预算财政拨款支出决算表"


@pytest.fixture(scope="module")
def book():
    return load_workbook(io.BytesIO(xlsx.write(small_disclosure())))


@given(valued())
@settings(max_examples=examples(6), deadline=None)
def test_facts_read_back_are_the_facts_written_to_the_fen(disclosure):
    printed = {a for s in disclosure.statements for a in s.addresses()}
    facts = {a: f for a, f in disclosure.facts.items() if a in printed}
    read = xlsx_facts(xlsx.write(disclosure), {a: f.unit.scale for a, f in facts.items()})
    assert read == {a: f.value for a, f in facts.items()}


@given(valued())
@settings(max_examples=examples(4), deadline=None)
def test_no_text_becomes_a_formula_or_a_link(disclosure):
    book = load_workbook(io.BytesIO(xlsx.write(disclosure)))
    formulas = [str(c.value) for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "f"]
    assert all(f.startswith(("=SUM(", "=C", "=D", "=E", "=F")) for f in formulas)
    links = [c.hyperlink for sheet in book for row in sheet.iter_rows() for c in row if c.hyperlink]
    assert all(link.target is None and link.location for link in links)


def test_same_input_same_bytes():
    assert xlsx.write(full_size()) == xlsx.write(full_size())


def test_sheets_in_order_with_a_list_in_front_and_all_facts_behind(book):
    assert book.sheetnames == ["目录", T1, T5, T9, "数据"]
    assert [book["目录"].cell(r, 2).hyperlink.location for r in (3, 4, 5)] == [f"'{n}'!A1" for n in (T1, T5, T9)]


def test_title_unit_line_heads_and_note_stand_as_in_the_official_form(book):
    sheet = book[T5]
    assert sheet["A1"].value == "2021年度一般公共预算财政拨款支出决算表（表5）"
    assert sheet["A2"].value == "部门：江城市云溪区人力资源和社会保障信息中心"
    assert sheet["D2"].value == "金额单位：万元"
    assert {"A1:E1", "A3:B3", "C3:E3", "A5:B5", "A6:B6", "A10:E10"} <= {str(r) for r in sheet.merged_cells.ranges}
    assert sheet["A10"].value.startswith("注：")


def test_totals_are_formulas_with_the_exact_value_beside_them(book):
    assert book[T1]["F8"].value == "=SUM(F6:F7)"
    assert book[T5]["C7"].value == "=SUM(D7:E7)"
    values = load_workbook(io.BytesIO(xlsx.write(small_disclosure())), data_only=True)
    assert values[T1]["F8"].value == 193.130012


def test_codes_and_line_numbers_are_text_and_indented_names_keep_their_text(book):
    assert (book[T5]["A8"].value, book[T5]["A8"].data_type) == ("20801", "s")
    assert book[T5]["B8"].value == "人力资源和社会保障管理事务"
    assert book[T5]["B8"].alignment.indent == 1


@pytest.mark.parametrize(
    ("zero", "code"), [("", "#,##0.00;-#,##0.00;"), ("0.00", "#,##0.00"), ("—", '#,##0.00;-#,##0.00;"—"')]
)
def test_a_figure_of_nothing_shows_what_the_form_says(zero, code):
    sample = small_disclosure()
    changed = replace(sample, statements=tuple(replace(s, zero=zero) for s in sample.statements))
    cell = load_workbook(io.BytesIO(xlsx.write(changed)))[T5]["E9"]
    assert (cell.value, cell.number_format) == (0, code)


@pytest.mark.parametrize(("sheet", "orientation", "rows"), [(T1, "portrait", "$1:$5"), (T9, "landscape", "$1:$4")])
def test_a_short_sheet_prints_on_one_page_and_its_head_is_repeated(book, sheet, orientation, rows):
    page = book[sheet]
    assert (page.page_setup.paperSize, page.page_setup.orientation) == ("9", orientation) or (
        page.page_setup.paperSize == 9 and page.page_setup.orientation == orientation
    )
    assert (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight or 1) == (1, 1)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.print_title_rows == rows
    assert "&P" in page.oddFooter.center.text or page.oddFooter.center.text.endswith("&P —")


def test_a_long_sheet_is_one_page_wide_and_as_long_as_it_needs():
    sample = small_disclosure()
    short = sample.statement("T5")
    long = replace(short, body=short.body * 20)
    page = load_workbook(io.BytesIO(xlsx.write(replace(sample, statements=(long,)))))[T5].page_setup
    assert (page.fitToWidth or 1, page.fitToHeight) == (1, 0)


def test_the_file_knows_no_clock_but_the_date_of_the_disclosure(book):
    assert book.properties.created == datetime(2022, 10, 18)
    assert book.properties.creator == small_disclosure().entity.name


def test_the_last_sheet_holds_every_fact_in_yuan_with_its_place():
    rows = {row["数据项"]: row for row in xlsx_listing(xlsx.write(small_disclosure()))}
    assert len(rows) == len(small_disclosure().facts)
    row = rows["T5[total].小计"]
    assert (row["数值"], row["计量单位"], row["位置"]) == (1931300.12, "元", f"'{T5}'!C6")
    assert (rows["T1[收入总计].金额@上年"]["口径"], rows["T1[收入总计].金额@上年"]["位置"]) == ("上年", "")


def test_a_figure_in_another_unit_stands_in_that_unit():
    sample = small_disclosure()
    facts = {a: Fact(a, f.value, YUAN, f.trace) for a, f in sample.facts.items()}
    statements = tuple(replace(s, unit=YUAN) for s in sample.statements)
    sheet = load_workbook(io.BytesIO(xlsx.write(replace(sample, statements=statements, facts=facts))))[T1]
    assert (sheet["C6"].value, sheet["E2"].value) == (1931300.12, "金额单位：元")
    assert WAN.scale != YUAN.scale


def test_a_disclosure_without_statements_is_still_a_workbook():
    empty = replace(small_disclosure(), statements=(), parts=(), facts={})
    assert load_workbook(io.BytesIO(xlsx.write(empty))).sheetnames == ["目录", "数据"]
