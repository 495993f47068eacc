"""Whose final accounts of which year a document is."""

import pytest

from mingzhang.reading.published.identity import identity_of
from mingzhang.terms.entity import EntityKind

TITLES = {
    ("某某市某某区财政局", "2024 年度部门决算"): ("某某市某某区财政局", 2024, "区级"),
    ("2021年度某省某市第一中学部门决算公开",): ("某省某市第一中学", 2021, "市级"),
    ("某县教育局2018年度部门决算", "第一部分 某县教育局概况"): ("某县教育局", 2018, "县级"),
    ("某 县 水 利 局 二〇二二年度部门决算",): ("某县水利局", 2022, "县级"),
    ("某县某镇人民政府2023年度单位决算公开",): ("某县某镇人民政府", 2023, "乡镇级"),
}


@pytest.mark.parametrize(("titles", "said"), TITLES.items())
def test_by_titles(titles: tuple[str, ...], said: tuple[str, int, str]) -> None:
    identity = identity_of(titles, (), ())
    assert (identity.entity.name, identity.year, identity.entity.level) == said


def test_the_majority_decides_where_names_and_years_differ() -> None:
    titles = ("第二部分 某市XX局2024年度部门决算表", "第三部分 某市财政局2023年度部门决算情况说明", "2024年度部门决算")
    captions = ("部门：某市财政局  金额单位：万元", "部门：某市财证局", "编制单位：某市财政局", "单位：万元")
    identity = identity_of(titles, captions, ())
    assert (identity.entity.name, identity.year) == ("某市财政局", 2024)


def test_a_name_that_the_cover_breaks_in_two() -> None:
    cover = ("某某市某某区规划和自然", "资源局", "2022年度部门决算", "第一部分 部门概况")
    texts = (*cover, "某某市某某区规划和自然资源局主管本区规划。")
    assert identity_of(cover, (), texts).entity.name == "某某市某某区规划和自然资源局"
    assert identity_of(cover, (), cover).entity.name == ""


def test_what_kind_of_body_it_is() -> None:
    assert identity_of(("某市少年宫服务中心2022年度单位决算",), (), ()).entity.kind is EntityKind.INSTITUTION
    assert identity_of(("某市财政局2022年度部门决算",), (), ()).entity.kind is EntityKind.ADMINISTRATIVE


def test_the_date_of_the_cover() -> None:
    assert identity_of(("某市财政局2022年度部门决算", "2023 年 10 月 18 日"), (), ()).dated == "2023年10月18日"
