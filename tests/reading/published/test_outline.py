"""Parts, sections and paragraphs, whatever way a region numbers and breaks them."""

from dataclasses import replace

from mingzhang.disclosure.section import Paragraph
from mingzhang.reading.published.passage import passages_of
from tests.reading.published.reads import document, lines, outline, pages


def test_parenthesised_sections_below_numbered_parts_and_a_dotted_list_of_contents() -> None:
    text = """
目 录

一、某某局概况........1
（一）部门职责........1
二、2023年度部门决算公开表........3
三、2023年度部门决算情况说明........10
（一）收入支出决算总体情况说明........10
四、名词解释........20

一、某某局概况
（一）部门职责
1.贯彻执行法律法规。
2.负责全区某某工作。
二、2023年度部门决算公开表
详见附表。
三、2023年度部门决算情况说明
（一）收入支出决算总体情况说明
2023年度收入总计100.00万元。
（二）一般公共预算财政拨款支出决算总体情况说明
1.一般公共预算财政拨款支出决算结构情况
主要用于以下方面。
四、名词解释
1.财政拨款收入：指财政部门核拨给单位的财政预算资金。
"""
    assert outline(document(text))[2:] == [
        "[contents] 目 录",
        "  - 一、某某局概况........1",
        "  - （一）部门职责........1",
        "  - 二、2023年度部门决算公开表........3",
        "  - 三、2023年度部门决算情况说明........10",
        "  - （一）收入支出决算总体情况说明........10",
        "  - 四、名词解释........20",
        "[overview] 一、某某局概况",
        "  （一）部门职责",
        "  - 1.贯彻执行法律法规。",
        "  - 2.负责全区某某工作。",
        "[statements] 二、2023年度部门决算公开表",
        "  - 详见附表。",
        "[narrative] 三、2023年度部门决算情况说明",
        "  （一）收入支出决算总体情况说明",
        "  - 2023年度收入总计100.00万元。",
        "  （二）一般公共预算财政拨款支出决算总体情况说明",
        "    1.一般公共预算财政拨款支出决算结构情况",
        "    - 主要用于以下方面。",
        "[glossary] 四、名词解释",
        "  - 1.财政拨款收入：指财政部门核拨给单位的财政预算资金。",
    ]


def test_headings_glued_to_their_bodies() -> None:
    text = """
## 第三部分：2018年度部门决算情况说明

一、收入支出决算总体情况说明。本单位2018年度总收入100.00万元，其中本年收入100.00万元。

（一）机关运行经费支出情况 2018年本单位机关运行经费10.00万元。

（二）政府采购支出情况：2018年无政府采购。

1、教育支出（类）普通教育（款）小学教育（项）100万元，主要用于工资。

## 第四部分：名词解释

一、“三公”经费：纳入财政预算管理的“三公”经费。

二、其他收入：指除上述收入以外的收入。
"""
    assert outline(document(text))[2:] == [
        "[narrative] 第三部分：2018年度部门决算情况说明",
        "  一、收入支出决算总体情况说明。",
        "  - 本单位2018年度总收入100.00万元，其中本年收入100.00万元。",
        "    （一）机关运行经费支出情况",
        "    - 2018年本单位机关运行经费10.00万元。",
        "    （二）政府采购支出情况：",
        "    - 2018年无政府采购。",
        "    - 1、教育支出（类）普通教育（款）小学教育（项）100万元，主要用于工资。",
        "[glossary] 第四部分：名词解释",
        "  - 一、“三公”经费：纳入财政预算管理的“三公”经费。",
        "  - 二、其他收入：指除上述收入以外的收入。",
    ]


def test_printed_lines_become_paragraphs_across_lines_and_pages() -> None:
    found = pages(
        (6, 6, "^某某市某某区市场监督管理局"),
        (7, 7, "^2022年度部门决算"),
        (10, 10, "^目录"),
        (0, 12, "第一部分 某某市某某区市场监督管理局概况"),
        (0, 12, "第三部分 2022年度部门决算情况说明"),
        (3, 3, "^第一部分 某某市某某区市场监督管理局概况"),
        (2, 20, "一、部门职责"),
        (2, 0, "（一）负责市场综合监督管理和知识产权管理。贯彻实施国"),
        (0, 5, "家市场监督管理和知识产权法律法规。"),
        (2, 0, "（二）负责市场主体统一登记注册，全年办理3,5"),
        (0, 0, "18件，"),
        (0, 20, "完成100%。"),
        (3, 3, "^第三部分 某某市某某区市场监督管理局2022年度部门"),
        (10, 10, "^决算情况说明"),
        (2, 0, "六、一般公共预算财政拨款基本支出决算"),
        (2, 20, "情况说明"),
        (2, 0, "2022年度一般公共预算财政拨款基本支出1,234.50万元，其中：人员经费1,"),
        (0, 3, "000.00万元，主要包括基本工资；公用经费234.50万元。"),
        (2, 0, "七、财政拨款“三公”经费支出决算情况说明"),
        (2, 0, "（一）“三公”经费财政拨款支出决算总体情况说明。“三"),
        (0, 0, "公”经费财政拨款支出年初预算为2.00万元，支出决算为"),
        (0, 20, "1.00万元。"),
    )
    assert outline(found)[5:] == [
        "  - 第三部分 2022年度部门决算情况说明",
        "[overview] 第一部分 某某市某某区市场监督管理局概况",
        "  一、部门职责",
        "  - （一）负责市场综合监督管理和知识产权管理。贯彻实施国家市场监督管理和知识产权法律法规。",
        "  - （二）负责市场主体统一登记注册，全年办理3,518件，完成100%。",
        "[narrative] 第三部分 某某市某某区市场监督管理局2022年度部门决算情况说明",
        "  六、一般公共预算财政拨款基本支出决算情况说明",
        "  - 2022年度一般公共预算财政拨款基本支出1,234.50万元，其中：人员经费1,000.00万元，主要包括基本工资；"
        "公用经费234.50万元。",
        "  七、财政拨款“三公”经费支出决算情况说明",
        "    （一）“三公”经费财政拨款支出决算总体情况说明。",
        "    - “三公”经费财政拨款支出年初预算为2.00万元，支出决算为1.00万元。",
    ]
    paragraph = found.parts[3].sections[1].sections[0].blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert [offset for offset, _ in paragraph.lines] == [0, 2, 29]
    place = paragraph.position(paragraph.text.index("1.00万元"))
    assert place is not None
    assert (place.page, place.box) == (2, (50, 210, 500, 220))


def test_statements_stand_where_they_were_printed() -> None:
    text = """
第一部分 某县教育局概况
一、主要职能
负责教育。
第二部分 2022年度部门决算表

支出决算表
单位：万元

科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\t上缴上级支出\t经营支出\t对附属单位补助支出
205\t教育支出\t10.00\t10.00\t

项目支出明细表

项目\t金额
某项目\t1.00

第三部分 2022年度部门决算情况说明
三、支出决算情况说明
本年支出合计10.00万元。
"""
    assert outline(document(text))[2:] == [
        "[overview] 第一部分 某县教育局概况",
        "  一、主要职能",
        "  - 负责教育。",
        "[statements] 第二部分 2022年度部门决算表",
        "  支出决算表",
        "  - <T3>",
        "  - 项目支出明细表",
        "  - <表>",
        "[narrative] 第三部分 2022年度部门决算情况说明",
        "  三、支出决算情况说明",
        "  - 本年支出合计10.00万元。",
    ]


def test_a_report_in_an_annex_has_headings_of_its_own() -> None:
    text = """
## 第五部分 名词解释

（一）基本支出：指保障机构正常运转的支出。

（二）本部门使用的支出功能分类科目（到项级）

1. 教育支出（类）普通教育（款）小学教育（项）：反映小学教育支出。

（三）项目支出：指完成特定任务的支出。

## 第六部分 附件

### 2022年度某县教育局

### 绩效评价报告

#### 一、基本情况

整体支出10.00万元。
"""
    assert outline(document(text))[2:] == [
        "[glossary] 第五部分 名词解释",
        "  - （一）基本支出：指保障机构正常运转的支出。",
        "  （二）本部门使用的支出功能分类科目（到项级）",
        "  - 1. 教育支出（类）普通教育（款）小学教育（项）：反映小学教育支出。",
        "  - （三）项目支出：指完成特定任务的支出。",
        "[annex] 第六部分 附件",
        "  2022年度某县教育局",
        "  绩效评价报告",
        "    一、基本情况",
        "    - 整体支出10.00万元。",
    ]


def test_a_paragraph_with_a_doubtful_line_is_doubtful() -> None:
    first, second = lines((2, 0, "本年支出合计10.00万元，"), (0, 12, "其中基本支出10.00万元。"))
    (passage,) = passages_of([first, replace(second, doubtful=True)])
    assert passage.paragraph().doubtful


def test_an_amount_at_the_beginning_of_a_line_goes_on_with_the_sentence() -> None:
    for first, second in (
        ((2, 0, "国有资本经营预算财政拨款年初结转和结余"), (0, 20, "0，与上年持平。")),
        ((2, 0, "比上年减少的主要原因是公务接待费支出为3"), (0, 20, "5，比上年少。")),
        ((2, 8, "本年支出合计为"), (0, 2, "123,456,789,012.34元，与上年持平。")),
    ):
        assert len(list(passages_of(lines(first, second)))) == 1, second
    for first, second in (
        ((2, 0, "本年支出的主要原因如下：这里没有写完的一行。"), (0, 20, "1、人员增加")),
        ((2, 9, "本年支出合计"), (0, 20, "3、其他支出情况")),
    ):
        assert len(list(passages_of(lines(first, second)))) == 2, second


REPORTED = """
# 第一部分 某某局概况
一、主要职能
负责某某工作。
# 第三部分 某某局2024年度部门决算情况说明
九、预算绩效情况说明
（一）绩效管理工作开展情况
开展了自评。
#### 2024年度整体支出绩效自评表
见表。
（二）项目绩效自评结果
结果良好。
#### 2024年度项目支出绩效自评表
见表。
#### 2024年度项目支出绩效自评表
{inside}十、其他重要事项的情况说明
（一）机关运行经费支出情况
支出1.00万元。
"""
BEFORE = [
    "[narrative] 第三部分 某某局2024年度部门决算情况说明",
    "  九、预算绩效情况说明",
    "    （一）绩效管理工作开展情况",
    "    - 开展了自评。",
    "    2024年度整体支出绩效自评表",
    "    - 见表。",
    "    （二）项目绩效自评结果",
    "    - 结果良好。",
]
AFTER = ["  十、其他重要事项的情况说明", "    （一）机关运行经费支出情况", "    - 支出1.00万元。"]


def reported(inside: str) -> list[str]:
    """The outline of a narrative in whose numbered sections captions of tables without number stand."""
    return outline(document(REPORTED.format(inside=inside)))[5:]


def test_numbered_sections_go_on_behind_the_captions_that_break_in() -> None:
    tables = ["  2024年度项目支出绩效自评表", "  - 见表。", "  2024年度项目支出绩效自评表"]
    assert reported("") == [*BEFORE, *tables, *AFTER]


def test_a_report_in_between_keeps_its_own_numbers() -> None:
    found = reported("一、基本情况\n由来。\n二、评价结论\n（一）总体结论\n良好。\n（三）其他\n三、问题和建议\n无。\n")
    inside = found[len(BEFORE) + 3 : -len(AFTER)]
    assert [line.strip() for line in inside if not line.strip().startswith("-")] == [
        "一、基本情况", "二、评价结论", "（一）总体结论", "（三）其他", "三、问题和建议",
    ]  # fmt: skip
    assert (found[: len(BEFORE)], found[-len(AFTER) :]) == (BEFORE, AFTER)


def test_a_report_that_counts_as_far_as_what_it_stands_in_is_not_left() -> None:
    nine = "".join(f"{number}、第几项情况\n无。\n" for number in "一二三四五六七八九")
    assert [line for line in reported(nine) if "十、" in line] == ["    十、其他重要事项的情况说明"]
