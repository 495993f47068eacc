"""Frameworks are dated data; data that cannot be scored with is refused, with everything that is wrong."""

from copy import deepcopy
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from mingzhang.performance.framework import FULL, Framework
from mingzhang.standards.frameworks import (
    BadFramework,
    UnknownFramework,
    framework,
    frameworks,
    frameworks_of,
)

YEARS = range(2018, 2026)
BANDS = {
    "达成年度指标": ["100%", "80%"],
    "部分达成年度指标并具有一定效果": ["80%", "60%"],
    "未达成年度指标且效果较差": ["60%", "0%"],
}
ENTRY: dict[str, Any] = {
    "id": "某地",
    "label": "某地指标体系",
    "scope": "项目支出",
    "first": 2020,
    "reference": "某文件",
    "trust": "K",
    "verified_on": date(2026, 11, 24),
    "execution": {"label": "预算执行率", "weight": 10},
    "levels": [
        {"name": "产出指标", "weight": 60, "seconds": ["数量指标"]},
        {"name": "效益指标", "weight": 30, "seconds": ["社会效益指标"]},
    ],
    "grades": {"优": 90, "良": 80, "中": 60, "差": 0},
    "bands": BANDS,
    "overshoot": "130%",
    "columns": ["分值", "得分"],
}


def every_framework() -> list[Framework]:
    return list({id(one): one for year in YEARS for one in frameworks(year).values()}.values())


@pytest.mark.parametrize("one", every_framework(), ids=lambda one: one.id)
def test_what_ships_adds_up_and_says_where_it_comes_from(one: Framework) -> None:
    assert not one.problems()
    assert one.reference
    assert one.trust in ("S", "K")
    assert one.verified_on >= date(2026, 1, 1)
    assert one.overshoot == Fraction(13, 10)
    assert all(level.seconds for level in one.levels)
    if one.is_weighted:
        weights = [level.weight or Fraction(0) for level in one.levels]
        assert sum(weights, one.execution.weight if one.execution else Fraction(0)) == FULL


@pytest.mark.parametrize(
    ("identity", "year", "weights"),
    [
        ("project", 2021, {"产出指标": 50, "效益指标": 30, "满意度指标": 10}),
        ("project-plain", 2021, {"产出指标": 50, "效益指标": 40}),
        ("project-cost", 2022, {"成本指标": 20, "产出指标": 40, "效益指标": 20, "满意度指标": 10}),
        ("project-cost-plain", 2022, {"成本指标": 20, "产出指标": 40, "效益指标": 30}),
        ("hubei-whole", 2021, {"投入": None, "过程": None, "产出": None, "效果": None}),
    ],
)
def test_first_level_weights(identity: str, year: int, weights: dict[str, int | None]) -> None:
    assert {level.name: level.weight for level in framework(identity, year).levels} == weights


def test_grades_of_a_region() -> None:
    words = [grade.word for grade in framework("shanghai-project", 2022).grades]
    assert words == ["优", "良", "合格", "不合格"]


def test_a_framework_holds_in_its_years_only() -> None:
    assert "project-cost" not in frameworks(2020)
    with pytest.raises(UnknownFramework, match="不适用于2019年度；适用年度：2021—"):
        framework("project-cost", 2019)
    with pytest.raises(UnknownFramework, match=r"没有指标体系“proyect”；可用的有：.*project"):
        framework("proyect", 2021)


def changed(**changes: Any) -> dict[str, Any]:
    return {"framework": [{**deepcopy(ENTRY), **changes}]}


def levels(*weights: int | None) -> list[dict[str, Any]]:
    return [
        {"name": f"第{number}", "seconds": ["甲"]} | ({} if weight is None else {"weight": weight})
        for number, weight in enumerate(weights)
    ]


def test_good_data_is_taken() -> None:
    assert frameworks_of(changed())[0].id == "某地"


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (changed(levels=levels(50, 30)), "分值合计90，应为100"),
        (changed(levels=levels(90, None)), "有的一级指标有分值，有的没有"),
        (changed(levels=levels(90, 0)), "分值应大于0"),
        (changed(levels=[]), "一级指标没有列出"),
        (changed(grades={"优": 80, "良": 90, "差": 0}), "等级应从好到差排列"),
        (changed(grades={"优": 90, "良": 60}), "最后一级从0分起"),
        (changed(grades={}), "等级应从好到差排列"),
        (changed(bands={**BANDS, "达成年度指标": ["100%", "90%"]}), "从100%到0%首尾相接"),
        (changed(bands={"达成年度指标": ["100%", "0%"]}), "达成程度应依次列出"),
        (changed(bands={"还行": ["100%", "0%"]}), "不认识达成程度“还行”"),
        (changed(overshoot="100%"), "超额界限应大于100%"),
        (changed(overshoot=1.3), "“1.3”不是百分比"),
        (changed(scope="全部支出"), "scope 应是 整体支出、项目支出、重点工作 之一"),
        (changed(columns=["积分"]), "不能有 积分"),
        (changed(weigths=1), "不认识 weigths"),
        (changed(verified_on="昨天"), "verified_on 应是日期"),
        ({"framework": [{"id": "某地"}]}, "缺少 bands、columns、grades、label、levels"),
        ({"framework": [ENTRY, {**ENTRY, "first": 2021}]}, "有两条在同一年度适用"),
    ],
)
def test_bad_data_is_refused(table: dict[str, Any], said: str) -> None:
    with pytest.raises(BadFramework) as refused:
        frameworks_of(table)
    assert said in str(refused.value)
    assert "“某地”" in str(refused.value)


def test_everything_wrong_is_told_at_once() -> None:
    with pytest.raises(BadFramework, match="有 3 处错误"):
        frameworks_of(changed(levels=levels(50, 30), grades={"优": 90}, overshoot="50%"))


def test_one_id_may_stand_twice_for_different_years() -> None:
    older = {**deepcopy(ENTRY), "first": 2018, "last": 2019}
    assert [one.span.last for one in frameworks_of({"framework": [ENTRY, older]})] == [None, 2019]
