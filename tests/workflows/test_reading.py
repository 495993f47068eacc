"""A text goes in, a disclosure comes out: statements, facts, parts and paragraphs with their places."""

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.section import Paragraph
from mingzhang.workflows.reading import read_text

TEXT = """
# 第一部分 某某市文化馆概况

## 一、主要职能

组织群众文化活动。

# 第二部分 2023年度部门决算表

## 支出决算表（表3）

部门：某某市文化馆

金额单位：万元

项目\t\t本年支出合计\t基本支出\t项目支出\t上缴上级支出\t经营支出\t对附属单位补助支出
科目编码\t科目名称
合计\t\t30.00\t20.00\t10.00
207\t文化旅游体育与传媒支出\t30.00\t20.00\t10.00
20701\t文化和旅游\t30.00\t20.00\t10.00
2070109\t群众文化\t30.00\t20.00\t10.00

注：本表反映部门本年度各项支出情况。

# 第三部分 2023年度部门决算情况说明

## 三、支出决算情况说明

本年支出合计30.00万元，其中：基本支出20.00万元，占66.67%；项目支出10.00万元，占33.33%。
"""


def test_a_statement_is_read_with_its_figures_and_their_lines() -> None:
    document = read_text(TEXT)
    fact = document.facts[Address("T3", "2070109", "项目支出")]
    assert (fact.value, fact.printed, fact.spread) == (10_000_000, "10.00", 5_000)
    statement = document.statement("T3")
    assert (statement.number, statement.title, statement.unit.name) == (3, "支出决算表", "万元")
    assert statement.note == "注：本表反映部门本年度各项支出情况。"


def test_whose_document_it_is() -> None:
    document = read_text(TEXT)
    assert (document.entity.name, document.year) == ("某某市文化馆", 2023)


def test_parts_and_paragraphs() -> None:
    document = read_text(TEXT)
    assert [part.id for part in document.parts] == ["overview", "statements", "narrative"]
    section = document.parts[2].sections[0]
    assert section.heading == "三、支出决算情况说明"
    paragraph = section.blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text.startswith("本年支出合计30.00万元")
