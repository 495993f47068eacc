from dataclasses import replace

import pytest
from lxml import etree

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.chart import Chart, ChartKind, Point
from mingzhang.disclosure.fact import Fact
from mingzhang.publishing.chart import chart_unit, draw, pictures
from mingzhang.publishing.fonts import find_fonts
from mingzhang.terms.unit import POINTS
from tests.appraised import PLAN, appraised, attainment

SVG = {"s": "http://www.w3.org/2000/svg"}
YEAR = appraised()
CHART = attainment()


def _tree(chart=CHART, facts=YEAR.facts, **options):
    return etree.fromstring(draw(chart, facts, chart_unit(chart, facts), **options))


def _texts(tree):
    return [text.text for text in tree.iterfind(".//s:text", SVG)]


def _bars(tree):
    """Width and fill of the bar of each point; the first rectangle is its track."""
    groups = tree.iterfind(".//s:g[@data-address]", SVG)
    return [(float(rects[1].get("width")), rects[1].get("fill")) for g in groups if (rects := g.findall("s:rect", SVG))]


def _scores(*pairs):
    facts: dict[Address, Fact] = {}
    points: list[Point] = []
    for number, (score, weight) in enumerate(pairs):
        at = [Address("E", f"整体/{number}", column) for column in ("得分", "分值")]
        facts |= {a: Fact(a, value, POINTS, PLAN) for a, value in zip(at, (score, weight), strict=True)}
        points.append(Point(f"指标{number}", at[0], base=at[1]))
    return Chart(8, "得分", ChartKind.ATTAINMENT, tuple(points), ""), facts


@pytest.mark.parametrize("narrow", [False, True])
def test_each_point_tells_what_was_reached_of_what_in_its_own_unit(narrow):
    texts = _texts(_tree(narrow=narrow))
    assert {"14571张／≥10000张", "145.71% 完成", "84.80%／≥90%", "94.22% 未完成"} <= set(texts)
    assert {"完成", "未完成", "目标值（100%）"} <= set(texts)


def test_bars_are_as_long_as_what_was_reached_and_cut_at_twice_the_mark():
    (cards, _), (missed, _), (shared, _) = _bars(_tree())
    assert cards / missed == pytest.approx(1.4571 / 0.9422, abs=0.001)
    assert shared / cards == pytest.approx(2 / 1.4571, abs=0.001)


def test_what_was_missed_is_hatched_so_that_no_colour_is_needed():
    tree = _tree()
    (_, met), (_, missed), _ = _bars(tree)
    pattern = tree.find(".//s:pattern", SVG)
    assert (met.startswith("#"), missed) == (True, f"url(#{pattern.get('id')})")


def test_the_wide_and_the_narrow_picture_do_not_share_a_name():
    ids = [_tree(narrow=narrow).find(".//s:pattern", SVG).get("id") for narrow in (False, True)]
    assert len(set(ids)) == 2


def test_an_upper_limit_that_was_kept_is_met_although_less_was_reached():
    below = replace(CHART.points[1], goal="<95%", met=True)
    texts = _texts(_tree(replace(CHART, points=(below,))))
    assert "94.22% 完成" in texts


def test_without_words_for_the_goal_the_figures_decide():
    plain = tuple(replace(point, goal="", met=None) for point in CHART.points)
    texts = _texts(_tree(replace(CHART, points=plain)))
    assert {"14571张／10000张", "145.71% 完成", "94.22% 未完成"} <= set(texts)


def test_points_are_held_against_full_marks():
    chart, facts = _scores((1_000, 1_000), (862, 1_000))
    texts = _texts(_tree(chart, facts))
    assert {"10.00分／10.00分", "100.00% 得满分", "86.20% 有扣分", "满分（100%）"} <= set(texts)


def test_this_year_is_held_against_the_last():
    now = Address.parse("P[制卡量].完成值")
    chart = replace(CHART, points=(Point("制卡", now, base=now.at("上年")),))
    assert {"14571张／12004张", "121.38% 不低于上年", "上年（100%）"} <= set(_texts(_tree(chart)))


@pytest.mark.parametrize(("value", "target"), [(5, 0), (None, 5), (5, None)])
def test_without_a_value_or_a_mark_there_is_no_bar(value, target):
    ends = [Address("P", "甲", column) for column in ("完成值", "目标值")]
    facts = {a: Fact(a, v, POINTS, PLAN) for a, v in zip(ends, (value, target), strict=True) if v is not None}
    tree = _tree(replace(CHART, points=(Point("甲", ends[0], base=ends[1]),)), facts)
    assert len(tree.findall(".//s:g[@data-address]/s:rect", SVG)) == 1
    assert ("没有完成值" in "".join(_texts(tree))) == (value is None)


def test_marks_lead_to_the_figures_and_say_what_can_be_seen():
    (link, *_) = _tree(link=lambda address: f"#{address.row}").iterfind("s:a", SVG)
    assert link.get("href") == "#制卡量"
    assert link.get("aria-label") == "社会保障卡制发工作 14571张／≥10000张 145.71% 完成"


def test_the_picture_for_word_is_drawn_by_the_same_hand():
    fonts = find_fonts()
    assert pictures(YEAR, fonts)[CHART.number] == pictures(YEAR, fonts)[CHART.number]
