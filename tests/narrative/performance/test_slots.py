"""Slots in the unit's own words become values that open to what they are made of."""

from dataclasses import replace

import pytest

from mingzhang.disclosure.claim import Count, Value
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.section import Mention
from mingzhang.narrative.passage import Passage
from mingzhang.narrative.performance.slots import filled
from mingzhang.terms.unit import YUAN
from tests.narrative.performance.sample import MADE, NEAR, measure, performance_context
from tests.narrative.sample import HAND

CONTEXT = performance_context()


def bound(passage: Passage) -> list[tuple[str, str]]:
    """The stretches that state figures, with the figures they state."""
    return [(run.text, str(run.claim.fact)) for run in passage.runs if isinstance(run, Mention)]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("全年制卡{制卡量}。", "全年制卡14571张。"),
        ("全年制卡 {制卡量:数} 张", "全年制卡 14571 张"),
        ("制卡{ 制卡量：数 }张", "制卡14571张"),
        ("共享{共享数据}，满意度{满意度}", "共享232.00万条，满意度96.38%"),
        ("满意度百分之{满意度:数}", "满意度百分之96.38"),
        ("没有空位\n  的话", "没有空位的话"),
        ("", ""),
    ],
)
def test_slots_are_filled(text: str, shown: str) -> None:
    assert filled(CONTEXT, text).text == shown


def test_whole_things_are_counts_and_other_values_are_values() -> None:
    runs = [run for run in filled(CONTEXT, "{制卡量}，{满意度}").runs if isinstance(run, Mention)]
    assert [run.claim for run in runs] == [Count(measure("制卡量"), 14571), Value(measure("满意度"), 9638)]


def test_money_of_a_measure_is_told_in_its_own_unit_whatever_the_document_has() -> None:
    cost = Fact(measure("人均成本"), 2550, YUAN, HAND)
    context = replace(CONTEXT, facts={**CONTEXT.facts, cost.address: cost})
    assert filled(context, "平均每人次{人均成本}，即{人均成本:数}元").text == "平均每人次25.50元，即25.50元"


def test_targets_are_bound_where_one_indicator_alone_has_them() -> None:
    text = "制卡>10000张，零跑动≥90%，另有>10000张"
    assert bound(filled(CONTEXT, text, (MADE, NEAR))) == [
        (">10000张", "P[制卡量].目标值"),
        ("≥90%", "P[零跑动].目标值"),
        (">10000张", "P[制卡量].目标值"),
    ]
    assert bound(filled(CONTEXT, text)) == []


def test_a_target_is_not_found_inside_a_longer_number() -> None:
    assert bound(filled(CONTEXT, "≥90%.5", (NEAR,))) == []
