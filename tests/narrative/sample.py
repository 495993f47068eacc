"""The figures of a real small institution (2021) as a Context: exact fen behind the printed ten thousands."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.trace import Entered
from mingzhang.narrative.context import Context
from mingzhang.narrative.texts import Texts
from mingzhang.standards.wording import load_glossary, load_wording
from mingzhang.terms.entity import Entity, EntityKind
from mingzhang.terms.money import parse_yuan
from mingzhang.terms.unit import WAN, counting

NAME = "武汉市黄陂区人力资源和社会保障信息中心"
UNIT = Entity("420116001", NAME, EntityKind.INSTITUTION, "信息中心", "武汉市黄陂区人力资源和社会保障局")
HAND = Entered("测试", Position("sample"))

WHY = "2021年单位1-9月实有人员为7人，10月通过事业单位公开招聘新进人员2人，全年人员经费较上一年下降"

NAMES = {
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
    "30101": "基本工资",
    "30102": "津贴补贴",
    "30103": "奖金",
    "30107": "绩效工资",
    "30108": "机关事业单位基本养老保险缴费",
    "30109": "职业年金缴费",
    "30110": "职工基本医疗保险缴费",
    "30112": "其他社会保障缴费",
    "30113": "住房公积金",
    "30228": "工会经费",
}

# Printed ten thousands; the last digits make the printed sums and 66.35% come out as published.
ITEMS = {  # code: (基本支出, 项目支出) in yuan
    "2080108": ("0", "649951.00"),
    "2080150": ("996849.00", "0"),
    "2080199": ("41450.00", "0"),
    "2080505": ("113950.00", "0"),
    "2101102": ("41100.00", "0"),
    "2210201": ("72800.00", "0"),
    "2210202": ("15200.00", "0"),
}
ECONOMIC = {
    "30101": "91500",
    "30102": "407849",
    "30103": "0",
    "30107": "221500",
    "30108": "125200",
    "30109": "20900",
    "30110": "160500",
    "30112": "7700",
    "30113": "228300",
    "30228": "17900",
}
BUDGETS = {"total": "2014300", "208": "1885200", "210": "41100", "221": "88000"}
PRIOR = "2070700"
"""Last year's grand total."""

TEXTS = Texts(
    intro=f"{NAME}是武汉市黄陂区人力资源和社会保障局下属二级单位",
    duties=("贯彻落实国家和省市信息化建设的工作部署", "负责社会保障卡的日常管理工作", "承办上级交办的其他事项"),
    reasons={
        "T1[收入总计].金额@上年": WHY,
        "T4[收入总计].金额@上年": f"主要原因是{WHY}。",
        "T5[total].小计@上年": WHY,
        "T5[208].小计@年初预算": "奖励性绩效工资核算差异",
    },
    purposes={
        "项目支出": "金保工程网络运行维护及社会保障卡日常工作经费",
        "项目支出成效": "保障金保工程网络正常运行、保障社会保障卡日常业务正常办理",
    },
)


def fen(yuan: str) -> int:
    """Fen of a yuan text."""
    return parse_yuan(yuan)


def money(values: Mapping[str, int]) -> dict[Address, Fact]:
    """Facts in ten thousand yuan by written address, values in fen."""
    return {a: Fact(a, v, WAN, HAND) for a, v in ((Address.parse(text), value) for text, value in values.items())}


def things(values: Mapping[str, tuple[int, str]]) -> dict[Address, Fact]:
    """Facts counted in whole things, with their unit."""
    return {a: Fact(a, v[0], counting(v[1]), HAND) for a, v in ((Address.parse(text), v) for text, v in values.items())}


def by_function() -> dict[str, tuple[int, int]]:
    """Basic and project spending of every 项, 款, 类 and the total, in fen."""
    rows: dict[str, tuple[int, int]] = {}
    for code, (basic, project) in ITEMS.items():
        for row in (code, code[:5], code[:3], "total"):
            old = rows.get(row, (0, 0))
            rows[row] = (old[0] + fen(basic), old[1] + fen(project))
    return rows


def sample_facts() -> dict[Address, Fact]:
    """Every figure that the text of the sample needs."""
    values: dict[str, int] = {}
    rows = by_function()
    total = sum(rows["total"])
    for row, (basic, project) in rows.items():
        whole = basic + project
        values |= {f"T2[{row}].本年收入合计": whole, f"T2[{row}].财政拨款收入": whole}
        values |= {f"T3[{row}].本年支出合计": whole, f"T3[{row}].基本支出": basic, f"T3[{row}].项目支出": project}
        values |= {f"T5[{row}].小计": whole, f"T5[{row}].基本支出": basic, f"T5[{row}].项目支出": project}
    for side in ("收入总计", "支出总计"):
        values |= {f"T1[{side}].金额": total, f"T1[{side}].金额@上年": fen(PRIOR)}
    values |= {"T4[收入总计].金额": total, "T4[支出总计].合计": total}
    values |= {"T4[收入总计].金额@上年": fen(PRIOR), "T4[支出总计].合计@上年": fen(PRIOR)}
    values |= {"T1[一般公共预算财政拨款收入].金额": total, "T5[total].小计@上年": fen(PRIOR)}
    values |= {f"T5[{row}].小计@年初预算": fen(budget) for row, budget in BUDGETS.items()}
    values |= {f"T6[{code}].决算数": fen(text) for code, text in ECONOMIC.items()}
    staff = sum(fen(text) for code, text in ECONOMIC.items() if code[:3] in ("301", "303"))
    values |= {"T6[人员经费合计].决算数": staff, "T6[公用经费合计].决算数": fen(ECONOMIC["30228"])}
    kinds = ("合计", "因公出国（境）费", "小计", "公务用车购置费", "公务用车运行费", "公务接待费")
    values |= {f"T7[{row}].{kind}": 0 for row in ("预算数", "决算数") for kind in kinds}
    values |= {f"T7[决算数].{kind}@上年": 0 for kind in kinds}
    fund = ("年初结转和结余", "本年收入", "小计", "基本支出", "项目支出", "年末结转和结余")
    values |= {f"T8[total].{column}": 0 for column in fund}
    values |= {f"T9[total].{column}": 0 for column in ("合计", "基本支出", "项目支出")}
    values |= {f"S[政府采购].{kind}": 0 for kind in ("货物", "工程", "服务")}
    counts = {
        "S[人员].行政在职": (0, "人"),
        "S[人员].事业在职": (9, "人"),
        "S[人员].参公在职": (0, "人"),
        "S[人员].离休": (0, "人"),
        "S[人员].退休": (0, "人"),
        "S[三公].因公出国团组数": (0, "个"),
        "S[三公].因公出国人次": (0, "人次"),
        "S[三公].公务用车购置数": (0, "辆"),
        "S[三公].公务用车保有量": (0, "辆"),
        "S[三公].国内接待批次": (0, "批次"),
        "S[三公].国内接待人次": (0, "人次"),
        "S[国有资产].其他用车": (0, "辆"),
        "S[国有资产].通用设备": (0, "台（套）"),
        "S[国有资产].专用设备": (0, "台（套）"),
    }
    return money(values) | things(counts)


def sample_context(profile: str = "hubei-2021", year: int = 2021) -> Context:
    """The sample, to be written in the wording of a profile."""
    return Context(
        entity=UNIT,
        year=year,
        facts=sample_facts(),
        wording=load_wording(profile, year),
        names=NAMES,
        texts=TEXTS,
        glossary=load_glossary(),
    )


def changed(
    context: Context, values: Mapping[str, int], counts: Mapping[str, tuple[int, str]] = MappingProxyType({})
) -> Context:
    """The same with some figures put in or replaced."""
    return replace(context, facts={**context.facts, **money(values), **things(counts)})
