"""Registers 台账计量: all indicators of a province's year in one pass over its records, against the bare scan."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.books import connect
from benchmarks.timing import Contender, Measured, measure, script

SCORED = "明账：计量并评分"
COUNTED = "明账：只计量"
SCAN = "下限一：只扫描"
GROUP = "下限二：扫描并按单位分组"

INDICATORS = 20
_RECORDS = """
    COPY (
        SELECT 'U' || lpad(((n * 2654435761) % {units})::VARCHAR, 5, '0') AS "单位",
               DATE '2021-01-01' + CAST((n * 40503) % 365 AS INTEGER) AS "日期",
               ['窗口', '网点', '网上', '自助'][1 + (n // 7) % 4] AS "渠道",
               ['职工', '居民', '学生'][1 + (n // 11) % 3] AS "人群",
               CASE WHEN (n // 5) % 10 < 9 THEN '办结' ELSE '退件' END AS "状态",
               CAST(1 + (n * 31) % 240 AS BIGINT) AS "分钟",
               CAST(1 + (n * 17) % 5 AS BIGINT) AS "份数"
        FROM range({rows}) AS made(n)
    ) TO '{path}' (FORMAT parquet, COMPRESSION zstd)"""
"""Records of a service as an exchange platform hands them on: mixed by a multiplication, nobody real among them."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How many records of how many units, and how often everybody runs."""

    rows: int
    units: int
    rounds: int


def run(plan: Plan, work: Path, say: Callable[[str], None]) -> list[Measured]:
    """Measure; the totals of every indicator are held against a query of their own in every run."""
    path = records(plan, work, say)
    totals = [_total(path, held) for held in HELD]
    counted = _prints({"values": plan.units * INDICATORS, "totals": totals})
    contenders = [
        Contender(SCORED, script("registers", "score", path), counted, plan.rounds),
        Contender(COUNTED, script("registers", "count", path), counted, plan.rounds),
        Contender(SCAN, script("registers_floor", "scan", path), _prints([plan.rows, plan.units]), plan.rounds),
        Contender(GROUP, script("registers_floor", "group", path), _prints([plan.rows, plan.units]), plan.rounds),
    ]
    return measure(contenders, plan.rows, say)


def records(plan: Plan, work: Path, say: Callable[[str], None]) -> Path:
    """The Parquet file of that many records, made once."""
    path = work / f"registers-{plan.rows}-{plan.units}.parquet"
    if not path.exists():
        say(f"准备 {plan.rows:,} 条记录")
        with connect() as connection:
            connection.execute(_RECORDS.format(rows=plan.rows, units=plan.units, path=path))
    return path


HELD = (
    "渠道 = '窗口'", "渠道 = '网点'", "渠道 = '网上'", "渠道 = '自助'", "人群 = '职工'", "人群 = '居民'",
    "人群 = '学生'", "状态 = '办结'", "状态 = '退件'", "分钟 <= 30", "分钟 <= 60", "分钟 >= 181",
    "日期 <= '2021-03-31'",
    "日期 BETWEEN '2021-04-01' AND '2021-06-30'", "日期 BETWEEN '2021-07-01' AND '2021-09-30'", "日期 >= '2021-10-01'",
    "渠道 = '窗口' AND 状态 = '办结'", "渠道 IN ('网上', '自助') AND 状态 = '办结'", "渠道 = '网上' AND 分钟 <= 30",
    "份数:状态 = '办结'",
)  # fmt: skip
"""What `contenders/registers.py` asks for in criteria, in the words of SQL to check by; `份数:` adds that field up."""


def _total(path: Path, held: str) -> int:
    field, _, condition = held.rpartition(":")
    with connect() as connection:
        taken = f"sum({field})" if field else "count(*)"
        row = connection.execute(f"SELECT {taken} FROM '{path}' WHERE {condition}").fetchone()
    assert row is not None
    return int(row[0])


def _prints(expected: object) -> Callable[[str], None]:
    def check(output: str) -> None:
        assert json.loads(output) == expected, output

    return check
