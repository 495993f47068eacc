"""A small disclosure made by hand, with one of everything that a writer must be able to print."""

from fractions import Fraction

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.chart import Chart, ChartKind, Point
from mingzhang.disclosure.claim import Absence, Amount, Change, Claim, Share
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.section import ChartPlace, Mention, Paragraph, Part, Section, StatementPlace, Words
from mingzhang.disclosure.statement import Cell, Composition, Figure, Heading, Label, Statement
from mingzhang.disclosure.trace import Computed, Entered, Selected, Trace, plus
from mingzhang.terms.entity import Entity, EntityKind
from mingzhang.terms.selection import Selection
from mingzhang.terms.unit import WAN

NAME = "江城市云溪区人力资源和社会保障信息中心"
BOOKS = Selected((Selection(accounts=("7201",)),), "a" * 64)
LAST_YEAR = Entered("张会计", Position("prior.csv", line=2))

AMOUNTS = {
    "T1[一般公共预算财政拨款收入].金额": 193_130_012,
    "T1[本年收入合计].金额": 193_130_012,
    "T1[收入总计].金额": 193_130_012,
    "T1[社会保障和就业支出].金额": 189_010_012,
    "T1[卫生健康支出].金额": 4_120_000,
    "T1[本年支出合计].金额": 193_130_012,
    "T1[支出总计].金额": 193_130_012,
    "T5[total].小计": 193_130_012,
    "T5[total].基本支出": 128_134_912,
    "T5[total].项目支出": 64_995_100,
    "T5[208].小计": 189_010_012,
    "T5[208].基本支出": 124_014_912,
    "T5[208].项目支出": 64_995_100,
    "T5[20801].小计": 189_010_012,
    "T5[20801].基本支出": 124_014_912,
    "T5[20801].项目支出": 64_995_100,
    "T5[210].小计": 4_120_000,
    "T5[210].基本支出": 4_120_000,
    "T5[210].项目支出": 0,
}


def _trace(address: Address) -> Trace:
    if address.row == "收入总计":
        return Computed(plus([Address("T1", "本年收入合计", "金额")]))
    return BOOKS


def _fact(text: str, value: int, trace: Trace | None = None) -> Fact:
    address = Address.parse(text)
    return Fact(address, value, WAN, trace or _trace(address))


def _figure(text: str, *, bold: bool = False) -> Figure:
    return Figure(Address.parse(text), bold)


def _row_t1(income: str, line: int, spending: str) -> tuple[Cell, ...]:
    left: Cell = _figure(f"T1[{income}].金额") if income else Label("")
    right: Cell = _figure(f"T1[{spending}].金额") if spending else Label("")
    return (
        Label(income),
        Label(str(line), centred=True),
        left,
        Label(spending),
        Label(str(line + 4), centred=True),
        right,
    )


def _sum(total: str, *parts: str) -> Composition:
    return Composition(Address.parse(total), plus([Address.parse(part) for part in parts]))


T1 = Statement(
    id="T1",
    number=1,
    title="收入支出决算总表",
    unit=WAN,
    head=(
        (Heading("收入", columns=3), Heading("支出", columns=3)),
        (
            Heading("项目"),
            Heading("行次"),
            Heading("金额"),
            Heading("项目"),
            Heading("行次"),
            Heading("金额"),
        ),
        (Heading("栏次"), Heading(""), Heading("1"), Heading("栏次"), Heading(""), Heading("2")),
    ),
    body=(
        _row_t1("一般公共预算财政拨款收入", 1, "社会保障和就业支出"),
        _row_t1("", 2, "卫生健康支出"),
        _row_t1("本年收入合计", 3, "本年支出合计"),
        _row_t1("收入总计", 4, "支出总计"),
    ),
    widths=(20, 4, 9, 20, 4, 9),
    compositions=(
        _sum("T1[本年收入合计].金额", "T1[一般公共预算财政拨款收入].金额"),
        _sum("T1[收入总计].金额", "T1[本年收入合计].金额"),
        _sum("T1[本年支出合计].金额", "T1[社会保障和就业支出].金额", "T1[卫生健康支出].金额"),
        _sum("T1[支出总计].金额", "T1[本年支出合计].金额"),
    ),
    note="注：本表反映部门本年度的总收支和年末结转结余情况。",
)


def _row_t5(code: str, name: str, indent: int) -> tuple[Cell, ...]:
    words: tuple[Cell, ...] = (
        (Label(code), Label(name, indent)) if code != "total" else (Label("合计", bold=True, columns=2),)
    )
    return words + tuple(_figure(f"T5[{code}].{c}", bold=code == "total") for c in ("小计", "基本支出", "项目支出"))


T5 = Statement(
    id="T5",
    number=5,
    title="一般公共预算财政拨款支出决算表",
    unit=WAN,
    head=(
        (Heading("项目", columns=2), Heading("本年支出", columns=3)),
        (
            Heading("功能分类科目编码"),
            Heading("科目名称"),
            Heading("小计"),
            Heading("基本支出"),
            Heading("项目支出"),
        ),
        (Heading("栏次", columns=2), Heading("1"), Heading("2"), Heading("3")),
    ),
    body=(
        _row_t5("total", "合计", 0),
        _row_t5("208", "社会保障和就业支出", 0),
        _row_t5("20801", "人力资源和社会保障管理事务", 1),
        _row_t5("210", "卫生健康支出", 0),
    ),
    widths=(8, 22, 10, 10, 10),
    compositions=tuple(
        _sum(f"T5[{row}].小计", f"T5[{row}].基本支出", f"T5[{row}].项目支出")
        for row in ("total", "208", "20801", "210")
    ),
    note="注：本表反映部门本年度一般公共预算财政拨款支出情况。",
)

T9 = Statement(
    id="T9",
    number=9,
    title="国有资本经营预算财政拨款支出决算表",
    unit=WAN,
    head=(
        (Heading("项目", columns=2), Heading("本年支出", columns=3)),
        (
            Heading("功能分类科目编码"),
            Heading("科目名称"),
            Heading("合计"),
            Heading("基本支出"),
            Heading("项目支出"),
        ),
    ),
    body=(
        (
            Label("合计", bold=True, columns=2),
            *(_figure(f"T9[total].{c}") for c in ("合计", "基本支出", "项目支出")),
        ),
    ),
    widths=(8, 22, 10, 10, 10),
    note=f"说明：{NAME}2021年无国有资本经营预算收支。",
    empty=True,
    landscape=True,
)


def _claims() -> dict[str, Claim]:
    total, prior = Address.parse("T1[收入总计].金额"), Address.parse("T1[收入总计].金额@上年")
    part, whole = Address.parse("T5[total].基本支出"), Address.parse("T5[total].小计")
    return {
        "total": Amount(total, 193_130_012),
        "change": Change(total, prior, -13_940_000, Fraction(-13_940_000, 207_070_012)),
        "share": Share(part, whole, Fraction(128_134_912, 193_130_012)),
        "basic": Amount(part, 128_134_912),
        "none": Absence((Address.parse("T9[total].合计"),)),
    }


def _narrative() -> tuple[Section, ...]:
    claims = _claims()
    change = (
        Words("2021年度收、支总计"),
        Mention("193.13万元", claims["total"]),
        Words("。与2020年度相比，收、支总计各"),
        Mention("减少13.94万元", claims["change"]),
        Words("，"),
        Mention("下降6.73%", claims["change"]),
        Words("，主要原因是人员经费下降。"),
    )
    chart = Chart(
        1,
        "收、支决算总计变动情况",
        ChartKind.CHANGE,
        (
            Point("2020年", Address.parse("T1[收入总计].金额@上年"), "收入总计"),
            Point("2021年", Address.parse("T1[收入总计].金额"), "收入总计"),
            Point("2020年", Address.parse("T1[支出总计].金额@上年"), "支出总计"),
            Point("2021年", Address.parse("T1[支出总计].金额"), "支出总计"),
        ),
        "柱形图：收、支总计由2020年度的207.07万元降到2021年度的193.13万元。",
    )
    structure = Chart(
        3,
        "支出决算结构",
        ChartKind.STRUCTURE,
        (
            Point("基本支出", Address.parse("T5[total].基本支出")),
            Point("项目支出", Address.parse("T5[total].项目支出")),
        ),
        "基本支出占66.35%，项目支出占33.65%。",
    )
    basic = (
        Words("基本支出", bold=True),
        Mention("128.13万元", claims["basic"]),
        Words("，占本年支出"),
        Mention("66.35%", claims["share"]),
        Words("。"),
    )
    return (
        Section("一、收入支出决算总体情况说明", (Paragraph(change), ChartPlace(chart))),
        Section(
            "五、一般公共预算财政拨款支出决算情况说明",
            (),
            (Section("（一）财政拨款支出决算总体情况。", (Paragraph(basic), ChartPlace(structure))),),
        ),
        Section(
            "九、国有资本经营预算财政拨款支出决算情况",
            (
                Paragraph(
                    (
                        Words("2021年度"),
                        Mention(f"{NAME}无国有资本经营预算财政拨款支出", claims["none"]),
                        Words("。"),
                    )
                ),
            ),
        ),
    )


def small_disclosure() -> Disclosure:
    """Three statements (two lanes, codes, an empty one), two charts, claims of several kinds, last year's figures."""
    facts = [_fact(text, value) for text, value in AMOUNTS.items()]
    facts += [_fact(f"T1[{row}].金额@上年", 207_070_012, LAST_YEAR) for row in ("收入总计", "支出总计")]
    facts += [_fact(f"T9[total].{column}", 0) for column in ("合计", "基本支出", "项目支出")]
    statements = (T1, T5, T9)
    places = tuple(
        Section(f"{ordinal}、{s.title}（表{s.number}）", (StatementPlace(s.id),))
        for ordinal, s in zip("一二三", statements, strict=True)
    )
    duties = Section("一、部门主要职能", (Paragraph((Words(f"{NAME}负责信息系统的规划、建设、管理、维护。"),)),))
    return Disclosure(
        entity=Entity("420199001", NAME, EntityKind.INSTITUTION, "信息中心", "江城市云溪区人力资源和社会保障局"),
        year=2021,
        profile="hubei-2021",
        title=f"2021年度{NAME}部门决算公开",
        dated="2022年10月18日",
        parts=(
            Part("overview", f"第一部分 {NAME}概况", (duties,)),
            Part("statements", f"第二部分 {NAME}2021年度部门决算表", places),
            Part("narrative", f"第三部分 {NAME}2021年度部门决算情况说明", _narrative()),
        ),
        statements=statements,
        facts={fact.address: fact for fact in facts},
    )
