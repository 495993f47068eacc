import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from urllib.parse import unquote

import pytest
from hypothesis import given, settings

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.section import Paragraph
from mingzhang.publishing import html
from mingzhang.publishing.grid import printed
from tests.depth import examples
from tests.publishing.full_size import full_size
from tests.publishing.readback_html import HtmlPage
from tests.publishing.strategies import valued
from tests.sample import small_disclosure

SAMPLE = small_disclosure()
DATA = html.write(SAMPLE)
PAGE = HtmlPage(DATA)


@given(valued())
@settings(max_examples=examples(8), deadline=None)
def test_facts_read_back_are_the_facts_written_to_the_fen(disclosure):
    assert HtmlPage(html.write(disclosure)).facts() == {a: f.value for a, f in disclosure.facts.items()}


@given(valued())
@settings(max_examples=examples(8), deadline=None)
def test_cells_print_what_the_statement_prints(disclosure):
    expected = {
        cell.address: printed(statement, disclosure.facts, cell)
        for statement in disclosure.statements
        for row in statement.body
        for cell in row
        if hasattr(cell, "address")
    }
    assert HtmlPage(html.write(disclosure)).printed() == expected


@given(valued())
@settings(max_examples=examples(5), deadline=None)
def test_mischief_in_words_makes_no_elements(disclosure):
    page = HtmlPage(html.write(disclosure))
    assert len(page.tree.css("script")) == 1
    assert not page.tree.css("w\\:t, x, img, iframe")


def test_running_text_is_as_written():
    written = [block.text for _, block in SAMPLE.blocks() if isinstance(block, Paragraph)]
    assert PAGE.paragraphs() == written


@pytest.mark.parametrize("page", [PAGE, HtmlPage(html.write(full_size()))], ids=["small", "full"])
def test_every_link_leads_somewhere_on_the_page(page):
    ids = set(page.ids())
    assert {unquote(link[1:]) for link in page.links()} <= ids
    assert all(link.startswith("#") for link in page.links())


def test_names_are_unique():
    assert [name for name, times in Counter(PAGE.ids()).items() if times > 1] == []


def test_every_figure_that_is_printed_is_a_link_to_its_panel():
    for cell in PAGE.tree.css("td.n"):
        if cell.text(strip=True):
            link = cell.css_first("a")
            address = Address.parse(cell.attributes["data-address"])
            assert link.attributes["href"] == f"#f-{address.statement}.{address.row}.{address.column}"


def test_every_amount_in_a_sentence_is_a_link():
    links = PAGE.tree.css("main > p a[data-claim]")
    assert [link.text() for link in links[:3]] == ["193.13万元", "减少13.94万元", "下降6.73%"]
    assert links[1].attributes["data-address"] == "T1[收入总计].金额 T1[收入总计].金额@上年"


def test_marks_of_charts_are_links():
    hrefs = {mark.attributes["href"] for mark in PAGE.tree.css("figure svg a")}
    assert hrefs == {"#f-T1.收入总计.金额", "#f-T1.支出总计.金额", "#f-T5.total.基本支出", "#f-T5.total.项目支出"}


def _words(address):
    return re.sub(r"\s+", " ", PAGE.panel(address).text(separator=" ", strip=True))


def test_a_panel_tells_what_a_figure_is_made_of_with_the_sum_checked():
    words = _words("T5[total].小计")
    assert "合计 表5 一般公共预算财政拨款支出决算表 · 本年支出 小计" in words
    assert "193.13 万元 1,931,300.12元" in words
    assert "由什么组成（同行各栏） 本年支出 基本支出 128.13 ＋ 本年支出 项目支出 65.00" in words
    assert "相加得 1,931,300.12元，与本数相符。" in words


def test_a_panel_sets_the_figure_beside_last_year():
    assert "上年决算数 207.07 万元 2,070,700.12元 比上年减少 13.94 万元" in _words("T1[收入总计].金额").replace(
        "13.94万元", "13.94 万元"
    )


def test_a_panel_tells_where_else_the_figure_stands():
    words = _words("T5[total].小计")
    assert "（一）财政拨款支出决算总体情况。 “66.35%”" in words
    assert "同一个数： 表1 本年支出合计 · 支出 金额" in words
    assert "图3：支出决算结构" in _words("T5[total].基本支出")


def test_a_panel_tells_where_the_figure_comes_from():
    assert "取自账簿：会计科目 7201，取本年发生净额（借方）。账簿摘要 aaaaaaaaaaaa。" in _words("T5[208].小计")
    assert "计算得出：表1 本年收入合计" in _words("T1[收入总计].金额")
    assert "上年决算数：由张会计录入，见 prior.csv 第2行。" in _words("T1[收入总计].金额")


def test_a_sum_that_does_not_agree_is_said_to_be_wrong():
    facts = dict(SAMPLE.facts)
    part = Address.parse("T5[208].项目支出")
    facts[part] = replace(facts[part], value=facts[part].value + 100)
    panel = HtmlPage(html.write(replace(SAMPLE, facts=facts))).panel("T5[208].小计")
    assert panel.css_first(".bad").text() == "相加得 1,890,101.12元，与本数相差 1.00元，不符。"
    assert panel.css_first(".ok") is None


def test_figures_read_from_a_document_agree_within_their_rounding():
    facts = dict(SAMPLE.facts)
    for name in ("T5[208].小计", "T5[208].基本支出", "T5[208].项目支出"):
        address = Address.parse(name)
        facts[address] = replace(facts[address], value=round(facts[address].value, -4), spread=5000)
    total = Address.parse("T5[208].小计")
    facts[total] = replace(facts[total], value=facts[total].value + 10_000)
    panel = HtmlPage(html.write(replace(SAMPLE, facts=facts))).panel("T5[208].小计")
    assert "相差 100.00元，在四舍五入范围内，相符" in panel.text()


def test_printed_parts_that_miss_the_total_by_rounding_are_explained():
    facts = dict(SAMPLE.facts)
    for name, value in (("小计", 1_009_998), ("基本支出", 504_999), ("项目支出", 504_999)):
        address = Address("T5", "208", name)
        facts[address] = replace(facts[address], value=value)
    panel = HtmlPage(html.write(replace(SAMPLE, facts=facts))).panel("T5[208].小计")
    assert "按显示的数相加为 1.00，与 1.01 相差 0.01，来自四舍五入。" in panel.text()


def test_a_budget_stands_beside_the_final_account():
    facts = dict(SAMPLE.facts)
    own = Address.parse("T5[208].小计")
    facts[own.at("年初预算")] = replace(facts[own], address=own.at("年初预算"), value=200_000_000)
    words = HtmlPage(html.write(replace(SAMPLE, facts=facts))).panel("T5[208].小计").text(separator=" ")
    assert "年初预算数" in words
    assert "完成 94.51%" in words


def test_zeros_nobody_speaks_of_have_no_panel_but_keep_their_value():
    assert PAGE.tree.css_first('section[id="f-T5.210.项目支出"]') is None
    assert PAGE.facts()[Address.parse("T5[210].项目支出")] == 0


def test_it_needs_nothing_from_elsewhere():
    text = DATA.decode().replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"https?://|//[a-z]|@import|url\(", text)


def test_it_is_written_for_browsers_of_2020():
    assert not re.search(r":has\(|@layer|oklch|@container|color-mix|:is\(|:where\(|inset:", DATA.decode())
    script = PAGE.tree.css_first("script").text()
    assert not re.search(r"\?\.|\?\?|=>|\.at\(|replaceAll", script)


def test_headings_go_down_one_step_at_a_time():
    levels = [int(node.tag[1]) for node in PAGE.tree.css("h1, main h2, main h3, main h4")]
    assert levels[0] == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))


def test_landmarks_language_and_a_way_past_the_contents():
    assert PAGE.tree.css_first("html").attributes["lang"] == "zh-CN"
    assert [len(PAGE.tree.css(name)) for name in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    assert PAGE.tree.css_first("body > a").attributes["href"] == "#main"


def test_tables_have_captions_heads_and_a_name_for_each_row():
    tables = PAGE.tree.css("main table")
    assert tables[0].css_first("caption").text() == "2021年度收入支出决算总表（表1）"
    assert all(t.css("thead th[scope]") for t in tables)
    row = next(r for r in tables[1].css("tbody tr") if "20801" in r.text())
    assert row.css_first("th").text() == "人力资源和社会保障管理事务"
    assert row.css_first("th").attributes["class"] == "s i1"


def test_in_a_table_of_two_lanes_each_figure_names_its_own_heads():
    cell = PAGE.tree.css_first('td[data-address="T1[卫生健康支出].金额"]')
    words = [PAGE.tree.css_first(f'[id="{name}"]').text() for name in cell.attributes["headers"].split()]
    assert words == ["支出", "金额", "卫生健康支出"]


def test_heads_cover_what_they_cover():
    head = PAGE.tree.css("main table")[1].css("thead tr")
    assert [(c.text(), c.attributes.get("colspan")) for c in head[0].css("th")] == [("项目", "2"), ("本年支出", "3")]


def test_the_same_input_gives_the_same_bytes():
    assert html.write(small_disclosure()) == DATA


def test_a_document_of_usual_size_stays_small():
    assert len(html.write(full_size())) < 1_500_000
