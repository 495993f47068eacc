"""Values are counted from records, taken from figures, or handed in; each opens to what it was made of."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzhang.books.fault import Gravity
from mingzhang.books.plan import Given, Measure, Named, Operand, Spent
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact, Facts
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.trace import Computed, Divided, Entered, Measured
from mingzhang.performance.exact import exact
from mingzhang.performance.measure import Measurements, measure, records_behind
from mingzhang.terms.criterion import Condition, Criterion, Value
from mingzhang.terms.criterion import Held as How
from mingzhang.terms.unit import PERCENT, WAN, YUAN, Unit, counting
from tests.performance.registers import cards

SHEETS = counting("张")
REGISTER = cards(
    ("窗口", "职工", "一", 3),
    ("窗口", "居民", "一", 5),
    ("窗口", "居民", "二", 7),
    ("网点", "居民", "", 11),
)
SPENDING = Fact(Address("X", "项目甲", "支出"), 65_000_000, WAN, Entered("账簿", Position("凭证")))


def figure(text: str, fen: int) -> Fact:
    return Fact(Address.parse(text), fen, WAN, Entered("账", Position("facts.csv")))


BUDGETED = figure("T5[total].小计@年初预算", 201_430_000)
EXECUTED = figure("T5[total].小计", 193_130_000)
FIGURES: Facts = {fact.address: fact for fact in (BUDGETED, EXECUTED)}


def asked(people: str, **taken: str) -> Criterion:
    return Criterion("制卡", (Condition("人群", How.IS, (people,)),), **taken)


def plain(identity: str, *operands: Operand, unit: Unit = SHEETS) -> Measure:
    return Measure(identity, identity, unit, tuple((1, operand) for operand in operands))


def rate(identity: str, over: Operand, under: Operand, *, complement: bool = False, unit: Unit = PERCENT) -> Measure:
    return Measure(identity, identity, unit, ((1, over),), ((1, under),), complement)


def measured(*measures: Measure) -> Measurements:
    return measure(measures, {"制卡": REGISTER}, FIGURES, {"项目甲": SPENDING})


def shown(found: Measurements) -> dict[str, str]:
    return {str(address): fact.unit.state(fact.value) for address, fact in found.facts.items()}


@pytest.mark.parametrize(
    ("one", "value"),
    [
        (plain("v", asked("居民")), "3张"),
        (plain("v", Criterion("制卡")), "4张"),
        (plain("v", asked("居民", sums="数量")), "23张"),
        (plain("v", Criterion("制卡", (), distinct="批次")), "2张"),
        (plain("v", asked("居民", sums="数量"), unit=Unit("万张", 10_000, 4)), "0.0023万张"),
        (plain("v", asked("居民", sums="数量"), unit=YUAN), "23.00元"),
        (plain("v", Given(Fraction("92.5"), "问卷"), unit=PERCENT), "92.50%"),
        (plain("v", Named("T5[total].小计"), unit=WAN), "193.13万元"),
        (plain("v", Spent("项目甲"), unit=WAN), "65.00万元"),
        (Measure("v", "", SHEETS, ((1, Criterion("制卡")), (-1, asked("职工")))), "3张"),
        (rate("v", asked("居民"), Criterion("制卡")), "75.00%"),
        (rate("v", asked("居民"), Criterion("制卡"), complement=True), "25.00%"),
        (rate("v", Named("T5[total].小计"), Named("T5[total].小计@年初预算")), "95.88%"),
        (rate("v", Named("T5[total].小计"), Criterion("制卡"), unit=YUAN), "482825.00元"),
        (rate("v", Criterion("制卡", (), sums="数量"), Criterion("制卡"), unit=Unit("张/次", 10, 1)), "6.5张/次"),
    ],
)
def test_ways_to_a_value(one: Measure, value: str) -> None:
    found = measured(one)
    assert not found.faults
    assert shown(found)["P[v].完成值"] == value


def test_measures_name_each_other_in_any_order() -> None:
    parts = (plain("职工", asked("职工")), plain("居民", asked("居民")))
    total = plain("合计", Named("P[职工].完成值"), Named("P[居民].完成值"))
    share = rate("占比", Named("P[职工].完成值"), Named("P[合计].完成值"))
    one, other = measured(share, total, *parts), measured(*parts, total, share)
    assert shown(one) == shown(other)
    assert shown(one)["P[合计].完成值"] == "4张"
    assert shown(one)["P[占比].完成值"] == "25.00%"


def test_each_value_keeps_what_it_was_made_of() -> None:
    facts = measured(
        plain("窗口", Criterion("制卡")),
        plain("和", Named("P[窗口].完成值"), asked("职工")),
        rate("率", asked("居民"), Named("P[窗口].完成值")),
        plain("录入", Given(Fraction(9), "检查记录")),
        plain("支出", Spent("项目甲"), unit=WAN),
    ).facts
    traces = {str(address): fact.trace for address, fact in facts.items()}
    assert traces["P[窗口].完成值"] == Measured("窗口", Criterion("制卡"), "3f2a")
    assert isinstance(traces["P[和].完成值"], Computed)
    assert traces["P[和].完成值2"] == Measured("和", asked("职工"), "3f2a")
    assert isinstance(traces["P[率].完成值"], Divided)
    assert traces["P[率].分子"] == Measured("率", asked("居民"), "3f2a")
    assert isinstance(traces["P[录入].完成值"], Entered)
    assert facts[SPENDING.address] == SPENDING


def test_a_rate_is_exact_until_it_is_printed() -> None:
    found = measured(rate("率", asked("职工"), asked("居民")))
    fact = found.facts[Address("P", "率", "完成值")]
    assert (fact.shown, exact(fact, found.facts)) == ("33.33", Fraction(100, 3))


def test_nothing_divided_by_nothing_has_no_value_and_says_why() -> None:
    found = measured(
        rate("率", asked("职工"), asked("无人")),
        plain("后", Named("P[率].完成值"), unit=PERCENT),
        plain("好", asked("职工")),
    )
    assert "P[率].完成值" not in shown(found)
    assert shown(found)["P[率].分母"] == "0条"
    assert shown(found)["P[好].完成值"] == "1张"
    assert [(fault.place, fault.message, fault.gravity) for fault in found.faults] == [
        ("[[measure]] 率", "分母为零，没有完成值", Gravity.WARNING),
        ("[[measure]] 后", "所引用的“率”没有完成值", Gravity.WARNING),
    ]


@pytest.mark.parametrize(
    ("one", "message"),
    [
        (plain("v", Criterion("发卡")), "没有这个台账"),
        (plain("v", Criterion("制卡", (Condition("人", How.IS, ("职工",)),))), "台账“制卡”没有这一栏"),
        (plain("v", Criterion("制卡", (), sums="人群")), "台账“制卡”的这一栏不是整数，不能合计"),
        (plain("v", Criterion("制卡", (), "数量", "批次")), "既要合计又要数不同值"),
        (plain("v", Named("P[没有].完成值")), "没有这个完成值"),
        (plain("v", Named("T5[total].小记"), unit=WAN), "报表里没有这个数据项"),
        (plain("v", Named("甲")), "不是数据项地址"),
        (plain("v", Spent("项目乙"), unit=WAN), "账上没有这个项目的支出"),
        (plain("v", Named("T5[total].小计")), "取来的是金额，计量单位“张”却是数量"),
        (plain("v", asked("职工"), unit=PERCENT), "取来的是数量，计量单位“%”却是百分比"),
        (plain("v", asked("职工"), Named("T5[total].小计")), "相加的数不是同一类"),
        (rate("v", asked("职工"), Named("T5[total].小计")), "分子是数量，分母是金额，不能算百分比"),
        (plain("v"), "没有写从哪里取数"),
        (plain("v", Named("P[v].完成值")), "完成值互相引用，成了圈：v → v"),
        (
            plain("v", Given(Fraction("92.345"), "问卷"), unit=PERCENT),
            "比计量单位“%”印出的位数还多，四舍五入会改变是否达标",
        ),
        (rate("v", Given(Fraction("1.5"), "记录"), asked("职工")), "两数相除的分子、分母不能带小数"),
    ],
)
def test_what_cannot_be_measured_is_a_fault(one: Measure, message: str) -> None:
    found = measured(one)
    assert [fault.message for fault in found.faults] == [message]
    assert found.faults[0].mend
    assert found.faults[0].gravity is Gravity.ERROR
    assert not found.facts


def test_all_faults_are_told_at_once_and_each_only_where_it_arises() -> None:
    found = measured(
        plain("甲", Named("P[乙].完成值")),
        plain("乙", Named("P[甲].完成值")),
        plain("丙", Named("P[甲].完成值")),
        plain("丁", Criterion("发卡")),
        plain("戊", Named("P[丁].完成值")),
        plain("己", asked("职工")),
        plain("己", asked("居民")),
        rate("庚", Named("P[己].分子"), asked("居民")),
    )
    assert sorted(fault.message for fault in found.faults) == [
        "“己”不是两数相除，没有分子",
        "完成值互相引用，成了圈：甲 → 乙 → 甲",
        "没有这个台账",
        "编号重复",
    ]


def test_a_circle_is_told_from_its_first_each_naming_the_next() -> None:
    found = measured(
        plain("甲", Named("P[丙].完成值")), plain("乙", Named("P[甲].完成值")), plain("丙", Named("P[乙].完成值"))
    )
    assert [fault.message for fault in found.faults] == ["完成值互相引用，成了圈：甲 → 丙 → 乙 → 甲"]


def test_last_years_values_may_be_named() -> None:
    last = Fact(Address("P", "制卡量", "完成值", "上年"), 2, SHEETS, Entered("上年", Position("prior_performance.csv")))
    growth = rate("比上年", Named("P[制卡量].完成值"), Named("P[制卡量].完成值@上年"))
    found = measure((growth, plain("制卡量", asked("居民"))), {"制卡": REGISTER}, {last.address: last}, {})
    assert shown(found)["P[比上年].完成值"] == "150.00%"


rows = st.lists(
    st.tuples(
        st.sampled_from(["窗口", "网点"]),
        st.sampled_from(["职工", "居民", ""]),
        st.sampled_from(["一", "二", ""]),
        st.one_of(st.integers(-50, 50), st.just("")),
    ),
    max_size=20,
)
conditions = st.lists(
    st.one_of(
        st.builds(Condition, st.just("人群"), st.sampled_from([How.IS, How.IS_NOT]), st.just(("职工", "居民"))),
        st.builds(Condition, st.just("数量"), st.sampled_from([How.FROM, How.TO]), st.tuples(st.integers(-9, 9))),
        st.builds(Condition, st.just("批次"), st.sampled_from([How.BLANK, How.FILLED])),
    ),
    max_size=3,
).map(tuple)
criteria = st.one_of(
    st.builds(Criterion, st.just("制卡"), conditions),
    st.builds(Criterion, st.just("制卡"), conditions, sums=st.just("数量")),
    st.builds(Criterion, st.just("制卡"), conditions, distinct=st.just("批次")),
)


@given(rows, criteria)
def test_the_records_behind_a_value_count_up_to_the_value(
    records: list[tuple[Value, Value, Value, Value]], criterion: Criterion
) -> None:
    registers = {"制卡": cards(*records)}
    for fact in measure(
        (plain("v", criterion), rate("r", criterion, Criterion("制卡"))), registers, {}, {}
    ).facts.values():
        behind = records_behind(fact, registers)
        if behind is None:
            continue
        found = [record.values for record in behind[0].select(behind[1])]
        if behind[1].sums:
            assert sum(int(values["数量"] or 0) for values in found) == fact.value
        elif behind[1].distinct:
            assert len({values["批次"] for values in found if values["批次"] != ""}) == fact.value
        else:
            assert len(found) == fact.value
