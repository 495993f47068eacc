"""Labels below the heads of the columns are labels, and only what is scored is an indicator."""

from mingzhang.audit.performance.gather import evaluations
from tests.audit.performance.hand import document

TEXT = """
## 项目支出绩效自评表（2022年度）
| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
| 项目名称 | 水渠养护 | < | 主管部门 | 壬县水利局 | < | < |
| 产出指标 | 数量指标 | 养护里程 | ≥40公里 | 41公里 | 50 | 50 |
| 满意度指标 | 服务对象满意度 | 群众满意度 | ≥90% | 93% | 40 | 40 |
| 预算执行率 | < | < | 100% | 98% | 10 | 9.8 |
| 总分 | < | < | < | < | 100 | 99.8 |
"""


def test_what_has_neither_weight_nor_score_is_no_indicator() -> None:
    (found,) = evaluations(document(TEXT))
    assert [i.name for i in found.indicators] == ["养护里程", "群众满意度", "预算执行率"]


WITH_SHARES = """
## 项目支出绩效自评表
| 指标名称 | 计量单位 | 指标性质 | 年初指标值 | 全年完成值 | 指标权重（分） | 得分系数（%） | 指标得分 |
| 灌溉面积 | 万亩 | ≥ | 12 | 11.4 | 60 | 95 | 57 |
| 农户满意度 | % | ≥ | 90 | 92 | 40 | 100 | 40 |
| 合计 | < | < | < | < | 100 |  | 97 |
"""


def test_the_share_of_the_points_is_not_the_score() -> None:
    (found,) = evaluations(document(WITH_SHARES))
    scores = [(i.weight.text, i.score.text) for i in found.indicators if i.weight and i.score]
    assert scores == [("60", "57"), ("40", "40")]
