"""Figures of information tables against their sums and against the text."""

import pytest

from mingzhang.audit.check import check
from mingzhang.audit.context import Context
from mingzhang.audit.finding import Finding
from mingzhang.standards.rules import all_rules
from mingzhang.workflows.reading import read_text

RULES = [rule for rule in all_rules() if rule.id.startswith("IT.")]
CARS = """
# 例州市农业农村局2022年度部门决算
# 第二部分 部门决算表
## 国有资产占用情况表
项目\t统计数
车辆数合计（辆）\t{total}
1.机要通信用车\t1
2.执法执勤用车\t{law}
3.其他用车\t2
# 第三部分 决算情况说明
## 十三、国有资产占用情况
截至2022年12月31日，本部门共有车辆7辆，其中：机要通信用车1辆、执法执勤用车{said}辆、其他用车2辆。
"""
COSTS = """
# 例州市农业农村局2022年度部门决算
# 第二部分 部门决算表
## 机关运行经费支出决算表
单位：万元
科目编码\t科目名称\t机关运行经费支出
合计\t\t{total}
302\t商品和服务支出\t30.70
30201\t办公费\t20.50
30202\t印刷费\t{print}
310\t资本性支出\t4.40
31002\t办公设备购置\t4.40
# 第三部分 决算情况说明
## 十一、机关运行经费支出情况
本部门2022年度机关运行经费支出{said}万元。
"""


def found(text: str) -> list[Finding]:
    document = read_text(text)
    return list(check(document.facts, RULES, Context(document.year, document=document)).findings)


def told(text: str) -> list[tuple[str, str, str]]:
    return [(finding.printed, finding.expected, finding.quote) for finding in found(text)]


@pytest.mark.parametrize(
    ("total", "law", "said", "expected"),
    [
        (7, 4, 4, []),
        (7, 6, 4, [("6", "4", "2.执法执勤用车\t6")]),
        (9, 4, 4, [("9", "7", "车辆数合计（辆）\t9")]),
        (7, 4, 6, [("6辆", "4", "")]),
    ],
)
def test_vehicles(total: int, law: int, said: int, expected: list[tuple[str, str, str]]) -> None:
    findings = told(CARS.format(total=total, law=law, said=said))
    assert [(printed, right) for printed, right, _ in findings] == [(p, r) for p, r, _ in expected]
    assert all(want in quote for (_, _, quote), (_, _, want) in zip(findings, expected, strict=True))


GUESTS = """
# 例州市农业农村局2022年度部门决算
# 第二部分 部门决算表
## 财政拨款“三公”经费支出决算表
单位：万元
项目\t合计\t因公出国（境）费\t小计\t公务用车购置费\t公务用车运行费\t公务接待费
决算数\t2.64\t0.00\t0.00\t0.00\t0.00\t2.64
## 机构运行信息表
项目\t统计数
国内公务接待批次（个）\t31
国内公务接待人次（人）\t246
# 第三部分 决算情况说明
## 七、“三公”经费支出决算情况说明
国内公务接待31批次264人。{each}
"""


@pytest.mark.parametrize(
    ("each", "printed"), [("本部门人均接待费99.90元。", "246"), ("", "264人"), ("人均接待费107元。", "264人")]
)
def test_what_each_cost_tells_which_of_two_is_wrong(each: str, printed: str) -> None:
    assert [told[0].removesuffix("人") for told in told(GUESTS.format(each=each))] == [printed.removesuffix("人")]


@pytest.mark.parametrize(
    ("total", "printing", "said", "expected"),
    [
        ("35.10", "10.20", "35.10", []),
        ("35.11", "10.20", "35.11", []),
        ("53.10", "10.20", "35.10", [("53.10", "35.10")]),
        ("35.10", "10.20", "53.10", [("53.10", "35.10")]),
        ("35.10", "12.10", "35.10", [("12.10", "10.20")]),
    ],
)
def test_running_costs_by_codes(total: str, printing: str, said: str, expected: list[tuple[str, str]]) -> None:
    findings = told(COSTS.format(total=total, print=printing, said=said))
    assert [(printed, right) for printed, right, _ in findings] == expected


def test_the_place_of_a_finding_is_the_row() -> None:
    (finding,) = found(COSTS.format(total="53.10", print="10.20", said="35.10"))
    assert finding.quote == "合计\t53.10"
    assert finding.position
    assert finding.position.line
