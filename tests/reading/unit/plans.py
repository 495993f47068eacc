"""A small plan in good order, and how tests spoil and read it."""

from pathlib import Path

from mingzhang.books.fault import Fault, Gravity
from mingzhang.reading.unit.plan import PlanReading, read_plan

PLAN = """
[[register]]
id = "制卡"
label = "制发卡台账"
fields = [
    { name = "日期", kind = "日期", required = true },
    { name = "人群", choices = ["职工", "居民"], required = true },
    { name = "数量", kind = "整数" },
    { name = "街道" },
]

[[measure]]
id = "职工"
label = "职工制卡数"
unit = "张"
count = { register = "制卡", where = { "人群" = "职工", "日期" = { from = "2021-01-01", to = "2021年12月31日" } } }

[[measure]]
id = "居民"
unit = "张"
sum = { register = "制卡", field = "数量", where = { "人群" = ["居民"], "街道" = { not = "外区" } } }

[[measure]]
id = "制卡量"
unit = "张"
total = ["职工", "居民", "-作废"]

[[measure]]
id = "作废"
unit = "张"
value = 9
evidence = "作废登记"

[[measure]]
id = "街道数"
unit = "个"
distinct = { register = "制卡", field = "街道", where = { "街道" = { blank = false } } }

[[measure]]
id = "职工占比"
unit = "%"
over = "职工"
under = [ "制卡量", { figure = "P[作废].完成值" } ]

[[measure]]
id = "支出"
unit = "万元"
figure = "T3[total].本年支出合计"

[[measure]]
id = "共享"
unit = "万条"
value = 232.06
evidence = "接口日志"

[[indicator]]
id = "制卡量"
first = "产出指标"
second = "数量指标"
name = "制发卡"
target = "≥10000张"
measure = "制卡量"
reason = "街道共{街道数}"
remedy = "下年重测"

[[indicator]]
id = "隔离"
first = "效益指标"
second = "社会效益指标"
name = "物理隔离"
aim = "完成隔离"
result = { attainment = "部分达成年度指标并具有一定效果", share = "72.5%", text = "通过初验", evidence = "初验报告" }

[whole]
framework = "whole"
expected = "全年制卡"
actual = "制卡{制卡量}，即{制卡量:数}张"
details = [["基本情况", "有{街道数}街道"]]
lines = [
    { label = "总额", budget = "T5[total].小计@年初预算", executed = "T5[total].小计" },
    { label = "专项", opening = { value = 1200.5 }, budget = { value = "65.00万元" }, executed = { spent = "运维" } },
]
indicators = [ { id = "制卡量", weight = 8.5, first = "产出", second = "数量" }, "隔离" ]

[[project]]
id = "运维"
name = "运维经费"
framework = "project"
lines = [ { label = "总额", budget = { figure = "T5[208].项目支出@全年预算" }, executed = { spent = "运维" } } ]
indicators = [ { id = "隔离", weight = 90 } ]

[[work]]
title = "发卡"
goal = "全年制卡>10000张"
done = "制卡{制卡量}"
indicators = ["制卡量"]

[texts]
"工作开展" = "年初定目标。"
"存在的问题" = ["街道{街道数}偏少。", "没有其他。"]
"""
CARDS = "日期,人群,数量,街道\n2021-03-05,职工,1,东街\n2021/3/6,居民,2,西街\n"


def lay(directory: Path, plan: str | bytes = PLAN, cards: str | bytes = CARDS) -> Path:
    """Write the plan and its register."""
    (directory / "registers").mkdir(exist_ok=True)
    for path, text in ((directory / "performance.toml", plan), (directory / "registers" / "制卡.csv", cards)):
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return directory


def reading_of(directory: Path, plan: str | bytes = PLAN, cards: str | bytes = CARDS) -> PlanReading:
    """What is read of them."""
    return read_plan(lay(directory, plan, cards))


def spoiled(old: str, new: str, text: str = PLAN) -> str:
    """The plan with one thing changed, which must be there."""
    assert old in text, old
    return text.replace(old, new, 1)


def errors(faults: tuple[Fault, ...]) -> list[Fault]:
    """The faults that are more than hints."""
    return [fault for fault in faults if fault.gravity is Gravity.ERROR]
