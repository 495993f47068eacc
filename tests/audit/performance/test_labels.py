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
