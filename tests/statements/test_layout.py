"""Layout: a real unit's nine statements of 2021 come out cell by cell as they were printed."""

from dataclasses import replace

import pytest

from mingzhang.books.balance import Balance
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact, Facts
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.statement import Figure, Label, Statement
from mingzhang.disclosure.trace import Entered, Stated
from mingzhang.standards.codes import code_names
from mingzhang.standards.forms import forms
from mingzhang.standards.profiles import load
from mingzhang.statements.compile import compile_facts
from mingzhang.statements.cube import Scope
from mingzhang.statements.form import Form
from mingzhang.statements.layout import lay_out
from mingzhang.terms.unit import WAN
from tests.statements.books import BASIC, GENERAL, PROJECT, balance, fen

NAME = "江城市云溪区人力资源和社会保障信息中心"

PROJECTS = {"2080108": "650000.00"}
BASICS = {
    "2080150": "996780.00", "2080199": "41480.00", "2080505": "113980.00", "2101102": "41060.00",
    "2210201": "72760.00", "2210202": "15190.00",
}  # fmt: skip
ITEMS = {
    "30101": "91500.00", "30102": "407800.00", "30107": "221500.00", "30108": "125200.00", "30109": "20900.00",
    "30110": "160500.00", "30112": "7700.00", "30113": "228250.00", "30228": "17900.00",
}  # fmt: skip


def _spread(functions: dict[str, str], items: dict[str, str]) -> list[Balance]:
    """Basic spending with these sums by function and by item, whoever bought what."""
    lines, rest = [], {item: fen(amount) for item, amount in items.items()}
    for function, amount in functions.items():
        need = fen(amount)
        while need:
            item, there = next((i, v) for i, v in rest.items() if v)
            part = min(need, there)
            lines.append(
                replace(balance("7201", function=function, economic=item, fund=GENERAL, nature=BASIC), debit=part)
            )
            rest[item] -= part
            need -= part
    assert not any(rest.values())
    return lines


def _books() -> list[Balance]:
    spent = _spread(BASICS, ITEMS)
    spent += [
        balance("7201", amount, function=function, economic="30227", fund=GENERAL, nature=PROJECT)
        for function, amount in PROJECTS.items()
    ]
    return spent + [replace(b, account="6001", economic="", debit=0, credit=b.debit) for b in spent]


def _budgets() -> Facts:
    columns = ("合计", "因公出国（境）费", "小计", "公务用车购置费", "公务用车运行费", "公务接待费")
    trace = Entered("预算", Position("budget.csv", line=2))
    addresses = [Address("T7", "预算数", column) for column in columns]
    return {address: Fact(address, 0, WAN, trace) for address in addresses}


def _facts() -> dict[Address, Fact]:
    return compile_facts(forms(load("hubei-2021", 2021)), _books(), Scope(("101",)), "快照", _budgets())


FACTS = _facts()
STATEMENTS = {form.id: lay_out(form, FACTS, code_names(2021), NAME, 2021) for form in forms(load("hubei-2021", 2021))}


def grid(statement: Statement, facts: Facts) -> list[str]:
    """The body as text, cells parted by a bar."""
    return [
        "|".join(cell.text if isinstance(cell, Label) else statement.shown(cell, facts) for cell in row)
        for row in statement.body
    ]


def head(statement: Statement) -> list[str]:
    """The head as text: each heading with the rows and columns it covers, where more than one."""
    return ["|".join(_heading(h.text, h.rows, h.columns) for h in row) for row in statement.head]


def _heading(text: str, rows: int, columns: int) -> str:
    return text + (f"↓{rows}" if rows > 1 else "") + (f"→{columns}" if columns > 1 else "")


T1 = """\
一、一般公共预算财政拨款收入|1|193.13|一、一般公共服务支出|31|
二、政府性基金预算财政拨款收入|2||二、外交支出|32|
三、国有资本经营预算财政拨款收入|3||三、国防支出|33|
四、上级补助收入|4||四、公共安全支出|34|
五、事业收入|5||五、教育支出|35|
六、经营收入|6||六、科学技术支出|36|
七、附属单位上缴收入|7||七、文化旅游体育与传媒支出|37|
八、其他收入|8||八、社会保障和就业支出|38|180.22
|9||九、卫生健康支出|39|4.11
|10||十、节能环保支出|40|
|11||十一、城乡社区支出|41|
|12||十二、农林水支出|42|
|13||十三、交通运输支出|43|
|14||十四、资源勘探工业信息等支出|44|
|15||十五、商业服务业等支出|45|
|16||十六、金融支出|46|
|17||十七、援助其他地区支出|47|
|18||十八、自然资源海洋气象等支出|48|
|19||十九、住房保障支出|49|8.80
|20||二十、粮油物资储备支出|50|
|21||二十一、国有资本经营预算支出|51|
|22||二十二、灾害防治及应急管理支出|52|
|23||二十三、其他支出|53|
|24||二十四、债务还本支出|54|
|25||二十五、债务付息支出|55|
|26||二十六、抗疫特别国债安排的支出|56|
本年收入合计|27|193.13|本年支出合计|57|193.13
使用非财政拨款结余|28||结余分配|58|
年初结转和结余|29||年末结转和结余|59|
总计|30|193.13|总计|60|193.13"""

T2 = """\
合计|193.13|193.13|||||
208|社会保障和就业支出|180.22|180.22|||||
20801|人力资源和社会保障管理事务|168.83|168.83|||||
2080108|信息化建设|65.00|65.00|||||
2080150|事业运行|99.68|99.68|||||
2080199|其他人力资源和社会保障管理事务支出|4.15|4.15|||||
20805|行政事业单位养老支出|11.40|11.40|||||
2080505|机关事业单位基本养老保险缴费支出|11.40|11.40|||||
210|卫生健康支出|4.11|4.11|||||
21011|行政事业单位医疗|4.11|4.11|||||
2101102|事业单位医疗|4.11|4.11|||||
221|住房保障支出|8.80|8.80|||||
22102|住房改革支出|8.80|8.80|||||
2210201|住房公积金|7.28|7.28|||||
2210202|提租补贴|1.52|1.52|||||"""

T5 = """\
合计|193.13|128.13|65.00
208|社会保障和就业支出|180.22|115.22|65.00
20801|人力资源和社会保障管理事务|168.83|103.83|65.00
2080108|信息化建设|65.00||65.00
2080150|事业运行|99.68|99.68|
2080199|其他人力资源和社会保障管理事务支出|4.15|4.15|
20805|行政事业单位养老支出|11.40|11.40|
2080505|机关事业单位基本养老保险缴费支出|11.40|11.40|
210|卫生健康支出|4.11|4.11|
21011|行政事业单位医疗|4.11|4.11|
2101102|事业单位医疗|4.11|4.11|
221|住房保障支出|8.80|8.80|
22102|住房改革支出|8.80|8.80|
2210201|住房公积金|7.28|7.28|
2210202|提租补贴|1.52|1.52|"""

T6 = """\
301|工资福利支出|126.34|302|商品和服务支出|1.79|310|资本性支出|
30101|基本工资|9.15|30201|办公费||31002|办公设备购置|
30102|津贴补贴|40.78|30202|印刷费||31003|专用设备购置|
30103|奖金||30203|咨询费||31007|信息网络及软件购置更新|
30106|伙食补助费||30204|手续费||31013|公务用车购置|
30107|绩效工资|22.15|30205|水费||31099|其他资本性支出|
30108|机关事业单位基本养老保险缴费|12.52|30206|电费||||
30109|职业年金缴费|2.09|30207|邮电费||||
30110|职工基本医疗保险缴费|16.05|30208|取暖费||||
30111|公务员医疗补助缴费||30209|物业管理费||||
30112|其他社会保障缴费|0.77|30211|差旅费||||
30113|住房公积金|22.83|30212|因公出国（境）费用||||
30114|医疗费||30213|维修（护）费||||
30199|其他工资福利支出||30214|租赁费||||
303|对个人和家庭的补助||30215|会议费||||
30301|离休费||30216|培训费||||
30302|退休费||30217|公务接待费||||
30303|退职（役）费||30218|专用材料费||||
30304|抚恤金||30224|被装购置费||||
30305|生活补助||30225|专用燃料费||||
30306|救济费||30226|劳务费||||
30307|医疗费补助||30227|委托业务费||||
30308|助学金||30228|工会经费|1.79|||
30309|奖励金||30229|福利费||||
30310|个人农业生产补贴||30231|公务用车运行维护费||||
30311|代缴社会保险费||30239|其他交通费用||||
30399|其他对个人和家庭的补助||30240|税金及附加费用||||
|||30299|其他商品和服务支出||||
人员经费合计|126.34|公用经费合计|1.79"""


def _with_blanks(table: str, figures: int) -> str:
    """T3: the rows of T5 with three empty columns more."""
    return "\n".join(line + "|" * figures for line in table.splitlines())


BODIES = {
    "T1": T1,
    "T2": T2,
    "T3": _with_blanks(T5, 3),
    "T5": T5,
    "T6": T6,
    "T7": "0.00|0.00|0.00|0.00|0.00|0.00||||||",
    "T8": "合计||||||",
    "T9": "合计|||",
}


@pytest.mark.parametrize("identity", BODIES)
def test_the_printed_body(identity: str) -> None:
    assert "\n".join(grid(STATEMENTS[identity], FACTS)) == BODIES[identity]


def test_the_body_of_the_appropriations() -> None:
    rows = grid(STATEMENTS["T4"], FACTS)
    assert len(rows) == 32
    assert rows[0] == "一、一般公共预算财政拨款|1|193.13|一、一般公共服务支出|33||||"
    assert rows[7] == "|8||八、社会保障和就业支出|40|180.22|180.22||"
    assert rows[18] == "|19||十九、住房保障支出|51|8.80|8.80||"
    assert rows[26:] == [
        "本年收入合计|27|193.13|本年支出合计|59|193.13|193.13||",
        "年初财政拨款结转和结余|28||年末财政拨款结转和结余|60||||",
        "一般公共预算财政拨款|29|||61||||",
        "政府性基金预算财政拨款|30|||62||||",
        "国有资本经营预算财政拨款|31|||63||||",
        "总计|32|193.13|总计|64|193.13|193.13||",
    ]


HEADS = {
    "T1": ["收入→3|支出→3", "项目|行次|金额|项目|行次|金额", "栏次||1|栏次||2"],
    "T2": [
        "项目→2|本年收入合计↓2|财政拨款收入↓2|上级补助收入↓2|事业收入↓2|经营收入↓2|附属单位上缴收入↓2|其他收入↓2",
        "功能分类科目编码|科目名称",
        "栏次→2|1|2|3|4|5|6|7",
    ],
    "T4": [
        "收入→3|支出→6",
        "项目|行次|金额|项目|行次|合计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款",
        "栏次||1|栏次||2|3|4|5",
    ],
    "T5": ["项目→2|本年支出→3", "功能分类科目编码|科目名称|小计|基本支出|项目支出", "栏次→2|1|2|3"],
    "T6": ["人员经费→3|公用经费→6", "科目编码|科目名称|决算数|科目编码|科目名称|决算数|科目编码|科目名称|决算数"],
    "T7": [
        "预算数→6|决算数→6",
        "合计↓2|因公出国（境）费↓2|公务用车购置及运行费→3|公务接待费↓2|"
        "合计↓2|因公出国（境）费↓2|公务用车购置及运行费→3|公务接待费↓2",
        "小计|公务用车购置费|公务用车运行费|小计|公务用车购置费|公务用车运行费",
        "1|2|3|4|5|6|7|8|9|10|11|12",
    ],
    "T8": [
        "项目→2|年初结转和结余↓2|本年收入↓2|本年支出→3|年末结转和结余↓2",
        "功能分类科目编码|科目名称|小计|基本支出|项目支出",
        "栏次→2|1|2|3|4|5|6",
    ],
    "T9": ["项目→2|本年支出→3", "功能分类科目编码|科目名称|合计|基本支出|项目支出", "栏次→2|1|2|3"],
}


@pytest.mark.parametrize("identity", HEADS)
def test_the_printed_head(identity: str) -> None:
    assert head(STATEMENTS[identity]) == HEADS[identity]


def test_titles_lines_and_notes() -> None:
    first, ninth = STATEMENTS["T1"], STATEMENTS["T9"]
    assert first.caption == "2021年度收入支出决算总表（表1）"
    assert first.lines == ((f"部门：{NAME}", "金额单位：万元"),)
    assert first.note == "注：本表反映部门本年度的总收支和年末结转结余情况。"
    assert (ninth.empty, ninth.note) == (True, f"说明：{NAME}2021年无国有资本经营预算收支。")
    assert STATEMENTS["T7"].note == f"说明：{NAME}2021年无“三公”经费。"


@pytest.mark.parametrize("statement", STATEMENTS.values(), ids=STATEMENTS)
def test_every_row_fills_the_width(statement: Statement) -> None:
    assert {sum(cell.columns for cell in row) for row in statement.body} == {len(statement.widths)}


@pytest.mark.parametrize("form", forms(load("hubei-2021", 2021)), ids=lambda form: form.id)
def test_a_statement_read_elsewhere_is_laid_out_alike(form: Form) -> None:
    stated = {a: replace(f, trace=Stated(Position("旧表.xlsx", sheet="表1", cell="C5"))) for a, f in FACTS.items()}
    again = lay_out(form, stated, code_names(2021), NAME, 2021)
    assert again == STATEMENTS[form.id]


def test_the_sums_of_a_table() -> None:
    sums = {str(c.total): [(t.sign, str(t.address)) for t in c.terms] for c in STATEMENTS["T8"].compositions}
    assert sums["T8[total].小计"] == [(1, "T8[total].基本支出"), (1, "T8[total].项目支出")]
    ends = [c.terms for c in STATEMENTS["T8"].compositions if c.total.column == "年末结转和结余"]
    assert [[t.sign for t in terms] for terms in ends] == [[1, 1, -1]]
    levels = [c for c in STATEMENTS["T5"].compositions if str(c.total) == "T5[20801].基本支出"]
    assert [str(t.address.row) for t in levels[0].terms] == ["2080108", "2080150", "2080199"]
    feet = [c for c in STATEMENTS["T6"].compositions if c.total.row == "公用经费合计"]
    assert [t.address.row for t in feet[0].terms] == ["302", "310"]


def test_an_item_outside_the_form_gets_its_row() -> None:
    extra = [balance("7201", 500, function="2080150", economic="39907", fund=GENERAL, nature=BASIC)]
    form = next(f for f in forms(load("hubei-2021", 2021)) if f.id == "T6")
    facts = compile_facts([form], extra, Scope(("101",)), "快照")
    rows = grid(lay_out(form, facts, code_names(2021), NAME, 2021), facts)
    assert rows[6].endswith("|399|其他支出|0.05")
    assert rows[7].endswith("|39907|国家赔偿费用支出|0.05")


def test_shanghai_prints_pairs_totals_last_and_no_line_numbers() -> None:
    chosen = {form.id: form for form in forms(load("shanghai-2024", 2024))}
    facts = compile_facts(chosen.values(), _books(), Scope(("101",)), "快照", _budgets())
    sheet = {id: lay_out(form, facts, code_names(2024), NAME, 2024) for id, form in chosen.items()}
    assert head(sheet["T1"]) == ["收入→2|支出→2", "项目|决算数|项目|决算数"]
    assert head(sheet["T7"])[1] == "合计↓2→2|因公出国（境）费↓2→2|公务用车购置及运行维护费→6|公务接待费↓2→2"
    assert head(sheet["T5"])[0] == "项目→2|合计↓2|基本支出↓2|项目支出↓2"
    assert grid(sheet["T7"], facts) == ["|".join(["0.00"] * 12)]
    assert grid(sheet["T5"], facts)[-1] == "合计|193.13|128.13|65.00"
    assert grid(sheet["T2"], facts)[0].startswith("合计|193.13")
    assert grid(sheet["T6"], facts)[-1] == "人员经费合计|126.34|公用经费合计|1.79"
    assert sheet["T8"].note.splitlines()[1] == f"说明：{NAME}本年度没有政府性基金预算财政拨款收入和支出，故本表无数据。"


def test_figures_are_the_cells_that_are_not_words() -> None:
    assert all(isinstance(cell, Figure) for cell in STATEMENTS["T7"].body[0])
    assert STATEMENTS["T9"].addresses() == tuple(Address("T9", "total", c) for c in ("合计", "基本支出", "项目支出"))
