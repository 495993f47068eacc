"""Where sentences stand decides what they are about, and whether they are read at all."""

from dataclasses import replace

import pytest

from mingzhang.disclosure import topic as t
from mingzhang.disclosure.document import Disclosure
from mingzhang.narrative.prose import understand
from mingzhang.narrative.prose.places import topics_of
from mingzhang.narrative.prose.topics import heading_topic
from mingzhang.standards.codes import economic_codes, function_codes
from tests.narrative.prose.document import document, mentions
from tests.narrative.prose.notation import noted

HEADINGS = [
    ("一、2021年度收入支出决算总体情况", "", t.OVERALL),
    ("1.收入决算情况说明。", "", t.INCOME),
    ("（三）支出决算情况说明", "", t.SPENDING),
    ("四、财政拨款收、支决算总体情况", "", t.GRANTS),
    ("五、公共财政拨款支出决算情况", "", t.GENERAL),
    ("（一）财政拨款支出决算总体情况。", t.GENERAL, t.GENERAL_TOTAL),
    ("（二）一般公共预算财政拨款支出决算结构情况", t.GENERAL, t.GENERAL_STRUCTURE),
    ("（三）一般公共预算财政拨款支出决算具体情况", t.GENERAL, t.GENERAL_ITEMS),
    ("（二）结构情况。", t.GENERAL, t.GENERAL_STRUCTURE),
    ("（三）具体情况", t.GENERAL, t.GENERAL_ITEMS),
    ("（一）支出决算结构情况", t.SPENDING, t.SPENDING),
    ("（二）支出决算具体情况", t.SPENDING, t.SPENDING),
    ("（二）支出决算结构情况", t.GRANTS, t.GENERAL_STRUCTURE),
    ("六、财政拨款基本支出决算情况", "", t.BASIC),
    ("七、一般公共预算财政拨款“三公”经费支出决算情况说明", "", t.THREE),
    ("（一）“三公”经费的单位范围", t.THREE, t.THREE),
    ("八、政府性基金预算支出决算情况说明", "", t.FUND),
    ("九、国有资本经营预算财政拨款支出决算情况说明", "", t.STATE_CAPITAL),
    ("（八）机构运行经费支出情况", "", t.RUNNING_COST),
    ("十一、政府采购支出情况。", t.OTHER_MATTERS, t.PROCUREMENT),
    ("十二、国有资产占用情况说明", "", t.ASSETS),
    ("十三、2021年度预算绩效情况的说明", "", t.PERFORMANCE),
    ("（二）部门整体支出自评结果", t.PERFORMANCE, t.PERFORMANCE),
    ("十五、一般性支出情况", "", t.OTHER_MATTERS),
    ("十、其他重要事项的情况说明", "", t.OTHER_MATTERS),
    ("一、单位主要职能", "", t.DUTIES),
    ("三、部门人员构成", "", t.STAFF),
    ("其它说明", "", ""),
]


@pytest.mark.parametrize(("heading", "above", "topic"), HEADINGS)
def test_a_heading_says_what_a_section_is_about(heading: str, above: str, topic: str) -> None:
    assert heading_topic(heading, above) == topic


def test_a_paragraph_without_topic_turns_with_its_sentences() -> None:
    text = "2021年度收入总计1万元。与上年持平。机关运行经费支出2万元。政府采购支出总额3万元。"
    assert [(text[a:b], topic) for a, b, topic in topics_of(t.OTHER_MATTERS, text)] == [
        ("2021年度收入总计1万元。与上年持平。", t.OVERALL),
        ("机关运行经费支出2万元。", t.RUNNING_COST),
        ("政府采购支出总额3万元。", t.PROCUREMENT),
    ]


def test_a_section_turns_only_to_what_belongs_to_it() -> None:
    text = "本年收入合计1万元。"
    assert topics_of(t.OVERALL, text)[0][2] == t.INCOME
    assert topics_of(t.THREE, text)[0][2] == t.THREE


STRUCTURE = (
    "# （三）一般公共预算财政拨款收入支出决算情况说明\n"
    "1.支出情况。2021年度一般公共预算财政拨款支出100.00万元。\n"
    "2.比较情况。2021年度一般公共预算财政拨款支出主要用于以下几个方面：\n"
    "（1）教育支出60.00万元，占60.0%。\n"
    "（2）住房保障支出40.00万元，占40.0%。"
)


def test_a_section_on_both_sides_ends_with_what_the_general_budget_was_spent_on() -> None:
    read = understand(document(STRUCTURE, {}, 2021), function_codes(), economic_codes())
    claims = [noted(claim) for _, claim in mentions(read)]
    assert "T5[205].小计 = 60" in claims
    assert "T5[221].小计 = 40" in claims


def test_a_structure_that_does_not_end_the_section_is_no_part_of_its_own() -> None:
    read = understand(document(f"{STRUCTURE}\n年末没有结余。", {}, 2021), function_codes(), economic_codes())
    assert [section.sections for part in read.parts for section in part.sections] == [()]


def moved(read: Disclosure, part: str) -> list[str]:
    """What is claimed when the same text stands in another part."""
    there = replace(read, parts=(replace(read.parts[0], id=part),))
    return [noted(claim) for _, claim in mentions(understand(there, function_codes(), economic_codes()))]


def test_among_the_statements_only_declarations_are_sentences() -> None:
    text = (
        "# 政府性基金预算财政拨款收入支出决算表\n"
        "政府性基金预算财政拨款收入1.00万元。\n"
        "注：本单位无政府性基金预算财政拨款支出，故本表无数据。"
    )
    read = document(text, {}, 2021)
    assert moved(read, "narrative") == ["T8[total].本年收入 = 1", "无 T8[total].小计"]
    assert moved(read, "statements") == ["无 T8[total].小计"]
    assert moved(read, "work") == []
