from dataclasses import replace
from hashlib import sha256

import pytest
from lxml import etree

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.chart import Chart, ChartKind, Point
from mingzhang.disclosure.section import ChartPlace
from mingzhang.publishing.chart import chart_unit, draw, pictures, png
from mingzhang.publishing.drawing import percent
from mingzhang.publishing.fonts import find_fonts
from mingzhang.terms.unit import WAN
from tests.sample import small_disclosure

SVG = {"s": "http://www.w3.org/2000/svg"}
SAMPLE = small_disclosure()
CHANGE, STRUCTURE = (block.chart for _, block in SAMPLE.blocks() if isinstance(block, ChartPlace))


def _tree(chart, facts=SAMPLE.facts, **options):
    return etree.fromstring(draw(chart, facts, WAN, **options))


def _texts(tree):
    return [text.text for text in tree.iterfind(".//s:text", SVG)]


def _valued(**values):
    """The facts of T5's total row with other values."""
    facts = dict(SAMPLE.facts)
    for column, value in values.items():
        address = Address("T5", "total", column)
        facts[address] = replace(facts[address], value=value)
    return facts


def _lengths(tree):
    """The lengths of the bars, without the tracks they run on."""
    groups = tree.iterfind(".//s:g[@data-address]", SVG)
    return [float(group.findall("s:rect", SVG)[-1].get("width")) for group in groups]


def test_a_chart_of_two_years_labels_every_column_with_the_printed_figure():
    texts = _texts(_tree(CHANGE))
    assert texts[0] == "单位：万元"
    assert [t for t in texts if "." in t] == ["207.07", "193.13", "207.07", "193.13"]
    assert {"2020年", "2021年", "收入总计", "支出总计"} <= set(texts)


def test_columns_are_as_high_as_their_figures_compare():
    rects = _tree(CHANGE).findall(".//s:rect", SVG)
    before, now = (float(rect.get("height")) for rect in rects[:2])
    assert now / before == pytest.approx(193.13 / 207.07, abs=0.001)


@pytest.mark.parametrize("narrow", [False, True])
def test_parts_are_as_long_as_their_shares_of_the_whole(narrow):
    tree = _tree(STRUCTURE, narrow=narrow)
    width = float(tree.get("width"))
    assert [length / width for length in _lengths(tree)] == pytest.approx([0.6635, 0.3365], abs=0.0001)
    assert {"128.13", "66.35%", "65.00", "33.65%"} <= set(_texts(tree))


def test_parts_of_nothing_are_not_drawn():
    texts = _texts(_tree(STRUCTURE, _valued(项目支出=0)))
    assert "项目支出" not in texts
    assert "100.00%" in texts


def test_nothing_at_all_is_said_in_words():
    assert "本年度各项金额均为零。" in _texts(_tree(STRUCTURE, _valued(基本支出=0, 项目支出=0)))


def test_parts_of_both_signs_have_no_shares_since_they_are_no_parts_of_a_whole():
    texts = _texts(_tree(STRUCTURE, _valued(项目支出=-100_000_000)))
    assert "-100.00" in texts
    assert not [t for t in texts if "%" in t]


def test_a_column_below_nothing_hangs_from_the_base_line():
    facts = dict(SAMPLE.facts)
    loss = Address.parse("T1[收入总计].金额")
    facts[loss] = replace(facts[loss], value=-50_000_000)
    tree = _tree(CHANGE, facts)
    base = float(tree.find("s:line", SVG).get("y1"))
    tops = [float(rect.get("y")) for rect in tree.iterfind(".//s:rect", SVG)]
    assert tops[1] == pytest.approx(base)
    assert tops[0] < base


def test_a_long_name_is_wrapped_and_stays_inside():
    name = "资源勘探工业信息等支出以及自然资源海洋气象等支出和其他支出"
    chart = Chart(9, "长", ChartKind.STRUCTURE, (Point(name, Address("T5", "total", "基本支出")),), "")
    texts = _texts(_tree(chart, narrow=True))
    pieces = [t for t in texts if t and t in name]
    assert "".join(pieces) == name
    assert len(pieces) > 1


def test_every_mark_carries_its_address_and_value():
    marks = _tree(STRUCTURE).findall(".//s:g[@data-address]", SVG)
    assert [mark.get("data-address") for mark in marks] == ["T5[total].基本支出", "T5[total].项目支出"]
    assert [mark.get("data-fen") for mark in marks] == ["128134912", "64995100"]


def test_links_make_it_a_group_so_that_they_can_be_reached():
    still, live = _tree(STRUCTURE), _tree(STRUCTURE, link=lambda address: f"#{address.column}")
    assert (still.get("role"), live.get("role")) == ("img", "group")
    links = live.findall("s:a", SVG)
    assert links[0].get("href") == "#基本支出"
    assert links[0].get("aria-label") == "基本支出 128.13 66.35% 万元"


def test_those_who_cannot_see_it_are_told_what_it_shows():
    tree = _tree(CHANGE)
    title, description = tree.find("s:title", SVG), tree.find("s:desc", SVG)
    assert title.text == "图1：收、支决算总计变动情况"
    assert description.text == CHANGE.alternative
    assert tree.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"


def test_mischief_in_a_name_stays_text():
    chart = replace(STRUCTURE, title="<script>&", points=(Point("<b>&\"'", STRUCTURE.points[0].address),))
    tree = _tree(chart, link=lambda address: '#"><x')
    assert "<b>&\"'" in _texts(tree)
    assert tree.find("s:a", SVG).get("href") == '#"><x'


def test_the_two_fills_differ_in_grey_print():
    fills = {rect.get("fill") for rect in _tree(CHANGE).iterfind(".//s:rect", SVG)}
    light, dark = sorted(map(_lightness, fills), reverse=True)
    assert (light + 0.05) / (dark + 0.05) > 2
    assert 1.05 / (light + 0.05) >= 3  # against paper, WCAG 1.4.11


def _lightness(colour):
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(1, 3, "33.33%"), (2, 3, "66.67%"), (1, 1, "100.00%"), (1, 20000, "0.01%"), (-1, 3, "-33.33%")],
)
def test_shares_are_rounded_as_in_sentences(part, whole, shown):
    from fractions import Fraction

    assert percent(Fraction(part, whole)) == shown


def test_pictures_are_twice_the_size_and_the_same_every_time():
    fonts = find_fonts()
    once, again = pictures(SAMPLE, fonts), pictures(SAMPLE, fonts)
    assert sorted(once) == [1, 3]
    assert once == again
    assert once[1][:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(once[1][16:20], "big") == 1280


def test_chinese_is_drawn_and_not_left_blank():
    """A font that lacks the characters would leave the same empty picture for any words."""
    fonts = find_fonts()
    facts = SAMPLE.facts
    unit = chart_unit(STRUCTURE, facts)
    other = replace(STRUCTURE, points=tuple(replace(p, label="甲乙丙丁") for p in STRUCTURE.points))
    digests = {sha256(png(draw(chart, facts, unit), fonts)).hexdigest() for chart in (STRUCTURE, other)}
    assert len(digests) == 2
