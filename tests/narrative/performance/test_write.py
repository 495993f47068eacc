"""Headings, order and numbers of what is written; what has nothing to say leaves no heading."""

from dataclasses import replace

import pytest

from mingzhang.disclosure.appraisal import Performance
from mingzhang.disclosure.section import Part, Section
from mingzhang.narrative.write import write
from tests.narrative.department import department_context
from tests.narrative.performance.reading import drawn, own_text, tell, written
from tests.narrative.performance.sample import PERFORMANCE, WHOLE, performance_context
from tests.narrative.performance.variants import ALL_MET, WITHOUT_WHOLE
from tests.narrative.reading import text_of


def headings(section: Section) -> list[str]:
    return [inner.heading for inner in section.sections]


def part(parts: tuple[Part, ...], identity: str) -> Part:
    return next(p for p in parts if p.id == identity)


def test_section_thirteen_and_its_four_items() -> None:
    section = part(written().parts, "narrative").sections[-1]
    assert section.heading == "十三、预算绩效情况说明"
    assert headings(section) == [
        "（一）预算绩效管理工作开展情况",
        "（二）单位整体支出自评结果",
        "（三）项目支出自评结果",
        "（四）绩效评价结果应用情况",
    ]


@pytest.mark.parametrize(
    ("profile", "year", "heading", "second"),
    [
        ("central", 2023, "十、预算绩效情况说明", "（二）单位整体支出绩效自评结果"),
        ("shanghai-2024", 2024, "十、预算绩效管理情况", "（二）单位整体支出绩效自评情况"),
    ],
)
def test_other_regions_have_other_headings(profile: str, year: int, heading: str, second: str) -> None:
    parts = written(PERFORMANCE, performance_context(PERFORMANCE, profile, year)).parts
    section = next(s for s in part(parts, "narrative").sections if s.heading == heading)
    assert headings(section)[1] == second
    assert "work" not in {p.id for p in parts}


def test_key_work_and_the_report_are_parts_of_their_own() -> None:
    parts = written().parts
    assert part(parts, "work").heading == "第三部分 2021年重点工作完成情况"
    assert [s.heading for s in part(parts, "work").sections] == ["一、重点工作事项", "二、重点工作完成情况"]
    (report,) = part(parts, "annex").sections
    assert report.heading.endswith("绩效评价报告")
    assert headings(report) == [
        "一、基本情况",
        "二、绩效评价工作情况",
        "三、主要绩效及评价结论",
        "四、存在的问题",
        "五、有关建议",
        "六、其他需要说明的问题",
    ]
    assert text_of((Part("", "", (report.sections[-1],)),)).splitlines() == [
        "无。",
        performance_context().entity.name,
        "2022年10月18日",
    ]


def test_without_an_evaluation_of_the_whole_its_section_is_left_out() -> None:
    told = tell(WITHOUT_WHOLE)
    assert headings(told.section)[1] == "（二）项目支出自评结果"
    assert "整体支出绩效自评涉及资金" not in own_text(told)
    assert [chart.title[-8:] for chart in drawn(told)][:1] == ["绩效目标完成情况"]


def test_a_department_is_called_a_department() -> None:
    context = department_context("hubei-2021", 2021)
    facts = {**performance_context().facts, **context.facts}
    told = tell(PERFORMANCE, replace(context, facts=facts))
    assert headings(told.section)[1] == "（二）部门整体支出自评结果"
    assert "单位整体支出" not in own_text(told)


def test_nobody_is_called_department_or_unit_at_once() -> None:
    assert "部门（单位）" not in own_text(tell())


def test_an_evaluation_of_nothing_says_nothing() -> None:
    told = tell(Performance(None, texts=PERFORMANCE.texts))
    assert {section.heading for section in told.section.sections} == {
        "（一）预算绩效管理工作开展情况",
        "（二）绩效评价结果应用情况",
    }
    assert "work" not in told.parts


def test_without_an_evaluation_the_text_is_as_before() -> None:
    parts = write(performance_context()).parts
    assert {p.id for p in parts} == {"overview", "narrative", "glossary"}
    assert not any("绩效" in section.heading for p in parts for section in p.sections)


def test_the_glossary_explains_what_only_the_evaluation_says() -> None:
    text = "来自“上级补助收入”的钱没有用于项目。"
    performance = replace(ALL_MET, texts={**ALL_MET.texts, "结果应用": text})
    assert "上级补助收入：" not in text_of(written(ALL_MET).parts)
    assert "上级补助收入：" in text_of(written(performance).parts)
    in_a_table = replace(ALL_MET, whole=replace(WHOLE, problems=text))
    assert "上级补助收入：" in text_of(written(in_a_table).parts)
