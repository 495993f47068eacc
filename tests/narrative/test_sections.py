"""Cases of single sections: zero bases, unplanned spending, members, small businesses."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from mingzhang.narrative.write import write
from mingzhang.terms.entity import Entity, EntityKind
from tests.narrative.department import department_context
from tests.narrative.reading import text_of
from tests.narrative.sample import UNIT, changed, sample_context

WAN = 1_000_000

CASES: list[tuple[str, Mapping[str, int], str]] = [
    ("last year nothing", {"T1[收入总计].金额@上年": 0}, "收、支总计各增加193.13万元，上年为0，不可比，主要原因是"),
    ("last year below zero", {"T1[收入总计].金额@上年": -WAN}, "收、支总计各增加194.13万元，上年为负数，不可比"),
    ("level to the printed step", {"T1[收入总计].金额@上年": 193_133_000}, "收、支总计193.13万元，与2020年度持平。"),
    (
        "not planned",
        {"T5[210].小计@年初预算": 0},
        "2．卫生健康支出（类）。年初预算为0.00万元，支出决算为4.11万元，年初未安排预算，不计算完成率。",
    ),
    (
        "planned and not spent",
        {"T5[213].小计@年初预算": 5 * WAN},
        "年初预算为5.00万元，支出决算为0.00万元，完成年初预算的0.00%。",
    ),
    ("not a fen spent on running", {"T6[30228].决算数": 0, "T6[公用经费合计].决算数": 0}, "公用经费0.00万元。"),
    (
        "more income",
        {"T2[total].其他收入": 50 * WAN, "T2[total].本年收入合计": 243_130_000},
        "财政拨款收入193.13万元，占本年收入79.43%；其他收入50.00万元，占本年收入20.57%。",
    ),
    (
        "receptions",
        {"T7[决算数].公务接待费": 4_000, "T7[决算数].公务接待费@上年": 0},
        "公务接待费支出决算为0.00万元，与年初预算持平。",
    ),
]


@pytest.mark.parametrize(("case", "figures", "sentence"), CASES, ids=[case for case, _, _ in CASES])
def test_the_text_follows_the_figures(case: str, figures: Mapping[str, int], sentence: str) -> None:
    assert sentence in text_of(write(changed(sample_context(), figures)).parts)


def test_the_centre_prints_procurement_shares_with_one_decimal() -> None:
    text = text_of(write(department_context("central", 2023)).parts)
    assert "授予中小企业合同金额700.00万元，占政府采购支出总额的75.2%" in text
    assert "授予小微企业合同金额300.00万元，占授予中小企业合同金额的42.9%" in text


def test_shanghai_tells_of_reserved_procurement() -> None:
    text = text_of(write(department_context("shanghai-2024", 2024)).parts)
    assert "政府采购金额（以合同签订为准）为931.00万元，其中：货物采购金额122.00万元、服务采购金额809.00万元。" in text
    assert "面向中小企业预留政府采购项目预算金额250.00万元，面向小微企业预留政府采购项目预算金额170.00万元" in text


def test_shanghai_explains_every_item_with_purpose_and_budget() -> None:
    text = text_of(write(department_context("shanghai-2024", 2024)).parts)
    assert (
        "2、城乡社区支出（类）城乡社区规划与管理（款）城乡社区规划与管理（项）。主要用于：规划编制和管理。"
        "年初预算为3110.00万元，支出决算为2738.00万元，完成年初预算的88.04%。"
    ) in text


def test_a_department_names_its_units() -> None:
    text = text_of(write(department_context("hubei-2021", 2021)).parts)
    assert "由纳入独立核算的单位本级决算和一个下属单位决算组成" in text
    assert "\n1．江城市云溪区规划和自然资源局（本级）\n2．江城市云溪区自然资源确权登记事务中心\n" in text


def test_a_department_that_is_only_itself_has_no_units_below() -> None:
    alone = replace(sample_context(), entity=replace(UNIT, members=(UNIT.code,)), members=(UNIT,))
    assert "仅包括本级决算，没有下属独立核算单位" in text_of(write(alone).parts)


def test_the_body_itself_is_known_by_its_name_too() -> None:
    context = department_context("hubei-2021", 2021)
    own = Entity("310009", f"{context.entity.name}（本级）", EntityKind.ADMINISTRATIVE)
    text = text_of(write(replace(context, members=(context.members[1], own))).parts)
    assert f"1．{context.entity.name}（本级）\n" in text


def test_totals_of_the_supplement_become_figures_of_their_own() -> None:
    facts = write(department_context("central", 2023)).facts
    totals = {str(a): f.value for a, f in facts.items() if a.statement == "S" and a.column.endswith("合计")}
    assert totals == {
        "S[政府采购].合计": 931 * WAN,
        "S[国有资产].车辆合计": 4,
        "S[人员].在职合计": 100,
        "S[人员].离退休合计": 30,
    }


def test_nothing_at_all_is_said_as_such() -> None:
    context = sample_context()
    zero = {a: replace(f, value=0) for a, f in context.facts.items()}
    text = text_of(write(replace(context, facts=zero)).parts)
    assert "2021年度收、支总计0.00万元，与2020年度持平。" in text
    assert "2021年度收入合计0.00万元。" in text
    assert "没有一般公共预算财政拨款基本支出。" in text
    assert "年初预算为0.00万元，支出决算为0.00万元，支出决算数与年初预算数持平。" in text
    assert "%" not in text
