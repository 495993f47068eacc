"""Ours 本项目: twenty measures of every unit from one register, and with `score` the points each unit gets for them."""

import json
import sys
from fractions import Fraction
from pathlib import Path

from mingzhang.engines.register_store import RegisterStore
from mingzhang.terms.criterion import Condition, Criterion, Held, Value
from mingzhang.terms.target import Operator, Target
from mingzhang.terms.unit import counting


def asks(*conditions: Condition, sums: str = "") -> Criterion:
    return Criterion("办件", conditions, sums)


def equal(field: str, *values: Value) -> Condition:
    return Condition(field, Held.IS, values)


def least(field: str, value: Value) -> Condition:
    return Condition(field, Held.FROM, (value,))


def most(field: str, value: Value) -> Condition:
    return Condition(field, Held.TO, (value,))


DONE = equal("状态", "办结")
ASKED = (
    *(asks(equal("渠道", name)) for name in ("窗口", "网点", "网上", "自助")),
    *(asks(equal("人群", name)) for name in ("职工", "居民", "学生")),
    asks(DONE),
    asks(equal("状态", "退件")),
    asks(most("分钟", 30)),
    asks(most("分钟", 60)),
    asks(least("分钟", 181)),
    asks(most("日期", "2021-03-31")),
    asks(least("日期", "2021-04-01"), most("日期", "2021-06-30")),
    asks(least("日期", "2021-07-01"), most("日期", "2021-09-30")),
    asks(least("日期", "2021-10-01")),
    asks(equal("渠道", "窗口"), DONE),
    asks(equal("渠道", "网上", "自助"), DONE),
    asks(equal("渠道", "网上"), most("分钟", 30)),
    asks(DONE, sums="份数"),
)
TARGET = Target(Operator.AT_LEAST, Fraction(700), counting("件"))
WEIGHT = 5

values = RegisterStore((Path(sys.argv[2]),)).values({str(n): criterion for n, criterion in enumerate(ASKED)})
if sys.argv[1] == "score":
    points = [WEIGHT * TARGET.reached(Fraction(value)) for unit in values.values() for value in unit.values()]
    assert all(0 <= point <= WEIGHT for point in points)
totals = [sum(unit[str(n)] for unit in values.values()) for n in range(len(ASKED))]
print(json.dumps({"values": sum(map(len, values.values())), "totals": totals}))
