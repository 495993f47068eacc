"""One cause one finding, trust in figures, places and quotes; the single checks have their cases in the rules."""

import pytest

from mingzhang.audit import performance, prose, words
from mingzhang.audit.finding import Finding, Level
from mingzhang.audit.report import Report
from tests.audit.prose.written import audited, loud


def spoken(report: Report) -> list[Finding]:
    """What is said above info of the prose."""
    return [finding for finding in loud(report) if finding.rule.startswith(("N", "SG"))]


def test_what_was_computed_from_a_wrong_amount_is_told_under_it() -> None:
    text = (
        "{金额 T3[total].基本支出|218.13万元}，{占 T3[total].基本支出 T3[total].本年支出合计|112.94%}，"
        "本年支出合计{金额 T3[total].本年支出合计|193.13万元}。"
    )
    found = loud(audited({"T3[total].本年支出合计": "193.13", "T3[total].基本支出": "128.13"}, {"spending": text}))
    assert [(f.rule, f.printed, f.expected) for f in found] == [("N3.amount", "218.13", "128.13")]
    assert "连带不符" in found[0].message


def test_a_figure_found_wrong_by_its_relations_accuses_nobody() -> None:
    printed = {"T5[total].小计": "139.13", "T5[205].小计": "193.13", "T5[20501].小计": "193.13"}
    printed["T5[2050101].小计"] = "193.13"
    found = loud(audited(printed, {"general.total": "支出{金额 T5[total].小计|193.13万元}。"}))
    assert {f.rule for f in found} == {"T5.2"}


def test_prose_may_follow_either_printing_of_one_figure() -> None:
    printed = {"T1[卫生健康支出].金额": "236.63", "T3[210].本年支出合计": "236.64"}
    for amount in ("236.63", "236.64"):
        assert not spoken(audited(printed, {"spending": f"卫生健康支出{{金额 T3[210].本年支出合计|{amount}万元}}。"}))
    assert spoken(audited(printed, {"spending": "卫生健康支出{金额 T3[210].本年支出合计|236.65万元}。"}))


def test_a_finding_says_where_it_stands_and_quotes_it() -> None:
    text = "2021年度收入支出总计{金额 T1[收入总计].金额|0 万元}。与2020年度相比有所减少。"
    (found,) = loud(audited({"T1[收入总计].金额": "2995.39"}, {"overall": text}))
    assert (found.printed, found.expected, found.place) == ("0", "2995.39", "说明一")
    assert found.quote in text.replace("{金额 T1[收入总计].金额|", "").replace("}", "")
    assert "总计0 万元" in found.quote
    assert found.position is not None
    assert found.position.line == 1


def test_a_unit_taken_for_another_is_named() -> None:
    (found,) = loud(audited({"T5[total].小计": "51.48"}, {"general.total": "支出{金额 T5[total].小计|51.48元}。"}))
    assert (found.printed, found.expected) == ("51.48元", "51.48万元")
    assert "一万倍" in found.message


def test_a_figure_taken_from_another_statement_is_named() -> None:
    printed = {"T5[total].基本支出": "5364.75", "T3[total].基本支出": "5377.64"}
    (found,) = loud(audited(printed, {"basic": "基本支出{金额 T5[total].基本支出|5377.64万元}。"}))
    assert "T3 合计 基本支出" in found.message


def test_no_two_packages_give_one_name_to_different_checks() -> None:
    names = [name for package in (performance, prose, words) for name in package.CHECKS]
    assert sorted(names) == sorted(set(names))


THREE = {
    "T7[决算数].合计": "21.50",
    "T7[决算数].因公出国（境）费": "8.00",
    "T7[决算数].小计": "12.00",
    "T7[决算数].公务接待费": "1.50",
}
"""A sum of three that any of its four figures could break."""

TOLD = (
    "共{金额 T7[决算数].合计|21.50万元}，其中因公出国（境）费{金额 T7[决算数].因公出国（境）费|8.00万元}，"
    "公务用车{金额 T7[决算数].小计|12.00万元}，公务接待费{金额 T7[决算数].公务接待费|1.50万元}。"
)


@pytest.mark.parametrize("wrong", THREE)
def test_prose_tells_which_figure_of_a_sum_is_wrong(wrong: str) -> None:
    alone = [f for f in loud(audited(THREE | {wrong: "15.50"}, {})) if f.rule == "T7.1"]
    assert "不能断定" in alone[0].message
    told = [f for f in loud(audited(THREE | {wrong: "15.50"}, {"three": TOLD})) if f.rule.startswith(("T", "N7"))]
    assert [(f.rule, f.expected) for f in told] == [("T7.1", THREE[wrong])]
    assert f"{told[0].statement}[{told[0].row}].{told[0].column}" == wrong


def test_a_budget_of_another_scope_is_no_error() -> None:
    (found,) = loud(audited({"T7[预算数].合计": "3.00"}, {"three": "年初预算为{金额 T7[预算数].合计|2.85万元}。"}))
    assert found.level is Level.WARNING
    assert "全年预算数" in found.message


def test_nothing_is_missed_where_words_are_in_doubt() -> None:
    spent = {"T5[2010301].小计": "180.00", "T5[2010302].小计": "120.00", "T5[2010303].小计": "5.00"}
    items = "行政运行{金额 T5[2010301].小计|180.00万元}\n一般行政管理事务{金额 T5[2010302].小计|120.00万元}"
    for doubt, rules in (("", ["N5.items"]), ("\n？…务（项）五万元", [])):
        found = loud(audited(spent, {"general.items": items + doubt}))
        assert [f.rule for f in found if f.rule.startswith("N")] == rules


def test_a_missing_item_is_asked_for_behind_the_one_it_follows() -> None:
    spent = {"T5[2010301].小计": "180.00", "T5[2010302].小计": "5.00", "T5[2010303].小计": "120.00"}
    items = "1.行政运行{金额 T5[2010301].小计|180.00万元}。\n2.机关服务{金额 T5[2010303].小计|120.00万元}。"
    (found,) = [f for f in loud(audited(spent, {"general.items": items})) if f.rule == "N5.items"]
    assert found.quote == "1.行政运行180.00万元。"
    assert "2010302" in found.message


def test_a_class_missing_in_a_list_is_asked_for_behind_the_one_it_follows() -> None:
    spent = {"T5[205].小计": "100.00", "T5[210].小计": "2.00", "T5[221].小计": "8.00"}
    told = "教育支出{金额 T5[205].小计|100.00万元}，占90.91%；住房保障支出{金额 T5[221].小计|8.00万元}，占7.27%。"
    (found,) = [f for f in loud(audited(spent, {"general.structure": told})) if f.rule == "N5.classes"]
    assert "100.00万元，占90.91%；住房保障" in found.quote


def test_where_a_statement_is_missing_prose_is_held_against_itself() -> None:
    text = (
        "本年收入合计{金额 T2[total].本年收入合计|7221.80万元}，其中：事业收入{金额 T2[total].事业收入|800.13万元}，"
        "占{占 T2[total].事业收入 T2[total].本年收入合计|%s}。"
    )
    assert not spoken(audited({"T1[收入总计].金额": "8000.00"}, {"income": text % "11.08%"}))
    (found,) = spoken(audited({"T1[收入总计].金额": "8000.00"}, {"income": text % "13.18%"}))
    assert (found.rule, found.printed, found.expected) == ("N.share", "13.18%", "11.08%")
    assert "800.13 ÷ 7221.80" in found.message


def test_what_is_not_told_of_a_kind_is_asked_for_at_its_own_item() -> None:
    text = (
        "因公出国（境）费支出决算为{金额 T7[决算数].因公出国（境）费|8.00万元}，占37.21%。\n"
        "1.因公出国（境）费支出8.00万元。主要用于赴国外参加展会。"
    )
    found = [f for f in loud(audited({}, {"three": text})) if f.rule == "SG.counts"]
    assert any(f.quote.endswith("主要用于赴国外参加展会。") for f in found)
