"""A disclosure as long as a real one: nine statements of the usual size, and pages of narrative."""

from dataclasses import replace

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.section import Block, Paragraph, Part, Section, StatementPlace, Words
from mingzhang.disclosure.statement import Cell, Figure, Heading, Label, Statement
from mingzhang.terms.unit import WAN
from tests.sample import BOOKS, NAME, small_disclosure

SPENDING = [
    "一般公共服务支出",
    "外交支出",
    "国防支出",
    "公共安全支出",
    "教育支出",
    "科学技术支出",
    "文化旅游体育与传媒支出",
    "社会保障和就业支出",
    "卫生健康支出",
    "节能环保支出",
    "城乡社区支出",
    "农林水支出",
    "交通运输支出",
    "资源勘探工业信息等支出",
    "商业服务业等支出",
    "金融支出",
    "援助其他地区支出",
    "自然资源海洋气象等支出",
    "住房保障支出",
    "粮油物资储备支出",
    "国有资本经营预算支出",
    "灾害防治及应急管理支出",
    "其他支出",
    "债务还本支出",
    "债务付息支出",
    "抗疫特别国债安排的支出",
    "本年支出合计",
    "结余分配",
    "年末结转和结余",
    "支出总计",
]
INCOME = [
    "一般公共预算财政拨款收入",
    "政府性基金预算财政拨款收入",
    "国有资本经营预算财政拨款收入",
    "上级补助收入",
    "事业收入",
    "经营收入",
    "附属单位上缴收入",
    "其他收入",
]
CODES = {
    "208": "社会保障和就业支出",
    "20801": "人力资源和社会保障管理事务",
    "2080108": "信息化建设",
    "2080150": "事业运行",
    "2080199": "其他人力资源和社会保障管理事务支出",
    "20805": "行政事业单位养老支出",
    "2080505": "机关事业单位基本养老保险缴费支出",
    "210": "卫生健康支出",
    "21011": "行政事业单位医疗",
    "2101102": "事业单位医疗",
    "221": "住房保障支出",
    "22102": "住房改革支出",
    "2210201": "住房公积金",
    "2210202": "提租补贴",
}
OTHER = ["本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"]
SPENT = ["本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"]
THREE = ["因公出国（境）费", "公务用车购置费", "公务用车运行费", "公务接待费"]


def _figure(statement: str, row: str, column: str) -> Figure:
    return Figure(Address(statement, row, column), row == "total")


def _heads(names: tuple[str, ...] | list[str]) -> tuple[Heading, ...]:
    return tuple(map(Heading, names))


def _two_sides(identity: str, number: int, title: str, columns: tuple[str, ...]) -> Statement:
    """T1 and T4: income left, spending right."""
    head = (
        (Heading("收入", columns=3), Heading("支出", columns=2 + len(columns))),
        (*_heads(["项目", "行次", "金额", "项目", "行次"]), *_heads(columns)),
        (*_heads(["栏次", "", "1", "栏次", ""]), *_heads([str(n + 2) for n in range(len(columns))])),
    )
    rows: list[tuple[Cell, ...]] = []
    for line, name in enumerate(SPENDING, 1):
        income = INCOME[line - 1] if line <= len(INCOME) else {27: "本年收入合计", 30: "收入总计"}.get(line, "")
        left = _figure(identity, income, "金额") if income else Label("")
        right = [_figure(identity, name, column) for column in columns]
        rows.append(
            (
                Label(income),
                Label(str(line), centred=True),
                left,
                Label(name),
                Label(str(line + 30), centred=True),
                *right,
            )
        )
    widths = (18, 3, 8, 18, 3, *[9 if len(columns) == 1 else 8] * len(columns))
    return Statement(
        identity, number, title, WAN, head, tuple(rows), widths, note="注：本表反映总收支和年末结转结余情况。"
    )


def _by_code(identity: str, number: int, title: str, columns: list[str], *, landscape: bool = False) -> Statement:
    head = (
        (Heading("项目", columns=2), *(Heading(c, rows=2) for c in columns)),
        (Heading("功能分类科目编码"), Heading("科目名称")),
        (Heading("栏次", columns=2), *_heads([str(n + 1) for n in range(len(columns))])),
    )
    total: tuple[Cell, ...] = (Label("合计", bold=True, columns=2), *(_figure(identity, "total", c) for c in columns))
    rows: list[tuple[Cell, ...]] = [
        (Label(code), Label(name, (len(code) - 3) // 2), *(_figure(identity, code, c) for c in columns))
        for code, name in CODES.items()
    ]
    widths = (8, 16, *[7] * len(columns))
    note = "注：本表反映部门本年度各项收支情况。"
    return Statement(identity, number, title, WAN, head, (total, *rows), widths, note=note, landscape=landscape)


def _three() -> Statement:
    rows = ("预算数", "决算数")
    one = (Heading("合计", rows=2), Heading(THREE[0], rows=2), Heading("公务用车购置及运行费", columns=3))
    top = (*one, Heading("公务接待费", rows=2))
    middle = _heads(["小计", "公务用车购置费", "公务用车运行费"])
    head: tuple[tuple[Heading, ...], ...] = (tuple(Heading(r, columns=6) for r in rows), top + top, middle + middle)
    head += (_heads([str(n) for n in range(1, 13)]),)
    columns = ["合计", THREE[0], "小计", *THREE[1:]]
    body = (tuple(Figure(Address("T7", row, column)) for row in rows for column in columns),)
    note = f"说明：{NAME}2021年无“三公”经费。"
    title = "一般公共预算财政拨款“三公”经费支出决算表"
    return Statement("T7", 7, title, WAN, head, body, (7,) * 12, note=note, landscape=True, zero="0.00")


def statements() -> tuple[Statement, ...]:
    """Seven kinds of table, portrait and landscape."""
    funds = ("合计", "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款")
    return (
        _two_sides("T1", 1, "收入支出决算总表", ("金额",)),
        _by_code("T2", 2, "收入决算表", OTHER, landscape=True),
        _by_code("T3", 3, "支出决算表", SPENT, landscape=True),
        _two_sides("T4", 4, "财政拨款收入支出决算总表", funds),
        _by_code("T5", 5, "一般公共预算财政拨款支出决算表", ["小计", "基本支出", "项目支出"]),
        _three(),
    )


SENTENCE = (
    "本单位贯彻落实人力资源和社会保障信息化建设的工作部署，负责信息系统的规划建设管理维护，"
    "推动档案信息工作现代化建设，确保档案安全。"
)


def _narrative() -> tuple[Section, ...]:
    words = Paragraph((Words(SENTENCE * 4),))
    amounts = Paragraph((Words("2021年度收入合计193.13万元。其中：财政拨款收入193.13万元，占本年收入100.00%。" * 3),))
    numerals = "一二三四五六七八九"
    return tuple(
        Section(f"{n}、决算情况说明", (words, amounts), (Section(f"（{n}）具体情况。", (amounts, words)),))
        for n in numerals
    )


def full_size() -> Disclosure:
    """The small sample, grown: six statements of real size, nine sections of prose after its own."""
    small = small_disclosure()
    tables = statements()
    facts = {
        address: small.facts.get(address) or Fact(address, 0 if number % 3 else number * 1_234_567, WAN, BOOKS)
        for table in tables
        for number, address in enumerate(table.addresses(), 1)
    }
    part = Part(
        "statements",
        small.parts[1].heading,
        tuple(
            Section(f"{o}、{s.title}（表{s.number}）", _place(s)) for o, s in zip("一二三四五六", tables, strict=True)
        ),
    )
    glossary = Part("glossary", "第五部分 名词解释", _narrative())
    parts = (small.parts[0], part, small.parts[2], glossary)
    return replace(small, parts=parts, statements=tables, facts={**small.facts, **facts})


def _place(statement: Statement) -> tuple[Block, ...]:
    return (StatementPlace(statement.id),)
