"""An invented planning bureau with two units, in which everything is other than zero at least once."""

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact
from mingzhang.narrative.context import Context
from mingzhang.narrative.texts import Texts
from mingzhang.standards.wording import load_glossary, load_wording
from mingzhang.terms.entity import Entity, EntityKind
from tests.narrative.sample import money, things

NAME = "江城市云溪区规划和自然资源局"
BUREAU = Entity("310001", NAME, EntityKind.ADMINISTRATIVE, "区规划资源局", members=("310001", "310002"))
MEMBERS = (
    Entity("310001", NAME, EntityKind.ADMINISTRATIVE),
    Entity("310002", "江城市云溪区自然资源确权登记事务中心", EntityKind.INSTITUTION),
)

NAMES = {
    "208": "社会保障和就业支出",
    "20805": "行政事业单位养老支出",
    "2080505": "机关事业单位基本养老保险缴费支出",
    "212": "城乡社区支出",
    "21202": "城乡社区规划与管理",
    "2120201": "城乡社区规划与管理",
    "21208": "国有土地使用权出让收入安排的支出",
    "2120803": "城市建设支出",
    "220": "自然资源海洋气象等支出",
    "22001": "自然资源事务",
    "2200109": "自然资源调查与确权登记",
    "2200150": "事业运行",
    "223": "国有资本经营预算支出",
    "22301": "解决历史遗留问题及改革成本支出",
    "2230105": "国有企业退休人员社会化管理补助支出",
    "30101": "基本工资",
    "30107": "绩效工资",
    "30201": "办公费",
    "30217": "公务接待费",
    "30302": "退休费",
    "31002": "办公设备购置",
}

WAN = 1_000_000
"""Fen in ten thousand yuan."""

ITEMS = {"2080505": (446, 0), "2120201": (488, 2250), "2200109": (0, 45), "2200150": (1200, 60)}
BUDGETS = {"2080505": 452, "2120201": 3110, "2200109": 45, "2200150": 0}


def _tree(items: dict[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    rows: dict[str, tuple[int, int]] = {}
    for code, (basic, project) in items.items():
        for row in (code, code[:5], code[:3], "total"):
            old = rows.get(row, (0, 0))
            rows[row] = (old[0] + basic * WAN, old[1] + project * WAN)
    return rows


def _spending() -> dict[str, int]:
    values: dict[str, int] = {}
    for row, (basic, project) in _tree(ITEMS).items():
        values |= {f"T5[{row}].小计": basic + project, f"T5[{row}].基本支出": basic, f"T5[{row}].项目支出": project}
    general = sum(_tree(ITEMS)["total"])
    values |= {"T3[total].本年支出合计": general + 600 * WAN, "T3[total].基本支出": 2134 * WAN + 100 * WAN}
    values |= {"T3[total].项目支出": 2355 * WAN + 440 * WAN, "T3[total].经营支出": 60 * WAN}
    budgets = _tree({code: (budget, 0) for code, budget in BUDGETS.items()})
    values |= {f"T5[{row}].小计@年初预算": budget for row, (budget, _) in budgets.items()}
    return values | {"T5[total].小计@上年": general - 300 * WAN}


def _totals() -> dict[str, int]:
    return {
        "T1[收入总计].金额": 5300 * WAN,
        "T1[支出总计].金额": 5300 * WAN,
        "T1[收入总计].金额@上年": 5000 * WAN,
        "T1[支出总计].金额@上年": 5000 * WAN,
        "T1[年末结转和结余].金额": 211 * WAN,
        "T2[total].本年收入合计": 5200 * WAN,
        "T2[total].财政拨款收入": 5000 * WAN,
        "T2[total].事业收入": 150 * WAN,
        "T2[total].经营收入": 50 * WAN,
        "T2[total].其他收入": 0,
        "T4[收入总计].金额": 5050 * WAN,
        "T4[支出总计].合计": 5050 * WAN,
        "T4[收入总计].金额@上年": 5050 * WAN,
        "T4[支出总计].合计@上年": 5050 * WAN,
        "T6[30101].决算数": 800 * WAN,
        "T6[30107].决算数": 900 * WAN,
        "T6[30201].决算数": 300 * WAN,
        "T6[30217].决算数": 0,
        "T6[30302].决算数": 34 * WAN,
        "T6[31002].决算数": 100 * WAN,
        "T6[人员经费合计].决算数": 1734 * WAN,
        "T6[公用经费合计].决算数": 400 * WAN,
    }


def _three_public() -> dict[str, int]:
    return {
        "T7[预算数].合计": 30 * WAN,
        "T7[预算数].因公出国（境）费": 0,
        "T7[预算数].小计": 25 * WAN,
        "T7[预算数].公务用车购置费": 20 * WAN,
        "T7[预算数].公务用车运行费": 5 * WAN,
        "T7[预算数].公务接待费": 5 * WAN,
        "T7[决算数].合计": 27 * WAN,
        "T7[决算数].因公出国（境）费": 2 * WAN,
        "T7[决算数].小计": 23 * WAN,
        "T7[决算数].公务用车购置费": 18 * WAN,
        "T7[决算数].公务用车运行费": 5 * WAN,
        "T7[决算数].公务接待费": 2 * WAN,
        "T7[决算数].合计@上年": 30 * WAN,
        "T7[决算数].因公出国（境）费@上年": 0,
        "T7[决算数].小计@上年": 28 * WAN,
        "T7[决算数].公务接待费@上年": 2 * WAN,
    }


FUND_YEAR = {
    "年初结转和结余": 10,
    "本年收入": 400,
    "小计": 380,
    "基本支出": 0,
    "项目支出": 380,
    "年末结转和结余": 30,
    "小计@年初预算": 400,
}


def _own_budgets(short: bool) -> dict[str, int]:
    values: dict[str, int] = {}
    for row in ("total", "212", "21208", "2120803"):
        values |= {f"T8[{row}].{column}": amount * WAN for column, amount in FUND_YEAR.items()}
    spent = "合计" if short else "小计"
    columns = (spent, "项目支出", f"{spent}@年初预算", *(() if short else ("本年收入",)))
    for row in ("total", "223", "22301", "2230105"):
        values |= {f"T9[{row}].{column}": 20 * WAN for column in columns}
    return values


def _supplement() -> dict[str, int]:
    return {
        "S[机关运行经费].决算数": 142 * WAN,
        "S[机关运行经费].决算数@上年": 156 * WAN,
        "S[政府采购].货物": 122 * WAN,
        "S[政府采购].工程": 0,
        "S[政府采购].服务": 809 * WAN,
        "S[政府采购].授予中小企业合同金额": 700 * WAN,
        "S[政府采购].授予小微企业合同金额": 300 * WAN,
        "S[政府采购].面向中小企业预留预算金额": 250 * WAN,
        "S[政府采购].面向小微企业预留预算金额": 170 * WAN,
        "S[政府采购].预留项目中小企业成交金额": 240 * WAN,
        "S[政府采购].预留项目小微企业成交金额": 165 * WAN,
        "S[政府采购].其他项目中小企业成交金额": 60 * WAN,
    }


COUNTS = {
    "S[人员].行政在职": (40, "人"),
    "S[人员].事业在职": (60, "人"),
    "S[人员].参公在职": (10, "人"),
    "S[人员].离休": (1, "人"),
    "S[人员].退休": (29, "人"),
    "S[三公].因公出国团组数": (1, "个"),
    "S[三公].因公出国人次": (2, "人次"),
    "S[三公].公务用车购置数": (1, "辆"),
    "S[三公].公务用车保有量": (4, "辆"),
    "S[三公].国内接待批次": (12, "批次"),
    "S[三公].国内接待人次": (86, "人次"),
    "S[三公].外宾接待批次": (1, "批次"),
    "S[三公].外宾接待人次": (5, "人次"),
    "S[国有资产].机要通信用车": (1, "辆"),
    "S[国有资产].执法执勤用车": (3, "辆"),
    "S[国有资产].其他用车": (0, "辆"),
    "S[国有资产].通用设备": (2, "台（套）"),
    "S[国有资产].专用设备": (1, "台（套）"),
    "S[国有资产].单价100万元以上设备": (1, "台（套）"),
}


def department_facts(short: bool) -> dict[Address, Fact]:
    """Every figure; T9 in its short or its long form."""
    values = _spending() | _totals() | _three_public() | _own_budgets(short) | _supplement()
    return money(values) | things(COUNTS)


def department_context(profile: str, year: int) -> Context:
    """The bureau with some reasons given and some owed."""
    return Context(
        entity=BUREAU,
        year=year,
        facts=department_facts(short=profile != "shanghai-2024"),
        wording=load_wording(profile, year),
        names=NAMES,
        texts=Texts(
            duties=("编制国土空间规划", "办理不动产确权登记"),
            reasons={"T1[收入总计].金额@上年": "办公用房维修等项目支出增加", "T7[预算数].合计": "严格控制一般性支出"},
            purposes={"2120201": "规划编制和管理", "公务接待费": "上级部门和外省市单位来访调研"},
        ),
        members=MEMBERS,
        glossary=load_glossary(),
    )
