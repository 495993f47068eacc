"""Order and numbering: sections follow the statements, parts come from other rooms, what is empty leaves no heading."""

from dataclasses import replace

import pytest

from mingzhang.disclosure.section import ChartPlace, Part, Section, StatementPlace
from mingzhang.disclosure.statement import Statement
from mingzhang.narrative.context import Context
from mingzhang.narrative.numerals import chinese
from mingzhang.narrative.write import write
from mingzhang.terms.unit import WAN
from tests.narrative.department import department_context
from tests.narrative.reading import paragraphs, walk
from tests.narrative.sample import sample_context


def with_statements(context: Context, *order: str) -> Context:
    made = [Statement(s, n, f"{s}表", WAN, (), (), ()) for n, s in enumerate(order, 1)]
    return replace(context, statements=tuple(made))


def headings(context: Context, part: str = "narrative") -> list[str]:
    return [section.heading for p in write(context).parts if p.id == part for section in p.sections]


FRONT = ("T1", "T2", "T3", "T4", "T5", "T6")


def test_sections_follow_the_order_of_the_statements() -> None:
    new = headings(with_statements(department_context("central", 2023), *FRONT, "T8", "T9", "T7"))
    assert new[6:10] == [
        "七、政府性基金预算财政拨款收入支出决算情况说明",
        "八、国有资本经营预算财政拨款支出决算情况说明",
        "九、财政拨款“三公”经费支出决算情况说明",
        "十、其他重要事项的情况说明",
    ]


def test_a_year_without_a_statement_has_no_section_for_it() -> None:
    old = headings(with_statements(department_context("central", 2019), *FRONT, "T7", "T8"))
    assert old[6:9] == [
        "七、一般公共预算财政拨款“三公”经费支出决算情况说明",
        "八、政府性基金预算财政拨款收入支出决算情况说明",
        "九、其他重要事项的情况说明",
    ]


def test_statements_stand_under_their_titles() -> None:
    part = write(with_statements(sample_context(), "T1", "T2")).parts[1]
    assert [section.heading for section in part.sections] == ["一、T1表（表1）", "二、T2表（表2）"]
    assert part.sections[0].blocks == (StatementPlace("T1"),)


def test_parts_of_other_rooms_take_their_place_and_number() -> None:
    work = Part("work", "", (Section("一、社会保障卡", paragraphs("已完成。")),))
    annex = Part("annex", "", (Section("绩效评价报告", paragraphs("附后。")),))
    parts = write(sample_context(), extra_parts={"annex": annex, "work": work}).parts
    assert [part.heading.replace(sample_context().entity.name, "") for part in parts] == [
        "第一部分 概况",
        "第二部分 2021年度单位决算情况说明",
        "第三部分 2021年重点工作完成情况",
        "第四部分 名词解释",
        "第五部分 附件",
    ]
    assert parts[2].sections == work.sections


def test_shanghai_says_none_without_subsections() -> None:
    part = next(p for p in write(sample_context("shanghai-2024", 2024)).parts if p.id == "narrative")
    three = next(s for s in part.sections if "三公" in s.heading)
    assert three.sections == ()
    assert len(three.blocks) == 1


def test_performance_moves_the_later_sections_in_shanghai() -> None:
    context = sample_context("shanghai-2024", 2024)
    assert headings(context)[9] == "十、其他重要事项的情况说明"
    extra = {"performance": Section("", paragraphs("开展绩效自评。"))}
    narrative = next(p for p in write(context, extra_sections=extra).parts if p.id == "narrative")
    assert [s.heading for s in narrative.sections][9:] == ["十、预算绩效管理情况", "十一、其他重要事项的情况说明"]


def test_charts_are_numbered_in_reading_order_and_tell_what_they_show() -> None:
    charts = [
        block.chart
        for part in write(sample_context()).parts
        for section in walk(part.sections)
        for block in section.blocks
        if isinstance(block, ChartPlace)
    ]
    assert [chart.number for chart in charts] == [1, 2, 3, 4]
    assert "2020年度收入总计207.07万元" in charts[0].alternative
    assert [point.label for point in charts[0].points] == ["2020年", "2021年", "2020年", "2021年"]
    assert [point.label for point in charts[2].points] == ["基本支出", "项目支出"]


def test_a_chart_of_nothing_is_not_drawn() -> None:
    context = sample_context()
    nothing = {a: replace(f, value=0) for a, f in context.facts.items()}
    written = write(replace(context, facts=nothing))
    assert not any(isinstance(b, ChartPlace) for p in written.parts for s in walk(p.sections) for b in s.blocks)


@pytest.mark.parametrize(("number", "text"), [(1, "一"), (10, "十"), (13, "十三"), (20, "二十"), (99, "九十九")])
def test_chinese_numerals(number: int, text: str) -> None:
    assert chinese(number) == text


def test_there_is_no_section_zero_or_hundred() -> None:
    for number in (0, 100):
        with pytest.raises(ValueError, match="序号"):
            chinese(number)
