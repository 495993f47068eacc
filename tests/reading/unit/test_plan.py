"""performance.toml: what is written is the plan; what is wrong is said, all at once, with where and how to mend."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mingzhang.books.fault import Fault, Gravity
from mingzhang.books.plan import Given, Judged, Line, Measure, Named, Plan, Spent, Weighted
from mingzhang.reading.unit.plan import read_plan
from mingzhang.terms.criterion import Condition, Criterion
from mingzhang.terms.criterion import Held as Held
from mingzhang.terms.target import Aim, Attainment, Operator, Target
from mingzhang.terms.unit import PERCENT, WAN, Unit, counting
from tests.depth import examples
from tests.reading.unit.plans import CARDS, PLAN, errors, lay, reading_of, spoiled

CENTRE = Path(__file__).parents[3] / "examples" / "information-centre-2021"


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """The plan in good order."""
    reading = reading_of(tmp_path_factory.mktemp("plan"))
    assert errors(reading.faults) == []
    assert reading.plan is not None
    return reading.plan


def measure(plan: Plan, id: str) -> Measure:
    """One measure by its id."""
    return next(one for one in plan.measures if one.id == id)


@pytest.mark.parametrize(
    ("id", "unit", "numerator"),
    [
        (
            "职工",
            counting("张"),
            Criterion(
                "制卡",
                (
                    Condition("人群", Held.IS, ("职工",)),
                    Condition("日期", Held.FROM, ("2021-01-01",)),
                    Condition("日期", Held.TO, ("2021-12-31",)),
                ),
            ),
        ),
        (
            "居民",
            counting("张"),
            Criterion(
                "制卡",
                (Condition("人群", Held.IS, ("居民",)), Condition("街道", Held.IS_NOT, ("外区",))),
                sums="数量",
            ),
        ),
        ("街道数", counting("个"), Criterion("制卡", (Condition("街道", Held.FILLED),), distinct="街道")),
        ("作废", counting("张"), Given(Fraction(9), "作废登记")),
        ("支出", WAN, Named("T3[total].本年支出合计")),
        ("共享", Unit("万条", 10_000, 2), Given(Fraction(23_206, 100), "接口日志")),
    ],
)
def test_a_measure_asks_what_is_written(plan: Plan, id: str, unit: Unit, numerator: object) -> None:
    one = measure(plan, id)
    assert (one.unit, one.numerator, one.denominator) == (unit, ((1, numerator),), ())


def test_sums_and_quotients_name_other_measures(plan: Plan) -> None:
    assert measure(plan, "制卡量").numerator == (
        (1, Named("P[职工].完成值")),
        (1, Named("P[居民].完成值")),
        (-1, Named("P[作废].完成值")),
    )
    share = measure(plan, "职工占比")
    assert (share.unit, share.complement) == (PERCENT, False)
    assert share.denominator == ((1, Named("P[制卡量].完成值")), (1, Named("P[作废].完成值")))


def test_indicators_have_targets_in_the_unit_of_their_measure(plan: Plan) -> None:
    cards, isolated = plan.indicators
    assert (cards.target, cards.measure) == (Target(Operator.AT_LEAST, Fraction(10_000), counting("张")), "制卡量")
    assert isolated.target == Aim("完成隔离")
    assert isolated.judged == Judged(Attainment.PARTLY, Fraction(725, 1000), "通过初验", "初验报告")


def test_evaluations_have_money_and_weights(plan: Plan) -> None:
    whole, (project,) = plan.whole, plan.projects
    assert whole is not None
    assert whole.indicators == (Weighted("制卡量", Fraction(17, 2), "产出", "数量"), Weighted("隔离"))
    assert whole.lines[1] == Line("专项", Given(Fraction(650_000), ""), Spent("运维"), Given(Fraction(2401, 2), ""))
    assert (whole.id, whole.name, whole.details) == ("整体", "部门（单位）整体支出", (("基本情况", "有{街道数}街道"),))
    assert (project.id, project.indicators) == ("运维", (Weighted("隔离", Fraction(90)),))
    assert plan.works[0].indicators == ("制卡量",)
    assert plan.texts["存在的问题"] == ("街道{街道数}偏少。", "没有其他。")


def test_the_information_centre_has_a_plan_without_a_fault() -> None:
    reading = read_plan(CENTRE)
    assert reading.faults == ()
    assert reading.plan is not None
    assert reading.plan.whole is not None
    assert (len(reading.plan.whole.indicators), len(reading.plan.projects[0].indicators)) == (15, 7)
    assert len(reading.plan.works) == 8


def test_no_file_and_a_file_of_comments_are_no_plan(tmp_path: Path) -> None:
    assert read_plan(tmp_path).plan is None
    (tmp_path / "performance.toml").write_text("# 还没有写\n", encoding="utf-8")
    assert (read_plan(tmp_path).plan, read_plan(tmp_path).faults) == (None, ())


FAULTS = [
    # registers
    ('id = "制卡"\n', "", "[[register]] 第1个", "id", "没有填写", 'id = "'),
    ('kind = "整数"', 'kind = "金额"', "（制卡）", "fields 第3个.kind", "不认识的种类", "现有"),
    ('{ name = "街道" }', '{ name = "数量" }', "（制卡）", "fields 第4个", "栏目重复", "各不相同"),
    ('{ name = "街道" }', '{ nmae = "街道" }', "（制卡）", "fields 第4个.name", "没有填写", "name"),
    ('kind = "整数" }', 'kind = "整数", choices = ["1"] }', "（制卡）", "fields 第3个.choices", "不列可选的值", "文字"),
    ("required = true }", 'required = "是" }', "（制卡）", "fields 第1个.required", "应是 true 或 false", "true"),
    ('label = "制发卡台账"', 'file = "../x.csv"', "（制卡）", "file", "在年度目录之外", "移进来"),
    ('label = "制发卡台账"', 'file = "registers/无.csv"', "（制卡）", "file", "找不到这个文件", "registers/无.csv"),
    ('label = "制发卡台账"', f'file = "{"长" * 150}"', "（制卡）", "file", "不是可用的文件名", "短一些"),
    # measures
    ('id = "作废"', 'id = "作 废"', "[[measure]] 第4个（作 废）", "id", "编号不能用", "空格"),
    ('id = "作废"', 'id = "街道数"', "[[measure]] 第5个（街道数）", "id", "编号重复", "只用一次"),
    ('unit = "个"', "", "（街道数）", "unit", "没有填写", "unit ="),
    ('unit = "个"', 'unit = "万"', "（街道数）", "unit", "计量单位不能用", "万条"),
    ('unit = "个"', 'unit = "个"\ndecimals = 9', "（街道数）", "decimals", "不是可用的整数", "0到6"),
    ('unit = "个"', 'unit = "个"\nscale = 30', "（街道数）", "scale", "scale 与 decimals 不配", "10000"),
    ('unit = "%"', 'unit = "%"\nscale = 100', "（职工占比）", "scale", "不用写 scale", "删去"),
    ("value = 9\n", "", "（作废）", "", "没有写从哪里取数", "count"),
    ("value = 9\n", 'value = 9\nspent = "甲"\n', "（作废）", "spent、value", "取数的办法只能有一个", "只写"),
    ("value = 9\n", 'value = "九"\n', "（作废）", "value", "不是可用的数", "9"),
    ("value = 9\n", "value = nan\n", "（作废）", "value", "不是可用的数", "9"),
    ("value = 9\n", "value = 1e999999999999999999999\n", "（作废）", "value", "不是可用的数", "9"),
    ('evidence = "作废登记"', "", "（作废）", "evidence", "没有填写", "evidence"),
    ('"-作废"', '"-作费"', "（制卡量）", "total", "没有这个完成值", "是否应为“作废”"),
    ('register = "制卡", where', 'register = "制咔", where', "（职工）", "count.register", "没有这个台账", "“制卡”"),
    ('"人群" = "职工"', '"人裙" = "职工"', "（职工）", "count.where.人裙", "没有这个栏目", "“人群”"),
    ('"人群" = "职工"', '"人群" = "职公"', "（职工）", "count.where.人群", "不在“人群”可选的值之中", "“职工”"),
    ('"人群" = "职工"', '"人群" = true', "（职工）", "count.where.人群", "不是可用的值", "写成"),
    ('"人群" = "职工"', '"人群" = ""', "（职工）", "count.where.人群", "空白不能这样比较", "blank"),
    ('"人群" = "职工"', '"人群" = []', "（职工）", "count.where.人群", "条件是空的", "写成"),
    ('"人群" = "职工"', '"人群" = { from = "甲" }', "（职工）", "count.where.人群.from", "文字没有大小之分", "kind"),
    ('from = "2021-01-01"', 'form = "2021-01-01"', "（职工）", "count.where.日期.form", "不认识的名称", "“from”"),
    ('from = "2021-01-01"', 'from = "2022-01-01"', "（职工）", "count.where.日期.from", "起止颠倒", "from"),
    ('from = "2021-01-01"', 'from = "2021-02-30"', "（职工）", "count.where.日期.from", "没有这一天", "日期"),
    ("blank = false", 'blank = "否"', "（街道数）", "distinct.where.街道.blank", "应是 true 或 false", "true"),
    ('field = "数量"', 'field = "街道"', "（居民）", "sum.field", "不是整数，不能合计", "整数"),
    ('field = "数量"', 'field = "数亮"', "（居民）", "sum.field", "没有这个栏目", "“数量”"),
    ('field = "数量", where', 'field = "数量", were', "（居民）", "sum.were", "不认识的名称", "“where”"),
    ('figure = "T3[total].本年支出合计"', 'figure = "支出"', "（支出）", "figure", "不是数据项地址", "写法如"),
    ("P[作废].完成值", "P[报废].完成值", "（职工占比）", "under 第2个.figure", "没有这个完成值", "“作废”"),
    ('over = "职工"\n', "", "（职工占比）", "over", "没有填写", "over"),
    ('over = "职工"\n', 'over = "职工"\nvalue = 3\n', "（职工占比）", "value", "取数的办法只能有一个", "over"),
    ('over = "职工"\n', "over = []\n", "（职工占比）", "over", "是空的", "编号"),
    ('over = "职工"\n', "over = 3\n", "（职工占比）", "over", "不是可用的取数办法", "编号"),
    # indicators
    (
        'target = "≥10000张"',
        'target = "≥10000件"',
        "[[indicator]] 第1个（制卡量）",
        "target",
        "目标值不能用",
        "计量单位",
    ),
    ('target = "≥10000张"', 'target = "10000张"', "（制卡量）", "target", "目标值不能用", "≥"),
    ('target = "≥10000张"', "", "（制卡量）", "target", "没有写目标", "aim"),
    ('target = "≥10000张"', 'target = "≥1张"\naim = "发卡"', "（制卡量）", "target", "target 和 aim 只能写一个", "aim"),
    ('measure = "制卡量"', 'measure = "制咔量"', "（制卡量）", "measure", "没有这个完成值", "“制卡量”"),
    ('aim = "完成隔离"', 'aim = "完成隔离"\nmeasure = "职工"', "（隔离）", "measure", "文字目标不能用", "result"),
    ('aim = "完成隔离"', 'target = "≥1个"', "（隔离）", "result", "数量目标要用完成值回答", "measure"),
    ('attainment = "部分', 'attainment = "部份', "（隔离）", "result.attainment", "不认识的达成程度", "部分达成"),
    ('share = "72.5%"', 'share = "172%"', "（隔离）", "result.share", "不是0%到100%的比例", "100%"),
    ('share = "72.5%"', "share = 0.7", "（隔离）", "result.share", "不是0%到100%的比例", "100%"),
    (', evidence = "初验报告"', "", "（隔离）", "result.evidence", "没有填写", "evidence"),
    ("{街道数}", "{街区数}", "（制卡量）", "reason", "没有这个完成值", "“街道数”"),
    # evaluations
    ('framework = "whole"', "", "[whole]", "framework", "没有填写", "framework"),
    ("{制卡量:数}", "{制卡量:字}", "[whole]", "actual", "不认识的写法", "{制卡量:数}"),
    ("{制卡量:数}", "{制卡量:数", "[whole]", "actual", "花括号没有配对", "编号"),
    ("有{街道数}街道", "有{}街道", "[whole]", "details 第1个.内容", "花括号没有配对", "编号"),
    ('["基本情况", "有{街道数}街道"]', '["基本情况"]', "[whole]", "details 第1个", "应是名称和内容", "写成"),
    ("T5[total].小计@年初预算", "T5[total].小计@年中", "[whole]", "lines 第1个.budget", "不是数据项地址", "写法如"),
    ('executed = "T5[total].小计"', 'executed = ""', "[whole]", "lines 第1个.executed", "没有填写", "spent"),
    ('label = "总额"', 'label = "制卡量"', "[whole]", "lines", "资金名称重复，或与指标", "label"),
    ('label = "专项"', 'label = "专/项"', "[whole]", "lines 第2个.label", "资金名称不能用", "/"),
    ('"65.00万元"', '"65.00万圆"', "[whole]", "lines 第2个.budget.value", "不是可用的金额", "65.00万元"),
    ('"65.00万元"', '"1.234元"', "[whole]", "lines 第2个.budget.value", "不是可用的金额", "不细于分"),
    ('{ spent = "运维" } },', '{ spend = "运维" } },', "[whole]", "lines 第2个.executed.spend", "不认识", "“spent”"),
    ("weight = 8.5", "weight = 0", "[whole]", "indicators 第1个.weight", "分值不能用", "大于0"),
    ("weight = 8.5", "wight = 8.5", "[whole]", "indicators 第1个.wight", "不认识的名称", "“weight”"),
    ('"隔离" ]', '{ id = "隔离", weight = 92 } ]', "[whole]", "indicators", "分值合计超过100", "100"),
    ('"隔离" ]', '"制卡量" ]', "[whole]", "indicators", "指标列了不止一次", "一次"),
    ('"隔离" ]', '"隔力" ]', "[whole]", "indicators 第2个.id", "没有这个指标", "隔离"),
    ('"隔离" ]', "3 ]", "[whole]", "indicators 第2个", "应是一个表", "id"),
    ('indicators = [ { id = "隔离", weight = 90 } ]', "", "（运维）", "indicators", "没有列指标", "indicators"),
    ('name = "运维经费"', "", "[[project]] 第1个（运维）", "name", "没有填写", "name"),
    ('id = "运维"', 'id = "整体"', "（整体）", "id", "编号不能用", "换一个"),
    # key work and texts
    ('title = "发卡"', "", "[[work]] 第1个", "title", "没有填写", "title"),
    ('goal = "全年制卡>10000张"', "", "（发卡）", "goal", "没有填写", "goal"),
    ('indicators = ["制卡量"]', 'indicators = ["制卡"]', "（发卡）", "indicators", "没有这个指标", "“制卡量”"),
    ("街道{街道数}偏少", "街道{街道}偏少", "[texts]", "存在的问题", "没有这个完成值", "“街道数”"),
    ('"年初定目标。"', "3.5", "[texts]", "工作开展", "应是文字", "写成"),
    ('"年初定目标。"', '"年初\\u0000定。"', "[texts]", "工作开展", "有看不见的控制字符", "删去"),
    ("[texts]", "[[texts]]", "顶层", "texts", "应是一节", "[texts]"),
]


@pytest.mark.parametrize(("old", "new", "place", "column", "message", "mend"), FAULTS)
def test_what_is_wrong_is_said_with_where_and_how_to_mend(
    tmp_path: Path, old: str, new: str, place: str, column: str, message: str, mend: str
) -> None:
    reading = reading_of(tmp_path, spoiled(old, new))
    found = [f for f in errors(reading.faults) if f.column == column and message in f.message and place in f.place]
    assert len(found) == 1, reading.faults
    assert found[0].file == "performance.toml"
    assert mend in found[0].mend
    assert reading.plan is None


@pytest.mark.parametrize(
    ("old", "new", "place", "message", "mend"),
    [
        ('label = "职工制卡数"', 'lable = "职工制卡数"', "（职工）", "不认识的名称", "“label”"),
        ("[[work]]", "[[works]]", "顶层", "不认识的名称", "“work”"),
        ('"工作开展"', '"工作开始"', "[texts]", "不认识的名称", "“工作开展”"),
        ('{ not = "外区" }', '"东姐"', "（居民）", "台账里没有这个值", "核对写法"),
    ],
)
def test_what_changes_no_figure_is_a_hint(
    tmp_path: Path, old: str, new: str, place: str, message: str, mend: str
) -> None:
    reading = reading_of(tmp_path, spoiled(old, new))
    assert reading.plan is not None
    found = [f for f in reading.faults if place in f.place and f.message.startswith(message) and mend in f.mend]
    assert [f.gravity for f in found] == [Gravity.WARNING]


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    text = spoiled('"-作废"', '"-作费"', spoiled("weight = 8.5", "weight = 0", spoiled('unit = "个"', 'unit = ""')))
    reading = reading_of(tmp_path, text, CARDS.replace("职工,1", "职公,一"))
    assert {(f.file, f.column) for f in errors(reading.faults)} == {
        ("performance.toml", "unit"),
        ("performance.toml", "total"),
        ("performance.toml", "indicators 第1个.weight"),
        ("registers/制卡.csv", "人群"),
        ("registers/制卡.csv", "数量"),
    }


def test_a_table_nobody_registered_is_a_hint(tmp_path: Path) -> None:
    lay(tmp_path)
    (tmp_path / "registers" / "外呼.csv").write_text("日期\n", encoding="utf-8")
    (tmp_path / "registers" / "怎样登记台账.md").write_text("说明", encoding="utf-8")
    hints = [f for f in read_plan(tmp_path).faults if f.message == "没有登记的台账，没有读取"]
    assert [(f.file, f.gravity) for f in hints] == [("registers/外呼.csv", Gravity.WARNING)]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"[[measure]\n", "写法不合TOML格式"),
        (PLAN.encode("gb18030"), "不是UTF-8编码"),
        (b"a = " + b"[" * 5000, "数字太长，或括号嵌套太深"),
        (b"a = " + b"9" * 5000, "数字太长，或括号嵌套太深"),
        (b"a = 1 #" + b" " * 4_000_001, "文件超过4MB"),
    ],
)
def test_a_file_that_is_no_toml_is_said_to_be_none(tmp_path: Path, content: bytes, message: str) -> None:
    assert [fault.message for fault in errors(reading_of(tmp_path, content).faults)] == [message]


def test_a_directory_in_the_place_of_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "performance.toml").mkdir()
    assert [fault.message for fault in read_plan(tmp_path).faults] == ["打不开"]


def is_told(fault: Fault) -> bool:
    """Whether a fault says where, what and how, on lines a terminal can print."""
    return bool(fault.file and fault.place and fault.message and fault.mend) and fault.value.isprintable()


def survives(directory: Path, plan: str | bytes, cards: str | bytes = CARDS) -> None:
    """Read it: a plan without errors, or errors that say something."""
    reading = reading_of(directory, plan, cards)
    assert all(map(is_told, reading.faults))
    if reading.plan is None and b"=" in (plan if isinstance(plan, bytes) else plan.encode()):
        assert errors(reading.faults) or plan.strip()[:1] in (b"#", "#")


FUZZ = settings(max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@FUZZ
@given(junk=st.binary(max_size=300))
def test_no_bytes_break_the_reader(tmp_path: Path, junk: bytes) -> None:
    reading_of(tmp_path, junk, junk)


@FUZZ
@given(at=st.integers(0, len(PLAN.encode())), tail=st.binary(max_size=3))
def test_no_file_cut_short_breaks_the_reader(tmp_path: Path, at: int, tail: bytes) -> None:
    survives(tmp_path, PLAN.encode()[:at] + tail)


@FUZZ
@given(at=st.integers(0, len(PLAN.encode()) - 1), byte=st.integers(0, 255))
def test_no_flipped_byte_breaks_the_reader(tmp_path: Path, at: int, byte: int) -> None:
    data = bytearray(PLAN.encode())
    data[at] = byte
    survives(tmp_path, bytes(data))


LINES = [line for line in PLAN.splitlines() if "=" in line and not line.startswith(" ")]
VALUES = st.sampled_from(
    ["3", "-1", "1.5", "inf", "true", '""', '"x"', '"{"', "[]", "[[]]", "{}", '{ "" = 1 }', "[1, true]", "2021-01-01"]
) | st.recursive(
    st.sampled_from(["1", '"甲"', "false"]), lambda v: st.lists(v, max_size=3).map(lambda i: f"[{','.join(i)}]")
)


@FUZZ
@given(line=st.sampled_from(LINES), value=VALUES)
def test_no_value_in_any_place_breaks_the_reader(tmp_path: Path, line: str, value: str) -> None:
    survives(tmp_path, spoiled(line, f"{line.partition('=')[0]}= {value}"))
