"""The period of a register with days: the fiscal year by default, the measure's own when it states one."""

from pathlib import Path

import pytest

from mingzhang.books.fault import Gravity
from mingzhang.books.plan import Measure, Plan
from mingzhang.books.register import Register
from mingzhang.reading.unit.plan import PlanReading, read_plan
from mingzhang.terms.criterion import Condition, Criterion
from mingzhang.terms.criterion import Held as Held
from tests.reading.unit.plans import errors, lay

PLAN = """
[[register]]
id = "制卡"
day = "日期"
fields = [{ name = "日期", kind = "日期" }, { name = "人群" }]

[[measure]]
id = "制卡量"
unit = "张"
count = { register = "制卡" }

[[measure]]
id = "职工占比"
unit = "%"
over = { count = { register = "制卡", where = { "人群" = "职工" } } }
under = { count = { register = "制卡" } }

[[measure]]
id = "合计"
unit = "张"
total = ["制卡量"]
"""
CARDS = """日期,人群
2020-12-31,职工
2021-01-01,职工
2021-03-31,居民
2021-06-30,职工
2021-07-01,职工
2021-12-31,居民
2022-01-01,居民
,职工
"""
COUNT = "count = { register = "
COUNTED = 'unit = "张"\ncount = { register = "制卡" }'
DAY = 'day = "日期"'


def read(directory: Path, old: str = "", new: str = "", year: int | None = 2021) -> PlanReading:
    """The plan, with a passage of it written otherwise."""
    assert not old or old in PLAN
    return read_plan(lay(directory, PLAN.replace(old, new, 1) if old else PLAN, CARDS), year)


def criterion_of(reading: PlanReading, id: str = "制卡量") -> tuple[Criterion, Register]:
    """What a measure asks, and the register it asks."""
    assert errors(reading.faults) == []
    assert isinstance(reading.plan, Plan)
    one: Measure = next(one for one in reading.plan.measures if one.id == id)
    (_, criterion), *_ = one.numerator
    assert isinstance(criterion, Criterion)
    return criterion, reading.registers[criterion.register]


PERIODS = {
    "": ("2021-01-01", "2021-12-31", 5),
    'period = "全年"': ("2021-01-01", "2021-12-31", 5),
    'period = "上半年"': ("2021-01-01", "2021-06-30", 3),
    'period = "下半年"': ("2021-07-01", "2021-12-31", 2),
    'period = "第一季度"': ("2021-01-01", "2021-03-31", 2),
    'period = "第二季度"': ("2021-04-01", "2021-06-30", 1),
    'period = "前三季度"': ("2021-01-01", "2021-09-30", 4),
    'period = "第四季度"': ("2021-10-01", "2021-12-31", 1),
    'period = "2月"': ("2021-02-01", "2021-02-28", 0),
    'period = { from = "2020-12-01", to = "2021年1月31日" }': ("2020-12-01", "2021-01-31", 2),
    "period = { from = 2021-03-31, to = 2021-03-31 }": ("2021-03-31", "2021-03-31", 1),
}


@pytest.mark.parametrize("written", PERIODS)
def test_a_measure_counts_the_records_of_its_period(tmp_path: Path, written: str) -> None:
    first, last, counted = PERIODS[written]
    asked, register = criterion_of(read(tmp_path, COUNTED, f"{written}\n{COUNTED}"))
    assert asked.conditions == (Condition("日期", Held.FROM, (first,)), Condition("日期", Held.TO, (last,)))
    assert register.ask(asked) == counted


def test_both_sides_of_a_quotient_lie_in_the_period(tmp_path: Path) -> None:
    asked, register = criterion_of(read(tmp_path, 'unit = "%"', 'unit = "%"\nperiod = "上半年"'), "职工占比")
    assert register.ask(asked) == 2
    assert [one.test for one in asked.conditions] == [Held.IS, Held.FROM, Held.TO]


WHERE = {
    '{ from = "2021-03-01" }': [(Held.FROM, "2021-03-01"), (Held.TO, "2021-12-31")],
    '{ to = "2021-03-31" }': [(Held.TO, "2021-03-31"), (Held.FROM, "2021-01-01")],
    '{ from = "2021-03-01", to = "2021-03-31" }': [(Held.FROM, "2021-03-01"), (Held.TO, "2021-03-31")],
    '{ from = "2020-03-01" }': [(Held.FROM, "2020-03-01"), (Held.FROM, "2021-01-01"), (Held.TO, "2021-12-31")],
}


@pytest.mark.parametrize("where", WHERE)
def test_what_a_condition_asks_anyway_is_not_said_twice(tmp_path: Path, where: str) -> None:
    asked, _ = criterion_of(read(tmp_path, COUNTED, COUNTED[:-2] + f', where = {{ "日期" = {where} }} }}'))
    assert [(one.test, one.values[0]) for one in asked.conditions] == WHERE[where]


@pytest.mark.parametrize(("old", "year"), [(DAY, 2021), ("", None)])
def test_without_a_day_or_a_year_every_record_counts(tmp_path: Path, old: str, year: int | None) -> None:
    reading = read(tmp_path, old, "", year)
    asked, register = criterion_of(reading)
    assert (asked.conditions, register.ask(asked)) == ((), 8)
    assert reading.faults == ()


def test_records_outside_the_year_and_without_a_day_are_told_with_their_number(tmp_path: Path) -> None:
    hints = read(tmp_path).faults
    assert [(one.place, one.column, one.gravity) for one in hints] == [
        ("[[register]]（制卡）", "day", Gravity.WARNING)
    ] * 2
    assert [one.message for one in hints] == [
        "台账有2条“日期”不在2021年，没有数进去",
        "台账有1条没有填“日期”，没有数进去",
    ]
    assert "period" in hints[0].mend
    assert "day" in hints[1].mend


def test_records_that_a_period_reaches_are_counted(tmp_path: Path) -> None:
    own = 'period = { from = "2020-12-01", to = "2021-01-31" }'
    assert read(tmp_path, COUNTED, f"{own}\n{COUNTED}").faults[0].message.startswith("台账有1条“日期”")


FAULTS = [
    (DAY, 'day = "日子"', "（制卡）", "day", "没有这个日期栏目", "“日期”"),
    (DAY, 'day = "人群"', "（制卡）", "day", "这一栏不是日期", "kind"),
    (DAY, 'day = ""', "（制卡）", "day", "没有填写", "day ="),
    (DAY, "day = true", "（制卡）", "day", "应是文字", "day ="),
    (COUNT, f'period = "上半"\n{COUNT}', "（制卡量）", "period", "不是可用的期间", "上半年"),
    (COUNT, f'period = "13月"\n{COUNT}', "（制卡量）", "period", "不是可用的期间", "6月"),
    (COUNT, f"period = 3\n{COUNT}", "（制卡量）", "period", "不是可用的期间", "from"),
    (COUNT, f'period = {{ from = "2021-01-01" }}\n{COUNT}', "（制卡量）", "period.to", "没有填写", "to ="),
    (COUNT, f'period = {{ form = "2021-01-01" }}\n{COUNT}', "（制卡量）", "period.form", "不认识的名称", "“from”"),
    (
        COUNT,
        f'period = {{ from = "2021-02-30", to = "2021-06-30" }}\n{COUNT}',
        "（制卡量）",
        "period.from",
        "没有这一天",
        "日期",
    ),
    (
        COUNT,
        f'period = {{ from = "2021-07-01", to = "2021-06-30" }}\n{COUNT}',
        "（制卡量）",
        "period.from",
        "起止颠倒",
        "前面",
    ),
    ("total =", 'period = "上半年"\ntotal =', "（合计）", "period", "期间不起作用", "[[register]]"),
    (
        COUNTED,
        f'{COUNTED[:-2]}, where = {{ "日期" = "2020-12-31" }} }}',
        "（制卡量）",
        "count.where.日期",
        "条件不在期间（2021-01-01至2021-12-31）之内",
        "period",
    ),
    (
        COUNTED,
        f'{COUNTED[:-2]}, where = {{ "日期" = {{ to = "2020-12-31" }} }} }}',
        "（制卡量）",
        "count.where.日期",
        "条件不在期间",
        "period",
    ),
    (
        COUNTED,
        f'{COUNTED[:-2]}, where = {{ "日期" = {{ blank = true }} }} }}',
        "（制卡量）",
        "count.where.日期",
        "条件不在期间",
        "period",
    ),
]


@pytest.mark.parametrize(("old", "new", "place", "column", "message", "mend"), FAULTS)
def test_what_is_wrong_is_said_with_where_and_how_to_mend(
    tmp_path: Path, old: str, new: str, place: str, column: str, message: str, mend: str
) -> None:
    reading = read(tmp_path, old, new)
    found = [f for f in errors(reading.faults) if f.column == column and message in f.message and place in f.place]
    assert len(found) == 1, reading.faults
    assert mend in found[0].mend
    assert reading.plan is None


def test_a_period_that_no_register_with_days_is_counted_by_is_a_fault(tmp_path: Path) -> None:
    text = PLAN.replace(DAY, "").replace(COUNT, f'period = "上半年"\n{COUNT}', 1)
    (fault,) = errors(read_plan(lay(tmp_path, text, CARDS), 2021).faults)
    assert (fault.column, fault.message) == ("period", "没有按日期数的台账，期间不起作用")
