"""A year's self-evaluation by hand: one target missed, one far surpassed, one project, three pieces of key work."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.appraisal import Achievement, Appraisal, Money, Performance, State, Work
from mingzhang.disclosure.evaluation import Scope
from mingzhang.disclosure.fact import Fact
from mingzhang.narrative.context import Context
from mingzhang.terms.target import Target
from mingzhang.terms.target_text import parse
from mingzhang.terms.unit import PERCENT, POINTS, Unit, counting
from tests.narrative.sample import HAND, sample_context

CARDS, PIECES = counting("张"), counting("件")
MILLIONS = Unit("万条", 10000, 2)
VALUES: Mapping[str, tuple[int, Unit]] = {
    "制卡量": (14571, CARDS),
    "职工制卡": (1351, CARDS),
    "居民制卡": (13220, CARDS),
    "一代卡升级": (5726, PIECES),
    "共享数据": (2_320_000, MILLIONS),
    "满意度": (9638, PERCENT),
    "零跑动": (8480, PERCENT),
}
LAST = {"制卡量": 9800, "满意度": 9510}


def quantity(identity: str, first: str, second: str, name: str, target: str, **more: object) -> Achievement:
    """An indicator in numbers, met unless said otherwise."""
    value, unit = VALUES[identity]
    made = Achievement(identity, first, second, name, target, unit.state(value), State.MET, measure(identity))
    return replace(made, **more)  # type: ignore[arg-type]


def words(identity: str, first: str, second: str, name: str, aim: str, result: str, weight: int) -> Achievement:
    """An indicator in words, met."""
    points = Fraction(weight)
    return Achievement(identity, first, second, name, aim, result, State.MET, weight=points, score=points)


def measure(identity: str) -> Address:
    """The value of a measure."""
    return Address("P", identity, "完成值")


MADE = quantity(
    "制卡量", "产出", "数量指标", "社会保障卡制发工作", ">10000张",
    state=State.SURPASSED, ratio=Fraction(14571, 10000), weight=Fraction(30), score=Fraction(30),
    reason="集中换发，申领人数多于年初预计", prior="9800张", flags=("目标值偏低",),
)  # fmt: skip
RAISED = quantity(
    "一代卡升级", "产出", "数量指标", "一代社保卡升级业务办理量", ">5000件", weight=Fraction(20), score=Fraction(20)
)
CONTENT = quantity(
    "满意度", "效果", "服务对象满意度", "群众满意度", ">95%", weight=Fraction(20), score=Fraction(20), prior="95.10%"
)
NEAR = quantity(
    "零跑动", "产出", "质量指标", "零跑动比例", "≥90%",
    state=State.MISSED, weight=Fraction(10), score=Fraction(942, 100),
    reason="26个办理项要核验原件", remedy="与市级部门对接电子证照。",
)  # fmt: skip
ORDERLY = words("资产管理", "过程", "预算管理", "资产管理规范性", "资产管理符合规范", "账实相符", 10)
APART = words("物理隔离", "效果", "社会效益", "金保网络物理隔离项目", "完成物理隔离", "已完成并通过验收", 10)

RATE = Fraction(19313, 20143)
WHOLE = Appraisal(
    id="整体",
    scope=Scope.WHOLE,
    name="部门（单位）整体支出",
    framework="整体支出（投入、过程、产出、效果）",
    reference="",
    levels=("过程", "产出", "效果"),
    monies=(
        Money("年度资金总额", Address.parse("T5[total].小计@年初预算"), Address.parse("T5[total].小计"), RATE),
        Money("一般公共预算财政拨款", Address.parse("T5[total].小计@年初预算"), Address.parse("T5[total].小计"), RATE),
    ),
    achievements=(MADE, RAISED, APART, ORDERLY, NEAR, CONTENT),
    total=Fraction(9942, 100),
    full=Fraction(100),
    grade="优",
    details=(("单位基本情况", "核定事业编制13人，在职9人，没有离退休人员，所属主管部门为区人力资源和社会保障局。"),),
    expected="保障金保网络和社会保障卡业务稳定运行，全年制卡>10000张。",
    actual="全年制卡{制卡量}，提供共享数据{共享数据}。",
    problems="零跑动比例没有达到目标。",
    improvements="对接电子证照。",
    columns=("扣分",),
)


def _moved(one: Achievement, first: str, second: str, weight: int) -> Achievement:
    points = Fraction(weight)
    return replace(one, first=first, second=second, weight=points, score=points)


PROJECT = Appraisal(
    id="金保运维",
    scope=Scope.PROJECT,
    name="金保工程网络运行维护及社会保障卡日常工作经费",
    framework="项目支出绩效自评指标体系",
    reference="财预〔2020〕10号",
    levels=("产出指标", "效益指标", "满意度指标"),
    monies=(
        Money(
            "年度资金总额",
            Address("E", "金保运维/年度资金总额", "预算数"),
            Address("E", "金保运维/年度资金总额", "执行数"),
            Fraction(1),
            weight=Fraction(10),
            score=Fraction(10),
        ),
    ),
    achievements=(
        _moved(MADE, "产出指标", "数量指标", 30),
        _moved(RAISED, "产出指标", "数量指标", 20),
        _moved(APART, "效益指标", "社会效益指标", 30),
        _moved(CONTENT, "满意度指标", "服务对象满意度指标", 10),
    ),
    total=Fraction(100),
    full=Fraction(100),
    grade="优",
    details=(("主管部门", "某区人力资源和社会保障局"), ("项目实施单位", "某中心"), ("项目属性", "持续性项目")),
    expected="金保网络全年稳定运行。",
    actual="制卡{制卡量}，其中职工{职工制卡:数}张。",
    columns=("分值", "得分"),
)
WORKS = (
    Work(
        "持续推进三代社会保障卡制发工作",
        "全年制卡数量>10000张",
        "制发社会保障卡{制卡量}，其中职工{职工制卡}、居民{居民制卡}。",
        "服务窗口全年制卡{制卡量}，其中职工{职工制卡}、居民{居民制卡}，电子社保卡同步开通。",
        (MADE,),
    ),
    Work("顺利完成金保网络物理隔离项目", "完成物理隔离", "内外网设备已物理隔离", "", (APART,)),
    Work("宣传和推广人社业务线上办理", "零跑动≥90%", "引导群众在网上申办", "", (NEAR,)),
)
TEXTS: Mapping[str, str | tuple[str, ...]] = {
    "工作开展": "年初随预算编报绩效目标，年末按台账核对完成值。",
    "存在的问题": ("零跑动比例{零跑动}，有的办理项仍要核验原件。", "数量目标定得偏低。"),
    "有关建议": ("由市级统一对接电子证照。",),
    "结果应用": "自评结果用于编制下年预算",
    "评价目的": "看清钱花在哪里、办成了什么。",
    "评价过程": "财务人员核对资金，业务股室提供台账。",
}
PERFORMANCE = Performance(WHOLE, (PROJECT,), WORKS, TEXTS)


def performance_facts(performance: Performance = PERFORMANCE) -> dict[Address, Fact]:
    """The figures P and E of a self-evaluation."""
    facts = {measure(id): Fact(measure(id), value, unit, HAND) for id, (value, unit) in VALUES.items()}
    facts |= {a: Fact(a, v, VALUES[a.row][1], HAND) for a, v in ((measure(i).at("上年"), v) for i, v in LAST.items())}
    for appraisal in performance.appraisals:
        for fact in (*_points(appraisal), *_targets(appraisal)):
            facts[fact.address] = fact
    for work in performance.works:
        facts |= {fact.address: fact for fact in _aims(work.achievements)}
    return facts


def _targets(appraisal: Appraisal) -> list[Fact]:
    rates = [
        Fact(Address("E", f"{appraisal.id}/{money.label}", "执行率"), round(money.rate * 10000), PERCENT, HAND)
        for money in appraisal.monies
        if money.rate is not None
    ]
    return [*_aims(appraisal.achievements), *rates]


def _aims(achievements: tuple[Achievement, ...]) -> list[Fact]:
    found = []
    for one in achievements:
        if one.fact:
            target = parse(one.target)
            assert isinstance(target, Target)
            unit = VALUES[one.indicator][1]
            found.append(Fact(Address("P", one.indicator, "目标值"), int(target.value * unit.scale), unit, HAND))
    return found


def _points(appraisal: Appraisal) -> list[Fact]:
    def fact(part: str, column: str, value: Fraction) -> Fact:
        row = f"{appraisal.id}/{part}" if part else appraisal.id
        return Fact(Address("E", row, column), int(value * POINTS.scale), POINTS, HAND)

    found = [fact("", "总分", appraisal.total or Fraction(0))]
    parts = [(one.indicator, one.weight, one.score) for one in appraisal.achievements]
    parts += [(money.label, money.weight, money.score) for money in appraisal.monies]
    for level in appraisal.levels:
        own = [one for one in appraisal.achievements if one.first == level]
        weight, score = (sum((getattr(o, key) for o in own), Fraction(0)) for key in ("weight", "score"))
        parts.append((level, weight, score))
    for part, weight, score in parts:
        if weight is not None and score is not None:
            found += [fact(part, "分值", weight), fact(part, "得分", score)]
    return found


def performance_context(
    performance: Performance = PERFORMANCE, profile: str = "hubei-2021", year: int = 2021
) -> Context:
    """The sample's accounts with the figures of its self-evaluation."""
    context = sample_context(profile, year)
    facts = {**context.facts, **performance_facts(performance)}
    for column in ("预算数", "执行数"):
        address = Address("E", "金保运维/年度资金总额", column)
        facts[address] = replace(facts[Address.parse("T3[total].项目支出")], address=address)
    return replace(context, facts=facts)
