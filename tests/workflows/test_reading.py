"""A text goes in, a disclosure comes out: statements, facts, parts and paragraphs with their places."""

from dataclasses import replace
from pathlib import Path

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.section import Paragraph, Words
from mingzhang.disclosure.trace import Stated
from mingzhang.terms.unit import WAN
from mingzhang.workflows.reading import NotADisclosure, Reading, Unreadable, read_file, read_text, understood

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


def published(tmp_path: Path, text: str) -> Reading | NotADisclosure | Unreadable:
    """A text as a file that somebody published."""
    path = tmp_path / "公开.md"
    path.write_text(text, encoding="utf-8")
    return read_file(path)


def test_a_published_file_is_read_and_its_format_recognised(tmp_path: Path) -> None:
    reading = published(tmp_path, TEXT)
    assert isinstance(reading, Reading)
    assert (reading.format, reading.pages, reading.recognised, reading.faults) == ("文本", None, False, ())


def test_a_budget_is_no_final_account(tmp_path: Path) -> None:
    budget = TEXT.replace("决算", "预算") + "\n\n2024年预算数比上年预算数增加10.00万元，财政拨款收入预算30.00万元。\n"
    refused = published(tmp_path, budget)
    assert refused == NotADisclosure("这是预算公开，不是部门决算公开", "文本")


def test_another_document_is_no_final_account(tmp_path: Path) -> None:
    refused = published(
        tmp_path, "# 关于开展卫生检查的通知\n\n各科室要高度重视，认真组织，于月底前完成自查并报送总结材料。\n"
    )
    assert isinstance(refused, NotADisclosure)
    assert "不像部门决算公开" in refused.reason


def test_the_accounts_of_a_treasury_are_not_those_of_a_department(tmp_path: Path) -> None:
    head = "# 某县2023年财政决算公开\n\n## 一般公共预算支出决算表\n\n单位：万元\n\n"
    text = f"{head}科目编码\t科目名称\t合计\n205\t教育支出\t1.00\n\n教育支出决算1.00万元，比上年决算数持平。\n"
    assert published(tmp_path, text) == NotADisclosure("这是政府财政决算，不是部门决算公开", "文本")


def test_hardly_any_words_are_too_little(tmp_path: Path) -> None:
    refused = published(tmp_path, "2023\n")
    assert isinstance(refused, Unreadable)
    assert "几乎没有读出文字" in refused.reason


def test_a_file_that_cannot_be_opened_says_what_to_do(tmp_path: Path) -> None:
    refused = read_file(tmp_path / "没有.pdf")
    assert isinstance(refused, Unreadable)
    assert refused.faults


def test_figures_that_nobody_can_place_are_told(tmp_path: Path) -> None:
    text = (
        TEXT.replace("2070109\t群众文化", "不知名的一行\t不知名")
        .replace("对附属单位补助支出", "某种支出")
        .replace("20701\t文化和旅游\t30.00\t20.00\t10.00", "20701\t文化和旅游\t30.00\t20.00\t10.00\t\t\t7.00")
    )
    reading = published(tmp_path, text)
    assert isinstance(reading, Reading)
    assert [(fault.place, fault.value) for fault in reading.faults] == [
        ("公开.md 第20行", "7.00"),
        ("公开.md 第21行", "30.00"),
    ]


def test_facts_given_stand_in_for_figures_that_the_text_does_not_print() -> None:
    address = Address("T1", "收入总计", "金额")
    given = {address: Fact(address, 30_000_000, WAN, Stated(Position("例")))}
    assert read_text(TEXT, facts=given).facts[address].value == 30_000_000


def test_nothing_is_claimed_by_a_sentence_that_is_hardly_legible() -> None:
    document = read_text(TEXT)
    section = document.parts[2].sections[0]
    (paragraph,) = section.blocks
    assert isinstance(paragraph, Paragraph)
    assert list(paragraph.mentions())
    bare = replace(paragraph, runs=(Words(paragraph.text),), doubtful=True)
    part = replace(document.parts[2], sections=(replace(section, blocks=(bare,)),))
    (again,) = understood(replace(document, parts=(part,))).parts[0].sections[0].blocks
    assert isinstance(again, Paragraph)
    assert (list(again.mentions()), again.text) == ([], paragraph.text)
