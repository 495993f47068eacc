from dataclasses import replace

from mingzhang.disclosure.address import Address
from mingzhang.publishing.makeup import makeup
from mingzhang.publishing.naming import names
from mingzhang.publishing.outline import outline, title_lines
from tests.sample import small_disclosure

SAMPLE = small_disclosure()
MADE = makeup(SAMPLE)
CALLED = names(SAMPLE)


def _at(text):
    return Address.parse(text)


def test_a_figure_is_added_up_every_way_the_document_does():
    (total,) = MADE.sums(_at("T5[208].小计"))
    assert [str(t.address) for t in total.terms] == ["T5[208].基本支出", "T5[208].项目支出"]
    assert (total.came_to, total.difference, total.agrees) == (189_010_012, 0, True)


def test_a_sum_stated_by_table_and_trace_is_told_once():
    assert len(MADE.sums(_at("T1[收入总计].金额"))) == 1


def test_a_figure_knows_what_it_goes_into():
    assert MADE.wholes[_at("T5[208].基本支出")] == [_at("T5[208].小计")]


def test_the_same_question_with_the_same_answer_is_the_same_figure():
    assert _at("T1[社会保障和就业支出].金额") in MADE.same(_at("T5[208].小计"))
    assert _at("T5[210].小计") not in MADE.same(_at("T5[208].小计"))


def test_a_sum_of_one_term_is_the_same_figure_in_both_directions():
    first, second = _at("T1[本年收入合计].金额"), _at("T1[收入总计].金额")
    assert second in MADE.same(first)
    assert first in MADE.same(second)


def test_rounding_is_forgiven_as_far_as_the_figures_are_rounded():
    facts = {a: replace(f, spread=50) for a, f in SAMPLE.facts.items()}
    total = _at("T5[208].小计")
    for off, agrees in ((150, True), (151, False), (-151, False)):
        facts[total] = replace(facts[total], value=189_010_012 + off)
        assert makeup(replace(SAMPLE, facts=facts)).sums(total)[0].agrees is agrees


def test_names_are_those_the_statement_prints():
    assert CALLED.row(_at("T5[20801].小计")) == "20801 人力资源和社会保障管理事务"
    assert CALLED.row(_at("T5[total].小计")) == "合计"
    assert CALLED.column(_at("T5[20801].小计")) == "本年支出 小计"
    assert CALLED.column(_at("T5[20801].小计@上年")) == "本年支出 小计"
    assert CALLED.statement(_at("T5[208].小计")) == "表5 一般公共预算财政拨款支出决算表"
    assert CALLED.short(_at("S[人员].编制")) == "补充资料 人员 · 编制"


def test_near_a_figure_only_what_differs_is_named():
    near = _at("T5[208].小计")
    assert CALLED.short(_at("T5[208].基本支出"), near) == "本年支出 基本支出"
    assert CALLED.short(_at("T5[20801].小计"), near) == "20801 人力资源和社会保障管理事务"
    assert CALLED.short(_at("T1[支出总计].金额"), near) == "表1 支出总计 · 支出 金额"


def test_the_outline_lists_headings_with_their_levels_and_trail():
    entries = list(outline(SAMPLE))
    assert [e.id for e in entries[:4]] == ["s1", "s1-1", "s2", "s2-1"]
    inner = next(e for e in entries if e.level == 3)
    assert inner.trail[-1] == "五、一般公共预算财政拨款支出决算情况说明"


def test_long_titles_break_where_they_may():
    name = SAMPLE.entity.name
    assert title_lines(f"第二部分 {name}2021年度部门决算表", 2021) == ("第二部分", name, "2021年度部门决算表")
    assert title_lines("第五部分 名词解释", 2021) == ("第五部分 名词解释",)
    assert title_lines("2021年度江城市云溪区人力资源和社会保障局部门决算", 2021) == (
        "2021年度江城市云溪区人力资源和社会保障局部门决算",
    )
