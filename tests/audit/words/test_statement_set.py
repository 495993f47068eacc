"""Which statements are missed, and which are only called or placed otherwise."""

import re

import pytest

from mingzhang.audit.finding import Level

from .reading import audited, case, loud, read

FULL = case("ST.statements")
LACKING = case("ST.statements", failing=True)
LISTED = "支出决算表\n"


def without(title: str, text: str = FULL) -> str:
    """The text without a statement, still listed in its contents."""
    return re.sub(rf"## {title}\n.*?(?=## |# )", "", text, flags=re.DOTALL)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("支出决算表", "应有《支出决算表》"),
        ("收入决算表", "应有《收入决算表》"),
        ("收入支出决算总表", "应有《收入支出决算总表》"),
    ],
)
def test_a_statement_listed_and_not_there_is_an_error_where_it_should_stand(title: str, expected: str) -> None:
    (finding,) = loud(read(without(title)), "ST.statements")
    assert (finding.level, finding.printed, finding.expected) == (Level.ERROR, "缺失", expected)
    assert finding.position
    assert finding.quote


def test_what_the_contents_of_a_region_do_not_list_is_a_hint_but_for_the_funds() -> None:
    assert loud(read(LACKING.replace(LISTED, "", 2)), "ST.statements") == []
    (finding,) = loud(
        read(without("国有资本经营预算财政拨款支出决算表").replace("国有资本经营预算财政拨款支出决算表\n", "")),
        "ST.statements",
    )
    assert "国有资本经营" in finding.expected


@pytest.mark.parametrize("line", ["## 支出决算表\n（见附表）\n", "## 2021年度支出决算总表（表3）\n见附件。\n"])
def test_a_title_without_a_grid_is_undetermined(line: str) -> None:
    report = audited(
        read(LACKING.replace("## 财政拨款收入支出决算总表", f"{line}## 财政拨款收入支出决算总表")), "ST.statements"
    )
    assert report.coverage.undetermined == 1
    assert report.coverage.violated == 0


def test_nothing_is_missed_in_a_file_with_few_statements() -> None:
    assert audited(read(case("ST.empty")), "ST.statements").coverage.not_applicable == 1


def test_the_ninth_statement_is_not_missed_before_2020() -> None:
    text = (
        without("国有资本经营预算财政拨款支出决算表")
        .replace("国有资本经营预算财政拨款支出决算表\n", "")
        .replace("2021", "2019")
    )
    assert loud(read(text), "ST.statements") == []


BLANK = "\t" * 11
THREE = "“三公”经费年初预算为0.95万元，支出决算为0.00万元，完成预算的0%。\n"


def test_an_emptied_three_public_statement_is_told_by_the_narrative() -> None:
    filled = "\t".join(["0.00"] * 12)
    text = FULL.replace(filled, BLANK).replace(
        "## 七、“三公”经费支出决算情况说明\n", f"## 七、“三公”经费支出决算情况说明\n{THREE}"
    )
    (finding,) = loud(read(text), "ST.empty")
    assert finding.printed == "空白"
    assert "三公" in finding.quote
    assert "0.95万元" in finding.message


@pytest.mark.parametrize("said", ["本单位2021年度无“三公”经费支出。\n", "“三公”经费支出决算为0.00万元，与上年持平。\n"])
def test_a_blank_three_public_statement_is_well_when_the_narrative_says_there_was_nothing(said: str) -> None:
    filled = "\t".join(["0.00"] * 12)
    text = FULL.replace(filled, BLANK).replace(
        "## 七、“三公”经费支出决算情况说明\n", f"## 七、“三公”经费支出决算情况说明\n{said}"
    )
    assert loud(read(text), "ST.empty") == []


def test_a_note_about_another_fund_is_found() -> None:
    note = "说明：本年度没有政府性基金预算财政拨款收入和支出，故本表无数据。"
    wrong = "说明：本年度没有国有资本经营预算财政拨款收入和支出，故本表无数据。"
    (finding,) = loud(read(FULL.replace(note, wrong)), "ST.declared")
    assert (finding.printed, finding.expected) == ("国有资本经营", "政府性基金")


CONDITIONAL = "注：如本表为空，则本单位2021年度无政府性基金预算财政拨款收支。"


def test_a_note_that_says_if_is_no_declaration_that_there_was_nothing() -> None:
    filled = case("ST.declared", failing=True)
    said = "说明：本单位没有政府性基金预算财政拨款收入和支出，故本表无数据。"
    assert said in filled
    assert loud(read(filled.replace(said, CONDITIONAL)), "ST.declared") == []
    assert (
        loud(read(case("ST.empty", failing=True).replace("注：本表反映政府性基金收支情况。", CONDITIONAL)), "ST.empty")
        == []
    )


NINTH = """
## 国有资本经营预算财政拨款支出决算表
单位：万元
科目编码\t科目名称\t合计\t基本支出\t项目支出
合计\t\t\t\t
{note}
# 第三部分 决算情况说明
## 九、国有资本经营预算财政拨款支出决算情况说明
{said}
"""
HEAD = "# 例州市农业农村局2021年度部门决算\n# 第二部分 部门决算表\n"
NOTE = "注：本表反映国有资本经营预算财政拨款支出情况。"


@pytest.mark.parametrize(
    ("note", "said", "wrong"),
    [
        (NOTE, "本部门2021年度没有国有资本经营预算财政拨款支出。", True),
        (NOTE, "本部门无国有资本经营预算财政拨款支出，已公开空表。", False),
        ("", "本部门2021年度没有国有资本经营预算财政拨款支出。", False),
        ("注：本部门无国有资本经营预算财政拨款支出，故本表为空。", "本部门没有国有资本经营预算财政拨款支出。", False),
    ],
)
def test_a_note_that_does_not_say_so_leaves_an_empty_fund_unexplained(note: str, said: str, wrong: bool) -> None:
    found = loud(read(HEAD + NINTH.format(note=note, said=said)), "ST.empty")
    assert [f.printed for f in found] == ["空白"] * wrong
