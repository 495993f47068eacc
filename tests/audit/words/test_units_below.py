"""Names of units and items beside the same names in tables, and counts left blank."""

import pytest

from mingzhang.audit.check import check
from mingzhang.audit.context import Context, names_of
from mingzhang.standards.codes import economic_codes, function_codes
from mingzhang.standards.rules import all_rules
from mingzhang.workflows.reading import read_text

RULES = [rule for rule in all_rules() if rule.id in {"ID.units", "CL.official", "PH.blank"}]
DOCUMENT = """
# 例州市交通运输局2022年度部门决算
# 第一部分 例州市交通运输局概况
## 二、机构设置
纳入部门决算编制范围的二级预算单位包括：1.例州市公路管理中心；2.{unit}。
# 第二部分 部门决算表
## 收入决算分单位情况表
单位\t本年收入
例州市公路管理中心\t100.00
例州市交通运输执法队\t200.00
{second}\t10.00
## 一般公共预算财政拨款基本支出决算表
单位：万元
经济分类科目编码\t科目名称\t决算数
302\t商品和服务支出\t4.00
30201\t办公费\t3.00
30228\t{item}\t1.00
# 第三部分 情况说明
## 七、“三公”经费支出决算情况说明
公务用车运行维护费支出1.00万元，公务用车保有量{cars}辆。
"""
RIGHT = {"unit": "例州市交通运输执法队", "second": "例州市第二养护队", "item": "工会经费", "cars": "3"}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"unit": "例川市交通运输执法队"}, [("ID.units", "例州市交通运输执法队")]),
        ({"unit": "例州市第一养护队"}, []),
        ({"item": "工会费用"}, [("CL.official", "工会经费")]),
        ({"item": "工会"}, []),
        ({"cars": "\u3000"}, [("PH.blank", "")]),
    ],
)
def test_names_and_blanks(change: dict[str, str], expected: list[tuple[str, str]]) -> None:
    document = read_text(DOCUMENT.format(**{**RIGHT, **change}))
    context = Context(
        document.year,
        names=names_of(document.statements),
        document=document,
        functions=function_codes(),
        economics=economic_codes(),
    )
    findings = check(document.facts, RULES, context).findings
    assert [(f.rule, f.expected) for f in findings] == expected
