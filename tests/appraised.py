"""The small disclosure with its other half: two evaluation tables, key work, a chart of what was reached."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.appraisal import Achievement, Appraisal, Money, Performance, State
from mingzhang.disclosure.chart import Chart, ChartKind, Point
from mingzhang.disclosure.claim import Amount, Completion, Count
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.evaluation import Scope
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.section import ChartPlace, Mention, Paragraph, Part, Section, TablePlace, Words
from mingzhang.disclosure.table import CellKind, Table, TableCell
from mingzhang.disclosure.trace import Computed, Divided, Entered, Measured, Scored, Term, Trace, plus
from mingzhang.terms.criterion import Condition, Criterion, Held
from mingzhang.terms.unit import PERCENT, POINTS, WAN, Unit, counting
from tests.sample import small_disclosure

CARDS, TIMES, TEN_THOUSAND = counting("张"), counting("件"), Unit("万条", 10_000, 0)
PLAN: Final = Entered("performance.toml", Position("performance.toml", cell="指标"))
HEAD, LABEL, WORDS, FIGURE = CellKind.HEAD, CellKind.LABEL, CellKind.WORDS, CellKind.FIGURE
_NOWHERE: Final = Position("")

Given = tuple[str, CellKind] | tuple[str, CellKind, str] | tuple[str, CellKind, str, int, int]
"""A cell as these tables write it: text, kind, address, rows, columns."""


def _criterion(group: str) -> Measured:
    window = Condition("渠道", Held.IS, ("服务窗口",))
    day = Condition("制卡日期", Held.FROM, ("2021-01-01",))
    return Measured(f"{group}制卡", Criterion("制卡", (window, Condition("人群", Held.IS, (group,)), day)), "b" * 64)


def _fact(text: str, value: int, unit: Unit, trace: Trace = PLAN) -> Fact:
    return Fact(Address.parse(text), value, unit, trace)


def _scored(text: str, value: int, share: Fraction, method: str, *basis: str) -> Fact:
    weight = Address.parse(text.replace("得分", "分值"))
    return _fact(text, value, POINTS, Scored(weight, share, method, tuple(map(Address.parse, basis))))


def _of(*texts: str) -> tuple[Term, ...]:
    return plus([Address.parse(text) for text in texts])


def _facts() -> list[Fact]:
    rate = Divided(_of("T5[total].小计"), _of("E[整体/年度资金总额].预算数"))
    missed = Divided(_of("P[零跑动占比].分子"), _of("P[零跑动占比].分母"))
    return [
        _fact("P[职工制卡].完成值", 1_351, CARDS, _criterion("职工")),
        _fact("P[居民制卡].完成值", 13_220, CARDS, _criterion("居民")),
        _fact("P[制卡量].完成值", 14_571, CARDS, Computed(_of("P[职工制卡].完成值", "P[居民制卡].完成值"))),
        _fact("P[制卡量].完成值@上年", 12_004, CARDS),
        _fact("P[制卡量].目标值", 10_000, CARDS),
        _fact("P[零跑动占比].分子", 145, counting("项"), _criterion("零跑动")),
        _fact("P[零跑动占比].分母", 171, counting("项"), _criterion("全部")),
        _fact("P[零跑动占比].完成值", 8_480, PERCENT, missed),
        _fact("P[零跑动占比].目标值", 9_000, PERCENT),
        _fact(
            "P[共享数据].完成值", 2_325_678, TEN_THOUSAND, Measured("共享数据", Criterion("共享", (), "条数"), "c" * 64)
        ),
        _fact("P[共享数据].目标值", 800_000, TEN_THOUSAND),
        _fact("E[整体/年度资金总额].预算数", 201_430_000, WAN),
        _fact("E[整体/年度资金总额].执行数", 193_130_012, WAN, Computed(_of("T5[total].小计"))),
        _fact("E[整体/年度资金总额].执行率", 9_588, PERCENT, rate),
        _fact("E[整体/年度资金总额].分值", 1_000, POINTS),
        _scored("E[整体/年度资金总额].得分", 959, Fraction(9_588, 10_000), "执行率", "E[整体/年度资金总额].执行率"),
        _fact("E[整体/制卡量].分值", 5_000, POINTS),
        _scored("E[整体/制卡量].得分", 5_000, Fraction(1), "定量指标", "P[制卡量].完成值", "P[制卡量].目标值"),
        _fact("E[整体/零跑动占比].分值", 3_000, POINTS),
        _scored("E[整体/零跑动占比].得分", 2_827, Fraction(8_480, 9_000), "定量指标", "P[零跑动占比].完成值"),
        _fact("E[整体/共享数据].分值", 1_000, POINTS),
        _scored("E[整体/共享数据].得分", 1_000, Fraction(1), "定量指标", "P[共享数据].完成值"),
        _fact("E[整体].总分", 9_786, POINTS, Computed(_of(*(f"E[整体/{one}].得分" for one in _SCORED)))),
        _fact("E[金保/年度财政资金总额].预算数", 65_000_000, WAN),
        _fact("E[金保/年度财政资金总额].执行数", 64_995_100, WAN, Computed(_of("T5[total].项目支出"))),
        _fact("E[金保/年度财政资金总额].执行率", 9_999, PERCENT),
    ]


_SCORED: Final = ("年度资金总额", "制卡量", "零跑动占比", "共享数据")


def table(rows: Sequence[Sequence[Given]], *, title: str = "", head: int = 0, widths: tuple[int, ...] = ()) -> Table:
    """A table from its cells in reading order, those covered left out as in HTML."""
    grid: dict[tuple[int, int], TableCell] = {}
    for number, cells in enumerate(rows):
        column = 0
        for text, kind, *more in cells:
            filled: tuple[str | int, ...] = (*more, *("", 1, 1)[len(more) :])
            address, down, aside = filled
            while (number, column) in grid:
                column += 1
            covered = TableCell("", _NOWHERE, 0, 0)
            grid |= {(number + r, column + c): covered for r in range(int(down)) for c in range(int(aside))}
            named = Address.parse(str(address)) if address else None
            grid[number, column] = TableCell(text, _NOWHERE, int(down), int(aside), kind=kind, address=named)
    width = max(column for _, column in grid) + 1
    places = tuple(tuple(grid[row, column] for column in range(width)) for row in range(len(rows)))
    return Table(places, _NOWHERE, title=title, head=head, widths=widths)


SUMMARY: Final = (
    "一、工作情况：围绕人社工作主线，突出抓好核心工作。\n"
    "二、存在的问题：<业务流程>有待进一步明确和细化 & 职责不够明确。\n"
    "三、改进措施：重新量身打造本单位各项工作制度。"
)


def whole_table(*, copies: int = 1) -> Table:
    """The whole unit's: words above, money, indicators under merged headings; `copies` makes it long."""
    fund = "E[整体/年度资金总额]"
    indicators: list[Sequence[Given]] = []
    for copy in range(copies):
        first = "" if copy else "P[制卡量]"
        indicators += [
            [
                ("产出指标", LABEL, "", 2, 1),
                ("数量指标", LABEL, "", 2, 1),
                ("社会保障卡制发工作", LABEL),
                ("≥10000张", FIGURE, first and f"{first}.目标值"),
                ("14571张", FIGURE, first and f"{first}.完成值"),
                ("50", FIGURE, "E[整体/制卡量].分值"),
                ("50.00", FIGURE, "E[整体/制卡量].得分"),
                ("", WORDS),
            ],
            [
                ("业务数据共享服务", LABEL),
                ("≥80万条", FIGURE, "P[共享数据].目标值"),
                ("233万条", FIGURE, "P[共享数据].完成值"),
                ("10", FIGURE, "E[整体/共享数据].分值"),
                ("10.00", FIGURE, "E[整体/共享数据].得分"),
                ("部门间协查增多，年初目标偏低。下年按三年平均数设定目标。", WORDS),
            ],
            [
                ("满意度指标", LABEL),
                ("服务对象满意度指标", LABEL),
                ("零跑动占比", LABEL),
                ("≥90%", FIGURE, "P[零跑动占比].目标值"),
                ("84.80%", FIGURE, "P[零跑动占比].完成值"),
                ("30", FIGURE, "E[整体/零跑动占比].分值"),
                ("28.27", FIGURE, "E[整体/零跑动占比].得分"),
                ("26项事项须本人到场核验。推广电子社会保障卡核验。", WORDS),
            ],
        ]
    return table(
        [
            [("单位名称", HEAD), (small_disclosure().entity.name, WORDS, "", 1, 7)],
            [("自评总结", HEAD), (SUMMARY, WORDS, "", 1, 7)],
            [
                ("资金（万元）", HEAD, "", 2, 2),
                *((text, HEAD) for text in ("", "预算数", "执行数", "分值", "执行率", "得分")),
            ],
            [
                ("年度资金总额", LABEL),
                ("201.43", FIGURE, f"{fund}.预算数"),
                ("193.13", FIGURE, f"{fund}.执行数"),
                ("10", FIGURE, f"{fund}.分值"),
                ("95.88%", FIGURE, f"{fund}.执行率"),
                ("9.59", FIGURE, f"{fund}.得分"),
            ],
            [
                (text, HEAD)
                for text in ("一级指标", "二级指标", "三级指标", "目标值", "完成值", "分值", "得分", "原因和措施")
            ],
            *indicators,
            [
                ("总分", LABEL, "", 1, 5),
                ("100", WORDS),
                ("97.86", FIGURE, "E[整体].总分"),
                ("", WORDS),
            ],
        ],
        title="2021年度整体支出绩效自评表",
        widths=(8, 9, 14, 10, 10, 6, 7, 22),
    )


def project_table() -> Table:
    """A project's: its head of two rows is repeated on further pages."""
    fund = "E[金保/年度财政资金总额]"
    return table(
        [
            [("预算执行情况（万元）", HEAD, "", 1, 4)],
            [(text, HEAD) for text in ("资金", "预算数（A）", "执行数（B）", "执行率（B/A）")],
            [
                ("年度财政资金总额", LABEL),
                ("65.00", FIGURE, f"{fund}.预算数"),
                ("65.00", FIGURE, f"{fund}.执行数"),
                ("99.99%", FIGURE, f"{fund}.执行率"),
            ],
            [("社会保障卡制发工作", LABEL), ("≥10000张", FIGURE, "P[制卡量].目标值"),
             ("14571张", FIGURE, "P[制卡量].完成值"), ("完成", WORDS)],
        ],
        title="项目支出绩效自评表",
        head=2,
    )  # fmt: skip


def attainment(number: int = 7) -> Chart:
    """What was reached of each target: surpassed, missed, and far surpassed."""
    of = (
        ("制卡量", "社会保障卡制发工作", "≥10000张", True),
        ("零跑动占比", "零跑动占比", "≥90%", False),
        ("共享数据", "业务数据共享服务", "≥80万条", True),
    )
    points = tuple(
        Point(name, Address.parse(f"P[{id}].完成值"), "", Address.parse(f"P[{id}].目标值"), goal, met)
        for id, name, goal, met in of
    )
    alternative = (
        "条形图：制发社会保障卡14571张，目标10000张；零跑动占比84.80%，低于目标90%；共享数据233万条，目标80万条。"
    )
    return Chart(number, "绩效目标完成情况", ChartKind.ATTAINMENT, points, alternative)


def appraised(*, copies: int = 1) -> Disclosure:
    """The whole document; `copies` repeats the indicators of the first table so that it runs over pages."""
    small = small_disclosure()
    facts = {**small.facts, **{fact.address: fact for fact in _facts()}}
    cards, rate = Address.parse("P[制卡量].完成值"), Address.parse("E[整体/年度资金总额].执行率")
    told = Paragraph(
        (
            Words("全年制发社会保障卡"),
            Mention("14571张", Count(cards, 14_571)),
            Words("，其中职工"),
            Mention("1351张", Count(Address.parse("P[职工制卡].完成值"), 1_351)),
            Words("；预算执行率"),
            Mention(
                "95.88%",
                Completion(
                    Address.parse("T5[total].小计"),
                    Address.parse("E[整体/年度资金总额].预算数"),
                    Fraction(193_130_012, 201_430_000),
                ),
            ),
            Words("，总分"),
            Mention("97.86分", Amount(Address.parse("E[整体].总分"), 9_786)),
            Words("。"),
        )
    )
    assert rate in facts
    sections = (
        Section(
            "十三、预算绩效情况说明",
            (),
            (
                Section("（一）预算绩效管理工作开展情况", (told, ChartPlace(attainment()))),
                Section("（二）部门整体支出自评结果", (TablePlace(whole_table(copies=copies)),)),
                Section("（三）项目支出自评结果", (told, TablePlace(project_table()))),
            ),
        ),
    )
    return replace(
        small,
        parts=(*small.parts, Part("performance", "第四部分 2021年度预算绩效情况", sections)),
        facts=facts,
    )


def performance() -> Performance:
    """The evaluations behind the tables."""

    def one(
        id: str, name: str, first: str, second: str, target: str, actual: str, weight: str, score: str
    ) -> Achievement:
        state = State.MISSED if id == "零跑动占比" else State.MET
        at = Address("P", id, "完成值")
        return Achievement(id, first, second, name, target, actual, state, at, None, Fraction(weight), Fraction(score))

    money = Money(
        "年度资金总额",
        Address("E", "整体/年度资金总额", "预算数"),
        Address("E", "整体/年度资金总额", "执行数"),
        Fraction(193_130_012, 201_430_000),
        weight=Fraction(10),
        score=Fraction(193_130_012, 20_143_000),
    )
    cards = one("制卡量", "社会保障卡制发工作", "产出指标", "数量指标", "≥10000张", "14571张", "50", "50")
    whole = Appraisal(
        "整体",
        Scope.WHOLE,
        "信息中心",
        "整体支出",
        "财预〔2020〕10号",
        ("产出指标", "满意度指标"),
        (money,),
        (
            cards,
            one("共享数据", "业务数据共享服务", "产出指标", "数量指标", "≥80万条", "233万条", "10", "10"),
            one("零跑动占比", "=零跑动占比", "满意度指标", "服务对象满意度指标", "≥90%", "84.80%", "30", "848/30"),
        ),
        Fraction(9_786, 100),
        Fraction(100),
    )
    project = replace(
        whole, id="金保", scope=Scope.PROJECT, name="金保工程", achievements=(replace(cards, weight=None, score=None),),
        monies=(), total=None, full=None,
    )  # fmt: skip
    return Performance(whole, (project,))
